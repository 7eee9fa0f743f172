//! Text of a slide or notes page: inlines become runs, blocks the paragraphs of a placeholder.

use super::deck::Deck;
use super::design::Bullets;
use super::text_body::exact_spacing;
use crate::diag::{Code, Diagnostics, Message, say};
use crate::document::{Block, Inline, List, Slide};
use crate::opc::xml::{Element, Node};
use crate::quantity::{Emu, Pt, whole};
use crate::write::ooxml::Relationships;

/// What a list's items stand in from the left, for each level.
pub const INDENT: Pt = Pt(24.0);

/// The emphasis that encloses a piece of text.
#[derive(Debug, Clone, Copy, Default)]
struct RunStyle<'a> {
    bold: bool,
    italic: bool,
    /// Relationship of the link that it is part of.
    link: Option<&'a str>,
}

/// The level of a paragraph in its placeholder, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphLevel {
    /// As the placeholder's level has it.
    Text(usize),
    /// A list's item: level and, in a numbered list, the number.
    Item(usize, Option<usize>),
}

/// Writes the text of one part: a slide, or its notes page.
#[derive(Debug)]
pub struct TextWriter<'a> {
    /// The deck that the part is of.
    pub deck: Deck<'a>,
    /// The slide of the document.
    pub slide: &'a Slide,
    /// Relationships of the part.
    pub relations: Relationships,
    /// What cannot stand on a slide.
    pub faults: Diagnostics,
    bullets: Bullets,
    /// Size and white above of paragraphs, where they are not those of the placeholder.
    pub own: Option<OwnType>,
}

/// The type of a slide that has it larger than its placeholder.
#[derive(Debug, Clone, Copy)]
pub struct OwnType {
    /// Size of the type.
    pub size: Pt,
    /// From line to line.
    pub line: Pt,
    /// White above a paragraph.
    pub before: Pt,
    /// What a list's items stand in, for each level.
    pub indent: Pt,
}

impl<'a> TextWriter<'a> {
    /// A writer for a part with some relationships already.
    pub fn new(deck: Deck<'a>, slide: &'a Slide, bullets: Bullets, relations: Relationships) -> Self {
        Self { deck, slide, relations, faults: Diagnostics::new(), bullets, own: None }
    }

    /// A paragraph, `a:p`.
    pub fn paragraph(&mut self, inlines: &[Inline], level: ParagraphLevel) -> Element {
        let indent = self.own.map_or(INDENT, |own| own.indent);
        let mut properties = properties(level, self.bullets, indent);
        if let Some(own) = self.own {
            let spacing = [("a:lnSpc", own.line), ("a:spcBef", own.before)];
            let spacing = spacing.map(|(name, points)| Element::new(name).child(exact_spacing(points)));
            properties.children.splice(0..0, spacing.map(Node::Element));
        }
        let mut paragraph = Element::new("a:p").child(properties);
        let mut runs = Vec::new();
        self.runs(inlines, RunStyle::default(), &mut runs);
        paragraph.children.extend(runs.into_iter().map(Node::Element));
        let end = Element::new("a:endParaRPr").with("lang", self.deck.language());
        paragraph.child(end)
    }

