//! The blocks of a report: headings, text, callouts, quotes, key numbers.

use super::Resolver;
use crate::diag::{Code, Diagnostic, say};
use crate::document::draft::{Attributes, Block as DraftBlock, Kind};
use crate::document::{
    Block, Callout, CalloutTone, Contents, Heading, HeadingRole, Inline, Inlines, KeyNumber, List, Listed,
    Quote,
};
use crate::theme::Tone;

/// Every directive, for messages.
const DIRECTIVES: &str =
    "title-page, contents, chart, photo, table, finding, note, caution, quote, formula, numbers";
/// Every role of a heading that an author may name, for messages.
const ROLES: &str = "structural, annex";
/// What a list with pages may hold, for messages.
const LISTED: &str = "headings, figures, tables";

impl Resolver<'_> {
    pub(super) fn blocks(&mut self, draft: &[DraftBlock]) -> Vec<Block> {
        draft.iter().filter_map(|b| self.block(b)).collect()
    }

    pub(super) fn block(&mut self, block: &DraftBlock) -> Option<Block> {
        let line = block.line;
        Some(match &block.kind {
            Kind::Heading { level, attributes, text } => {
                Block::Heading(self.heading(line, *level, attributes, text))
            }
            Kind::Paragraph(text) => Block::Paragraph(self.inlines(line, text)),
            Kind::List { ordered, items } => Block::List(List {
                ordered: *ordered,
                items: items.iter().map(|item| self.blocks(item)).collect(),
            }),
            Kind::Quote(body) => self.quote(line, &Attributes::default(), body),
            Kind::PageBreak => Block::PageBreak,
            Kind::Table { .. } => {
                self.fault(
                    line,
                    Diagnostic::new(Code::CaptionMissing, say!("table-outside-directive"))
                        .hint(say!("hint-table-wrap")),
                );
                return None;
            }
            Kind::Directive { name, attributes, body } => {
                return self.directive(line, name, attributes, body);
            }
        })
    }

    fn directive(
        &mut self,
        line: u32,
        name: &str,
        attributes: &Attributes,
        body: &[DraftBlock],
    ) -> Option<Block> {
        match name {
            "title-page" => Some(Block::TitlePage(self.title_page(body))),
            "contents" => Some(Block::Contents(self.contents(line, attributes))),
            "chart" => self.figure(line, attributes, body),
            "photo" => self.photograph(line, attributes, body),
            "table" => self.table(line, attributes, body),
            "finding" => Some(self.callout(line, CalloutTone::Finding, attributes, body)),
            "note" => Some(self.callout(line, CalloutTone::Note, attributes, body)),
            "caution" => Some(self.callout(line, CalloutTone::Caution, attributes, body)),
            "formula" => self.formula(line, attributes),
            "quote" => Some(self.quote(line, attributes, body)),
            "numbers" => Some(self.numbers(line, attributes, body)),
            "" => None,
            _ => {
                let fault = Diagnostic::new(Code::DirectiveUnknown, say!("directive-unknown", name = name));
                self.fault(line, fault.hint(say!("hint-directives", names = DIRECTIVES)));
                None
            }
        }
    }

    fn contents(&mut self, line: u32, attributes: &Attributes) -> Contents {
        self.known(line, "contents", attributes, &["of"]);
        let (of, label) = match attributes.get("of") {
            None | Some("headings") => (Listed::Headings, "contents"),
            Some("figures") => (Listed::Figures, "list-of-figures"),
            Some("tables") => (Listed::Tables, "list-of-tables"),
            Some(other) => {
                let fault =
                    Diagnostic::new(Code::DirectiveAttribute, say!("contents-of-unknown", name = other));
                self.fault(line, fault.hint(say!("hint-contents-of", names = LISTED)));
                (Listed::Headings, "contents")
            }
        };
        self.label(line, label, "");
        let text = self.s.locale.word(&label.replace('-', "_")).map(|w| vec![Inline::text(w)]);
        let heading = Heading {
            level: 1,
            label: label.to_owned(),
            role: HeadingRole::Structural,
            number: None,
            text: self.check(line, text).unwrap_or_default(),
        };
        Contents { heading, of }
    }

    fn heading(&mut self, line: u32, level: u8, attributes: &Attributes, text: &[Inline]) -> Heading {
        self.known(line, "heading", attributes, &["id", "role"]);
        let role = match attributes.get("role") {
            None if self.is_paper() => HeadingRole::Plain,
            None => HeadingRole::Section,
            Some("structural") => HeadingRole::Structural,
            Some("annex") => HeadingRole::Annex,
            Some(other) => {
                let message = say!("heading-role-unknown", name = other);
                let fault = Diagnostic::new(Code::DirectiveAttribute, message);
                self.fault(line, fault.hint(say!("hint-heading-roles", names = ROLES)));
                HeadingRole::Section
            }
        };
        if level > 4 {
            let fault = Diagnostic::new(Code::MarkupUnsupported, say!("heading-too-deep"));
            self.fault(line, fault.hint(say!("hint-heading-levels")));
        }
        let (number, printed) = match role {
            HeadingRole::Structural | HeadingRole::Plain => (None, String::new()),
            HeadingRole::Section => {
                let number = self.numbering.section(level);
                (Some(number.clone()), number)
            }
            HeadingRole::Annex => {
                let index = self.numbering.annex();
                let annex = self.s.locale.annex(index);
                let (letter, label) = self.check(line, annex).unwrap_or_default();
                (Some(label), letter.to_string())
            }
        };
        let label = match attributes.get("id") {
            Some(id) => id.to_owned(),
            None => self.numbering.unnamed("sec"),
        };
        self.label(line, &label, &printed);
        Heading { level: level.min(4), label, role, number, text: self.inlines(line, text) }
    }

    fn callout(
        &mut self,
        line: u32,
        tone: CalloutTone,
        attributes: &Attributes,
        body: &[DraftBlock],
    ) -> Block {
        self.known(line, "callout", attributes, &[]);
        Block::Callout(Callout { tone, blocks: self.blocks(body) })
    }

    /// The last paragraph of a `quote` directive is who said it.
    pub(super) fn quote(&mut self, line: u32, attributes: &Attributes, body: &[DraftBlock]) -> Block {
        self.known(line, "quote", attributes, &[]);
        let mut text = self.paragraphs(body);
        let attribution = if text.len() > 1 { text.pop().unwrap_or_default() } else { Inlines::new() };
        Block::Quote(Quote { text, attribution })
    }

    /// The paragraphs of a body; anything else is a fault.
    pub(super) fn paragraphs(&mut self, body: &[DraftBlock]) -> Vec<Inlines> {
        let mut found = Vec::new();
        for block in body {
            match &block.kind {
                Kind::Paragraph(text) => found.push(self.inlines(block.line, text)),
                _ => self.fault(
                    block.line,
                    Diagnostic::new(Code::MarkupUnsupported, say!("only-paragraphs"))
                        .hint(say!("hint-paragraphs")),
                ),
            }
        }
        found
    }

    /// A list whose items read «**value** label *(detail)*».
    pub(super) fn numbers(&mut self, line: u32, attributes: &Attributes, body: &[DraftBlock]) -> Block {
        self.known(line, "numbers", attributes, &[]);
        let mut numbers = Vec::new();
        for block in body {
            let Kind::List { items, .. } = &block.kind else {
                let fault = Diagnostic::new(Code::MarkupUnsupported, say!("numbers-not-list"));
                self.fault(block.line, fault.hint(say!("hint-numbers-item")));
                continue;
            };
            for item in items {
                match item.as_slice() {
                    [DraftBlock { line, kind: Kind::Paragraph(text) }] => {
                        let text = self.inlines(*line, text);
                        numbers.push(key_number(&text));
                    }
                    _ => {
                        let fault = Diagnostic::new(Code::MarkupUnsupported, say!("numbers-item-long"));
                        self.fault(line, fault.hint(say!("hint-numbers-item")));
                    }
                }
            }
        }
        Block::Numbers(numbers)
    }
}

fn key_number(text: &[Inline]) -> KeyNumber {
    let (value, label, detail) = (Inlines::new(), Inlines::new(), Inlines::new());
    let mut number = KeyNumber { value, label, detail, tone: Tone::Calm };
    for inline in text {
        match inline {
            Inline::Strong(inner) if number.value.is_empty() => number.value.clone_from(inner),
            Inline::Emphasis(inner) => number.detail.clone_from(inner),
            other => number.label.push(other.clone()),
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
