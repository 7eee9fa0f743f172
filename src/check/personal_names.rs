//! What looks like a person's name in a quote, a case or a comment. Who leads an event, speaks at it or signs its
//! minutes does so by name.

use super::context::{Context, searched};
use super::patterns::Patterns;
use super::texts::strings;
use crate::diag::{Code, Diagnostic, say};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let patterns = context.patterns;
    strings(&context.files, &searched())
        .iter()
        .filter(|s| s.language.is_some() && !is_of_an_office(&s.pointer))
        .filter_map(|s| {
            let hits = patterns.personal_names.iter().flat_map(|p| p.find_iter(s.text));
            let name = hits.into_iter().find(|hit| !is_public(patterns, s.text, hit.range()))?.as_str();
            let message = say!("personal-name", found = name);
            let fault = Diagnostic::new(Code::PersonalName, message).at(s.location());
            Some(fault.hint(say!("hint-personal-name")))
        })
        .collect()
}

/// Whether a text names those who hold an office at an event.
fn is_of_an_office(pointer: &str) -> bool {
    pointer.starts_with("/events/")
        && pointer.split('/').any(|step| ["chair", "secretary", "speaker"].contains(&step))
}

/// Whether the name at `range` is that of a street, a school or a work.
fn is_public(patterns: &Patterns, text: &str, range: std::ops::Range<usize>) -> bool {
    let (before, name, after) = (&text[..range.start], &text[range.clone()], &text[range.end..]);
    patterns.public_names.iter().any(|p| name.contains(p.as_str()))
        || patterns.public_before.iter().any(|p| p.is_match(before))
        || patterns.public_after.iter().any(|p| p.is_match(after))
}
