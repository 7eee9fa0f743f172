//! What is wrong with one file beyond what its type says, and, where serde refused the file, every fault
//! of it, found with the file's JSON Schema.
//!
//! Long lists are looked at element by element, so that a file of 100 MB does not become one tree; where
//! serde has taken a file, the elements of its long lists are left to the rules on figures.

use std::collections::HashMap;
use std::sync::LazyLock;

use indexmap::IndexMap;
use jsonschema::Validator;
use rayon::prelude::*;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::faults;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::source::{JsonItem, characters, walk_json};
use crate::study::{FILES, schema};

/// A list longer than this many bytes is validated element by element.
const LONG_LIST: usize = 1 << 16;

/// All faults of a file that serde refused with `error`.
pub fn explain(name: &str, path: &str, text: &str, error: &serde_json::Error) -> Vec<Diagnostic> {
    let mut found = match strings_and_keys(path, text) {
        Ok(found) => found,
        Err(error) => return vec![syntax(path, text, &error)],
    };
    found.extend(schema_faults(name, path, text, true));
    if found.is_empty() {
        found.push(syntax(path, text, error));
    }
    found
}

/// What types do not see: doubled keys, characters that cannot be printed, ranges and forms.
pub fn beyond_types(name: &str, path: &str, text: &str) -> Vec<Diagnostic> {
    let mut found = strings_and_keys(path, text).unwrap_or_default();
    found.extend(schema_faults(name, path, text, false));
    found
}

fn strings_and_keys(path: &str, text: &str) -> Result<Vec<Diagnostic>, serde_json::Error> {
    let mut found = Vec::new();
    walk_json(text, &mut |pointer, item| match item {
        JsonItem::Text(string) => found.extend(characters::illegal(path, pointer, string)),
        JsonItem::DuplicateKey(key) => found.push(
            Diagnostic::new(Code::DuplicateKey, say!("duplicate-key", key = key))
                .at(Location::pointer(path, pointer))
                .hint(say!("hint-keep-one")),
        ),
    })?;
    Ok(found)
}

/// What the parser itself says, with its place.
fn syntax(path: &str, text: &str, error: &serde_json::Error) -> Diagnostic {
    // The parser counts a line break as column 0 of the next line, and columns in bytes.
    let (line, bytes) = match (error.line(), error.column()) {
        (line @ 2.., 0) => (line - 1, usize::MAX),
        (line, column) => (line.max(1), column.saturating_sub(1)),
    };
    let content = text.lines().nth(line - 1).unwrap_or_default();
    let column = content.char_indices().take_while(|(at, _)| *at < bytes).count() + 1;
    let place = Location {
        line: u32::try_from(line).ok(),
        column: u32::try_from(column).ok(),
        ..Location::file(path)
    };
    let told = error.to_string();
    let detail = told.split(" at line ").next().unwrap_or_default();
    let words = detail.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    let kind = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    let message = say!("json-syntax", path = path, kind = kind, detail = detail);
    let code = if error.is_data() { Code::WrongValue } else { Code::JsonSyntax };
    Diagnostic::new(code, message).at(place).hint(say!("hint-json-syntax"))
}

/// Faults of a text against the schema of its file; the elements of long lists only where it is asked.
fn schema_faults(name: &str, path: &str, text: &str, with_lists: bool) -> Vec<Diagnostic> {
    let Some(own) = SCHEMAS.get(name) else { return Vec::new() };
    let schema = &own.schema;
    let Ok(mut root) = serde_json::from_str::<IndexMap<String, &RawValue>>(text) else {
        // Not an object at all, or numbers beyond all range.
        let value = serde_json::from_str::<Value>(text);
        return value.map(|v| own.diagnostics((name, path), &v)).unwrap_or_default();
    };
    let long: Vec<(String, &RawValue)> = root
        .iter()
        .filter(|(key, raw)| {
            raw.get().len() > LONG_LIST && raw.get().starts_with('[') && items(schema, key).is_some()
        })
        .map(|(key, raw)| (key.clone(), *raw))
        .collect();
    root.retain(|key, _| long.iter().all(|(name, _)| name != key));
    let mut rest = Map::new();
    for (key, raw) in root {
        match serde_json::from_str::<Value>(raw.get()) {
            Ok(value) => drop(rest.insert(key, value)),
            Err(_) => return Vec::new(),
        }
    }
    rest.extend(long.iter().map(|(key, _)| (key.clone(), Value::Array(Vec::new()))));
    let mut found = own.diagnostics((name, path), &Value::Object(rest));
    for (key, raw) in long.into_iter().filter(|_| with_lists) {
        let Some(element) = items(schema, &key) else { continue };
        found.extend(elements(&element, &key, raw, (name, path)));
    }
    found
}

/// The schema of the elements of a list of the root object, with all that it refers to.
fn items(schema: &Value, key: &str) -> Option<Value> {
    let items = schema.pointer(&format!("/properties/{key}/items"))?.as_object()?;
    let mut element = Map::new();
    for part in ["$schema", "$defs"] {
        if let Some(value) = schema.get(part) {
            element.insert(part.to_owned(), value.clone());
        }
    }
    element.extend(items.clone());
    Some(Value::Object(element))
}

fn elements(schema: &Value, key: &str, list: &RawValue, (name, path): (&str, &str)) -> Vec<Diagnostic> {
    let (Ok(list), Some(validator)) = (serde_json::from_str::<Vec<&RawValue>>(list.get()), validator(schema))
    else {
        return Vec::new();
    };
    list.par_iter()
        .enumerate()
        .flat_map_iter(|(index, raw)| {
            let value = serde_json::from_str::<Value>(raw.get()).unwrap_or_default();
            let base = format!("/{key}/{index}");
            diagnostics(&validator, &faults::Context { schema, name, base: &base, path }, &value)
        })
        .collect()
}

fn validator(schema: &Value) -> Option<Validator> {
    jsonschema::options().should_validate_formats(true).build(schema).ok()
}

/// The schemas with their validators, made once a run.
static SCHEMAS: LazyLock<HashMap<&'static str, OwnSchema>> = LazyLock::new(|| {
    let made = FILES.iter().filter_map(|file| {
        let schema = Value::from(schema(file.name)?);
        Some((file.name, OwnSchema { validator: validator(&schema)?, schema }))
    });
    made.collect()
});

struct OwnSchema {
    schema: Value,
    validator: Validator,
}

impl OwnSchema {
    fn diagnostics(&self, (name, path): (&str, &str), value: &Value) -> Vec<Diagnostic> {
        diagnostics(&self.validator, &faults::Context { schema: &self.schema, name, base: "", path }, value)
    }
}

fn diagnostics(validator: &Validator, context: &faults::Context<'_>, value: &Value) -> Vec<Diagnostic> {
    validator.iter_errors(value).flat_map(|error| context.diagnostics(&error)).collect()
}
