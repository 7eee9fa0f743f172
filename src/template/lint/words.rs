//! Words that do not belong: with letters of two alphabets, or of another language.

use super::prose::{Line, SEAM, VALUE};
use crate::diag::{Code, Diagnostic, say};
use crate::locale::Locale;
use crate::source::{Script, has_script, is_letter, latin_letters, mixes_scripts};

/// Letters of prose that a diagnostic shows before and after what it is about.
const AROUND: usize = 30;

/// The prose around an offset as a diagnostic shows it.
pub fn shown(text: &str, at: usize) -> String {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let skipped = before.chars().count().saturating_sub(AROUND);
    let near = before.chars().skip(skipped).chain(after.chars().take(AROUND));
    let near: String = near.filter(|c| !matches!(*c, '\0' | SEAM)).collect();
    near.replace(VALUE, "…").trim().to_owned()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_letter(c)).filter(|w| !w.is_empty())
}

/// Prose and texts inside tags; those of tags hold names of fields as well.
fn texts(line: &Line) -> impl Iterator<Item = &str> {
    std::iter::once(line.text.as_str()).chain(line.literals.iter().map(String::as_str))
}

/// A word with Latin and Cyrillic letters: one of them only looks like the other.
pub fn mixed(line: &Line) -> Option<Diagnostic> {
    texts(line).flat_map(words).find(|word| mixes_scripts(word)).map(|word| {
        let message = say!("mixed-script", word = word, letters = latin_letters(word));
        Diagnostic::new(Code::TemplateMixedScript, message).hint(say!("hint-mixed-script"))
    })
}

/// A word of another language: of another alphabet and not listed, with letters that the language lacks,
/// or listed as foreign; or the beginning of a sentence that is of another language as a whole.
pub fn foreign(line: &Line, locale: &Locale) -> Option<Diagnostic> {
    let lint = locale.lint();
    let known =
        |word: &str| locale.standards().iter().chain(&lint.known).any(|k| words(k).any(|w| w == word));
    let is_foreign = |word: &&str| {
        let lower = word.to_lowercase();
        let other_script = !lint.is_latin && has_script(word, Script::Latin) && word.chars().count() > 1
            || lint.is_latin && has_script(word, Script::Cyrillic);
        (other_script
            || lower.contains(|c| lint.foreign_letters.contains(c))
            || lint.foreign_words.contains(&lower)
            || lint.foreign_endings.iter().any(|e| lower.len() > e.len() && lower.ends_with(e.as_str())))
            && !mixes_scripts(word)
            && !known(word)
    };
    let literals = line.literals.iter().filter(|l| has_script(l, Script::Cyrillic)).map(String::as_str);
    let mut texts = std::iter::once(line.text.as_str()).chain(literals);
    let word = texts
        .find_map(|text| words(text).find(is_foreign))
        .map(|word| say!("template-leftover", word = word));
    let sentence = || {
        let found = lint.sentence_of_another_language(&line.text)?;
        Some(say!("template-other-language", text = shown(found, 0)))
    };
    let message = word.or_else(sentence)?;
    let path = format!("locale/{}.toml", locale.language());
    Some(Diagnostic::new(Code::TemplateLeftover, message).hint(say!("hint-template-leftover", path = path)))
}
