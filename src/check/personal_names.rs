//! What looks like a person's name in a quote, a case or a comment.

use super::context::Context;
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
            let name = hits
                .map(|h| h.as_str())
                .find(|h| !patterns.public_names.iter().any(|p| h.contains(p.as_str())))?;
            let message = say!("personal-name", found = name);
            Some(Diagnostic::new(Code::PersonalName, message).at(s.place()).hint(say!("hint-personal-name")))
        })
        .collect()
}
