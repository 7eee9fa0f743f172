//! What the wordings of a sentence, and its languages, have in common: the data that they print.

use std::collections::BTreeSet;

use super::data::printed;
use super::file::{Sentence, Wording};
use super::pieces::pieces;
use crate::diag::{Code, Diagnostic, Location, say};

/// Wordings that print other data than the first.
pub fn of_wordings(sentence: &Sentence) -> Vec<Diagnostic> {
    let Some((first, others)) = sentence.wordings.split_first() else { return Vec::new() };
    let measure = printed(&first.text);
    let differing = others.iter().filter_map(|wording| {
        let message = say!(
            "wordings-differ",
            name = sentence.name,
            data = difference(&measure, &printed(&wording.text))?
        );
        Some(fault(sentence, wording, message))
    });
    differing.collect()
}

/// A sentence that prints other data than in another language, or the same words.
pub fn of_languages(measure: &Sentence, sentence: &Sentence) -> Option<Diagnostic> {
    let (first, own) = (measure.wordings.first()?, sentence.wordings.first()?);
    let other = format!("{}:{}", measure.file, measure.line);
    if let Some(data) = difference(&printed(&first.text), &printed(&own.text)) {
        let message = say!("sentence-languages-differ", name = sentence.name, data = data, other = other);
        return Some(fault(sentence, own, message));
    }
    let words = words(&own.text);
    (words.len() >= 3 && words == self::words(&first.text)).then(|| {
        let message = say!("sentence-copied", name = sentence.name, other = other);
        Diagnostic::new(Code::TemplateLeftover, message)
            .at(Location::line(&sentence.file, own.line()))
            .hint(say!("hint-sentence-copied"))
    })
}

fn fault(sentence: &Sentence, wording: &Wording, message: crate::diag::Message) -> Diagnostic {
    Diagnostic::new(Code::SentenceData, message)
        .at(Location::line(&sentence.file, wording.line()))
        .hint(say!("hint-sentence-data"))
}

/// What only one of two sets of data has, as a list.
fn difference(one: &BTreeSet<String>, other: &BTreeSet<String>) -> Option<String> {
    let different: Vec<&str> = one.symmetric_difference(other).map(String::as_str).collect();
    (!different.is_empty()).then(|| different.join(", "))
}

/// Words of more than three letters between the tags.
fn words(text: &str) -> Vec<String> {
    let prose = pieces(text).into_iter().filter(|piece| piece.open.is_empty()).map(|piece| piece.text);
    let words = prose.flat_map(|part| part.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| word.chars().count() > 3).map(str::to_owned).collect()
}
