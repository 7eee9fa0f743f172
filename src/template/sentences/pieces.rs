//! A template's text as a row of tags and the text between them, each with its place.

use crate::template::tags;

/// A stretch of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What stands in the file, with the delimiters of a tag.
    pub text: &'a str,
    /// The delimiter that opens the tag: `{{`, `{%` or `{#`; empty between tags.
    pub open: &'static str,
    /// Line in the text, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl<'a> Piece<'a> {
    /// What a tag says, without delimiters, signs of trimming and white space around.
    pub fn inside(&self) -> &'a str {
        let Some(inside) = self.text.get(self.open.len()..) else { return "" };
        let inside = inside.get(..inside.len().saturating_sub(2)).unwrap_or(inside);
        inside.trim_matches(['-', ' ', '\n', '\t'])
    }

    /// The first word of a statement, such as `if`.
    pub fn statement(&self) -> Option<&'a str> {
        (self.open == "{%").then(|| self.inside().split_whitespace().next().unwrap_or_default())
    }
}

/// Cuts a text into its pieces; text between tags is cut at the ends of lines, too, with the line feed as the last
/// character of its piece. A tag that is not closed reaches to the end.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let (mut line, mut column) = (1, 1);
    let mut push = |text, open| {
        found.push(Piece { text, open, line, column });
        for c in str::chars(text) {
            if c == '\n' {
                line += 1;
                column = 1;
            } else {
                column += 1;
            }
        }
    };
    let mut rest = text;
    loop {
        let tag = tags::first(rest);
        let (before, after) = rest.split_at(tag.map_or(rest.len(), |(at, ..)| at));
        before.split_inclusive('\n').for_each(|part| push(part, ""));
        let Some((_, open, close)) = tag else { return found };
        let end = after.get(2..).and_then(|inside| inside.find(close)).map_or(after.len(), |at| at + 4);
        let (tag, left) = after.split_at(end);
        push(tag, open);
        rest = left;
    }
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn a_text_is_its_pieces_in_order() {
        let text = "a {{ b\n }}c\nd{%- if x -%}\n{# e #}";
        let all = pieces(text);
        let told: Vec<_> = all.iter().map(|p| (p.open, p.inside(), p.line, p.column)).collect();
        assert_eq!(
            told,
            [
                ("", "", 1, 1),
                ("{{", "b", 1, 3),
                ("", "", 2, 4),
                ("", "", 3, 1),
                ("{%", "if x", 3, 2),
                ("", "", 3, 14),
                ("{#", "e", 4, 1)
            ]
        );
        assert_eq!(all.iter().map(|p| p.text).collect::<String>(), text);
    }
}
