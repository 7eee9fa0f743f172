//! Reads the study folder: every file through its schema and its type, every fault with its place.
//!
//! serde reads a file first, because it is fast. Only where it refuses a file is the file read again
//! against its JSON Schema, which finds all faults of it at once and not the first only.

use std::collections::BTreeMap;

use jsonschema::error::ValidationErrorKind;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::rules;
use super::{Study, schema};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::source::{Folder, Spans, Text, line_column};

/// A study with what was noticed while reading it.
#[derive(Debug)]
pub struct Loaded {
    pub study: Study,
    /// Warnings only.
    pub warnings: Diagnostics,
    /// The text of every file read, by path.
    pub texts: BTreeMap<String, Text>,
}

/// Reads and checks a study folder.
///
/// # Errors
/// All faults found, each with file, line, column and JSON path.
pub fn load(folder: &Folder) -> Result<Loaded, Diagnostics> {
    let mut reader = Reader { folder, texts: BTreeMap::new(), faults: Diagnostics::new() };
    let study = reader.study();
    let Reader { texts, mut faults, .. } = reader;
    if let Some(study) = &study {
        faults.extend(rules::check(study));
    }
    locate(&mut faults, &texts);
    faults.normalise();
    match study {
        Some(study) if !faults.has_errors() => Ok(Loaded { study, warnings: faults, texts }),
        _ => Err(faults),
    }
}

struct Reader<'a> {
    folder: &'a Folder,
    texts: BTreeMap<String, Text>,
    faults: Diagnostics,
}

impl Reader<'_> {
    fn study(&mut self) -> Option<Study> {
        let passport = self.required("study", "study.json");
        let codebook = self.required("codebook", "codebook.json");
        let sample = self.required("sample", "sample.json");
        let mut results = Vec::new();
        for name in self.folder.files("results", "json") {
            let path = format!("results/{name}");
            let read: Option<super::results::Results> = self.required("results", &path);
            results.extend(read.map(|r| super::results::Results { path, ..r }));
        }
        results.sort_by_key(|r| r.date);
        let rest = (
            self.optional("territories"),
            self.optional("instruments"),
            self.optional("fieldwork"),
            self.optional("indices"),
            self.optional("risk"),
            self.optional("experts"),
            self.optional("focus-groups"),
            self.optional("cases"),
            self.optional("recommendations"),
            self.optional("coverage"),
            self.optional("events"),
            self.optional("calendar"),
        );
        Some(Study {
            passport: passport?,
            codebook: codebook?,
            sample: sample?,
            results,
            territories: rest.0?,
            instruments: rest.1?,
            fieldwork: rest.2?,
            indices: rest.3?,
            risk: rest.4?,
            experts: rest.5?,
            focus_groups: rest.6?,
            cases: rest.7?,
            recommendations: rest.8?,
            coverage: rest.9?,
            events: rest.10?,
            calendar: rest.11?,
        })
    }

    /// An absent file counts as an empty one; `None` only where the file is faulty.
    fn optional<T: DeserializeOwned + Default>(&mut self, name: &str) -> Option<T> {
        let path = format!("{name}.json");
        if self.folder.has(&path) { self.required(name, &path) } else { Some(T::default()) }
    }

    fn required<T: DeserializeOwned>(&mut self, name: &str, path: &str) -> Option<T> {
        let text = match self.folder.read(path) {
            Ok(read) => read,
            Err(fault) => {
                self.faults.push(fault);
                return None;
            }
        };
        let value = match serde_json::from_str::<T>(&text.text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.explain(name, path, &text.text, &error);
                None
            }
        };
        if value.is_some() {
            self.faults.extend(control_characters(path, &text.text));
        }
        self.texts.insert(path.to_owned(), text);
        value
    }

    fn explain(&mut self, name: &str, path: &str, text: &str, error: &serde_json::Error) {
        let before = self.faults.len();
        match Spans::parse(text) {
            Err((offset, sentence)) => {
                let (line, column) = line_column(text, offset);
                let place = Place { column: Some(column), ..Place::line(path, line) };
                self.faults.push(
                    Diagnostic::error(Code::JsonSyntax, format!("`{path}` is not JSON: {sentence}"))
                        .at(place)
                        .hint("an editor with JSON support marks the spot"),
                );
            }
            Ok(spans) => {
                for (pointer, key, offset) in spans.duplicate_keys() {
                    let (line, column) = line_column(text, offset);
                    let place = Place {
                        file: path.to_owned(),
                        line: Some(line),
                        column: Some(column),
                        pointer: Some(pointer),
                    };
                    self.faults.push(
                        Diagnostic::error(Code::DuplicateKey, format!("the key `{key}` stands twice"))
                            .at(place)
                            .hint("keep one of the two"),
                    );
                }
                if let Ok(value) = serde_json::from_str::<Value>(text) {
                    self.faults.extend(schema_faults(name, path, &value));
                }
            }
        }
        if self.faults.len() == before {
            let place = Place {
                line: u32::try_from(error.line()).ok(),
                column: u32::try_from(error.column()).ok(),
                ..Place::file(path)
            };
            self.faults.push(Diagnostic::error(Code::WrongValue, error.to_string()).at(place));
        }
    }
}

