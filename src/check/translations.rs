//! Every text exists in each language of the study, so that no deliverable shows a gap.

use serde_json::Value;

use super::context::Context;
use super::texts::is_text;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::source::pointer_token;
use crate::study::authored::Authored;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let search = Search { printed: &context.study.passport.languages };
    let mut found = Vec::new();
    for (path, value) in &context.files {
        search.walk(value, &mut String::new(), path, &mut found);
    }
    found.extend(context.study.authored.iter().flat_map(|text| untranslated(text, context)));
    found
}

/// A text of the authors that a language of its deliverable lacks.
fn untranslated(text: &Authored, context: &Context<'_>) -> Vec<Diagnostic> {
    let passport = &context.study.passport;
    let speaks = |language: &String| {
        passport.deliverables.iter().any(|d| d.id.as_str() == text.deliverable && d.speaks(language))
    };
    let lacking = passport.languages.iter().filter(|language| {
        let wanted = text.path_in(language);
        speaks(language) && context.study.authored.iter().all(|other| other.path != wanted)
    });
    let told = lacking.map(|language| {
        Diagnostic::new(Code::MissingTranslation, say!("translation-missing", language = language))
            .at(Location::file(&text.path))
            .hint(say!("hint-text-untranslated", path = text.path_in(language)))
    });
    told.collect()
}

struct Search<'s> {
    /// Languages of the study.
    printed: &'s [String],
}

impl Search<'_> {
    fn walk(&self, value: &Value, pointer: &mut String, path: &str, found: &mut Vec<Diagnostic>) {
        let length = pointer.len();
        match value {
            Value::Object(object) if is_text(object) => {
                for language in self.printed.iter().filter(|l| !object.contains_key(*l)) {
                    let message = say!("translation-missing", language = language);
                    let fault = Diagnostic::new(Code::MissingTranslation, message);
                    let fault = fault.at(Location::pointer(path, pointer.clone()));
                    found.push(fault.hint(say!("hint-translation-missing", language = language)));
                }
            }
            Value::Object(object) => {
                for (key, inner) in object {
                    pointer.push('/');
                    pointer.push_str(&pointer_token(key));
                    self.walk(inner, pointer, path, found);
                    pointer.truncate(length);
                }
            }
            Value::Array(array) => {
                for (index, inner) in array.iter().enumerate() {
                    pointer.push_str(&format!("/{index}"));
                    self.walk(inner, pointer, path, found);
                    pointer.truncate(length);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}
