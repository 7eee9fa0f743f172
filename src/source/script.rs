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
    text.chars().any(|c| c.script() == script)
}

/// The Latin letters of a text with their code points: «a (U+0061)».
pub fn latin_letters(text: &str) -> String {
    let latin = text.chars().filter(|c| c.script() == Script::Latin);
    latin.map(|c| format!("{c} (U+{:04X})", u32::from(c))).collect::<Vec<_>>().join(", ")
}
