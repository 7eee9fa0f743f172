//! Soft hyphens for a writer whose typesetter cannot hyphenate the document's language.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::{Block, Body, Document, Inline, Inlines, TextRole, plain_text};
use crate::quantity::{Pt, whole as counted};
use crate::source::is_letter;

/// The soft hyphen: seen only where a line breaks.
pub const SOFT_HYPHEN: char = '\u{AD}';

/// Where the words of a document may be broken.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hyphens {
    /// Byte offsets of the breaks, by word.
    pub words: BTreeMap<String, Vec<usize>>,
    /// Names inside which no word is broken.
    pub unbroken: Vec<String>,
}

/// Letters of the shortest word that is broken in a table: its columns are narrow, its lines ragged.
const IN_TABLES: usize = 10;

/// A piece of a text.
enum Piece<'t> {
    Word(&'t str),
    Other(&'t str),
}

/// Splits a text into words of letters and what stands between them.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let letters = is_letter(first);
        let end = rest.find(|c: char| is_letter(c) != letters).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        found.push(if letters { Piece::Word(piece) } else { Piece::Other(piece) });
        rest = after;
    }
    found
}

fn first_word(text: &str) -> Option<String> {
    pieces(text).into_iter().find_map(|piece| match piece {
        Piece::Word(word) => Some(word.to_owned()),
        Piece::Other(_) => None,
    })
}

impl Document {
    /// Every word of the document, once.
    pub fn words(&self) -> BTreeSet<String> {
        let text = self.text();
        let words = pieces(&text).into_iter().filter_map(|piece| match piece {
            Piece::Word(word) => Some(word.to_owned()),
            Piece::Other(_) => None,
        });
        words.collect()
    }

    /// The words with which the cells of tables' heads begin: their capitals are no names'.
    pub fn head_words(&self) -> BTreeSet<String> {
        let heads = self
            .body
            .blocks()
            .into_iter()
            .filter_map(|block| if let Block::Table(table) = block { Some(&table.head) } else { None });
        heads.flatten().filter_map(|cell| first_word(&plain_text(cell))).collect()
    }

    /// The document with a soft hyphen at every place where its words may be broken.
    #[must_use]
    pub fn with_soft_hyphens(mut self) -> Self {
        let hyphens = &self.hyphens;
        each_text(&mut self.body, &mut |text, least| *text = hyphens.put_in(text, least));
        self
    }
}

/// Mean width of a letter, in em, in heads, which are bold, too; and the margins of a cell in an office program.
const LETTER: f64 = 0.55;
const BOLD_LETTER: f64 = 0.63;
const MARGINS: Pt = Pt(6.0);

impl Document {
    /// The document with soft hyphens in those words of its tables that are wider than their columns, of type of a
    /// size on pages of a width, upright or turned: an office program would part them anywhere, without a hyphen.
    #[must_use]
    pub fn with_parted_words(mut self, widths: [Pt; 2], size: Pt) -> Self {
        let Body::Report(blocks) = &mut self.body else { return self };
        for block in blocks {
            let Block::Table(table) = block else { continue };
            let width = widths[usize::from(table.landscape)];
            let shares: Vec<f64> = table.columns.iter().map(|column| column.width).collect();
            let whole: f64 = shares.iter().sum();
            let rows = table
                .rows
                .iter_mut()
                .map(|row| (if row.strong { BOLD_LETTER } else { LETTER }, &mut row.cells));
            for (letter, cells) in rows.chain([(BOLD_LETTER, &mut table.head)]) {
                for (cell, share) in cells.iter_mut().zip(&shares) {
                    let letters = (width * (share / whole) - MARGINS) / (size * letter);
                    let least = counted::nearest_count(letters.floor()) + 1;
                    in_inlines(cell, least, &mut |text, least| *text = self.hyphens.put_in(text, least));
                }
            }
        }
        self
    }
}

/// The word joiner: no line breaks at it, and nothing is seen of it.
pub const WORD_JOINER: char = '\u{2060}';

impl Document {
    /// The document with a word joiner wherever a line would break inside a range or between a number and its
    /// ending; headings, captions and slides too.
    #[must_use]
    pub fn with_joined_numbers(mut self) -> Self {
        self.body.texts_mut().into_iter().for_each(|(_, text)| in_inlines(text, 0, &mut join));
        self
    }

    /// The document with a word joiner behind the comma of every decimal: by the rules of Unicode a line may break there
    /// in a number after a colon.
    #[must_use]
    pub fn with_joined_decimals(mut self) -> Self {
        let join = &mut |text: &mut String, _| *text = joined_decimals(text);
        self.body.texts_mut().into_iter().for_each(|(_, text)| in_inlines(text, 0, join));
        self
    }

    /// The document with its DOCX justified as its PDF is: where soft hyphens stand in the text, Word has
    /// none to find.
    #[must_use]
    pub fn justified(mut self) -> Self {
        self.meta.justify_docx = self.meta.justify;
        self
    }
}

