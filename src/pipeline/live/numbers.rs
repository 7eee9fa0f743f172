//! The numbers of a document's pages, bound as those of its PDF are.

use super::LiveStudy;
use super::document::LiveDocument;
use crate::pipeline::proving::Content;
use crate::proof::reading::{Place, Reading};
use crate::proof::{Binding, ProvenDatum, ProvenNumber, ProvenSource, Token, bind, tokens};
use crate::write::typst::{Area, TextRun};

/// A number on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct PageNumber {
    /// As it is printed.
    pub text: String,
    /// One, or several where it is set in parts.
    pub areas: Vec<Area>,
    /// What it is bound to; nothing where it has neither datum nor reason.
    pub binding: Option<Binding>,
    /// Label of the heading, figure or table that it stands under; empty where there is none.
    pub label: String,
}

/// All numbers of a document.
#[derive(Debug, Default)]
pub struct Numbers {
    /// The data that it prints, with where they come from.
    pub data: Vec<ProvenDatum>,
    /// What went into data that are derived.
    pub sources: Vec<ProvenSource>,
    /// Page by page.
    pub pages: Vec<Vec<PageNumber>>,
}

impl LiveStudy {
    /// The numbers of a document; found once.
    pub fn numbers<'d>(&self, document: &'d LiveDocument) -> &'d Numbers {
        document.numbers.get_or_init(|| self.bound(document))
    }

    /// Page from 0 and position there of the first number that comes from a line of a file, or from a cell such as
    /// `Sheet!D7` of a workbook.
    pub fn number_of_record(
        &self,
        document: &LiveDocument,
        (file, line): (&str, u32),
        cell: Option<&str>,
    ) -> Option<(usize, usize)> {
        let numbers = self.numbers(document);
        let is_own = |number: &PageNumber| {
            let Some(Binding::Datum(at)) = number.binding else { return false };
            let record = numbers.data.get(at).and_then(|datum| datum.origin.record.as_ref());
            record.is_some_and(|record| {
                record.file == file
                    && (cell.is_none() && record.line == line || cell == record.cell.as_deref())
            })
        };
        let mut pages = numbers.pages.iter().enumerate();
        pages.find_map(|(page, own)| Some((page, own.iter().position(is_own)?)))
    }

    /// Page from 0 and position there of the first print of a datum.
    pub fn number_of_datum(&self, document: &LiveDocument, id: &str) -> Option<(usize, usize)> {
        let numbers = self.numbers(document);
        let is_own = |number: &PageNumber| match number.binding {
            Some(Binding::Datum(at)) => numbers.data.get(at).is_some_and(|datum| datum.id == id),
            Some(Binding::Reason(_)) | None => false,
        };
        let mut pages = numbers.pages.iter().enumerate();
        pages.find_map(|(page, own)| Some((page, own.iter().position(is_own)?)))
    }

    fn bound(&self, document: &LiveDocument) -> Numbers {
        let context = &self.context;
        let content = Content::Document(&document.document);
        let evidence = context.evidence(&document.job, content);
        let expected = evidence.expected(content, &document.printed);
        let read: Vec<Vec<(Token, Vec<Area>)>> =
            document.texts.iter().map(|page| numbers_of(&page.runs)).collect();
        let places = read.iter().enumerate().map(|(at, numbers)| Place {
            name: format!("page {}", at + 1),
            tokens: numbers.iter().map(|(token, _)| token.clone()).collect(),
            sheet: String::new(),
        });
        let mut reading = Reading { places: places.collect(), ..Reading::default() };
        let mut lost = Vec::new();
        let places = bind(&reading, &expected, &context.proving.allowed).or_else(|unbound| {
            // What is bound to nothing is shown as that, and the rest is bound without it.
            for place in &mut reading.places {
                place.tokens.retain(|token| {
                    !unbound.iter().any(|one| one.place == place.name && one.token == *token)
                });
            }
            lost = unbound;
            bind(&reading, &expected, &context.proving.allowed)
        });
        let mut bound = places.unwrap_or_default().into_iter();
        let pages = read.into_iter().enumerate().map(|(at, numbers)| {
            let name = format!("page {}", at + 1);
            let mut own = bound.next().map(|place| place.numbers).unwrap_or_default().into_iter();
            let one = |(token, areas): (Token, Vec<Area>)| {
                let is_lost = lost.iter().any(|one| one.place == name && one.token == token);
                let bound = if is_lost { None } else { own.next() };
                let (binding, label) = bound.map_or((None, None), |ProvenNumber(_, binding, label)| {
                    (Some(binding), label.and_then(|label| expected.labels.get(label)).cloned())
                });
                PageNumber { text: token.text, areas, binding, label: label.unwrap_or_default() }
            };
            numbers.into_iter().map(one).collect()
        });
        let pages = pages.collect();
        Numbers { data: evidence.data, sources: evidence.sources, pages }
    }
}

