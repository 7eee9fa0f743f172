//! The body: blocks in document order become paragraphs and tables.
//!
//! [`Writer`] holds what goes from block to block: bookmark names, sequence numbers, a pending page
//! break, the notes for the finishing step and the faults met so far.

use std::collections::{BTreeMap, BTreeSet};

use docx_rs::{LineSpacing, Paragraph, ParagraphChild, Run, SpecialIndentType, Table as DocxTable};

use super::Layout;
use super::block_context::BlockContext;
use super::extras::{Extras, FORMULA};
use super::fields::{bookmarked, run};
use super::names::{Names, Purpose};
use crate::diag::{Code, Diagnostic, Diagnostics, Message, say};
use crate::document::math::Formula;
use crate::document::{Block, Body, Caption, Document, Heading, Inlines};
use crate::theme::{PageStyle, Theme};

/// A child of the document's body.
pub enum Child {
    Paragraph(Box<Paragraph>),
    Table(Box<DocxTable>),
}

/// The body as built, with what the finishing step must add.
pub struct Built {
    pub children: Vec<Child>,
    pub extras: Extras,
}

/// Walks a document and builds its body.
pub struct Writer<'a> {
    pub document: &'a Document,
    pub theme: &'a Theme,
    pub sheet: &'a PageStyle,
    pub layout: &'a Layout,
    pub headings: Vec<&'a Heading>,
    /// Labels and captions in document order.
    pub figures: Vec<(&'a str, &'a Caption)>,
    pub tables: Vec<(&'a str, &'a Caption)>,
    /// What the bookmark around a label's number holds.
    pub numbers: BTreeMap<&'a str, String>,
    pub labels: BTreeSet<&'a str>,
    /// Labels of the headings that Word numbers.
    pub automatic: BTreeSet<&'a str>,
    pub names: Names,
    pub extras: Extras,
    pub faults: Diagnostics,
    pub out: Vec<Child>,
    pub bookmarks: usize,
    /// The last number of each SEQ identifier.
    pub sequences: BTreeMap<&'static str, u32>,
    /// Numbers of the footnotes written so far.
    pub footnotes: BTreeSet<u32>,
    pub in_footnote: bool,
    break_before: bool,
}

impl<'a> Writer<'a> {
    pub fn new(document: &'a Document, theme: &'a Theme, layout: &'a Layout) -> Self {
        let mut writer = Self {
            document,
            theme,
            sheet: &theme.report,
            layout,
            headings: Vec::new(),
            figures: Vec::new(),
            tables: Vec::new(),
            numbers: BTreeMap::new(),
            labels: BTreeSet::new(),
            automatic: BTreeSet::new(),
            names: Names::default(),
            extras: Extras::default(),
            faults: Diagnostics::new(),
            out: Vec::new(),
            bookmarks: 0,
            sequences: BTreeMap::new(),
            footnotes: BTreeSet::new(),
            in_footnote: false,
            break_before: false,
        };
        writer.survey();
        writer
    }

    /// Builds everything; the faults of the whole document are reported together.
    pub fn write(mut self) -> Result<Built, Diagnostics> {
        let document = self.document;
        match &document.body {
            Body::Report(blocks) => self.blocks(blocks, BlockContext::TEXT),
            Body::Deck(slides) => self.deck(slides),
        }
        if self.out.is_empty() && self.faults.is_empty() {
            self.fault(say!("docx-empty"));
        }
        if self.faults.has_errors() {
            return Err(self.faults);
        }
        Ok(Built { children: self.out, extras: self.extras })
    }

    pub fn blocks(&mut self, blocks: &'a [Block], place: BlockContext) {
        for block in blocks {
            self.block(block, place);
        }
    }

