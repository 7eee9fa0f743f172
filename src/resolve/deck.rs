//! The slides of a deck: each second-level heading is a slide and states its message.

use super::Resolver;
use crate::diag::{Code, Diagnostic, say};
use crate::document::draft::{Attributes, Block as DraftBlock, Kind};
use crate::document::{Block, Inline, Layout, Slide};

/// The layouts that an author may name, for messages.
const LAYOUTS: &str = "title, closing";
/// Height in points that a slide keeps for its title.
const TITLE_HEIGHT: f64 = 88.0;
/// Height in points that a slide keeps for its source lines.
const FOOT_HEIGHT: f64 = 46.0;

impl Resolver<'_> {
    pub(super) fn deck(&mut self, draft: &[DraftBlock]) -> Vec<Slide> {
        let mut slides = Vec::new();
        let mut rest = draft;
        while let Some((first, tail)) = rest.split_first() {
            let Kind::Heading { attributes, text, .. } = &first.kind else {
                let fault = Diagnostic::new(Code::MarkupUnsupported, say!("before-first-slide"));
                self.fault(first.line, fault.hint(say!("hint-slide-begins")));
                rest = tail;
                continue;
            };
            let end = tail.iter().position(|b| matches!(b.kind, Kind::Heading { .. })).unwrap_or(tail.len());
            let (body, next) = tail.split_at(end);
            let number = u32::try_from(slides.len() + 1).unwrap_or(u32::MAX);
            slides.push(self.slide(number, first.line, attributes, text, body));
            rest = next;
        }
        slides
    }

    fn slide(
        &mut self,
        number: u32,
        line: u32,
        attributes: &Attributes,
        title: &[Inline],
        body: &[DraftBlock],
    ) -> Slide {
        self.known(line, "slide", attributes, &["id", "layout"]);
        let layout = match attributes.get("layout") {
            None => Layout::Content,
            Some("title") => Layout::Title,
            Some("closing") => Layout::Closing,
            Some(other) => {
                let message = say!("slide-layout-unknown", name = other);
                let fault = Diagnostic::new(Code::DirectiveAttribute, message);
                self.fault(line, fault.hint(say!("hint-slide-layouts", names = LAYOUTS)));
                Layout::Content
            }
        };
        let label = attributes.get("id").map_or_else(|| format!("slide-{number}"), str::to_owned);
        self.label(line, &label, &number.to_string());
        self.space = Some(self.chart_space(body));
        let (mut blocks, mut notes, mut source) = (Vec::new(), Vec::new(), Vec::new());
        for block in body {
            match &block.kind {
                Kind::Directive { name, body, .. } if name == "notes" => notes.extend(self.blocks(body)),
                Kind::Directive { name, body, .. } if name == "source" => {
                    source.extend(self.paragraphs(body));
                }
                _ => blocks.extend(self.block(block)),
            }
        }
        // A slide's figure needs no caption of its own: the message is above, the source below.
        for block in &mut blocks {
            if let Block::Figure(figure) = block {
                source.extend(std::mem::take(&mut figure.notes));
            }
        }
        Slide { number, layout, label, title: self.inlines(line, title), blocks, notes, source }
    }

    /// Height left for a chart beside the slide's other blocks.
    fn chart_space(&self, body: &[DraftBlock]) -> f64 {
        let line_height = self.sheet.sizes.body * self.sheet.sizes.line_spacing;
        let lines: f64 = body
            .iter()
            .map(|b| match &b.kind {
                Kind::Paragraph(_) => 2.0,
                #[allow(clippy::cast_precision_loss)]
                Kind::List { items, .. } => 1.4 * items.len() as f64,
                Kind::Directive { name, .. } if name == "numbers" => 4.0,
                _ => 0.0,
            })
            .sum();
        (self.sheet.page.text_height() - TITLE_HEIGHT - FOOT_HEIGHT - lines * line_height).max(120.0)
    }
}