/// Faults of a value against the schema of its file.
fn schema_faults(name: &str, path: &str, value: &Value) -> Vec<Diagnostic> {
    let Some(schema) = schema(name).map(Value::from) else { return Vec::new() };
    let Ok(validator) = jsonschema::options().should_validate_formats(true).build(&schema) else {
        return Vec::new();
    };
    validator.iter_errors(value).flat_map(|e| schema_fault(path, &schema, &e)).collect()
}

fn schema_fault(path: &str, schema: &Value, error: &jsonschema::ValidationError<'_>) -> Vec<Diagnostic> {
    let pointer = error.instance_path().as_str().to_owned();
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let known = known_properties(schema, error.schema_path().as_str());
            unexpected.iter().map(|field| unknown_field(path, &pointer, field, &known)).collect()
        }
        ValidationErrorKind::Required { property } => {
            let field = property.as_str().unwrap_or_default();
            vec![
                Diagnostic::error(Code::MissingField, format!("the field `{field}` is missing"))
                    .at(Place::pointer(path, pointer))
                    .hint("add it; `esep schema` says what it holds"),
            ]
        }
        _ => {
            let mut message = error.masked_with("the value").to_string();
            if let Value::Number(_) | Value::String(_) = error.instance().as_ref() {
                message = format!("{message} (found {})", shorten(&error.instance().to_string()));
            }
            vec![Diagnostic::error(Code::WrongValue, message).at(Place::pointer(path, pointer))]
        }
    }
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= 60 {
        return text.to_owned();
    }
    text.chars().take(57).chain("…".chars()).collect()
}

/// Property names beside the `additionalProperties` keyword that refused a field.
fn known_properties(schema: &Value, schema_path: &str) -> Vec<String> {
    let parent = schema_path.rsplit_once('/').map_or("", |(parent, _)| parent);
    schema
        .pointer(&format!("{parent}/properties"))
        .and_then(Value::as_object)
        .map(|o| o.keys().cloned().collect())
        .unwrap_or_default()
}

fn unknown_field(path: &str, pointer: &str, field: &str, known: &[String]) -> Diagnostic {
    let place = Place::pointer(path, format!("{pointer}/{}", field.replace('~', "~0").replace('/', "~1")));
    let fault = Diagnostic::error(Code::UnknownField, format!("there is no field `{field}` here")).at(place);
    match nearest(field, known) {
        Some(near) => fault.hint(format!("did you mean `{near}`?")),
        None => fault.hint(format!("known fields: {}", known.join(", "))),
    }
}

/// The known word nearest to a mistyped one, where one is near enough to be meant.
pub(super) fn nearest<'a>(word: &str, known: &'a [String]) -> Option<&'a String> {
    known
        .iter()
        .map(|k| (strsim::jaro_winkler(word, k), k))
        .filter(|(similarity, _)| *similarity > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, k)| k)
}

/// Control characters in strings: XML 1.0 (2.2 Char) has no way to write them.
fn control_characters(path: &str, text: &str) -> Vec<Diagnostic> {
    if !text.contains("\\u") && !text.chars().any(illegal) {
        return Vec::new();
    }
    let Ok(value) = serde_json::from_str::<Value>(text) else { return Vec::new() };
    let mut found = Vec::new();
    strings(&value, &mut String::new(), &mut |pointer, string| {
        if let Some(c) = string.chars().find(|c| illegal(*c)) {
            found.push(
                Diagnostic::error(
                    Code::ControlCharacter,
                    format!("the text holds the control character U+{:04X}", u32::from(c)),
                )
                .at(Place::pointer(path, pointer))
                .hint("remove it; it often comes in with text copied from another program"),
            );
        }
    });
    found
}

fn illegal(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{FFFE}' | '\u{FFFF}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}

fn strings(value: &Value, pointer: &mut String, visit: &mut impl FnMut(&str, &str)) {
    let length = pointer.len();
    match value {
        Value::String(string) => visit(pointer, string),
        Value::Array(array) => {
            for (index, element) in array.iter().enumerate() {
                pointer.push_str(&format!("/{index}"));
                strings(element, pointer, visit);
                pointer.truncate(length);
            }
        }
        Value::Object(object) => {
            for (key, element) in object {
                visit(pointer, key);
                pointer.push('/');
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                strings(element, pointer, visit);
                pointer.truncate(length);
            }
        }
        _ => {}
    }
}

/// Gives line and column to the faults that have a JSON path only.
fn locate(faults: &mut Diagnostics, texts: &BTreeMap<String, Text>) {
    let mut spans: BTreeMap<&str, Spans<'_>> = BTreeMap::new();
    for fault in faults.iter_mut() {
        let Some(place) = fault.place.as_mut().filter(|p| p.line.is_none()) else { continue };
        let (Some(pointer), Some((file, text))) = (&place.pointer, texts.get_key_value(&place.file)) else {
            continue;
        };
        if !spans.contains_key(file.as_str()) {
            let Ok(parsed) = Spans::parse(&text.text) else { continue };
            spans.insert(file, parsed);
        }
        if let Some(spans) = spans.get(file.as_str()) {
            let (line, column) = spans.locate(pointer);
            place.line = Some(line);
            place.column = Some(column);
        }
    }
}
