//! The one traversal of a document: which texts and blocks stand inside which, in reading order.
//!
//! [`Block::parts`] is the only match that knows it. Everything that asks a document a question goes through it: a
//! new kind of block that holds text is found by hyphenation, glyph checks, references, parity and cross-checks alike.

use super::{
    BibliographyEntry, Block, Body, Callout, Caption, Contents, Document, Drawing, Figure, Heading, Inlines,
    KeyNumber, List, Quote, Slide, Table, TitlePage,
};

/// What a running text is, as far as that decides how it is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextRole {
    /// A line of the title page.
    TitlePage,
    /// A heading, the message of a slide.
    Heading,
    /// A paragraph of the text or of a quotation.
    Running,
    /// Who said what is quoted.
    Attribution,
    /// The caption of a figure or table.
    Caption,
    /// A cell of a table.
    Cell,
    /// A note under a figure or table, a source at a slide's foot.
    Note,
    /// A key number, its label or its detail.
    KeyNumber,
}

/// What stands directly inside a block.
#[derive(Debug)]
pub enum Part<T, B> {
    /// A text of the block itself.
    Text(TextRole, T),
    /// A block inside it.
    Block(B),
}

/// The parts of a block by reference or by mutable reference; every field is named, so that a new one is not
/// forgotten.
macro_rules! parts {
    ($block:expr, $iter:ident) => {{
        let mut parts = Vec::new();
        match $block {
            Block::TitlePage(TitlePage {
                logos: _,
                organisation,
                approvals,
                kind,
                title,
                details,
                place,
            }) => {
                let names = organisation.$iter().chain(approvals.$iter().flatten());
                let lines = names.chain([kind, title]).chain(details.$iter()).chain([place]);
                add(&mut parts, TextRole::TitlePage, lines);
            }
            Block::Heading(heading) | Block::Contents(Contents { heading, of: _ }) => {
                let Heading { level: _, label: _, role: _, number: _, text } = heading;
                add(&mut parts, TextRole::Heading, [text]);
            }
            Block::Paragraph(text) => add(&mut parts, TextRole::Running, [text]),
            Block::List(List { ordered: _, start: _, items }) => {
                parts.extend(items.$iter().flatten().map(Part::Block));
            }
            Block::Figure(figure) => {
                let Figure { label: _, message, caption, caption_above: _, drawings: _, notes, chart: _ } =
                    figure;
                add(&mut parts, TextRole::Caption, message.$iter());
                let Caption { before: _, number: _, after: _, separator: _, text } = caption;
                add(&mut parts, TextRole::Caption, [text]);
                add(&mut parts, TextRole::Note, notes.$iter());
            }
            Block::Table(table) => {
                let Table {
                    label: _,
                    caption,
                    columns: _,
                    head,
                    rows,
                    notes,
                    landscape: _,
                    whole: _,
                    row_height: _,
                } = table;
                let Caption { before: _, number: _, after: _, separator: _, text } = caption;
                add(&mut parts, TextRole::Caption, [text]);
                add(&mut parts, TextRole::Cell, head.$iter());
                for row in rows.$iter() {
                    add(&mut parts, TextRole::Cell, row.cells.$iter());
                }
                add(&mut parts, TextRole::Note, notes.$iter());
            }
            Block::Callout(Callout { tone: _, blocks }) => parts.extend(blocks.$iter().map(Part::Block)),
            Block::Quote(Quote { text, attribution }) => {
                add(&mut parts, TextRole::Running, text.$iter());
                add(&mut parts, TextRole::Attribution, [attribution]);
            }
            Block::Numbers(numbers) => {
                for KeyNumber { value, label, detail, tone: _ } in numbers.$iter() {
                    add(&mut parts, TextRole::KeyNumber, [value, label, detail]);
                }
            }
            Block::Bibliography(entries) => {
                for BibliographyEntry { label: _, number: _, text } in entries.$iter() {
                    add(&mut parts, TextRole::Running, [text]);
                }
            }
            Block::Formula(_) | Block::PageBreak => {}
        }
        parts
    }};
}

fn add<T, B>(parts: &mut Vec<Part<T, B>>, role: TextRole, texts: impl IntoIterator<Item = T>) {
    parts.extend(texts.into_iter().map(|text| Part::Text(role, text)));
}

impl Block {
    /// Texts and blocks directly inside the block, in reading order.
    pub fn parts(&self) -> Vec<Part<&Inlines, &Self>> {
        parts!(self, iter)
    }

    /// As [`Block::parts`], to be changed in place.
    pub fn parts_mut(&mut self) -> Vec<Part<&mut Inlines, &mut Self>> {
        parts!(self, iter_mut)
    }

