//! All text of a document in reading order: for glyph checks and for comparing what writers wrote.

use super::walk::Part;
use super::{Block, Body, Caption, Contents, Document, Heading, Inlines, plain_text};

impl Document {
    /// Titles, paragraphs, captions, cells and notes, one a line; chart labels through their alt text.
    pub fn text(&self) -> String {
        let mut text = PlainText::default();
        text.line(&self.meta.title);
        text.line(self.meta.mark.as_deref().unwrap_or_default());
        match &self.body {
            Body::Report(blocks) => text.blocks(blocks),
            Body::Deck(slides) => {
                for slide in slides {
                    text.inlines("", &slide.title);
                    text.blocks(&slide.blocks);
                    slide.source.iter().for_each(|source| text.inlines("", source));
                    text.blocks(&slide.notes);
                }
            }
        }
        text.0
    }
}

#[derive(Default)]
struct PlainText(String);

impl PlainText {
    fn line(&mut self, line: &str) {
        if !line.is_empty() {
            self.0.push_str(line);
            self.0.push('\n');
        }
    }

    fn inlines(&mut self, label: &str, inlines: &Inlines) {
        self.line(&format!("{label}{}", plain_text(inlines)));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        let (alternatives, mut label) = beside_text(block);
        alternatives.into_iter().for_each(|alternative| self.line(alternative));
        for part in block.parts() {
            match part {
                Part::Text(_, text) => self.inlines(&std::mem::take(&mut label), text),
                Part::Block(inner) => self.block(inner),
            }
        }
    }
}

/// What a block prints that is no running text: the alternatives of what is drawn, and what stands before its first
/// text, number of a heading or label of a caption.
fn beside_text(block: &Block) -> (Vec<&str>, String) {
    match block {
        Block::Heading(heading) | Block::Contents(Contents { heading, .. }) => (Vec::new(), number(heading)),
        Block::Figure(figure) => {
            (figure.drawings.iter().map(|drawing| drawing.alt.as_str()).collect(), label(&figure.caption))
        }
        Block::Table(table) => (Vec::new(), label(&table.caption)),
        Block::Formula(formula) => (vec![formula.alt.as_str()], String::new()),
        Block::TitlePage(_)
        | Block::Paragraph(_)
        | Block::List(_)
        | Block::Callout(_)
        | Block::Quote(_)
        | Block::Numbers(_)
        | Block::Bibliography(_)
        | Block::PageBreak => (Vec::new(), String::new()),
    }
}

fn number(heading: &Heading) -> String {
    heading.number.as_deref().map(|number| format!("{number} ")).unwrap_or_default()
}

fn label(caption: &Caption) -> String {
    let separator = if caption.number.is_some() { caption.separator.as_str() } else { "" };
    format!("{}{separator}", caption.label())
}