    /// Paragraphs of the placeholder's first level.
    pub fn lines<'t>(&mut self, lines: impl IntoIterator<Item = &'t Vec<Inline>>) -> Vec<Element> {
        lines.into_iter().map(|line| self.paragraph(line, ParagraphLevel::Text(0))).collect()
    }

    /// The paragraphs of blocks of text; a block of another kind has no place among them and is a fault.
    pub fn paragraphs(&mut self, blocks: &[Block]) -> Vec<Element> {
        let mut out = Vec::new();
        self.add_blocks(blocks, &mut out);
        out
    }

    fn add_blocks(&mut self, blocks: &[Block], out: &mut Vec<Element>) {
        for block in blocks {
            match block {
                Block::Paragraph(text) => out.push(self.paragraph(text, ParagraphLevel::Text(0))),
                Block::List(list) => self.add_list(list, 0, out),
                Block::Callout(callout) => self.add_blocks(&callout.blocks, out),
                Block::Quote(quote) => {
                    let lines = quote.text.iter().chain([&quote.attribution]);
                    out.extend(self.lines(lines.filter(|line| !line.is_empty())));
                }
                Block::TitlePage(_)
                | Block::Contents(_)
                | Block::Heading(_)
                | Block::Figure(_)
                | Block::Table(_)
                | Block::Numbers(_)
                | Block::Formula(_)
                | Block::Bibliography(_)
                | Block::PageBreak => self.misplaced(),
            }
        }
    }

    fn add_list(&mut self, list: &List, level: usize, out: &mut Vec<Element>) {
        for (index, item) in list.items.iter().enumerate() {
            let mut is_first = true;
            for block in item {
                match block {
                    Block::Paragraph(text) => {
                        let number = list.ordered.then_some(index + whole::count(list.start));
                        let level = match is_first {
                            true => ParagraphLevel::Item(level, number),
                            false => ParagraphLevel::Text(level),
                        };
                        out.push(self.paragraph(text, level));
                        is_first = false;
                    }
                    Block::List(inner) => self.add_list(inner, level + 1, out),
                    Block::TitlePage(_)
                    | Block::Contents(_)
                    | Block::Heading(_)
                    | Block::Figure(_)
                    | Block::Table(_)
                    | Block::Callout(_)
                    | Block::Quote(_)
                    | Block::Numbers(_)
                    | Block::Formula(_)
                    | Block::Bibliography(_)
                    | Block::PageBreak => self.misplaced(),
                }
            }
        }
    }

    fn runs(&mut self, inlines: &[Inline], style: RunStyle, out: &mut Vec<Element>) {
        for inline in inlines {
            match inline {
                Inline::Text(text) if text.is_empty() => {}
                Inline::Text(text) | Inline::Reference { number: text, .. } => {
                    out.push(self.run(text, style));
                }
                Inline::Datum(number) => out.push(self.run(&number.text, style)),
                Inline::Strong(inner) => self.runs(inner, RunStyle { bold: true, ..style }, out),
                Inline::Emphasis(inner) => self.runs(inner, RunStyle { italic: true, ..style }, out),
                Inline::Link { url, text } => {
                    // A deck has no labels to lead to: such a link is its text.
                    let id = (!url.starts_with('#')).then(|| self.relations.add_link(url));
                    self.runs(text, RunStyle { link: id.as_deref().or(style.link), ..style }, out);
                }
                Inline::Footnote { .. } => self.fault(say!("slide-footnote", slide = self.slide.number)),
                Inline::PageCount => {}
                Inline::LineBreak => out.push(Element::new("a:br")),
            }
        }
    }

    fn run(&self, text: &str, style: RunStyle) -> Element {
        let mut properties = Element::new("a:rPr").with("lang", self.deck.language());
        for (name, on) in [("b", style.bold), ("i", style.italic)] {
            if on {
                properties.set(name, "1");
            }
        }
        if let Some(own) = self.own {
            properties.set("sz", own.size.centipoints().to_string());
        }
        if let Some(id) = style.link {
            properties = properties.child(Element::new("a:hlinkClick").with("r:id", id));
        }
        // A hyphen at which no line breaks is a sign of its own in PowerPoint.
        let text =
            text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " ").replace("-\u{2060}", "\u{2011}");
        Element::new("a:r").child(properties).child(Element::new("a:t").text(text))
    }

    /// A block stands where a slide has no place for it.
    pub fn misplaced(&mut self) {
        self.fault(say!("slide-without-paragraphs", slide = self.slide.number));
    }

    /// Something that a deck cannot hold.
    pub fn fault(&mut self, message: Message) {
        self.faults.push(self.deck.fault(self.slide, Code::PptxBuild, message));
    }
}

/// `a:pPr`: levels count from 0 in the file.
fn properties(level: ParagraphLevel, bullets: Bullets, indent: Pt) -> Element {
    match level {
        ParagraphLevel::Text(level) => text_properties(level, bullets),
        ParagraphLevel::Item(level, number) => item_properties(level, number, bullets, indent),
    }
}

fn text_properties(level: usize, bullets: Bullets) -> Element {
    let mut properties = Element::new("a:pPr");
    if bullets.on_paragraphs {
        properties.set("marL", "0");
    }
    if level > 0 {
        properties.set("lvl", level.to_string());
    }
    if bullets.on_paragraphs {
        properties.with("indent", "0").child(Element::new("a:buNone"))
    } else {
        properties
    }
}

fn item_properties(level: usize, number: Option<usize>, bullets: Bullets, indent: Pt) -> Element {
    let indent: Emu = indent.emu();
    let margin: Emu = (0..=level).map(|_| indent).sum();
    let properties = Element::new("a:pPr")
        .with("marL", margin.to_string())
        .with("lvl", level.to_string())
        .with("indent", (-indent).to_string());
    let font = || Element::new("a:buFont").with("typeface", "+mj-lt");
    match number {
        None if bullets.on_items => properties,
        None => properties.child(font()).child(Element::new("a:buChar").with("char", "–")),
        Some(number) => {
            let numbered = Element::new("a:buAutoNum").with("type", "arabicPeriod");
            properties.child(font()).child(numbered.with("startAt", number.to_string()))
        }
    }
}
