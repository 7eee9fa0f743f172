//! All text of a document in reading order: for glyph checks and for comparing what writers wrote.

use super::{Block, Body, Cell, Contents, Document, Inlines, plain_text};

impl Document {
    /// Titles, paragraphs, captions, cells and notes, one a line; chart labels through their alt text.
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(&self.meta.title);
        lines.push(self.meta.mark.as_deref().unwrap_or_default());
        match &self.body {
            Body::Report(blocks) => lines.blocks(blocks),
            Body::Deck(slides) => {
                for slide in slides {
                    lines.inlines(&slide.title);
                    lines.blocks(&slide.blocks);
                    lines.all(&slide.source);
                    lines.blocks(&slide.notes);
                }
            }
        }
        lines.0
    }
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn push(&mut self, line: &str) {
        if !line.is_empty() {
            self.0.push_str(line);
            self.0.push('\n');
        }
    }

    fn inlines(&mut self, inlines: &Inlines) {
        self.push(&plain_text(inlines));
    }

    fn all(&mut self, many: &[Cell]) {
        many.iter().for_each(|cell| self.inlines(cell));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::TitlePage(page) => {
                self.all(&page.organisation);
                page.approvals.iter().for_each(|a| self.all(a));
                self.inlines(&page.kind);
                self.inlines(&page.title);
                self.all(&page.details);
                self.inlines(&page.place);
            }
            Block::Contents(Contents { heading, .. }) | Block::Heading(heading) => {
                let number = heading.number.as_deref().map(|n| format!("{n} ")).unwrap_or_default();
                self.push(&format!("{number}{}", plain_text(&heading.text)));
            }
            Block::Paragraph(text) => self.inlines(text),
            Block::List(list) => list.items.iter().for_each(|item| self.blocks(item)),
            Block::Figure(figure) => {
                figure.drawings.iter().for_each(|d| self.push(&d.alt));
                self.caption(&figure.caption);
                self.all(&figure.notes);
            }
            Block::Table(table) => {
                self.caption(&table.caption);
                self.all(&table.head);
                table.rows.iter().for_each(|row| self.all(&row.cells));
                self.all(&table.notes);
            }
            Block::Callout(callout) => self.blocks(&callout.blocks),
            Block::Quote(quote) => {
                self.all(&quote.text);
                self.inlines(&quote.attribution);
            }
            Block::Numbers(numbers) => {
                for number in numbers {
                    self.inlines(&number.value);
                    self.inlines(&number.label);
                    self.inlines(&number.detail);
                }
            }
            Block::Formula(formula) => self.push(&formula.alt),
            Block::PageBreak => {}
        }
    }

    fn caption(&mut self, caption: &super::Caption) {
        let separator = if caption.number.is_some() { caption.separator.as_str() } else { "" };
        self.push(&format!("{}{separator}{}", caption.label(), plain_text(&caption.text)));
    }
}
