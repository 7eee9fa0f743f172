//! The slides of a deck: each second-level heading is a slide and states its message.

use super::Resolver;
use crate::diag::{Code, Diagnostic, say};
use crate::document::draft::{Attributes, Block as DraftBlock, Kind};
use crate::document::{Block, Inline, Layout, Slide, plain_text};

/// The layouts that an author may name, for messages; the blocks choose the others.
const LAYOUTS: &str = "title, section, columns, closing";

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
        self.known(line, "slide", attributes, &["id", "layout", "section"]);
        let named = self.named_layout(line, attributes);
        let label = attributes.get("id").map_or_else(|| format!("slide-{number}"), str::to_owned);
        self.label(line, &label, &number.to_string());
        let (mut blocks, mut notes, mut source) = (Vec::new(), Vec::new(), Vec::new());
        for block in body {
            match &block.kind {
                Kind::Directive { name, body, .. } if name == "notes" => notes.extend(self.blocks(body)),
                Kind::Directive { name, body, .. } if name == "source" => {
                    source.extend(self.paragraphs(body));
                }
                _ => {
                    self.space = Some(self.chart_space(named, blocks.len()));
                    blocks.extend(self.block(block));
                }
            }
        }
        self.space = None;
        // A slide's figure needs no caption of its own: the message is above, the source below.
        for block in &mut blocks {
            if let Block::Figure(figure) = block {
                source.extend(std::mem::take(&mut figure.notes));
            }
        }
        let title = self.inlines(line, title);
        let layout = match named {
            Some(layout) => may_hold(layout, &blocks).then_some(layout),
            None => chosen_layout(&blocks),
        };
        if layout.is_none() {
            let fault = Diagnostic::new(Code::MarkupUnsupported, say!("slide-without-layout"));
            self.fault(line, fault.hint(say!("hint-slide-one-block")));
        }
        let section = match attributes.get("section") {
            Some(name) => Some(name.to_owned()),
            None => (layout == Some(Layout::Section)).then(|| plain_text(&title)),
        };
        let is_laid_out = layout.is_some();
        let layout = layout.unwrap_or(Layout::Text);
        let slide = Slide { number, layout, label, section, title, blocks, notes, source };
        if is_laid_out {
            self.fit(line, &slide);
        }
        slide
    }

    fn named_layout(&mut self, line: u32, attributes: &Attributes) -> Option<Layout> {
        match attributes.get("layout")? {
            "title" => Some(Layout::Title),
            "section" => Some(Layout::Section),
            "columns" => Some(Layout::Columns),
            "closing" => Some(Layout::Closing),
            other => {
                let message = say!("slide-layout-unknown", name = other);
                let fault = Diagnostic::new(Code::DirectiveAttribute, message);
                self.fault(line, fault.hint(say!("hint-slide-layouts", names = LAYOUTS)));
                None
            }
        }
    }

    /// Width and height of a chart after some other blocks.
    fn chart_space(&self, layout: Option<Layout>, before: usize) -> (f64, f64) {
        let columns = self.sheet.column_frames();
        let frame = match layout {
            Some(Layout::Columns) => columns.get(before).copied().unwrap_or(columns[1]),
            _ => self.sheet.body_frame(),
        };
        (frame.width, frame.height)
    }
}

/// The layout for a slide's blocks; `None` where they are of kinds that have none together.
fn chosen_layout(blocks: &[Block]) -> Option<Layout> {
    match blocks {
        [Block::Figure(_)] => Some(Layout::Figure),
        [Block::Table(_)] => Some(Layout::Table),
        [Block::Numbers(numbers)] if numbers.len() == 1 => Some(Layout::Number),
        [Block::Numbers(_)] => Some(Layout::Tiles),
        [Block::Quote(_), rest @ ..] => {
            rest.iter().all(|b| matches!(b, Block::Quote(_))).then_some(Layout::Quotes)
        }
        _ => blocks.iter().all(is_text).then_some(Layout::Text),
    }
}

/// Whether a layout that the author names has a place for each of the blocks.
fn may_hold(layout: Layout, blocks: &[Block]) -> bool {
    let in_column = |block| {
        let alone = chosen_layout(std::slice::from_ref(block));
        alone.is_some_and(|layout| !matches!(layout, Layout::Number | Layout::Tiles))
    };
    match layout {
        Layout::Columns => blocks.len() == 2 && blocks.iter().all(in_column),
        _ => blocks.iter().all(is_text),
    }
}

/// Whether a block stands in a frame of text.
fn is_text(block: &Block) -> bool {
    match block {
        Block::Paragraph(_) => true,
        Block::List(list) => list.items.iter().flatten().all(is_text),
        Block::Callout(callout) => callout.blocks.iter().all(is_text),
        _ => false,
    }
}