    pub fn block(&mut self, block: &'a Block, place: BlockContext) {
        match block {
            Block::TitlePage(page) => self.title_page(page),
            Block::Contents(contents) => self.contents(contents),
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(text) => self.paragraph(text, place),
            Block::List(list) => self.list(list, place),
            Block::Figure(figure) => self.figure(figure),
            Block::Table(table) => self.table(table),
            Block::Callout(callout) => self.callout(callout),
            Block::Quote(quote) => self.quote(quote),
            Block::Numbers(numbers) => self.key_numbers(numbers),
            Block::Formula(formula) => self.formula(formula),
            Block::PageBreak => self.break_page(),
        }
    }

    fn paragraph(&mut self, text: &'a Inlines, place: BlockContext) {
        let paragraph = Paragraph::new().style(place.paragraph_style());
        let paragraph = if place.depth > 0 {
            let flush = Some(SpecialIndentType::FirstLine(0));
            let right = Some(place.right_indent());
            let paragraph = paragraph.indent(Some(place.list_indent()), flush, right, None);
            self.edged(paragraph, place, place.list_indent())
        } else {
            paragraph
        };
        self.text_paragraph(paragraph, text);
    }

    /// Centred by a tab, with its number at the end of the line; the finishing step sets the mathematics.
    fn formula(&mut self, formula: &'a Formula) {
        let id = self.next_bookmark();
        let name = self.names.get(Purpose::Number, &formula.label);
        let mut children = vec![
            run(Run::new().add_tab()),
            run(Run::new().add_text(FORMULA)),
            run(Run::new().add_tab()),
            run(Run::new().add_text("(")),
        ];
        children.extend(bookmarked(id, name, vec![run(Run::new().add_text(formula.number.to_string()))]));
        children.push(run(Run::new().add_text(")")));
        let children = self.whole_bookmark(&formula.label, children);
        self.extras.formulas.push(formula.math.clone());
        self.push(Paragraph::new().style("Formula"), children);
    }

    /// Adds a paragraph of running text; nothing where the text is empty.
    pub fn text_paragraph(&mut self, paragraph: Paragraph, text: &'a Inlines) {
        let children = self.inlines(text);
        self.push(paragraph, children);
    }

    /// Adds a paragraph with these children; an empty one is never written.
    pub fn push(&mut self, mut paragraph: Paragraph, children: Vec<ParagraphChild>) {
        if children.is_empty() {
            return;
        }
        paragraph.children.extend(children);
        if std::mem::take(&mut self.break_before) {
            paragraph = paragraph.page_break_before(true);
            if paragraph.property.line_spacing.is_none() {
                paragraph = paragraph.line_spacing(LineSpacing::new().before(0));
            }
        }
        self.out.push(Child::Paragraph(Box::new(paragraph)));
    }

    /// The next paragraph begins a page.
    pub fn break_page(&mut self) {
        self.break_before = !self.out.is_empty();
    }

    /// What follows stands on pages of its own; `turned`: those that end here are landscape.
    pub fn end_section(&mut self, turned: bool) {
        let here = self.out.len();
        let is_over = self.extras.sections.last().is_some_and(|(after, _)| *after == here);
        if here > 0 && !is_over {
            self.extras.sections.push((here, turned));
        }
        self.break_before = false;
    }

    /// Keeps each paragraph from `start` on with the next one, the last excepted.
    pub fn keep_together(&mut self, start: usize) {
        let last = self.out.len().saturating_sub(1);
        for child in self.out.iter_mut().take(last).skip(start) {
            match child {
                Child::Paragraph(paragraph) => paragraph.property.keep_next = Some(true),
                Child::Table(table) => super::table::keep_rows(table),
            }
        }
    }

    pub fn next_bookmark(&mut self) -> usize {
        self.bookmarks += 1;
        self.bookmarks
    }

    pub fn fault(&mut self, message: Message) {
        self.faults.push(Diagnostic::new(Code::DocxBuild, message));
    }

    /// Width between the margins, in twips.
    pub fn text_width(&self) -> i32 {
        crate::write::units::twips(self.sheet.page.text_width())
    }
}
