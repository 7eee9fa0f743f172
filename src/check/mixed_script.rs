//! No word mixes Latin and Cyrillic letters: it looks right, but cannot be found, sorted or read aloud.

use super::context::Context;
use super::texts::strings;
use crate::diag::{Code, Diagnostic, say};
use crate::source::{is_letter, latin_letters, mixes_scripts};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    strings(&context.files, &[])
        .iter()
        .filter(|string| string.language.is_some())
        .filter_map(|string| {
            let word = words(string.text).find(|word| mixes_scripts(word))?;
            let message = say!("mixed-script", word = word, letters = latin_letters(word));
            Some(
                Diagnostic::new(Code::MixedScript, message)
                    .at(string.location())
                    .hint(say!("hint-mixed-script")),
            )
        })
        .collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_letter(c) && !c.is_numeric())
}
