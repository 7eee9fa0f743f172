//! Numbers of the data on their way through text that is not yet inlines.
//!
//! What prints a number into a text puts it into a table and leaves a mark with its place there; reading
//! the text turns each mark into an [`Inline::Datum`] with the whole number. A mark is made of private-use
//! characters, which data cannot hold: loading refuses them.

use crate::quantity::Number;

use super::{Inline, Inlines, push_text};

/// Opens a mark; the digits of the number's place follow.
const MARK: char = '\u{E000}';
/// The digit nought; places are written in base [`BASE`].
const NOUGHT: u32 = 0xE100;
const BASE: u32 = 0x1000;

/// The numbers of one text, by their places.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NumberTable(Vec<Number>);

impl NumberTable {
    /// Keeps a number; the mark stands for it in the text.
    pub fn mark(&mut self, number: Number) -> String {
        let mut rest = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.push(number);
        let mut digits = Vec::new();
        loop {
            digits.extend(char::from_u32(NOUGHT + rest % BASE));
            rest /= BASE;
            if rest == 0 {
                break;
            }
        }
        std::iter::once(MARK).chain(digits.into_iter().rev()).collect()
    }

    /// A text as it is printed, each mark replaced by its number.
    pub fn printed(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, number, after)) = self.first(rest) {
            out.push_str(before);
            out.push_str(number.map_or("", |number| number.text.as_str()));
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// A text with its numbers as inlines of their own.
    pub fn inlines(&self, text: &str) -> Inlines {
        self.bind(vec![Inline::text(text)])
    }

    /// The inlines with the numbers of their texts as inlines of their own; those of inner inlines stay.
    pub fn bind(&self, inlines: Inlines) -> Inlines {
        let mut out = Inlines::with_capacity(inlines.len());
        for inline in inlines {
            match inline {
                Inline::Text(text) if text.contains(MARK) => self.split(&text, &mut out),
                Inline::Text(_)
                | Inline::Datum(_)
                | Inline::Strong(_)
                | Inline::Emphasis(_)
                | Inline::Link { .. }
                | Inline::Reference { .. }
                | Inline::Footnote { .. }
                | Inline::PageCount
                | Inline::LineBreak => out.push(inline),
            }
        }
        out
    }

    fn split(&self, text: &str, out: &mut Inlines) {
        let mut rest = text;
        while let Some((before, number, after)) = self.first(rest) {
            push_text(before, out);
            out.extend(number.filter(|number| !number.text.is_empty()).cloned().map(Inline::Datum));
            rest = after;
        }
        push_text(rest, out);
    }

    /// The first mark of a text: what stands before it, its number, what stands after it. A mark that was not made
    /// here has none.
    fn first<'t>(&self, text: &'t str) -> Option<(&'t str, Option<&Number>, &'t str)> {
        let (before, after) = text.split_once(MARK)?;
        let place = after
            .chars()
            .map_while(digit)
            .fold(0_u32, |place, digit| place.saturating_mul(BASE).saturating_add(digit));
        let number = usize::try_from(place).ok().and_then(|place| self.0.get(place));
        Some((before, number, after.trim_start_matches(|c| digit(c).is_some())))
    }
}

fn digit(c: char) -> Option<u32> {
    u32::from(c).checked_sub(NOUGHT).filter(|digit| *digit < BASE)
}

#[cfg(test)]
mod tests {
    use super::{BASE, NumberTable};
    use crate::document::{Block, Body, Document, Hyphens, Inline, Meta};
    use crate::quantity::Number;

    fn number(datum: &str, text: &str) -> Number {
        Number { datum: datum.to_owned(), text: text.to_owned(), ..Number::default() }
    }

    #[test]
    fn marks_become_numbers_and_numbers_text_again() {
        let mut table = NumberTable::default();
        let (n, share) = (number("sample.n", "2\u{A0}487"), number("q1.percent", "63,4%"));
        let text =
            format!("n = {}, {}{} in all", table.mark(n.clone()), table.mark(share), table.mark(n.clone()));
        assert_eq!(table.printed(&text), "n = 2\u{A0}487, 63,4%2\u{A0}487 in all");
        let inlines = table.bind(vec![Inline::Strong(Vec::new()), Inline::text(text)]);
        assert_eq!(inlines.get(2), Some(&Inline::Datum(n)));
        assert_eq!(inlines.len(), 7);
        let body = Body::Report(vec![Block::Paragraph(inlines)]);
        let document = Document { meta: Meta::default(), body, hyphens: Hyphens::default() };
        let plain = vec![Inline::Strong(Vec::new()), Inline::text("n = 2\u{A0}487, 63,4%2\u{A0}487 in all")];
        assert_eq!(document.with_plain_numbers().body, Body::Report(vec![Block::Paragraph(plain)]));
    }

    #[test]
    fn every_place_has_a_mark_of_its_own() {
        let mut table = NumberTable::default();
        let marks: Vec<String> = (0..BASE + 2).map(|i| table.mark(number("", &i.to_string()))).collect();
        for (place, mark) in marks.iter().enumerate() {
            assert_eq!(table.printed(mark), place.to_string());
        }
        assert_eq!(NumberTable::default().printed(&marks[5]), "");
    }
}
