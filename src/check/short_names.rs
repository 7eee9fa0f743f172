//! A question whose wording is too long for headings, sentences and charts has a short name.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::results::Codebook;

/// The most characters of a wording that stands in a heading or beside a bar without trouble: two lines.
const MOST: usize = 120;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (i, question) in context.study.codebook.questions.iter().enumerate() {
        let longest = question.text.iter().map(|(_, text)| text.chars().count()).max().unwrap_or_default();
        if question.short.is_some() || longest <= MOST {
            continue;
        }
        let message = say!("short-missing", question = question.id; letters = longest);
        let place = Location::pointer(Codebook::FILE, format!("/questions/{i}/text"));
        found.push(Diagnostic::new(Code::ShortMissing, message).at(place).hint(say!("hint-short-missing")));
    }
    found
}
