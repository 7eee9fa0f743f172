//! What is wrong with one file beyond what its type says, and, where serde refused the file, every fault
//! of it, found with the file's JSON Schema.
//!
//! Long lists are looked at element by element, so that a file of 100 MB does not become one tree; where
//! serde has taken a file, the elements of its long lists are left to the rules on figures.

use indexmap::IndexMap;
use jsonschema::Validator;
use rayon::prelude::*;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::{characters, faults};
use crate::diag::{Code, Diagnostic, Place, say};
use crate::source::{Met, walk, well_formed};
use crate::study::schema;

/// A list longer than this many bytes is validated element by element.
const LONG_LIST: usize = 1 << 16;

/// All faults of a file that serde refused with `error`.
pub fn explain(name: &str, path: &str, text: &str, error: &serde_json::Error) -> Vec<Diagnostic> {
    if let Err(error) = well_formed(text) {
        return vec![syntax(path, &error)];
    }
    let mut found = strings_and_keys(path, text);
    found.extend(schema_faults(name, path, text, true));
    if found.is_empty() {
        found.push(syntax(path, error));
    }
    found
}

/// What types do not see: doubled keys, characters that cannot be printed, ranges and forms.
pub fn beyond_types(name: &str, path: &str, text: &str) -> Vec<Diagnostic> {
    let mut found = strings_and_keys(path, text);
    found.extend(schema_faults(name, path, text, false));
    found
}

fn strings_and_keys(path: &str, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    walk(text, &mut |pointer, met| match met {
        Met::Text(string) => found.extend(characters::illegal(path, pointer, string)),
        Met::DuplicateKey(key) => found.push(
            Diagnostic::new(Code::DuplicateKey, say!("duplicate-key", key = key))
                .at(Place::pointer(path, pointer))
                .hint(say!("hint-keep-one")),
        ),
    });
    found
}

/// What the parser itself says, with its place.
fn syntax(path: &str, error: &serde_json::Error) -> Diagnostic {
    let place = Place {
        line: u32::try_from(error.line()).ok().map(|line| line.max(1)),
        column: u32::try_from(error.column()).ok().map(|column| column.max(1)),
        ..Place::file(path)
    };
    let told = error.to_string();
    let detail = told.split(" at line ").next().unwrap_or_default();
    let slug: String = detail.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let message = say!("json-syntax", path = path, kind = slug.to_ascii_lowercase(), detail = detail);
    let code = if error.is_data() { Code::WrongValue } else { Code::JsonSyntax };
    Diagnostic::new(code, message).at(place).hint(say!("hint-json-syntax"))
}

/// Faults of a text against the schema of its file; the elements of long lists only where it is asked.
fn schema_faults(name: &str, path: &str, text: &str, with_lists: bool) -> Vec<Diagnostic> {
    let Some(schema) = schema(name).map(Value::from) else { return Vec::new() };
    let Ok(mut root) = serde_json::from_str::<IndexMap<String, &RawValue>>(text) else {
        // Not an object at all, or numbers beyond all range.
        let value = serde_json::from_str::<Value>(text);
        return value.map(|v| validated(&schema, "", &v, path)).unwrap_or_default();
    };
    let long: Vec<(String, &RawValue)> = root
        .iter()
        .filter(|(key, raw)| {
            raw.get().len() > LONG_LIST && raw.get().starts_with('[') && items(&schema, key).is_some()
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
    let mut found = validated(&schema, "", &Value::Object(rest), path);
    for (key, raw) in long.into_iter().filter(|_| with_lists) {
        let Some(element) = items(&schema, &key) else { continue };
        found.extend(elements(&element, &key, raw, path));
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

fn elements(schema: &Value, key: &str, list: &RawValue, path: &str) -> Vec<Diagnostic> {
    let (Ok(list), Some(validator)) = (serde_json::from_str::<Vec<&RawValue>>(list.get()), validator(schema))
    else {
        return Vec::new();
    };
    list.par_iter()
        .enumerate()
        .flat_map_iter(|(index, raw)| {
            let value = serde_json::from_str::<Value>(raw.get()).unwrap_or_default();
            told(&validator, schema, &format!("/{key}/{index}"), &value, path)
        })
        .collect()
}

fn validator(schema: &Value) -> Option<Validator> {
    jsonschema::options().should_validate_formats(true).build(schema).ok()
}

fn validated(schema: &Value, base: &str, value: &Value, path: &str) -> Vec<Diagnostic> {
    validator(schema).map(|v| told(&v, schema, base, value, path)).unwrap_or_default()
}

fn told(validator: &Validator, schema: &Value, base: &str, value: &Value, path: &str) -> Vec<Diagnostic> {
    let context = faults::Context { schema, base, path };
    validator.iter_errors(value).flat_map(|error| context.told(&error)).collect()
}
