//! No word mixes Latin and Cyrillic letters: it looks right, but cannot be found, sorted or read aloud.

use super::context::Context;
use super::texts::strings;
use crate::diag::{Code, Diagnostic, say};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    strings(&context.files, &[])
        .iter()
        .filter(|string| string.language.is_some())
        .filter_map(|string| {
            let word = string.text.split(|c: char| !c.is_alphanumeric()).find(|word| is_mixed(word))?;
            let shown: Vec<String> = word
                .chars()
                .filter(|c| is_latin(*c))
                .map(|c| format!("{c} (U+{:04X})", u32::from(c)))
                .collect();
            let message = say!("mixed-script", word = word, letters = shown.join(", "));
            Some(
                Diagnostic::new(Code::MixedScript, message)
                    .at(string.place())
                    .hint(say!("hint-mixed-script")),
            )
        })
        .collect()
}

fn is_mixed(word: &str) -> bool {
    word.chars().any(is_latin) && word.chars().any(|c| ('\u{400}'..='\u{52F}').contains(&c))
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && c < '\u{2B0}'
}
