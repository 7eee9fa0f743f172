//! Digits typed by hand: numbers come into prose from data, so that none can be wrong or stale.

use crate::diag::{Code, Diagnostic, Place, say};

/// Warns of every line of a template whose prose holds a digit.
///
/// Not prose: tags, directive lines, attributes in braces, link targets, footnote names, and names of
/// standards that the locale file lists (`standards`).
pub fn typed_digits(path: &str, text: &str, standards: &[String]) -> Vec<Diagnostic> {
    let mut prose = String::new();
    let mut lines = vec![(0, 1u32)];
    let mut rest = text;
    let mut line = 1;
    while let Some(open) = ["{{", "{%", "{#"].iter().filter_map(|t| rest.find(t)).min() {
        push(&mut prose, &rest[..open], &mut lines, &mut line);
        let close = match &rest[open..open + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let end = rest[open..].find(close).map_or(rest.len(), |at| open + at + 2);
        line += u32::try_from(rest[open..end].matches('\n').count()).unwrap_or(0);
        lines.push((prose.len(), line));
        rest = &rest[end..];
    }
    push(&mut prose, rest, &mut lines, &mut line);
    for standard in standards {
        prose = prose.replace(standard.as_str(), &" ".repeat(standard.len()));
    }
    let mut found = Vec::new();
    let mut start = 0;
    for content in prose.split_inclusive('\n') {
        if let Some(at) = digit(content) {
            let number =
                lines.iter().rev().find(|(from, _)| *from <= start + at).map_or(1, |(_, line)| *line);
            found.push(
                Diagnostic::new(Code::TypedDigit, say!("typed-digit", text = content.trim()))
                    .at(Place::line(path, number))
                    .hint(say!("hint-typed-digit")),
            );
        }
        start += content.len();
    }
    found
}

fn push(prose: &mut String, text: &str, lines: &mut Vec<(usize, u32)>, line: &mut u32) {
    for content in text.split_inclusive('\n') {
        lines.push((prose.len(), *line));
        prose.push_str(content);
        if content.ends_with('\n') {
            *line += 1;
        }
    }
}

/// Where the first digit of a line's prose stands.
fn digit(line: &str) -> Option<usize> {
    let content = line.trim_start();
    if content.starts_with(":::") {
        return None;
    }
    // «1. item» is how Markdown writes a numbered list.
    let marker = content.bytes().take_while(u8::is_ascii_digit).count();
    let list = marker > 0 && matches!(content.as_bytes().get(marker), Some(b'.' | b')'));
    let mut depth = 0;
    for (at, c) in line.char_indices() {
        match c {
            '{' | '(' if c == '{' || line[..at].ends_with(']') => depth += 1,
            '}' | ')' if depth > 0 => depth -= 1,
            '[' if line[at..].starts_with("[^") => depth += 1,
            ']' if depth > 0 => depth -= 1,
            _ => {}
        }
        let in_marker = list && at < line.len() - content.len() + marker;
        if c.is_ascii_digit() && depth == 0 && !in_marker {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::typed_digits;

    fn lines(text: &str) -> Vec<u32> {
        let found = typed_digits("t.md", text, &["ISO 20252".to_owned()]);
        found.into_iter().filter_map(|d| d.place.and_then(|p| p.line)).collect()
    }

    #[test]
    fn digits_in_prose_are_found_on_their_lines() {
        assert_eq!(lines("a\n{{ x | num(decimals=1) }} and 5 more\n"), [2]);
        assert_eq!(lines("{%\n set a = 1\n%}\nin 2026\n"), [4]);
    }

    #[test]
    fn attributes_tags_lists_targets_and_standards_are_not_prose() {
        let text = "# T {id=sec-1}\n\n:::chart id=fig-1 limit=7\n1. item\n[](#fig-2)-x [a](https://x.kz/1)\n[^1]: ISO 20252\n";
        assert!(lines(text).is_empty(), "{:?}", lines(text));
    }
}
