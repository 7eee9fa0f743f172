//! A text holds the same figures in every language: what is printed in Kazakh and in Russian must agree.

use std::collections::BTreeMap;

use super::context::Context;
use super::texts::{LocatedText, strings};
use crate::diag::{Code, Diagnostic, say};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let all = strings(&context.files, &[]);
    let mut texts: BTreeMap<(&str, String), Vec<&LocatedText<'_>>> = BTreeMap::new();
    for string in all.iter().filter(|s| s.language.is_some()) {
        texts.entry((string.file, string.across_languages())).or_default().push(string);
    }
    texts.values().filter_map(|languages| difference(languages)).collect()
}

/// The first language whose digits are other than the first one's.
fn difference(languages: &[&LocatedText<'_>]) -> Option<Diagnostic> {
    let (first, rest) = languages.split_first()?;
    let other = rest.iter().find(|s| digits(s.text) != digits(first.text))?;
    let message = say!(
        "text-numbers-differ",
        first = first.language.unwrap_or_default(),
        one = numbers(first.text),
        second = other.language.unwrap_or_default(),
        other = numbers(other.text)
    );
    Some(
        Diagnostic::new(Code::TextNumbersDiffer, message)
            .at(other.location())
            .hint(say!("hint-text-numbers-differ")),
    )
}

/// All digits of a text in ascending order: words stand in another order in another language, and
/// thousands may be grouped.
fn digits(text: &str) -> Vec<char> {
    let mut digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
    digits.sort_unstable();
    digits
}

fn numbers(text: &str) -> String {
    let found: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).collect();
    if found.is_empty() { "—".to_owned() } else { found.join(", ") }
}
