//! Every string of the study's files with its place, for the rules that read words.

use std::fmt::Write;

use serde_json::{Map, Value};

use crate::diag::Location;
use crate::source::pointer_token;
use crate::study::is_localised;

/// A string of a file.
pub struct LocatedText<'v> {
    pub file: &'static str,
    pub pointer: String,
    /// The language under whose key it stands, where it is a text or a name.
    pub language: Option<&'v str>,
    pub text: &'v str,
}

impl LocatedText<'_> {
    pub fn location(&self) -> Location {
        Location::pointer(self.file, self.pointer.clone())
    }

    /// The pointer without the language's own step: the same in each language.
    pub fn across_languages(&self) -> String {
        let steps: Vec<&str> = self.pointer.split('/').filter(|step| Some(*step) != self.language).collect();
        steps.join("/")
    }
}

/// All strings of the files that `wanted` names, in order.
pub fn strings<'v>(files: &'v [(&'static str, Value)], wanted: &[&str]) -> Vec<LocatedText<'v>> {
    let mut found = Vec::new();
    for (file, value) in files.iter().filter(|(file, _)| wanted.is_empty() || wanted.contains(file)) {
        walk(value, &mut String::new(), None, &mut |pointer, language, text| {
            found.push(LocatedText { file, pointer: pointer.to_owned(), language, text });
        });
    }
    found
}

/// Whether an object is a text or a name: nothing but keys of two small letters. No other object of the
/// contract has such keys alone.
pub fn is_text(object: &Map<String, Value>) -> bool {
    let keys: Vec<String> = object.keys().cloned().collect();
    let fields = object.iter().map(|(key, value)| (key.as_str(), value.is_string() || value.is_object()));
    is_localised(fields, &keys)
}

fn walk<'v>(
    value: &'v Value,
    pointer: &mut String,
    language: Option<&'v str>,
    visit: &mut impl FnMut(&str, Option<&'v str>, &'v str),
) {
    let length = pointer.len();
    match value {
        Value::String(text) => visit(pointer, language, text),
        Value::Array(list) => {
            for (index, element) in list.iter().enumerate() {
                // Writing to a String cannot fail.
                let _ = write!(pointer, "/{index}");
                walk(element, pointer, language, visit);
                pointer.truncate(length);
            }
        }
        Value::Object(object) => {
            for (key, element) in object {
                pointer.push('/');
                pointer.push_str(&pointer_token(key));
                let two_letters = key.len() == 2 && key.bytes().all(|b| b.is_ascii_lowercase());
                walk(element, pointer, if two_letters { Some(key) } else { language }, visit);
                pointer.truncate(length);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
