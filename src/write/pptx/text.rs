//! Text of a slide: inlines become runs, blocks the paragraphs of a placeholder.

use super::design::TextStyle;
use super::slide::Slide;
use crate::diag::say;
use crate::document::{Block, Inline, List};
use crate::write::xml::{Element, Node};

/// The emphasis that encloses a piece of text.
#[derive(Debug, Clone, Copy, Default)]
struct RunStyle<'a> {
    bold: bool,
    italic: bool,
    /// Relationship of the link that it is part of.
    link: Option<&'a str>,
}

/// How a paragraph stands in its placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// As the placeholder's level has it (0 is the first).
    Level(usize),
    /// A list's item: depth and, in a numbered list, the number.
    Item(usize, Option<usize>),
}

impl Slide<'_, '_> {
    /// A paragraph, `a:p`.
    pub fn paragraph(&mut self, inlines: &[Inline], stand: Stand) -> Element {
        let mut paragraph = Element::new("a:p").child(properties(stand, self.deck.design.text));
        let mut runs = Vec::new();
        self.runs(inlines, RunStyle::default(), &mut runs);
        paragraph.children.extend(runs.into_iter().map(Node::Element));
        let end = Element::new("a:endParaRPr").with("lang", self.deck.language());
        paragraph.child(end)
    }

    /// The paragraphs of blocks of text.
    pub fn paragraphs(&mut self, blocks: &[Block]) -> Vec<Element> {
        let mut out = Vec::new();
        self.collect(blocks, &mut out);
        out
    }

    fn collect(&mut self, blocks: &[Block], out: &mut Vec<Element>) {
        for block in blocks {
            match block {
                Block::Paragraph(text) => out.push(self.paragraph(text, Stand::Level(0))),
                Block::List(list) => self.list(list, 0, out),
                Block::Callout(callout) => self.collect(&callout.blocks, out),
                Block::Quote(quote) => {
                    for text in quote.text.iter().chain([&quote.attribution]).filter(|text| !text.is_empty())
                    {
                        out.push(self.paragraph(text, Stand::Level(0)));
                    }
                }
                _ => self.misplaced(),
            }
        }
    }

    fn list(&mut self, list: &List, depth: usize, out: &mut Vec<Element>) {
        for (place, item) in list.items.iter().enumerate() {
            let mut is_first = true;
            for block in item {
                match block {
                    Block::Paragraph(text) => {
                        let number = list.ordered.then_some(place + 1);
                        let stand = if is_first { Stand::Item(depth, number) } else { Stand::Level(depth) };
                        out.push(self.paragraph(text, stand));
                        is_first = false;
                    }
                    Block::List(inner) => self.list(inner, depth + 1, out),
                    _ => self.misplaced(),
                }
            }
        }
    }

    fn runs(&mut self, inlines: &[Inline], look: RunStyle, out: &mut Vec<Element>) {
        for inline in inlines {
            match inline {
                Inline::Text(text) if text.is_empty() => {}
                Inline::Text(text) | Inline::Reference { number: text, .. } => out.push(self.run(text, look)),
                Inline::Datum(number) => out.push(self.run(&number.text, look)),
                Inline::Strong(inner) => self.runs(inner, RunStyle { bold: true, ..look }, out),
                Inline::Emphasis(inner) => self.runs(inner, RunStyle { italic: true, ..look }, out),
                Inline::Link { url, text } => {
                    // A deck has no labels to lead to: such a link is its text.
                    let id = (!url.starts_with('#')).then(|| self.relations.add_link(url));
                    self.runs(text, RunStyle { link: id.as_deref().or(look.link), ..look }, out);
                }
                Inline::Footnote { .. } => self.fault(say!("slide-footnote", slide = self.of.number)),
                Inline::LineBreak => out.push(Element::new("a:br")),
            }
        }
    }

    fn run(&self, text: &str, look: RunStyle) -> Element {
        let mut properties = Element::new("a:rPr").with("lang", self.deck.language());
        for (name, on) in [("b", look.bold), ("i", look.italic)] {
            if on {
                properties.set(name, "1");
            }
        }
        if let Some(id) = look.link {
            properties = properties.child(Element::new("a:hlinkClick").with("r:id", id));
        }
        let text = text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " ");
        Element::new("a:r").child(properties).child(Element::new("a:t").text(text))
    }
}

/// `a:pPr`: levels count from 0 in the file.
fn properties(stand: Stand, text: TextStyle) -> Element {
    let properties = Element::new("a:pPr");
    match stand {
        Stand::Level(level) => {
            let properties = if text.is_bulleted { properties.with("marL", "0") } else { properties };
            let properties = if level == 0 { properties } else { properties.with("lvl", level.to_string()) };
            if !text.is_bulleted {
                return properties;
            }
            properties.with("indent", "0").child(Element::new("a:buNone"))
        }
        Stand::Item(depth, number) => {
            let properties = properties
                .with("marL", (INDENT * (depth + 1)).to_string())
                .with("lvl", depth.to_string())
                .with("indent", format!("-{INDENT}"));
            match number {
                None if text.has_bullets => properties,
                None => properties
                    .child(Element::new("a:buFont").with("typeface", "+mj-lt"))
                    .child(Element::new("a:buChar").with("char", "–")),
                Some(number) => properties.child(Element::new("a:buFont").with("typeface", "+mj-lt")).child(
                    Element::new("a:buAutoNum")
                        .with("type", "arabicPeriod")
                        .with("startAt", number.to_string()),
                ),
            }
        }
    }
}

/// What a list's items stand in from the left, in EMU.
const INDENT: usize = 304_800;
