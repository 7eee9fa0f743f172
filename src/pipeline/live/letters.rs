//! Where the words of sentences stand on pages: found by their letters and digits alone.
//!
//! Spaces, marks, markup, hyphens and capitals differ between what a template gave and what is set; the row of letters
//! does not. Long sentences are found first, in their order; short ones between them.

use super::super::live::document::PageText;
use crate::write::typst::Area;

/// Sentences with at least so many letters are looked for by themselves.
const LONG: usize = 24;
/// How far ahead, in letters, a long sentence may stand of the one before.
const AHEAD: usize = 60_000;

/// A letter on a page.
#[derive(Debug, Clone, Copy)]
struct Letter {
    /// Byte in the row of letters.
    at: usize,
    page: usize,
    run: usize,
    begin: usize,
    end: usize,
}

/// All letters of a document's pages in their order, without what pages repeat.
#[derive(Debug, Default)]
pub struct Letters {
    row: String,
    places: Vec<Letter>,
}

/// What stands on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch {
    /// From 0.
    pub page: usize,
    /// One for each line.
    pub areas: Vec<Area>,
}

/// The letters and digits of a text.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Letters {
    /// The letters of pages.
    pub fn of(pages: &[PageText]) -> Self {
        let mut found = Self::default();
        for (page, text) in pages.iter().enumerate() {
            for (run, own) in text.runs.iter().enumerate().filter(|(_, own)| !own.is_artifact) {
                for (begin, c) in own.text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
                    let at = found.row.len();
                    found.row.extend(c.to_lowercase());
                    found.places.push(Letter { at, page, run, begin, end: begin + c.len_utf8() });
                }
            }
        }
        found
    }

    /// Where each of the texts stands, given as letters in the order of the document; `None` for what is not found.
    pub fn find(&self, texts: &[String]) -> Vec<Option<(usize, usize)>> {
        let mut found: Vec<Option<(usize, usize)>> = vec![None; texts.len()];
        let mut from = 0;
        for (text, place) in texts.iter().zip(&mut found) {
            if text.chars().count() < LONG {
                continue;
            }
            let ahead = self.row.get(from..).unwrap_or_default();
            if let Some(at) = ahead.find(text.as_str()).filter(|at| *at < AHEAD) {
                *place = Some((from + at, from + at + text.len()));
                from += at + text.len();
            }
        }
        // Short ones: from the end of a gap to its beginning, because a heading stands in the contents, too.
        let mut until = self.row.len();
        for index in (0..texts.len()).rev() {
            if let Some((begin, _)) = found[index] {
                until = begin;
                continue;
            }
            let since = found[..index].iter().rev().find_map(|place| place.map(|(_, end)| end)).unwrap_or(0);
            let text = texts[index].as_str();
            let gap = self.row.get(since..until).filter(|_| text.chars().count() > 2).unwrap_or_default();
            if let Some(at) = gap.rfind(text) {
                found[index] = Some((since + at, since + at + text.len()));
                until = since + at;
            }
        }
        found
    }

    /// Every place of a row of letters.
    pub fn all(&self, wanted: &str) -> Vec<(usize, usize)> {
        self.row.match_indices(wanted).map(|(at, hit)| (at, at + hit.len())).collect()
    }

    /// The areas of a part of the row, page by page.
    pub fn areas(&self, pages: &[PageText], (begin, end): (usize, usize)) -> Vec<Stretch> {
        let first = self.places.partition_point(|letter| letter.at < begin);
        let last = self.places.partition_point(|letter| letter.at < end);
        let mut found: Vec<Stretch> = Vec::new();
        let mut open: Option<Letter> = None;
        let close = |letter: Letter, found: &mut Vec<Stretch>| {
            let Some(run) = pages.get(letter.page).and_then(|page| page.runs.get(letter.run)) else { return };
            let area = run.area(letter.begin, letter.end);
            match found.last_mut().filter(|stretch| stretch.page == letter.page) {
                Some(stretch) => join(&mut stretch.areas, area),
                None => found.push(Stretch { page: letter.page, areas: vec![area] }),
            }
        };
        for letter in self.places.get(first..last).unwrap_or_default() {
            match &mut open {
                Some(row) if row.page == letter.page && row.run == letter.run => row.end = letter.end,
                _ => {
                    if let Some(row) = open.replace(*letter) {
                        close(row, &mut found);
                    }
                }
            }
        }
        if let Some(row) = open {
            close(row, &mut found);
        }
        found
    }
}

/// Adds an area; one on the same line grows.
fn join(areas: &mut Vec<Area>, area: Area) {
    if let Some(last) = areas.last_mut() {
        let is_beside = (last[1] - area[1]).abs() < area[3] * 0.5 && area[0] >= last[0];
        let gap = area[0] - (last[0] + last[2]);
        if is_beside && gap < area[3] * 2.0 {
            last[2] = last[2].max(area[0] + area[2] - last[0]);
            return;
        }
    }
    areas.push(area);
}

#[cfg(test)]
mod tests {
    use super::{Letters, letters};
    use crate::pipeline::live::document::PageText;
    use crate::write::typst::TextRun;

    fn run(text: &str, y: f64) -> TextRun {
        let edges = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let edges =
            edges.enumerate().map(|(n, at)| (at, f64::from(u32::try_from(n).unwrap()) * 5.0)).collect();
        TextRun { text: text.to_owned(), x: 0.0, y, height: 10.0, edges, is_artifact: false }
    }

    #[test]
    fn sentences_are_found_whatever_breaks_them() {
        let contents = vec![run("Введение 3", 0.0)];
        let head = TextRun { is_artifact: true, ..run("Отчёт 2026", 0.0) };
        let second = vec![head, run("ВВЕДЕНИЕ", 20.0), run("В отчёте изложены ход под\u{ad}", 40.0)];
        let third = vec![run("готовки и начало сбора.", 10.0)];
        let pages = [contents, second, third].map(|runs| PageText { runs });
        let found = Letters::of(&pages);
        let said = ["Введение", "В **отчёте** изложены ход подготовки и начало сбора\\.", "Нет такого"];
        let places = found.find(&said.map(letters));
        let [title, lead, none] = places.as_slice() else { panic!("{places:?}") };
        let title = found.areas(&pages, title.unwrap());
        assert_eq!((title.len(), title[0].page), (1, 1), "the heading, not its line in the contents");
        assert_eq!(title[0].areas, [[0.0, 20.0, 40.0, 10.0]]);
        let lead = found.areas(&pages, lead.unwrap());
        assert_eq!(lead.iter().map(|stretch| stretch.page).collect::<Vec<_>>(), [1, 2]);
        assert!(none.is_none());
    }
}