impl Hyphens {
    fn put_in(&self, text: &str, least: usize) -> String {
        let names = LazyCell::new(|| self.names_in(text));
        let mut out = String::with_capacity(text.len() + text.len() / 4);
        let mut at = 0;
        for piece in pieces(text) {
            match piece {
                Piece::Word(word) => {
                    // An ending after a numeral or an acronym stays with it.
                    // At the beginning of a text it is that of the reference before it.
                    let is_ending = out.strip_suffix('-').is_some_and(|stem| {
                        stem.chars().next_back().is_none_or(|before| !before.is_lowercase())
                    });
                    let breaks = if is_ending { None } else { self.breaks(word, least) };
                    let in_name = || names.iter().any(|(from, to)| *from <= at && at < *to);
                    let mut from = 0;
                    for to in breaks.filter(|_| !in_name()).into_iter().flatten() {
                        out.push_str(&word[from..*to]);
                        out.push(SOFT_HYPHEN);
                        from = *to;
                    }
                    out.push_str(&word[from..]);
                    at += word.len();
                }
                Piece::Other(other) => {
                    out.push_str(other);
                    at += other.len();
                }
            }
        }
        out
    }

    /// Where a word of at least so many letters may be broken.
    fn breaks(&self, word: &str, least: usize) -> Option<&Vec<usize>> {
        // A letter has a byte at the least.
        let is_long = word.len() >= least && word.chars().count() >= least;
        self.words.get(word).filter(|breaks| is_long && !breaks.is_empty())
    }

    /// Where the names stand in a text in which no word is broken.
    fn names_in(&self, text: &str) -> Vec<(usize, usize)> {
        let fitting = self.unbroken.iter().filter(|name| name.len() <= text.len());
        let found = fitting.flat_map(|name| text.match_indices(name.as_str()));
        found.map(|(at, hit)| (at, at + hit.len())).collect()
    }
}

fn join(text: &mut String, _: usize) {
    if text.contains(['–', '…', '-']) {
        *text = joined(text);
    }
}

/// Letters of the longest ending; what is longer is a word, before which a line may break.
const ENDING: usize = 8;

fn letters(text: &str) -> usize {
    text.chars().take_while(|c| is_letter(*c)).count()
}

/// What stands before a text or after it may be a number of its own.
fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    for (at, c) in text.char_indices() {
        out.push(c);
        let after = text[at + c.len_utf8()..].chars().next();
        let follows = before.is_none_or(|p: char| p.is_ascii_digit() || p == '%');
        let leads = match c {
            '–' | '…' => after.is_none_or(|n| n.is_ascii_digit()),
            '-' => (1..=ENDING).contains(&letters(&text[at + c.len_utf8()..])),
            _ => false,
        };
        if follows && leads {
            out.push(WORD_JOINER);
        }
        before = Some(c);
    }
    out
}

fn joined_decimals(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        out.push(c);
        let leads = || text[at + c.len_utf8()..].starts_with(|n: char| n.is_ascii_digit());
        if matches!(c, ',' | '.') && before.is_ascii_digit() && leads() {
            out.push(WORD_JOINER);
        }
        before = c;
    }
    out
}

/// Visits the running texts of a report with the letters of the shortest word that may be broken there; headings
/// and captions stay whole.
fn each_text(body: &mut Body, visit: &mut impl FnMut(&mut String, usize)) {
    match body {
        Body::Report(_) => {
            for (role, text) in body.texts_mut() {
                match role {
                    TextRole::Running => in_inlines(text, 0, visit),
                    TextRole::Cell | TextRole::Note => in_inlines(text, IN_TABLES, visit),
                    TextRole::TitlePage
                    | TextRole::Heading
                    | TextRole::Attribution
                    | TextRole::Caption
                    | TextRole::KeyNumber => {}
                }
            }
        }
        // Lines of a slide are short and ragged.
        Body::Deck(_) => {}
    }
}

fn in_inlines(inlines: &mut Inlines, least: usize, visit: &mut impl FnMut(&mut String, usize)) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => visit(text, least),
            Inline::Datum(number) => visit(&mut number.text, least),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Footnote { text: inner, .. } => {
                in_inlines(inner, least, visit);
            }
            // The words of a link may be its address.
            Inline::Link { .. } | Inline::Reference { .. } | Inline::PageCount | Inline::LineBreak => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Hyphens, joined, joined_decimals};

    #[test]
    fn ranges_and_endings_are_joined() {
        let seen = |text| joined(text).replace('\u{2060}', "|");
        assert_eq!(seen("44,9–50,3% – 5 – дом–2"), "44,9–|50,3% – 5 – дом–2");
        assert_eq!(seen("85,3%-ы, 15-ші, кілт-сөз, 2-3"), "85,3%-|ы, 15-|ші, кілт-сөз, 2-3");
        assert_eq!(seen("10-тұжырымдар"), "10-тұжырымдар");
        // A number of its own stands before such a text, or on both sides.
        assert_eq!(seen("-ға дейін"), "-|ға дейін");
        assert_eq!(seen("–"), "–|");
        assert_eq!(seen("– 5"), "– 5");
        assert_eq!(joined_decimals("в целом: 54,7, 12.").replace('\u{2060}', "|"), "в целом: 54,|7, 12.");
    }

    #[test]
    fn words_are_broken_outside_of_names_and_endings() {
        let hyphens = Hyphens {
            words: [("department".to_owned(), vec![2, 6])].into(),
            unbroken: vec!["the department of culture".to_owned()],
        };
        let put = |text, least| hyphens.put_in(text, least).replace('\u{AD}', "|");
        assert_eq!(put("a department, 15-department", 0), "a de|part|ment, 15-department");
        assert_eq!(put("IT-department, sub-department", 0), "IT-department, sub-de|part|ment");
        assert_eq!(put("-department", 0), "-department");
        assert_eq!(put("in the department of culture", 0), "in the department of culture");
        assert_eq!(put("department", 11), "department");
    }
}
