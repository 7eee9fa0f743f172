//! What a document declares, without its words: for comparing the languages of one deliverable.

use std::fmt;

use super::{Block, Body, Document, Inline, Inlines};

/// A block with what has to be the same in every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub kind: &'static str,
    /// Label of the block, or of the last labelled one before it.
    pub label: String,
    /// Numbers in ascending order, targets of references, signs of uncertainty, sizes.
    pub facts: Vec<String>,
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} [{}]", self.kind, self.label, self.facts.join(" "))
    }
}

impl Document {
    /// The document's blocks in order, as far as they are the same in every language.
    pub fn outline(&self) -> Vec<Entry> {
        let mut outline =
            Outline { entries: Vec::new(), label: String::new(), mark: &self.meta.decimal_mark };
        match &self.body {
            Body::Report(blocks) => outline.blocks(blocks),
            Body::Deck(slides) => {
                for slide in slides {
                    outline.label.clone_from(&slide.label);
                    outline.entry("slide", vec![format!("{:?}", slide.layout)], &[&slide.title]);
                    outline.blocks(&slide.blocks);
                    outline.blocks(&slide.notes);
                }
            }
        }
        outline.entries
    }
}

struct Outline<'d> {
    entries: Vec<Entry>,
    label: String,
    mark: &'d str,
}

impl Outline<'_> {
    fn entry(&mut self, kind: &'static str, mut facts: Vec<String>, texts: &[&Inlines]) {
        let mut numbers = Vec::new();
        for text in texts {
            references(text, &mut facts);
            let plain = own_text(text);
            numbers.extend(self.numbers(&plain));
            facts.extend(plain.chars().filter(|c| matches!(c, '*' | '†')).map(String::from));
        }
        facts.sort();
        // The order of words differs between languages.
        numbers.sort();
        facts.extend(numbers);
        self.entries.push(Entry { kind, label: self.label.clone(), facts });
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::TitlePage(page) => self.entry("title page", vec![page.approvals.len().to_string()], &[]),
            Block::Contents(contents) => self.entry("contents", vec![format!("{:?}", contents.of)], &[]),
            Block::Heading(heading) => {
                self.label.clone_from(&heading.label);
                self.entry("heading", vec![heading.level.to_string(), format!("{:?}", heading.role)], &[]);
            }
            Block::Paragraph(text) => self.entry("paragraph", Vec::new(), &[text]),
            Block::List(list) => {
                self.entry("list", vec![list.items.len().to_string()], &[]);
                list.items.iter().for_each(|item| self.blocks(item));
            }
            Block::Figure(figure) => {
                self.label.clone_from(&figure.label);
                let notes: Vec<&Inlines> = figure.notes.iter().collect();
                self.entry("figure", vec![figure.caption.printed()], &notes);
            }
            Block::Table(table) => {
                self.label.clone_from(&table.label);
                self.entry("table", vec![table.caption.printed(), table.rows.len().to_string()], &[]);
                for row in &table.rows {
                    self.entry("row", Vec::new(), &row.cells.iter().collect::<Vec<_>>());
                }
                self.entry("notes", Vec::new(), &table.notes.iter().collect::<Vec<_>>());
            }
            Block::Callout(callout) => {
                self.entry("callout", Vec::new(), &[]);
                self.blocks(&callout.blocks);
            }
            Block::Quote(quote) => self.entry("quote", Vec::new(), &quote.text.iter().collect::<Vec<_>>()),
            Block::Numbers(numbers) => {
                let values = numbers.iter().flat_map(|n| self.numbers(&own_text(&n.value))).collect();
                self.entry("numbers", values, &[]);
            }
            Block::Formula(formula) => self.entry("formula", vec![formula.number.to_string()], &[]),
            Block::PageBreak => self.entry("page break", Vec::new(), &[]),
        }
    }

    fn numbers(&self, text: &str) -> Vec<String> {
        numbers(text, self.mark)
    }
}

/// The numbers of a text without grouping, with a point before the decimals; `mark` is what the text has there.
pub(super) fn numbers(text: &str, mark: &str) -> Vec<String> {
    let grouping = |c: char| matches!(c, '\u{A0}' | '\u{202F}') || (mark == "." && c == ',');
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |i: usize| letters.get(i).is_some_and(char::is_ascii_digit);
    let mut found = Vec::new();
    let mut number = String::new();
    for (i, c) in letters.iter().enumerate() {
        let between = i > 0 && is_digit(i - 1) && is_digit(i + 1);
        if c.is_ascii_digit() {
            number.push(*c);
        } else if between && mark.contains(*c) {
            number.push('.');
        } else if !(number.is_empty() || between && grouping(*c)) {
            found.push(std::mem::take(&mut number));
        }
    }
    if !number.is_empty() {
        found.push(number);
    }
    found
}

/// The text without the numbers of what it refers to: those are written in the way of each language.
fn own_text(inlines: &Inlines) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(own) | Inline::Datum { text: own, .. } => text.push_str(own),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                text.push_str(&own_text(inner));
            }
            Inline::Reference { .. } | Inline::LineBreak => text.push(' '),
            Inline::Footnote { text: inner, .. } => {
                text.push(' ');
                text.push_str(&own_text(inner));
            }
        }
    }
    text
}

fn references(inlines: &Inlines, targets: &mut Vec<String>) {
    for inline in inlines {
        match inline {
            Inline::Reference { target, .. } => targets.push(format!("@{target}")),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                references(inner, targets);
            }
            Inline::Footnote { text, .. } => {
                targets.push("footnote".to_owned());
                references(text, targets);
            }
            Inline::Text(_) | Inline::Datum { .. } | Inline::LineBreak => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Outline;

    #[test]
    fn numbers_are_the_same_however_they_are_written() {
        let with = |mark, text| Outline { entries: Vec::new(), label: String::new(), mark }.numbers(text);
        assert_eq!(with(",", "2\u{A0}540 және 63,4%, 15–20"), ["2540", "63.4", "15", "20"]);
        assert_eq!(with(".", "2,540 and 63.4%, 15–20"), ["2540", "63.4", "15", "20"]);
    }
}
