//! No telephone number, IIN (individual identification number, 12 digits) or e-mail address in what
//! people said, in cases, in every other file that is not exempt, in the authors' texts and the study's own
//! sentences: the Law on Personal Data and the promise of anonymity forbid it.

use super::context::{Context, searched};
use super::texts::strings;
use crate::diag::{Code, Diagnostic, Location, say};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for string in strings(&context.files, &searched()).iter().filter(|s| s.language.is_some()) {
        found.extend(of_text(context, string.text, &string.location()));
    }
    let study = context.study;
    let authored = study.authored.iter().map(|own| (&own.path, &own.text));
    for (path, own) in authored.chain(study.words.iter().map(|own| (&own.path, &own.text))) {
        for (line, text) in (1u32..).zip(own.lines()) {
            found.extend(of_text(context, text, &Location::line(path, line)));
        }
    }
    found
}

fn of_text(context: &Context<'_>, text: &str, place: &Location) -> Vec<Diagnostic> {
    let mut told: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for (kind, pattern) in &context.patterns.personal_data {
        if let Some(hit) = pattern.find(text).filter(|_| !told.contains(&kind.as_str())) {
            told.push(kind);
            let message = say!("personal-data", kind = kind, found = hit.as_str());
            let fault = Diagnostic::new(Code::PersonalData, message).at(place.clone());
            found.push(fault.hint(say!("hint-personal-data")));
        }
    }
    found
}
