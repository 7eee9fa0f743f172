//! The document model: what a deliverable says, in order, without how it looks.
//!
//! `markup` reads rendered template text into a [`draft`]; `resolve` binds the draft's directives to
//! data, numbers everything and hands a [`Document`] to the writers. Every writer walks the same
//! [`Document`], which is why a PDF and a DOCX cannot say different things. No prose lives here.

pub mod datum;
pub mod draft;
mod hyphens;
mod labels;
pub mod math;
mod outline;
mod plain;
mod printed_numbers;
mod text;
mod visit;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::chart::{Chart, DataTable};
use crate::picture::Picture;
use crate::theme::Tone;
pub use hyphens::{Hyphens, SOFT_HYPHEN, WORD_JOINER};
pub use outline::Entry;
pub use printed_numbers::{PrintedNumbers, UnverifiedNumber};
pub use text::{Inline, Inlines, plain_text};

/// A resolved document, ready to be written.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    pub meta: Meta,
    pub body: Body,
    /// Where lines may break inside words; for typesetters that do not know the language.
    #[serde(skip)]
    pub hyphens: Hyphens,
}

impl Document {
    /// The document with its numbers as plain text.
    #[must_use]
    pub fn unbound(mut self) -> Self {
        self.body.each_text_mut(&mut datum::unbound);
        self
    }
}

/// What a document says about itself.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Meta {
    /// BCP 47 language tag without region: `kk`, `ru`, `en`.
    pub language: String,
    /// BCP 47 tag with region, as Office wants it: `kk-KZ`.
    pub language_region: String,
    pub title: String,
    pub subject: String,
    pub author: String,
    pub keywords: Vec<String>,
    /// The cut-off date of the deliverable as year, month, day; the only date a file carries.
    pub date: (i16, i8, i8),
    /// Id of the study, by which a returned file is told.
    pub study: String,
    /// Id of the deliverable.
    pub deliverable: String,
    /// Whether running text is justified: only where words can be hyphenated.
    pub justify: bool,
    /// The same for a document whose reader's program has to hyphenate.
    pub justify_docx: bool,
    /// A mark printed on every page (demonstration data, test), where the study sets one.
    pub mark: Option<String>,
    /// What stands before the decimals of a number.
    pub decimal_mark: String,
    /// The short text of the running head.
    pub running_head: String,
    /// Fixed words of the document's language that writers print.
    pub words: Words,
}

/// Keys of the names of a deck's layouts and placeholders.
pub const DECK_WORDS: [&str; 18] = [
    "cover",
    "section",
    "text",
    "chart",
    "picture",
    "columns",
    "table",
    "quotes",
    "closing",
    "tiles",
    "title",
    "number",
    "source",
    "rule",
    "date",
    "footer",
    "slide_number",
    "start",
];

/// Fixed words that writers put on pages, from the locale file.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Words {
    pub notes: String,
    pub slide: String,
    /// Names of a deck's layouts and placeholders.
    #[serde(skip)]
    pub deck: BTreeMap<&'static str, String>,
    /// Heading of a table's second and later pages, `{}` stands for the number.
    pub table_continued: String,
}

/// A report flows over pages; a deck is a row of slides.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", content = "value", rename_all = "kebab-case")]
pub enum Body {
    Report(Vec<Block>),
    Deck(Vec<Slide>),
}

/// One slide: its heading is its message.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Slide {
    /// 1-based number, as printed.
    pub number: u32,
    pub layout: Layout,
    pub label: String,
    /// Name of the section that begins with this slide.
    pub section: Option<String>,
    pub title: Inlines,
    pub blocks: Vec<Block>,
    /// What the speaker says.
    pub notes: Vec<Block>,
    /// Source line at the slide's foot.
    pub source: Vec<Inlines>,
}

/// How a slide is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// The deck's first slide.
    Title,
    /// The message alone, before the slides of a section.
    Section,
    /// Text and lists.
    Text,
    /// A chart or photograph.
    Figure,
    /// Two blocks side by side.
    Columns,
    /// One large number.
    Number,
    Table,
    Quotes,
    /// Several large numbers.
    Tiles,
    /// Last slide, contacts.
    Closing,
}

impl Slide {
    /// How many large numbers stand on the slide.
    pub fn tiles(&self) -> usize {
        let count = |block: &Block| if let Block::Numbers(numbers) = block { numbers.len() } else { 0 };
        self.blocks.iter().map(count).sum()
    }
}

