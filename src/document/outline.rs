//! What a document declares, without its words: for comparing the languages of one deliverable.
//!
//! Numbers of the data are compared by their printed values, whatever marks a language writes them with; of
//! digits that stand in the words themselves (years, names of documents) the digits are.

use super::walk::Part;
use super::{Block, Body, Document, Inline, Inlines, KeyNumber, numbers_in, walk_inlines};
use crate::quantity::Rounded;

/// A block with what has to be the same in every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineEntry {
    /// The kind of block: `heading`, `row`, …
    pub kind: &'static str,
    /// Label of the block, or of the last labelled one before it.
    pub label: String,
    /// Targets of references, signs of uncertainty, sizes, in ascending order.
    pub declared: Vec<String>,
    /// Values of the numbers that come from data, as printed, in ascending order: that of words differs.
    pub numbers: Vec<Rounded>,
    /// Digits of the words themselves, in ascending order.
    pub numerals: Vec<String>,
}

impl OutlineEntry {
    /// All that it declares: targets and signs, digits of the words, numbers of the data.
    pub fn values(&self) -> Vec<String> {
        let numbers = self.numbers.iter().map(Rounded::to_string);
        self.declared.iter().chain(&self.numerals).cloned().chain(numbers).collect()
    }
}

impl Document {
    /// The document's blocks in order, as far as they are the same in every language.
    pub fn outline(&self) -> Vec<OutlineEntry> {
        let mut outline = Outline::default();
        match &self.body {
            Body::Report(blocks) => outline.blocks(blocks),
            Body::Deck(slides) => {
                for slide in slides {
                    outline.label.clone_from(&slide.label);
                    outline.entry("slide", vec![format!("{:?}", slide.layout)], [&slide.title]);
                    outline.blocks(&slide.blocks);
                    outline.blocks(&slide.notes);
                }
            }
        }
        outline.entries
    }
}

#[derive(Default)]
struct Outline {
    entries: Vec<OutlineEntry>,
    label: String,
}

impl Outline {
    fn entry<'t>(
        &mut self,
        kind: &'static str,
        mut declared: Vec<String>,
        texts: impl IntoIterator<Item = &'t Inlines>,
    ) {
        let (mut numbers, mut numerals) = (Vec::new(), Vec::new());
        for text in texts {
            numbers.extend(numbers_in(text).flat_map(|number| number.rounded()));
            for inline in walk_inlines(text) {
                match inline {
                    Inline::Text(words) => {
                        numerals.extend(numerals_of(words));
                        declared.extend(words.chars().filter(|c| matches!(c, '*' | '†')).map(String::from));
                    }
                    Inline::Reference { target, .. } => declared.push(format!("@{target}")),
                    Inline::Footnote { .. } => declared.push("footnote".to_owned()),
                    Inline::Datum(_)
                    | Inline::Strong(_)
                    | Inline::Emphasis(_)
                    | Inline::Link { .. }
                    | Inline::PageCount
                    | Inline::LineBreak => {}
                }
            }
        }
        declared.sort();
        numbers.sort();
        numerals.sort();
        self.entries.push(OutlineEntry { kind, label: self.label.clone(), declared, numbers, numerals });
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        if let Some(label) = block.label() {
            label.clone_into(&mut self.label);
        }
        match block {
            Block::TitlePage(page) => self.entry("title page", vec![page.approvals.len().to_string()], []),
            Block::Contents(contents) => self.entry("contents", vec![format!("{:?}", contents.of)], []),
            Block::Heading(heading) => {
                self.entry("heading", vec![heading.level.to_string(), format!("{:?}", heading.role)], []);
            }
            Block::Paragraph(text) => self.entry("paragraph", Vec::new(), [text]),
            Block::List(list) => self.entry("list", vec![list.items.len().to_string()], []),
            Block::Figure(figure) => self.entry("figure", vec![figure.caption.printed()], &figure.notes),
            Block::Table(table) => {
                self.entry("table", vec![table.caption.printed(), table.rows.len().to_string()], []);
                for row in &table.rows {
                    self.entry("row", Vec::new(), &row.cells);
                }
                self.entry("notes", Vec::new(), &table.notes);
            }
            Block::Callout(_) => self.entry("callout", Vec::new(), []),
            Block::Quote(quote) => self.entry("quote", Vec::new(), &quote.text),
            Block::Numbers(numbers) => {
                let values = numbers.iter().map(|KeyNumber { value, .. }| value);
                self.entry("numbers", Vec::new(), values);
            }
            Block::Formula(formula) => self.entry("formula", vec![formula.number.to_string()], []),
            Block::Bibliography(entries) => {
                let cited = entries.iter().map(|entry| entry.label.clone()).collect();
                self.entry("bibliography", cited, []);
            }
            Block::PageBreak => self.entry("page break", Vec::new(), []),
        }
        for part in block.parts() {
            match part {
                Part::Block(inner) => self.block(inner),
                Part::Text(..) => {}
            }
        }
    }
}

/// The runs of digits in words; marks inside a numeral (of decimals, of thousands) do not count, as each language
/// has its own.
pub(super) fn numerals_of(words: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut numeral = String::new();
    let mut letters = words.chars().peekable();
    while let Some(c) = letters.next() {
        let is_inside = letters.peek().is_some_and(char::is_ascii_digit) && !numeral.is_empty();
        if c.is_ascii_digit() {
            numeral.push(c);
        } else if !(numeral.is_empty() || is_inside && matches!(c, ',' | '.' | '\u{A0}' | '\u{202F}')) {
            found.push(std::mem::take(&mut numeral));
        }
    }
    found.extend(Some(numeral).filter(|numeral| !numeral.is_empty()));
    found
}

#[cfg(test)]
mod tests {
    use super::{Outline, OutlineEntry, numerals_of};
    use crate::document::Inline;
    use crate::quantity::Number;

    #[test]
    fn numerals_are_the_same_however_they_are_written() {
        assert_eq!(numerals_of("2\u{A0}540 және 63,4%, 15–20"), ["2540", "634", "15", "20"]);
        assert_eq!(numerals_of("2,540 and 63.4%, 15–20"), ["2540", "634", "15", "20"]);
    }

    #[test]
    fn numbers_are_compared_by_their_values() {
        let entry = |value, decimals, text: &str, after: &str| -> OutlineEntry {
            let number = Number { value, decimals, text: text.to_owned(), ..Number::default() };
            let mut outline = Outline::default();
            outline.entry("paragraph", Vec::new(), [&vec![Inline::Datum(number), Inline::text(after)]]);
            outline.entries.remove(0)
        };
        assert_eq!(entry(63.41, 1, "63,4%", "-ы"), entry(63.38, 1, "63.4%", " of them"));
        assert_ne!(entry(63.4, 1, "63,4%", ""), entry(63.4, 0, "63%", ""));
        assert_ne!(entry(63.4, 1, "63,4%", " 2026"), entry(63.4, 1, "63,4%", ""));
        assert_eq!(entry(63.41, 1, "63,4%", " – 2026*").values(), ["*", "2026", "63.4"]);
    }
}