    /// The blocks directly inside it.
    pub fn children_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        self.parts_mut().into_iter().filter_map(|part| match part {
            Part::Block(block) => Some(block),
            Part::Text(..) => None,
        })
    }

    /// The texts of the block itself, without those of blocks inside it.
    pub fn texts(&self) -> impl Iterator<Item = (TextRole, &Inlines)> {
        self.parts().into_iter().filter_map(|part| match part {
            Part::Text(role, text) => Some((role, text)),
            Part::Block(_) => None,
        })
    }

    /// The block, and all blocks inside it at any depth, in reading order.
    pub fn walk(&self) -> Vec<&Self> {
        let inner = self.parts().into_iter().flat_map(|part| match part {
            Part::Block(block) => block.walk(),
            Part::Text(..) => Vec::new(),
        });
        std::iter::once(self).chain(inner).collect()
    }

    /// What references and lists of contents point to; a block without a label can be pointed to by none.
    pub fn label(&self) -> Option<&str> {
        match self {
            Self::Heading(heading) | Self::Contents(Contents { heading, .. }) => Some(&heading.label),
            Self::Figure(figure) => Some(&figure.label),
            Self::Table(table) => Some(&table.label),
            Self::Formula(formula) => Some(&formula.label),
            Self::TitlePage(_)
            | Self::Paragraph(_)
            | Self::List(_)
            | Self::Callout(_)
            | Self::Quote(_)
            | Self::Numbers(_)
            | Self::Bibliography(_)
            | Self::PageBreak => None,
        }
    }

    /// The figure, where it is one.
    pub fn as_figure(&self) -> Option<&Figure> {
        if let Self::Figure(figure) = self { Some(figure) } else { None }
    }

    /// The heading, where it is one.
    pub fn as_heading(&self) -> Option<&Heading> {
        if let Self::Heading(heading) = self { Some(heading) } else { None }
    }

    fn collect_mut<'b>(&'b mut self, texts: &mut Vec<(TextRole, &'b mut Inlines)>) {
        for part in self.parts_mut() {
            match part {
                Part::Text(role, text) => texts.push((role, text)),
                Part::Block(block) => block.collect_mut(texts),
            }
        }
    }
}

fn labels_of(blocks: &[Block]) -> impl Iterator<Item = &str> {
    blocks.iter().flat_map(Block::walk).filter_map(Block::label)
}

impl Slide {
    fn labels(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.label.as_str()).chain(labels_of(&self.blocks))
    }

    /// Every running text of the slide and of what is said beside it: message, blocks, notes, source.
    pub fn texts(&self) -> impl Iterator<Item = (TextRole, &Inlines)> {
        let blocks = self.blocks.iter().chain(&self.notes).flat_map(Block::walk);
        let source = self.source.iter().map(|text| (TextRole::Note, text));
        std::iter::once((TextRole::Heading, &self.title)).chain(blocks.flat_map(Block::texts)).chain(source)
    }
}

impl Body {
    /// Every running text: titles, paragraphs, captions, cells, notes.
    pub fn texts(&self) -> Vec<(TextRole, &Inlines)> {
        match self {
            Self::Report(blocks) => blocks.iter().flat_map(Block::walk).flat_map(Block::texts).collect(),
            Self::Deck(slides) => slides.iter().flat_map(Slide::texts).collect(),
        }
    }

    /// As [`Body::texts`], to be changed in place.
    pub fn texts_mut(&mut self) -> Vec<(TextRole, &mut Inlines)> {
        let mut texts = Vec::new();
        match self {
            Self::Report(blocks) => blocks.iter_mut().for_each(|block| block.collect_mut(&mut texts)),
            Self::Deck(slides) => {
                for slide in slides {
                    texts.push((TextRole::Heading, &mut slide.title));
                    let blocks = slide.blocks.iter_mut().chain(&mut slide.notes);
                    blocks.for_each(|block| block.collect_mut(&mut texts));
                    texts.extend(slide.source.iter_mut().map(|text| (TextRole::Note, text)));
                }
            }
        }
        texts
    }

    /// Every block that is seen on pages or slides, in reading order; not what a speaker says.
    pub fn blocks(&self) -> Vec<&Block> {
        match self {
            Self::Report(blocks) => blocks.iter().flat_map(Block::walk).collect(),
            Self::Deck(slides) => slides.iter().flat_map(|s| &s.blocks).flat_map(Block::walk).collect(),
        }
    }
}

impl Document {
    /// Labels of headings, figures, tables, formulas and slides, in document order.
    pub fn labels(&self) -> Vec<&str> {
        match &self.body {
            Body::Report(blocks) => labels_of(blocks).collect(),
            Body::Deck(slides) => slides.iter().flat_map(Slide::labels).collect(),
        }
    }

    /// All figures, those inside callouts and lists too.
    pub fn figures(&self) -> Vec<&Figure> {
        self.body.blocks().into_iter().filter_map(Block::as_figure).collect()
    }

    /// The logos of the title page.
    pub fn logos(&self) -> &[Drawing] {
        let pages = self.body.blocks().into_iter().filter_map(|block| {
            if let Block::TitlePage(page) = block { Some(page.logos.as_slice()) } else { None }
        });
        pages.into_iter().next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{CalloutTone, Inline, plain_text};

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(vec![Inline::text(text)])
    }

    fn nested() -> Block {
        let list = List {
            ordered: false,
            start: 1,
            items: vec![vec![paragraph("b"), paragraph("c")], vec![paragraph("d")]],
        };
        let blocks = vec![paragraph("a"), Block::List(list), paragraph("e")];
        Block::Callout(Callout { tone: CalloutTone::Note, blocks })
    }

    #[test]
    fn blocks_inside_blocks_come_in_reading_order() {
        let block = nested();
        let texts = block.walk().into_iter().flat_map(Block::texts).map(|(_, text)| plain_text(text));
        assert_eq!(texts.collect::<String>(), "abcde");
    }

    #[test]
    fn what_is_changed_is_what_is_read() {
        let mut body = Body::Report(vec![nested(), paragraph("f")]);
        let read: Vec<TextRole> = body.texts().into_iter().map(|(role, _)| role).collect();
        let changed: Vec<TextRole> = body.texts_mut().into_iter().map(|(role, _)| role).collect();
        assert_eq!(read, changed);
        for (_, text) in body.texts_mut() {
            text.push(Inline::text("!"));
        }
        let all: String = body.texts().into_iter().map(|(_, text)| plain_text(text)).collect();
        assert_eq!(all, "a!b!c!d!e!f!");
    }
}