/// The numbers of a page with their areas.
fn numbers_of(runs: &[TextRun]) -> Vec<(Token, Vec<Area>)> {
    let mut text = String::new();
    // Where the runs begin in the text, by byte.
    let mut begins = Vec::with_capacity(runs.len());
    for (at, run) in runs.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| runs.get(before));
        text.push_str(before.map_or("", |before| between(before, run)));
        begins.push(text.len());
        text.push_str(&run.text);
    }
    let mut from = 0;
    let mut found = Vec::new();
    for token in tokens(&text) {
        let Some(at) = text.get(from..).and_then(|rest| rest.find(&token.text)).map(|at| from + at) else {
            continue;
        };
        from = at + token.text.len();
        let first = begins.partition_point(|begin| *begin <= at).saturating_sub(1);
        let mut areas = Vec::new();
        let mut is_artifact = false;
        for (run, begin) in runs.iter().zip(&begins).skip(first).take_while(|(_, begin)| **begin < from) {
            areas.push(run.area(at.saturating_sub(*begin), (from - begin).min(run.text.len())));
            is_artifact |= run.is_artifact;
        }
        found.push((Token { is_artifact, ..token }, areas));
    }
    found
}

/// What stands between two runs: nothing where one goes on in the other.
fn between(before: &TextRun, after: &TextRun) -> &'static str {
    if (before.y + before.height - after.y - after.height).abs() > after.height * 0.25 {
        return "\n";
    }
    let gap = after.x - before.right();
    match gap.abs() < after.height * 0.12 {
        true => "",
        false if gap < 0.0 || gap > after.height * 1.5 => "\n",
        false => " ",
    }
}

#[cfg(test)]
mod tests {
    use super::numbers_of;
    use crate::write::typst::TextRun;

    fn run(text: &str, x: f64, y: f64) -> TextRun {
        let letters = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let edge = |(n, at): (usize, usize)| (at, x + f64::from(u32::try_from(n).unwrap()) * 5.0);
        TextRun {
            text: text.to_owned(),
            x,
            y,
            height: 10.0,
            edges: letters.enumerate().map(edge).collect(),
            is_artifact: false,
        }
    }

    #[test]
    fn a_number_set_in_parts_is_one_and_numbers_of_two_cells_are_two() {
        let runs =
            [run("доля 58,", 0.0, 0.0), run("8 %", 40.0, 0.0), run("12", 200.0, 0.0), run("3", 0.0, 20.0)];
        let found = numbers_of(&runs);
        let told: Vec<&str> = found.iter().map(|(token, _)| token.text.as_str()).collect();
        assert_eq!(told, ["58,8", "12", "3"]);
        assert_eq!(found[0].1, [[25.0, 0.0, 15.0, 10.0], [40.0, 0.0, 5.0, 10.0]]);
        assert_eq!(found[2].1, [[0.0, 20.0, 5.0, 10.0]]);
    }
}
