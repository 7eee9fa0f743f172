//! What looks like a person's name in a quote, a case or a comment.

use super::context::Context;
use super::patterns::Patterns;
use super::personal_data::FILES;
use super::texts::strings;
use crate::diag::{Code, Diagnostic, say};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let patterns = context.patterns;
    strings(&context.files, FILES)
        .iter()
        .filter(|s| s.language.is_some())
        .filter_map(|s| {
            let hits = patterns.personal_names.iter().flat_map(|p| p.find_iter(s.text));
            let name = hits.into_iter().find(|hit| !is_public(patterns, s.text, hit.range()))?.as_str();
            let message = say!("personal-name", found = name);
            let fault = Diagnostic::new(Code::PersonalName, message).at(s.place());
            Some(fault.hint(say!("hint-personal-name")))
        })
        .collect()
}

/// Whether the name at `range` is that of a street, a school or a work.
fn is_public(patterns: &Patterns, text: &str, range: std::ops::Range<usize>) -> bool {
    let (before, name, after) = (&text[..range.start], &text[range.clone()], &text[range.end..]);
    patterns.public_names.iter().any(|p| name.contains(p.as_str()))
        || patterns.public_before.iter().any(|p| p.is_match(before))
        || patterns.public_after.iter().any(|p| p.is_match(after))
}