impl Layout {
    /// Whether the slide is a coloured one with a title in its middle.
    pub fn is_cover(self) -> bool {
        matches!(self, Self::Title | Self::Section | Self::Closing)
    }
}

/// A block of a resolved document. Writers match it exhaustively.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", content = "value", rename_all = "kebab-case")]
pub enum Block {
    TitlePage(TitlePage),
    /// A list of headings, figures or tables with their pages, built by the writer.
    Contents(Contents),
    Heading(Heading),
    Paragraph(Inlines),
    List(List),
    Figure(Figure),
    Table(Table),
    Callout(Callout),
    Quote(Quote),
    Numbers(Vec<KeyNumber>),
    Formula(math::Formula),
    PageBreak,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contents {
    pub heading: Heading,
    pub of: Listed,
}

/// What a list with pages holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Listed {
    Headings,
    Figures,
    Tables,
}

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
    pub title: Inlines,
    /// Grant, contract, period: one line each.
    pub details: Vec<Inlines>,
    /// Place and year, at the foot.
    pub place: Inlines,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Heading {
    /// 1–4.
    pub level: u8,
    /// Unique in the document, stable between builds; ASCII.
    pub label: String,
    pub role: HeadingRole,
    /// Printed number («2.1», «А қосымшасы»), where the heading has one.
    pub number: Option<String>,
    pub text: Inlines,
}

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

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct List {
    pub ordered: bool,
    pub items: Vec<Vec<Block>>,
}

/// A caption's label and text. `before` + `number` + `after` is the printed label; a paper's captions have none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Caption {
    /// Text before the number: «Рисунок » or nothing.
    pub before: String,
    pub number: Option<u32>,
    /// Text after the number: «-сурет» or nothing.
    pub after: String,
    /// What stands between the label and the text: « – ».
    pub separator: String,
    pub text: Inlines,
}

impl Caption {
    /// The printed label, e.g. «1-сурет»; empty where there is none.
    pub fn label(&self) -> String {
        self.number.map(|number| format!("{}{number}{}", self.before, self.after)).unwrap_or_default()
    }

    /// What references to the figure or table print; empty where it has no number.
    pub fn printed(&self) -> String {
        self.number.map(|number| number.to_string()).unwrap_or_default()
    }
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    pub label: String,
    pub caption: Caption,
    /// One drawing, or several where the chart's rows need more than a page.
    pub drawings: Vec<Drawing>,
    /// Base, n, source and other notes, one paragraph each.
    pub notes: Vec<Inlines>,
    /// The data that the picture shows, for writers that draw natively; a photograph has none.
    #[serde(skip)]
    pub chart: Option<Arc<Chart>>,
}

/// A picture with what it shows, in the document's language: kind, message and values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Drawing {
    pub picture: Picture,
    pub alt: String,
    /// The values once more where `alt` is long, for the document's accessible structure only.
    pub data: Option<DataTable>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    pub label: String,
    pub caption: Caption,
    pub columns: Vec<Column>,
    pub head: Vec<Cell>,
    pub rows: Vec<Row>,
    pub notes: Vec<Inlines>,
    /// Whether the table stands on pages of its own, turned to landscape.
    pub landscape: bool,
    /// Least height of a row in points, where there is to be room to write by hand.
    pub row_height: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Column {
    pub align: Align,
    /// Relative width; the columns' widths add up to 1.
    pub width: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    Left,
    Centre,
    Right,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// A total or a sub-heading row is set in bold.
    pub strong: bool,
    pub cells: Vec<Cell>,
}

impl Row {
    /// The name of a group of rows: alone in its row, it runs over all columns.
    pub fn group(&self) -> Option<&Cell> {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        let first = filled.next().filter(|_| self.strong && self.cells.len() > 2)?;
        filled.next().is_none().then_some(first)
    }
}

pub type Cell = Inlines;

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Callout {
    pub tone: CalloutTone,
    pub blocks: Vec<Block>,
}

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

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quote {
    pub text: Vec<Inlines>,
    pub attribution: Inlines,
}

/// One large number of a strip.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KeyNumber {
    pub value: Inlines,
    pub label: Inlines,
    /// Interval or base, printed small beside the value; may be empty.
    pub detail: Inlines,
    pub tone: Tone,
}
