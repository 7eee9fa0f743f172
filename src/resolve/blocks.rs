//! The blocks of a document: each directive by its function, and those that hold other blocks.

use super::address_code::address_code;
use super::bibliography::bibliography;
use super::figures::{ChartSpace, figure};
use super::formula::formula;
use super::headings::{contents, heading};
use super::photographs::photograph;
use super::resolver::{Directive, Resolver};
use super::running_text::{paragraphs, running_text};
use super::tables::table;
use super::title_page::title_page;
use super::volume::volume;
use crate::diag::{Code, Diagnostic, say};
use crate::document::draft::{DraftBlock, DraftKind};
use crate::document::{Block, Callout, CalloutTone, Inline, Inlines, KeyNumber, List, Quote};
use crate::theme::Tone;

/// Every directive, for messages.
const DIRECTIVES: &str = "title-page, contents, volume, bibliography, chart, photo, qr, table, finding, note, caution, quote, formula, numbers";

/// Resolves blocks where they stand: on pages, or in a frame of a slide that charts have to fill.
pub struct Blocks<'r, 'a> {
    resolver: &'r mut Resolver<'a>,
    space: Option<ChartSpace>,
}

impl<'r, 'a> Blocks<'r, 'a> {
    /// Blocks that flow over pages.
    pub fn on_pages(resolver: &'r mut Resolver<'a>) -> Self {
        Self { resolver, space: None }
    }

    /// Blocks in a frame of a slide.
    pub fn in_frame(resolver: &'r mut Resolver<'a>, space: ChartSpace) -> Self {
        Self { resolver, space: Some(space) }
    }

    /// All of them; faulty ones are left out.
    pub fn blocks(&mut self, draft: &[DraftBlock]) -> Vec<Block> {
        draft.iter().filter_map(|block| self.block(block)).collect()
    }

    /// One of them; `None` where it is faulty.
    pub fn block(&mut self, block: &DraftBlock) -> Option<Block> {
        let line = block.line;
        match &block.kind {
            DraftKind::Heading { level, attributes, text } => {
                let directive = Directive { line, name: "heading", attributes, body: &[] };
                Some(Block::Heading(heading(self.resolver, &directive, *level, text)))
            }
            DraftKind::Paragraph(text) => Some(Block::Paragraph(running_text(self.resolver, line, text))),
            DraftKind::List { ordered, start, items } => Some(Block::List(List {
                ordered: *ordered,
                start: *start,
                items: items.iter().map(|item| self.blocks(item)).collect(),
            })),
            DraftKind::Quote(body) => Some(Block::Quote(self.quote(body))),
            DraftKind::PageBreak => Some(Block::PageBreak),
            DraftKind::Table { .. } => {
                let fault = Diagnostic::new(Code::CaptionMissing, say!("table-outside-directive"));
                self.resolver.fault(line, fault.hint(say!("hint-table-wrap")));
                None
            }
            DraftKind::Directive { name, attributes, body } => {
                self.directive(&Directive { line, name, attributes, body })
            }
        }
    }

    fn directive(&mut self, directive: &Directive<'_>) -> Option<Block> {
        match directive.name {
            "title-page" => Some(Block::TitlePage(title_page(self.resolver, directive.body))),
            "contents" => Some(Block::Contents(contents(self.resolver, directive))),
            "volume" => volume(self.resolver, directive).map(Block::Paragraph),
            "bibliography" => Some(bibliography(self.resolver, directive)),
            "chart" => figure(self.resolver, directive, self.space).map(Block::Figure),
            "photo" => photograph(self.resolver, directive).map(Block::Figure),
            "qr" => address_code(self.resolver, directive, self.space).map(Block::Figure),
            "table" => table(self.resolver, directive).map(Block::Table),
            "finding" => Some(self.callout(CalloutTone::Finding, directive)),
            "note" => Some(self.callout(CalloutTone::Note, directive)),
            "caution" => Some(self.callout(CalloutTone::Caution, directive)),
            "formula" => formula(self.resolver, directive).map(Block::Formula),
            "quote" => {
                self.resolver.known(directive, &[]);
                Some(Block::Quote(self.quote(directive.body)))
            }
            "numbers" => Some(Block::Numbers(self.key_numbers(directive))),
            "" => None,
            name => {
                let fault = Diagnostic::new(Code::DirectiveUnknown, say!("directive-unknown", name = name));
                self.resolver.fault(directive.line, fault.hint(say!("hint-directives", names = DIRECTIVES)));
                None
            }
        }
    }

    fn callout(&mut self, tone: CalloutTone, directive: &Directive<'_>) -> Block {
        let &Directive { line, attributes, body, .. } = directive;
        self.resolver.known(&Directive { line, name: "callout", attributes, body }, &[]);
        Block::Callout(Callout { tone, blocks: self.blocks(body) })
    }

    /// The last of several paragraphs is who said it.
    fn quote(&mut self, body: &[DraftBlock]) -> Quote {
        let mut text = paragraphs(self.resolver, body);
        let attribution = if text.len() > 1 { text.pop().unwrap_or_default() } else { Inlines::new() };
        Quote { text, attribution }
    }

    /// A list whose items read «**value** label *(detail)*».
    fn key_numbers(&mut self, directive: &Directive<'_>) -> Vec<KeyNumber> {
        self.resolver.known(directive, &[]);
        let mut numbers = Vec::new();
        for block in directive.body {
            let DraftKind::List { items, .. } = &block.kind else {
                let fault = Diagnostic::new(Code::MarkupUnsupported, say!("numbers-not-list"));
                self.resolver.fault(block.line, fault.hint(say!("hint-numbers-item")));
                continue;
            };
            for item in items {
                if let [DraftBlock { line, kind: DraftKind::Paragraph(text) }] = item.as_slice() {
                    numbers.push(key_number(running_text(self.resolver, *line, text)));
                } else {
                    let fault = Diagnostic::new(Code::MarkupUnsupported, say!("numbers-item-long"));
                    self.resolver.fault(directive.line, fault.hint(say!("hint-numbers-item")));
                }
            }
        }
        numbers
    }
}

fn key_number(text: Inlines) -> KeyNumber {
    let (value, label, detail) = (Inlines::new(), Inlines::new(), Inlines::new());
    let mut number = KeyNumber { value, label, detail, tone: Tone::Calm };
    for inline in text {
        match inline {
            Inline::Strong(inner) if number.value.is_empty() => number.value = inner,
            Inline::Emphasis(inner) => number.detail = inner,
            Inline::Text(_)
            | Inline::Datum(_)
            | Inline::Strong(_)
            | Inline::Link { .. }
            | Inline::Reference { .. }
            | Inline::Footnote { .. }
            | Inline::PageCount
            | Inline::LineBreak => number.label.push(inline),
        }
    }
    if let Some(Inline::Text(first)) = number.label.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some(Inline::Text(last)) = number.label.last_mut() {
        *last = last.trim_end().to_owned();
    }
    number.label.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    number
}
