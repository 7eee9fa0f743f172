//! The numbers that a document states, and those of a deck or paper that the report behind it does not.

use std::collections::{BTreeMap, BTreeSet};

use super::outline::numbers;
use super::{Block, Body, Document, Figure, Inline, Inlines, Slide};

/// The numbers of a document, as printed but without grouping, endings and signs.
#[derive(Debug, Default)]
pub struct PrintedNumbers {
    /// By datum: every form in which it is printed.
    data: BTreeMap<String, BTreeSet<Vec<String>>>,
    /// All of them, those in charts and tables, too.
    numbers: BTreeSet<String>,
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
    /// The numbers that the document states.
    pub fn printed_numbers(&self) -> PrintedNumbers {
        let mark = self.meta.decimal_mark.as_str();
        let mut stated = PrintedNumbers {
            numbers: numbers(&self.text(), mark).into_iter().collect(),
            ..PrintedNumbers::default()
        };
        for figure in self.figures() {
            stated.numbers.extend(shown(figure).iter().flat_map(|text| numbers(text, mark)));
        }
        self.body.clone().each_text_mut(&mut |text| {
            each_datum(text, &mut |fact, printed| {
                stated.data.entry(fact.to_owned()).or_default().insert(numbers(printed, mark));
            });
        });
        stated
    }

    /// The numbers that a report does not state: a datum that is printed there otherwise, or a number that stands
    /// nowhere in it. What is printed without a datum (names, dates, addresses) needs no proof.
    pub fn unverified(&self, report: &PrintedNumbers) -> Vec<UnverifiedNumber> {
        let parts: Vec<(Option<u32>, Body, &[Block])> = match &self.body {
            Body::Report(blocks) => vec![(None, self.body.clone(), blocks)],
            Body::Deck(slides) => {
                let alone = |slide: &Slide| Body::Deck(vec![slide.clone()]);
                slides.iter().map(|s| (Some(s.number), alone(s), s.blocks.as_slice())).collect()
            }
        };
        let mark = self.meta.decimal_mark.as_str();
        let mut found = Vec::new();
        for (slide, mut body, blocks) in parts {
            let mut lacks =
                |printed: &str| found.push(UnverifiedNumber { slide, printed: printed.to_owned() });
            body.each_text_mut(&mut |text| {
                each_datum(text, &mut |fact, printed| {
                    if !report.has(fact, &numbers(printed, mark)) {
                        lacks(printed);
                    }
                });
            });
            for block in blocks {
                if let Block::Figure(figure) = block {
                    let texts = shown(figure);
                    let all = texts.iter().flat_map(|text| numbers(text, mark));
                    all.filter(|number| !report.numbers.contains(number)).for_each(|number| lacks(&number));
                }
            }
        }
        found
    }
}

impl PrintedNumbers {
    fn has(&self, fact: &str, printed: &[String]) -> bool {
        match self.data.get(fact) {
            Some(forms) => forms.iter().any(|form| form == printed),
            None => printed.iter().all(|number| self.numbers.contains(number)),
        }
    }
}

/// What a figure's drawings say: their texts and values.
fn shown(figure: &Figure) -> Vec<&str> {
    let cells = figure.drawings.iter().filter_map(|drawing| drawing.data.as_ref());
    let cells = cells.flat_map(|data| data.rows.iter().flatten().map(String::as_str));
    figure.drawings.iter().map(|drawing| drawing.alt.as_str()).chain(cells).collect()
}

fn each_datum(inlines: &Inlines, visit: &mut impl FnMut(&str, &str)) {
    for inline in inlines {
        match inline {
            Inline::Datum { fact, text } => visit(fact, text),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Link { text: inner, .. }
            | Inline::Footnote { text: inner, .. } => each_datum(inner, visit),
            Inline::Text(_) | Inline::Reference { .. } | Inline::LineBreak => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Layout, Meta};
    use super::*;

    fn deck(fact: &str, text: &str) -> Document {
        let title = vec![Inline::Datum { fact: fact.to_owned(), text: text.to_owned() }];
        let slide = Slide {
            number: 1,
            layout: Layout::Text,
            label: "a".to_owned(),
            section: None,
            title,
            blocks: Vec::new(),
            notes: Vec::new(),
            source: Vec::new(),
        };
        let meta = Meta { decimal_mark: ",".to_owned(), ..Meta::default() };
        Document { meta, body: Body::Deck(vec![slide]), hyphens: super::super::Hyphens::default() }
    }

    #[test]
    fn a_number_is_proven_by_the_same_datum_with_the_same_rounding() {
        let report = deck("q1.percent", "63,4%").printed_numbers();
        assert_eq!(deck("q1.percent", "63,4%-ы").unverified(&report), []);
        let rounded = deck("q1.percent", "63%").unverified(&report);
        assert_eq!(rounded, [UnverifiedNumber { slide: Some(1), printed: "63%".to_owned() }]);
        assert_eq!(deck("q2.percent", "41,0%").unverified(&report).len(), 1);
    }
}
