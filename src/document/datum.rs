//! Numbers that come from data, on their way through the text of a template.
//!
//! A filter prints a number between marks that carry the id of its datum; reading the markup turns what
//! stands between them into [`Inline::Datum`](super::Inline::Datum). The marks are private-use characters,
//! which data cannot hold: loading refuses them.

use super::{Inline, Inlines};

const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';
/// The bytes of an id are the characters from here.
const BYTES: u32 = 0xE100;

/// A printed number with the id of its datum.
pub fn marked(fact: &str, printed: &str) -> String {
    let mut out = String::with_capacity(printed.len() + 3 * fact.len() + 6);
    out.push(OPEN);
    out.extend(fact.bytes().filter_map(|b| char::from_u32(BYTES + u32::from(b))));
    out.push_str(printed);
    out.push(CLOSE);
    out
}

fn byte_of_id(c: char) -> Option<u8> {
    u32::from(c).checked_sub(BYTES).and_then(|b| u8::try_from(b).ok())
}

/// A text without marks.
pub fn unmarked(text: &str) -> String {
    let is_mark = |c: char| matches!(c, OPEN | CLOSE) || byte_of_id(c).is_some();
    text.chars().filter(|c| !is_mark(*c)).collect()
}

/// The texts with the numbers between marks as inlines of their own.
pub fn bound(inlines: Inlines) -> Inlines {
    let mut out = Inlines::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Text(text) if text.contains(OPEN) => split(&text, &mut out),
            other => out.push(other),
        }
    }
    out
}

fn split(text: &str, out: &mut Inlines) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        push_text(before, out);
        let (inside, left) = after.split_once(CLOSE).unwrap_or((after, ""));
        let fact: Vec<u8> = inside.chars().map_while(byte_of_id).collect();
        let printed = inside.trim_start_matches(|c| byte_of_id(c).is_some());
        if !printed.is_empty() {
            let fact = String::from_utf8_lossy(&fact).into_owned();
            out.push(Inline::Datum { fact, text: unmarked(printed) });
        }
        rest = left;
    }
    push_text(rest, out);
}

/// Adds text to the last text, or as one of its own.
pub fn push_text(text: &str, out: &mut Inlines) {
    match out.last_mut() {
        _ if text.is_empty() => {}
        Some(Inline::Text(last)) => last.push_str(text),
        _ => out.push(Inline::text(text)),
    }
}

/// The inlines with numbers as plain text, down to the last footnote.
pub fn unbound(inlines: &mut Inlines) {
    let mut out = Inlines::with_capacity(inlines.len());
    for mut inline in std::mem::take(inlines) {
        match &mut inline {
            Inline::Datum { text, .. } | Inline::Text(text) => {
                push_text(text, &mut out);
                continue;
            }
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Link { text: inner, .. }
            | Inline::Footnote { text: inner, .. } => unbound(inner),
            Inline::Reference { .. } | Inline::LineBreak => {}
        }
        out.push(inline);
    }
    *inlines = out;
}

#[cfg(test)]
mod tests {
    use super::{bound, marked, unbound, unmarked};
    use crate::document::Inline;

    #[test]
    fn marks_become_numbers_and_numbers_text_again() {
        let text =
            format!("n = {}, {} in all", marked("sample.n", "2\u{A0}487"), marked("q1.percent", "63,4%"));
        assert_eq!(unmarked(&text), "n = 2\u{A0}487, 63,4% in all");
        let mut inlines = bound(vec![Inline::Strong(Vec::new()), Inline::text(text)]);
        let datum = Inline::Datum { fact: "sample.n".to_owned(), text: "2\u{A0}487".to_owned() };
        assert_eq!(inlines.get(2), Some(&datum));
        assert_eq!(inlines.len(), 6);
        unbound(&mut inlines);
        assert_eq!(inlines.get(1), Some(&Inline::text("n = 2\u{A0}487, 63,4% in all")));
    }
}
