//! The numbers that a document prints, and those of a deck or paper that the report behind it does not.
//!
//! Numbers are compared by datum and printed value, never by their text: one of the same datum with the same
//! rounding is proven, one whose datum the report does not print has to be among its values, or its digits among
//! those that stand in the report's words (numbers of questions, of names).

use std::collections::{BTreeMap, BTreeSet};

use super::outline::numerals_of;
use super::{Block, Body, Document, Figure, Inline, Inlines, Slide, TextRole, numbers_in, walk_inlines};
use crate::quantity::{Number, Rounded};

/// The numbers of a document.
#[derive(Debug, Default)]
pub struct PrintedNumbers {
    /// By datum: every value that is printed of it, both ends of a range.
    data: BTreeMap<String, BTreeSet<Vec<Rounded>>>,
    /// All values, those in charts too.
    values: BTreeSet<Rounded>,
    /// Digits of the words.
    numerals: BTreeSet<String>,
}

/// A number that the report lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnverifiedNumber {
    /// The number of the slide on which it stands; `None` in a document of pages.
    pub slide: Option<u32>,
    /// The number as it is printed.
    pub printed: String,
}

impl Document {
    /// The numbers that the document prints.
    pub fn printed_numbers(&self) -> PrintedNumbers {
        let mut printed = PrintedNumbers::default();
        for inline in self.body.texts().into_iter().flat_map(|(_, text)| walk_inlines(text)) {
            match inline {
                Inline::Text(words) => printed.numerals.extend(numerals_of(words)),
                Inline::Datum(number) => {
                    let values: Vec<Rounded> = number.rounded().collect();
                    printed.values.extend(&values);
                    printed.data.entry(number.datum.clone()).or_default().insert(values);
                }
                Inline::Strong(_)
                | Inline::Emphasis(_)
                | Inline::Link { .. }
                | Inline::Reference { .. }
                | Inline::Footnote { .. }
                | Inline::PageCount
                | Inline::LineBreak => {}
            }
        }
        printed.values.extend(self.figures().into_iter().flat_map(shown).flat_map(|(_, values)| values));
        printed
    }

    /// The numbers that a report does not print: a datum that is printed there otherwise, or a value that stands
    /// nowhere in it. What is printed without a datum (names, dates, addresses) needs no proof.
    pub fn unverified(&self, report: &PrintedNumbers) -> Vec<UnverifiedNumber> {
        match &self.body {
            Body::Report(blocks) => lacking(None, self.body.texts(), blocks, report),
            Body::Deck(slides) => {
                let of = |slide: &Slide| {
                    lacking(Some(slide.number), slide.texts().collect(), &slide.blocks, report)
                };
                slides.iter().flat_map(of).collect()
            }
        }
    }
}

fn lacking(
    slide: Option<u32>,
    texts: Vec<(TextRole, &Inlines)>,
    blocks: &[Block],
    report: &PrintedNumbers,
) -> Vec<UnverifiedNumber> {
    let numbers = texts.into_iter().flat_map(|(_, text)| numbers_in(text));
    let in_texts = numbers.filter(|number| !report.has(number)).map(|number| number.text.clone());
    let figures = blocks.iter().flat_map(Block::walk).filter_map(Block::as_figure);
    let in_charts = figures.flat_map(shown).filter_map(|(printed, values)| {
        let is_proven = values.iter().all(|value| report.has_value(*value));
        (!is_proven).then_some(printed)
    });
    in_texts.chain(in_charts).map(|printed| UnverifiedNumber { slide, printed }).collect()
}

impl PrintedNumbers {
    fn has(&self, number: &Number) -> bool {
        let mut values = number.rounded();
        match self.data.get(&number.datum) {
            Some(printed) => printed.contains(&values.collect::<Vec<_>>()),
            None => values.all(|value| self.has_value(value)),
        }
    }

    fn has_value(&self, value: Rounded) -> bool {
        self.values.contains(&value) || self.numerals.contains(&value.digits())
    }
}

/// What a figure's chart shows: each value as printed, with the ends of its interval rounded as it is.
fn shown(figure: &Figure) -> Vec<(String, Vec<Rounded>)> {
    let Some(chart) = &figure.chart else { return Vec::new() };
    let cells = chart.readout().rows.into_iter().flat_map(|row| row.cells);
    let shown = cells.filter_map(|cell| {
        let number = cell.value?;
        let ends = cell.interval.into_iter().flat_map(|(low, high)| [low, high]);
        let ends = ends.map(|end| Rounded::new(end, number.decimals));
        let values = number.rounded().chain(ends).collect();
        Some((number.text, values))
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Hyphens, Inline, Layout, Meta};
    use super::*;

    fn deck(datum: &str, value: f64, decimals: u8, text: &str) -> Document {
        let (datum, text) = (datum.to_owned(), text.to_owned());
        let number = Number { datum, value, decimals, text, ..Number::default() };
        let title = vec![Inline::Datum(number), Inline::text("-ы")];
        let slide = Slide {
            number: 1,
            layout: Layout::Text,
            label: "a".to_owned(),
            section: None,
            title,
            blocks: Vec::new(),
            notes: Vec::new(),
            source: Vec::new(),
            scale: 1.0,
        };
        Document { meta: Meta::default(), body: Body::Deck(vec![slide]), hyphens: Hyphens::default() }
    }

    #[test]
    fn a_number_is_proven_by_the_same_datum_with_the_same_rounding() {
        let report = deck("q1.percent", 63.41, 1, "63,4%").printed_numbers();
        assert_eq!(deck("q1.percent", 63.38, 1, "63.4 %").unverified(&report), []);
        let rounded = deck("q1.percent", 63.41, 0, "63%").unverified(&report);
        assert_eq!(rounded, [UnverifiedNumber { slide: Some(1), printed: "63%".to_owned() }]);
        assert_eq!(
            deck("q2.percent", 63.4, 1, "63,4%").unverified(&report),
            [],
            "a value that the report prints"
        );
        assert_eq!(deck("q2.percent", 41.0, 1, "41,0%").unverified(&report).len(), 1);
    }
}
