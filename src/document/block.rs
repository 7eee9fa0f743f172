//! The blocks of a document. A new kind of block does not compile until everything that matches blocks knows it.

use std::sync::Arc;

use serde::Serialize;

use super::{Caption, Drawing, Inlines, Table, math};
use crate::chart::Chart;
use crate::theme::Tone;

/// A block of a resolved document. Writers match it exhaustively.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", content = "value", rename_all = "kebab-case")]
pub enum Block {
    /// The first page of a report.
    TitlePage(TitlePage),
    /// A list of headings, figures or tables with their pages, built by the writer.
    Contents(Contents),
    /// A heading of any level.
    Heading(Heading),
    /// A paragraph of running text.
    Paragraph(Inlines),
    /// A list of items that hold blocks.
    List(List),
    /// A chart or photograph with its caption and notes.
    Figure(Figure),
    /// A table with its caption and notes.
    Table(Table),
    /// Blocks set apart: a finding, a remark, a caution.
    Callout(Callout),
    /// What someone said.
    Quote(Quote),
    /// A strip of large numbers.
    Numbers(Vec<KeyNumber>),
    /// A displayed, numbered formula.
    Formula(math::Formula),
    /// The sources that the text cites, in the order in which it first cites them (GOST 7.32-2017, 6.16).
    Bibliography(Vec<BibliographyEntry>),
    /// A new page begins.
    PageBreak,
}

/// A source that the text cites.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BibliographyEntry {
    /// What citations lead to: `src-` and the source's id.
    pub label: String,
    /// From 1.
    pub number: u32,
    /// Its description.
    pub text: Inlines,
}

/// A list with pages: of contents, figures or tables.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contents {
    /// What stands above the list.
    pub heading: Heading,
    /// What it lists.
    pub of: Listed,
}

/// What a list with pages holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Listed {
    /// The table of contents.
    Headings,
    /// The list of figures.
    Figures,
    /// The list of tables.
    Tables,
}

/// The title page of a report, part by part from its top.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct TitlePage {
    /// Logos of the customer and the grantee, where the study has them.
    pub logos: Vec<Drawing>,
    /// Names of the organisations, at the top.
    pub organisation: Vec<Inlines>,
    /// Approval blocks (heading line, then lines), set at the right.
    pub approvals: Vec<Vec<Inlines>>,
    /// Which deliverable this is.
    pub kind: Inlines,
    /// The title of the study.
    pub title: Inlines,
    /// Grant, contract, period: one line each.
    pub details: Vec<Inlines>,
    /// Place and year, at the foot.
    pub place: Inlines,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Heading {
    /// 1–4.
    pub level: u8,
    /// Unique in the document, stable between builds; ASCII.
    pub label: String,
    /// What kind of section it opens; decides its number and place.
    pub role: HeadingRole,
    /// Printed number («2.1», «А қосымшасы»), where the heading has one.
    pub number: Option<String>,
    /// Its words.
    pub text: Inlines,
}

/// The kinds of sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HeadingRole {
    /// A numbered section.
    Section,
    /// A structural element of GOST 7.32 (contents, introduction, conclusion): centred, unnumbered.
    Structural,
    /// An annex, lettered.
    Annex,
    /// A heading of a paper: unnumbered, in the flow of the page; the first level is the paper's title.
    Plain,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct List {
    /// Whether the items are numbered.
    pub ordered: bool,
    /// The number of the first item.
    pub start: u32,
    /// The blocks of each item.
    pub items: Vec<Vec<Block>>,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// Unique in the document, stable between builds; ASCII.
    pub label: String,
    /// What it shows in a sentence, printed above it in bold; only where captions stand above.
    pub message: Option<Inlines>,
    /// The caption.
    pub caption: Caption,
    /// Whether message and caption stand above the drawing.
    pub caption_above: bool,
    /// One drawing, or several where the chart's rows need more than a page.
    pub drawings: Vec<Drawing>,
    /// Base, n, source and other notes, one paragraph each.
    pub notes: Vec<Inlines>,
    /// The data that the picture shows, for writers that draw natively; a photograph has none.
    #[serde(skip)]
    pub chart: Option<Arc<Chart>>,
}

/// Blocks that are set apart from the text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Callout {
    /// What they are; decides their colour.
    pub tone: CalloutTone,
    /// The blocks.
    pub blocks: Vec<Block>,
}

/// The kinds of callouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CalloutTone {
    /// A finding.
    Finding,
    /// A remark about method or limits.
    Note,
    /// "Preliminary", "missed" and other cautions.
    Caution,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quote {
    /// Its paragraphs.
    pub text: Vec<Inlines>,
    /// Who said it; may be empty.
    pub attribution: Inlines,
}

/// One large number of a strip.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KeyNumber {
    /// The number itself, set large.
    pub value: Inlines,
    /// What it is the number of.
    pub label: Inlines,
    /// Interval or base, printed small beside the value; may be empty.
    pub detail: Inlines,
    /// Its colour's meaning.
    pub tone: Tone,
}
