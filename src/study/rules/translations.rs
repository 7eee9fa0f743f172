//! Every text exists in each language of the study, so that no deliverable shows a gap.

use serde::Serialize;
use serde_json::Value;

use crate::diag::{Code, Diagnostic, Place};
use crate::study::{Study, is_localised};

pub fn check(study: &Study) -> Vec<Diagnostic> {
    let languages = &study.passport.languages;
    let mut faults = Vec::new();
    let mut file = |path: &str, value: Result<Value, serde_json::Error>| {
        if let Ok(value) = value {
            walk(&value, &mut String::new(), languages, path, &mut faults);
        }
    };
    file("study.json", json(&study.passport));
    file("codebook.json", json(&study.codebook));
    file("sample.json", json(&study.sample));
    file("territories.json", json(&study.territories));
    file("instruments.json", json(&study.instruments));
    file("indices.json", json(&study.indices));
    file("risk.json", json(&study.risk));
    file("experts.json", json(&study.experts));
    file("focus-groups.json", json(&study.focus_groups));
    file("cases.json", json(&study.cases));
    file("recommendations.json", json(&study.recommendations));
    file("coverage.json", json(&study.coverage));
    file("events.json", json(&study.events));
    file("calendar.json", json(&study.calendar));
    faults
}

fn json(value: &impl Serialize) -> Result<Value, serde_json::Error> {
    serde_json::to_value(value)
}

fn walk(value: &Value, pointer: &mut String, languages: &[String], path: &str, faults: &mut Vec<Diagnostic>) {
    let length = pointer.len();
    match value {
        Value::Object(object) if is_text(object, languages) => {
            for language in languages.iter().filter(|l| !object.contains_key(*l)) {
                faults.push(
                    Diagnostic::error(
                        Code::MissingTranslation,
                        format!("the text lacks the language `{language}`"),
                    )
                    .at(Place::pointer(path, pointer.clone()))
                    .hint(format!("add \"{language}\": \"…\" beside the other languages")),
                );
            }
        }
        Value::Object(object) => {
            for (key, inner) in object {
                pointer.push('/');
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                walk(inner, pointer, languages, path, faults);
                pointer.truncate(length);
            }
        }
        Value::Array(array) => {
            for (index, inner) in array.iter().enumerate() {
                pointer.push_str(&format!("/{index}"));
                walk(inner, pointer, languages, path, faults);
                pointer.truncate(length);
            }
        }
        _ => {}
    }
}

/// A text that has only languages the study does not print is still a text: English alone, say.
fn is_text(object: &serde_json::Map<String, Value>, languages: &[String]) -> bool {
    is_localised(object, languages)
        || is_localised(object, &["kk".to_owned(), "ru".to_owned(), "en".to_owned()])
}
