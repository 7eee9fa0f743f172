//! Signs that no text of a report needs, and more letters or marks than can be set.

use unicode_normalization::char::is_combining_mark;

/// Most letters of a word; the longest words of Kazakh have some forty.
pub const WORD: usize = 300;
/// Most characters of an address.
pub const ADDRESS: usize = 2_000;
/// Most marks and joiners on one letter; Vietnamese and phonetic scripts have two or three.
pub const MARKS: usize = 6;
/// Most characters of one text.
pub const TEXT: usize = 50_000;

/// What a text has beyond the bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    /// A word of so many letters.
    Word(usize),
    /// So many marks on one letter.
    Marks(usize),
    /// So many characters.
    Text(usize),
}

/// The first thing in a text that is beyond the bounds.
pub fn excess(text: &str) -> Option<Excess> {
    let length = text.chars().count();
    if length > TEXT {
        return Some(Excess::Text(length));
    }
    for word in text.split_whitespace() {
        let letters = word.chars().count();
        let is_address = word.contains("://");
        if letters > if is_address { ADDRESS } else { WORD } {
            return Some(Excess::Word(letters));
        }
        let mut marks = 0;
        for letter in word.chars() {
            marks = if is_combining_mark(letter) || is_joiner(letter) { marks + 1 } else { 0 };
            if marks > MARKS {
                return Some(Excess::Marks(marks));
            }
        }
    }
    None
}

fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}')
}

/// The first sign of a text that is not seen: it turns the order of letters round, or parts a word for a search
/// (Unicode TR 36, 2.1 and TR 39). Soft hyphens, word joiners and the spaces of typography are none.
pub fn unseen(text: &str) -> Option<char> {
    text.chars().find(|letter| {
        matches!(
            letter,
            '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
                | '\u{2061}'..='\u{2064}' | '\u{FEFF}' | '\u{180E}' | '\u{061C}' | '\u{E0000}'..='\u{E007F}'
        )
    })
}

#[cfg(test)]
mod tests {
    use super::{Excess, excess, unseen};

    #[test]
    fn what_cannot_be_set_is_found_and_ordinary_text_is_not() {
        assert_eq!(excess(&"а".repeat(301)), Some(Excess::Word(301)));
        assert_eq!(excess(&format!("https://a.kz/{}", "x".repeat(400))), None);
        assert_eq!(excess(&format!("а{}", "\u{301}".repeat(20))), Some(Excess::Marks(7)));
        assert_eq!(excess("Қазақстан Республикасының e\u{301}"), None);
        assert_eq!(unseen("a\u{202E}b"), Some('\u{202E}'));
        assert_eq!(unseen("сло\u{AD}во 2\u{A0}520 1\u{2060}–\u{2060}2"), None);
    }
}
