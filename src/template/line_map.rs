//! From a line of rendered text back to the line of the template it came from.
//!
//! Each template line that begins outside a tag gets a mark of two private-use characters (file,
//! line) before rendering; stripping the marks afterwards builds the map. Data cannot hold such
//! characters: loading refuses them.

use super::tags;
use crate::diag::Location;

const FILE_BASE: u32 = 0xF_0000;
const LINE_BASE: u32 = 0x10_0000;
const LAST: u32 = 0xFFFD;
/// The upper half of the plane of files is for the units of sentences.
const UNIT_BASE: u32 = 0xF_8000;
const LAST_UNIT: u32 = 0xF_FFFD;

/// The mark of a line of a file, both by number.
pub fn line_mark(file: usize, line: u32) -> String {
    let file = u32::try_from(file).ok().and_then(|f| char::from_u32(FILE_BASE + f));
    file.into_iter().chain(char::from_u32(LINE_BASE + line.min(LAST))).collect()
}

/// The mark of a unit of a sentence, by its number.
pub fn unit_mark(unit: usize) -> Option<char> {
    let code = UNIT_BASE.checked_add(u32::try_from(unit).ok()?)?;
    char::from_u32(code).filter(|_| code <= LAST_UNIT)
}

/// The number of the unit that a mark is for.
fn unit(code: u32) -> Option<usize> {
    (UNIT_BASE..=LAST_UNIT).contains(&code).then(|| usize::try_from(code - UNIT_BASE).ok())?
}

/// The numbers of the units that a rendered text holds.
pub fn units(rendered: &str) -> std::collections::BTreeSet<usize> {
    rendered.chars().filter_map(|c| unit(u32::from(c))).collect()
}

/// What the units of a rendered text say, in its order: the number of each, and its words up to the next unit, the end of
/// the cell or the line.
pub fn spoken(rendered: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut is_open = false;
    for c in rendered.chars() {
        let code = u32::from(c);
        if let Some(unit) = unit(code) {
            found.push((unit, String::new()));
            is_open = true;
        } else if matches!(c, '\n' | '|' | '{') {
            is_open = false;
        } else if code < FILE_BASE
            && is_open
            && let Some((_, words)) = found.last_mut()
        {
            words.push(c);
        }
    }
    found
}

/// Template file and line of each rendered line.
#[derive(Debug, Default)]
pub struct LineMap {
    files: Vec<String>,
    /// (file index, line) of each rendered line, where known.
    lines: Vec<(usize, u32)>,
}

impl LineMap {
    /// The template place behind a rendered line (from 1).
    pub fn location(&self, line: u32) -> Location {
        let index = usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX);
        let found = self.lines.get(index).or(self.lines.last());
        match found.and_then(|(file, line)| self.files.get(*file).map(|f| (f, *line))) {
            Some((file, line)) => Location::line(file, line),
            None => Location::default(),
        }
    }
}

/// Puts a mark at the start of each line that begins outside a tag.
pub fn mark(text: &str, file: usize) -> String {
    let Some(file) = u32::try_from(file).ok().and_then(|f| char::from_u32(FILE_BASE + f)) else {
        return text.to_owned();
    };
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut inside: Option<&str> = None;
    for (line, content) in (1u32..).zip(text.split_inclusive('\n')) {
        if inside.is_none()
            && let Some(number) = char::from_u32(LINE_BASE + line.min(LAST))
        {
            out.push(file);
            out.push(number);
        }
        out.push_str(content);
        inside = scan(content, inside);
    }
    out
}

/// A column of a marked line as it is in the file, both from 1.
pub fn unmarked_column(marked: &str, line: u32, column: u32) -> u32 {
    let index = usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX);
    let begins = marked.lines().nth(index).and_then(|l| l.chars().next());
    let is_marked = begins.is_some_and(|c| ('\u{E000}'..='\u{10FFFD}').contains(&c));
    if is_marked { column.saturating_sub(2).max(1) } else { column }
}

/// The closing delimiter of the tag in which a line ends, if any.
fn scan<'a>(line: &str, mut inside: Option<&'a str>) -> Option<&'a str> {
    let mut rest = line;
    loop {
        match inside {
            Some(close) => match rest.find(close) {
                Some(at) => {
                    rest = &rest[at + close.len()..];
                    inside = None;
                }
                None => return inside,
            },
            None => {
                let (at, open, close) = tags::first(rest)?;
                rest = &rest[at + open.len()..];
                inside = Some(close);
            }
        }
    }
}

/// A line without its marks.
pub fn unmarked(line: &str) -> String {
    line.chars().filter(|c| u32::from(*c) < FILE_BASE).collect()
}

/// Takes the marks out and builds the map. A line in which a sentence stands leads to the first sentence of it; `units`
/// are the file and the line of each unit.
pub fn strip(rendered: &str, files: &[String], units: &[(usize, u32)]) -> (String, LineMap) {
    let mut text = String::with_capacity(rendered.len());
    let mut lines = Vec::new();
    let mut current = (0, 1);
    let mut pending = None;
    let mut at_line = current;
    let mut sentence = None;
    for c in rendered.chars() {
        let code = u32::from(c);
        if let Some(unit) = unit(code) {
            sentence = sentence.or(units.get(unit).copied());
        } else if (FILE_BASE..UNIT_BASE).contains(&code) {
            pending = usize::try_from(code - FILE_BASE).ok();
        } else if code >= LINE_BASE {
            current = (pending.take().unwrap_or(current.0), code - LINE_BASE);
            if text.is_empty() || text.ends_with('\n') {
                at_line = current;
            }
        } else {
            text.push(c);
            if c == '\n' {
                lines.push(sentence.take().unwrap_or(at_line));
                at_line = current;
            }
        }
    }
    lines.push(sentence.unwrap_or(at_line));
    (text, LineMap { files: files.to_vec(), lines })
}

#[cfg(test)]
mod tests {
    use super::{mark, spoken, strip, unit_mark};

    #[test]
    fn units_say_what_follows_their_marks() {
        let [a, b] = [0, 1].map(|at| unit_mark(at).unwrap());
        let said = spoken(&mark(&format!("x {a}one {b}two|3\n{b}four {{id=f}}\n"), 0));
        let told: Vec<(usize, &str)> = said.iter().map(|(unit, words)| (*unit, words.as_str())).collect();
        assert_eq!(told, [(0, "one "), (1, "two"), (1, "four ")]);
    }

    #[test]
    fn marks_vanish_and_lead_back() {
        let source = "one\n{% if\n x %}two\nthree {# a\n b #}\nfive\n";
        let marked = mark(source, 0);
        let (text, map) = strip(&marked, &["t.md".to_owned()], &[]);
        assert_eq!(text, source);
        assert_eq!(map.location(1).line, Some(1));
        assert_eq!(map.location(3).line, Some(2), "inside a tag the last mark counts");
        assert_eq!(map.location(6).line, Some(6));
    }
}
