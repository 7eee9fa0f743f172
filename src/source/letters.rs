//! Letters and line ends of a text as the program works with them. Programs of a Mac write й, ё, қ as two
//! characters, old ones end lines with a carriage return alone; to the eye both are the same, to a search they are not.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A text in composed letters (NFC), its lone carriage returns as line ends; and the text as it was, where it was
/// another. In JSON decomposed letters that are escaped (`\u0438\u0306`) are composed, too.
pub fn plain_text(text: String, is_json: bool) -> (String, Option<String>) {
    let unescaped = if is_json && has_escaped_mark(&text) { Some(unescaped(&text)) } else { None };
    let given = unescaped.as_deref().unwrap_or(&text);
    let is_composed = given.is_ascii() || is_nfc(given);
    let has_lone = has_lone_return(given);
    if is_composed && !has_lone {
        return match unescaped {
            Some(plain) => (plain, Some(text)),
            None => (text, None),
        };
    }
    let composed: String = if is_composed { given.to_owned() } else { given.nfc().collect() };
    (if has_lone { with_line_feeds(&composed) } else { composed }, Some(text))
}

fn has_lone_return(text: &str) -> bool {
    text.match_indices('\r').any(|(at, _)| text.as_bytes().get(at + 1) != Some(&b'\n'))
}

fn with_line_feeds(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_lone = letter == '\r' && letters.peek() != Some(&'\n');
        plain.push(if is_lone { '\n' } else { letter });
    }
    plain
}

/// Whether a combining mark (U+0300 to U+036F) stands escaped in a JSON text.
fn has_escaped_mark(text: &str) -> bool {
    // One byte is looked for faster than a text, and most tables of results have none.
    let escape = |at: usize| text.as_bytes().get(at + 1..at + 5);
    text.match_indices('\\').any(|(at, _)| matches!(escape(at), Some([b'u', b'0', b'3', b'0'..=b'6'])))
}

/// A JSON text whose escaped letters stand for themselves; what has to be escaped stays so.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        let letter = rest
            .get(at + 1..at + 6)
            .and_then(|escape| escape.strip_prefix('u'))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32)
            .filter(|letter| *letter >= '\u{A0}');
        let taken = match letter {
            Some(letter) => {
                plain.push(letter);
                at + 6
            }
            None => {
                let next = rest[at + 1..].chars().next().map_or(0, char::len_utf8);
                plain.push_str(&rest[at..at + 1 + next]);
                at + 1 + next
            }
        };
        rest = &rest[taken..];
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn letters_are_composed_and_lone_returns_end_lines() {
        let raw = "\u{438}\u{306}\ra\r\nb";
        assert_eq!(plain_text(raw.into(), false), ("\u{439}\na\r\nb".into(), Some(raw.into())));
        assert_eq!(plain_text("й\r\n".into(), false), ("й\r\n".into(), None));
    }

    #[test]
    fn escaped_letters_of_json_are_composed_and_escapes_stay() {
        let raw = r#""\u0438\u0306 \\u0306 \n \u0001 \ud83d\ude00 ы""#;
        let plain = r#""й \\u0306 \n \u0001 \ud83d\ude00 ы""#;
        assert_eq!(plain_text(raw.into(), true).0, plain);
        assert_eq!(plain_text(raw.into(), false).0, raw);
    }
}
