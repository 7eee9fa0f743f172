//! Letters of two alphabets inside one word: they look alike and are not found by a search.

/// A script of Unicode (UAX #24).
pub use unicode_script::Script;
use unicode_script::UnicodeScript;

/// Whether a word has both Latin and Cyrillic letters (Unicode, UAX #24).
pub fn mixes_scripts(word: &str) -> bool {
    has_script(word, Script::Latin) && has_script(word, Script::Cyrillic)
}

/// Whether a letter of the text is of the script.
pub fn has_script(text: &str, script: Script) -> bool {
    text.chars().any(|c| script_of(c) == script)
}

/// Whether a character is a letter (Unicode, `Alphabetic`); those of the blocks that studies are written in are known
/// without a look into the tables.
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphabetic(),
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => true,
        _ => c.is_alphabetic(),
    }
}

/// The script of a character, as above.
fn script_of(c: char) -> Script {
    match c {
        'A'..='Z' | 'a'..='z' => Script::Latin,
        '\0'..='\x7f' => Script::Common,
        '\u{400}'..='\u{484}' | '\u{487}'..='\u{52f}' => Script::Cyrillic,
        _ => c.script(),
    }
}

/// The Latin letters of a text with their code points: «a (U+0061)».
pub fn latin_letters(text: &str) -> String {
    let latin = text.chars().filter(|c| c.script() == Script::Latin);
    latin.map(|c| format!("{c} (U+{:04X})", u32::from(c))).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::{UnicodeScript, is_letter, script_of};

    #[test]
    fn what_is_known_without_the_tables_is_what_they_say() {
        for c in '\0'..='\u{600}' {
            assert_eq!(
                (is_letter(c), script_of(c)),
                (c.is_alphabetic(), c.script()),
                "U+{:04X}",
                u32::from(c)
            );
        }
    }
}
