//! Puts the authors' own texts into the sections of a rendered document.
//!
//! Both sides are rendered and still carry the marks of their lines, so that each line of the result leads back to
//! the file it stands in.

use super::line_map;
use crate::study::authored::Position;

/// A text in place of, below the heading of, or at the end of a section.
pub struct SectionText<'a> {
    /// Id of the section, without `sec-`.
    pub section: &'a str,
    /// Where in the section it stands.
    pub position: Position,
    /// The rendered text.
    pub text: &'a str,
}

/// A heading line of a rendered text.
struct Heading {
    /// Index of its line.
    line: usize,
    level: usize,
    section: Option<String>,
}

/// The document with the text in its place; `None` where no section has that id.
pub fn put_in(rendered: &str, own: &SectionText<'_>) -> Option<String> {
    let lines: Vec<&str> = rendered.split_inclusive('\n').collect();
    let headings = headings(&lines);
    let at = headings.iter().position(|h| h.section.as_deref() == Some(own.section))?;
    let (first, level) = (headings[at].line, headings[at].level);
    let next = headings[at + 1..].iter().find(|h| h.level <= level);
    let end = next.map_or(lines.len(), |h| h.line);
    let (kept, left) = match own.position {
        Position::Instead if begins_with_heading(own.text) => (first, end),
        Position::Instead => (first + 1, end),
        Position::Before => (first + 1, first + 1),
        Position::After => (end, end),
    };
    let (before, after) = (lines[..kept].concat(), lines[left..].concat());
    Some(format!("{before}\n\n{}\n\n{after}", own.text.trim_end()))
}

/// The ids of all sections down to a level, in order.
pub fn names(rendered: &str, level: usize) -> Vec<String> {
    let lines: Vec<&str> = rendered.split_inclusive('\n').collect();
    headings(&lines).into_iter().filter(|h| h.level <= level).filter_map(|h| h.section).collect()
}

fn begins_with_heading(text: &str) -> bool {
    let first = text.lines().map(line_map::unmarked).find(|line| !line.trim().is_empty());
    first.is_some_and(|line| level(&line).is_some())
}

fn headings(lines: &[&str]) -> Vec<Heading> {
    let found = lines.iter().enumerate().filter_map(|(line, text)| {
        let text = line_map::unmarked(text);
        Some(Heading { line, level: level(&text)?, section: section(&text) })
    });
    found.collect()
}

/// The level of an ATX heading (CommonMark 4.2).
fn level(line: &str) -> Option<usize> {
    let hashes = line.bytes().take_while(|b| *b == b'#').count();
    ((1..=6).contains(&hashes) && line[hashes..].starts_with(' ')).then_some(hashes)
}

/// The id in a heading's braces, without `sec-`. What data bring to it is escaped for Markdown; ids hold nothing that
/// would need it.
fn section(heading: &str) -> Option<String> {
    let inside = heading.trim_end().strip_suffix('}')?.rsplit_once('{')?.1;
    let inside = inside.replace('\\', "");
    let id = inside.split_whitespace().find_map(|attribute| attribute.strip_prefix("id="))?;
    Some(id.strip_prefix("sec-").unwrap_or(id).trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Position, SectionText, names, put_in};

    const TEXT: &str =
        "# A {id=sec-a}\n\none\n\n## B {id=sec-q\\-b}\n\ntwo\n\n# C {role=annex id=annex-c}\n\nthree\n";

    fn with(section: &str, position: Position, text: &str) -> Option<String> {
        let lines = |text: String| text.lines().filter(|l| !l.is_empty()).collect::<Vec<_>>().join("|");
        put_in(TEXT, &SectionText { section, position, text }).map(lines)
    }

    #[test]
    fn a_text_stands_where_its_position_says() {
        let (a, b, c) = ("# A {id=sec-a}", "## B {id=sec-q\\-b}", "# C {role=annex id=annex-c}");
        assert_eq!(with("a", Position::Before, "new"), Some(format!("{a}|new|one|{b}|two|{c}|three")));
        assert_eq!(with("a", Position::After, "new"), Some(format!("{a}|one|{b}|two|new|{c}|three")));
        assert_eq!(with("a", Position::Instead, "new"), Some(format!("{a}|new|{c}|three")));
        assert_eq!(with("q-b", Position::Instead, "new"), Some(format!("{a}|one|{b}|new|{c}|three")));
        assert_eq!(with("q-b", Position::Instead, "## D\nnew"), Some(format!("{a}|one|## D|new|{c}|three")));
        assert_eq!(with("annex-c", Position::After, "new"), Some(format!("{a}|one|{b}|two|{c}|three|new")));
        assert_eq!(with("d", Position::After, "new"), None);
        assert_eq!(names(TEXT, 6), ["a", "q-b", "annex-c"]);
        assert_eq!(names(TEXT, 1), ["a", "annex-c"]);
    }
}
