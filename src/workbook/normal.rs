//! The normal form of a file's JSON: fields in the order of the contract, nothing that is left out by default, one
//! spelling of a number and of a text. Two files with the same normal form say the same.

use serde_json::{Map, Value};

use super::cells::{composed, json_number};
use super::plan::resolve;
use super::words::LANGUAGES;

/// Characters of a value that stands on one line.
const WIDTH: usize = 100;

/// The normal form of a value by its schema.
pub fn normal(root: &Value, schema: &Value, value: Value) -> Value {
    let (schema, type_name) = resolve(root, schema);
    match value {
        Value::Number(number) => number.as_f64().map_or(Value::Number(number), json_number),
        Value::String(text) => Value::String(composed(&text)),
        Value::Array(items) => {
            let item = |at: usize| schema.pointer(&format!("/prefixItems/{at}")).or(schema.get("items"));
            let items = items.into_iter().enumerate();
            items.map(|(at, value)| normal(root, item(at).unwrap_or(&Value::Null), value)).collect()
        }
        Value::Object(mut object) => {
            if let Some(pair) = schema.get("prefixItems").and_then(Value::as_array) {
                let taken: Vec<Value> = (0..pair.len())
                    .map(|at| object.shift_remove(&at.to_string()).unwrap_or_default())
                    .collect();
                return normal(root, schema, Value::Array(taken));
            }
            match type_name {
                Some("Text") => {
                    let texts = by_language(object).into_iter();
                    texts.map(|(l, v)| (l, normal(root, &Value::Null, v))).collect()
                }
                Some("Name") => by_language(object).into_iter().map(|(l, v)| (l, name(root, v))).collect(),
                _ => thing(root, schema, object),
            }
        }
        other @ (Value::Null | Value::Bool(_)) => other,
    }
}

/// Texts in the order of the columns of a workbook.
fn by_language(object: Map<String, Value>) -> Vec<(String, Value)> {
    let mut texts: Vec<(String, Value)> = object.into_iter().collect();
    texts.sort_by_key(|(language, _)| {
        LANGUAGES.iter().position(|known| known == language).unwrap_or(LANGUAGES.len())
    });
    texts
}

/// A name that has the nominative alone is written as a string.
fn name(root: &Value, value: Value) -> Value {
    match value {
        Value::Object(mut forms) => match forms.shift_remove("nom") {
            Some(nominative) if forms.is_empty() => normal(root, &Value::Null, nominative),
            nominative => {
                let ordered = super::words::CASES.iter().filter_map(|case| {
                    let value = if *case == "nom" { nominative.clone() } else { forms.get(*case).cloned() };
                    Some(((*case).to_owned(), normal(root, &Value::Null, value?)))
                });
                Value::Object(ordered.collect())
            }
        },
        plain @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_)) => {
            normal(root, &Value::Null, plain)
        }
    }
}

fn thing(root: &Value, schema: &Value, mut object: Map<String, Value>) -> Value {
    let mut properties: Vec<(&String, &Value, bool)> = Vec::new();
    let forms = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    for form in std::iter::once(schema).chain(forms) {
        let required = form.get("required").and_then(Value::as_array);
        let is_form = !std::ptr::eq(form, schema);
        for (field, property) in form.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let is_required = !is_form && required.is_some_and(|r| r.iter().any(|f| f == field));
            properties.push((field, property, is_required));
        }
    }
    let mut ordered = Map::new();
    for (field, property, is_required) in properties.into_iter().filter(|(field, ..)| *field != "$schema") {
        let value = object.shift_remove(field).map(|value| normal(root, property, value));
        let is_list = property.get("type").and_then(Value::as_str) == Some("array");
        match value {
            None if is_required && is_list && property.get("items").is_some() => {
                ordered.insert(field.clone(), Value::Array(Vec::new()));
            }
            Some(value) if is_required || !is_default(&value) => drop(ordered.insert(field.clone(), value)),
            None | Some(_) => {}
        }
    }
    object.shift_remove("$schema");
    let rest = schema.get("additionalProperties").filter(|a| a.is_object()).unwrap_or(&Value::Null);
    ordered.extend(object.into_iter().map(|(key, value)| (key, normal(root, rest, value))));
    Value::Object(ordered)
}

/// What a field that may be left out says when it is.
fn is_default(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(true) | Value::Number(_) | Value::String(_) => false,
    }
}

/// The text of a file: a value on one line where it fits, and where it holds no more than plain values.
pub fn text(value: &Value) -> String {
    let mut out = String::new();
    print(value, 0, &mut out);
    out.push('\n');
    out
}

fn print(value: &Value, depth: usize, out: &mut String) {
    let line = one_line(value);
    let is_record = depth > 1 && is_flat(value);
    if is_record || line.chars().count() + 2 * depth <= WIDTH {
        out.push_str(&line);
        return;
    }
    let inner = "  ".repeat(depth + 1);
    match value {
        Value::Object(fields) => {
            out.push('{');
            for (at, (key, value)) in fields.iter().enumerate() {
                let comma = if at == 0 { "" } else { "," };
                out.push_str(&format!("{comma}\n{inner}{}: ", Value::String(key.clone())));
                print(value, depth + 1, out);
            }
            out.push_str(&format!("\n{}}}", "  ".repeat(depth)));
        }
        Value::Array(items) => {
            out.push('[');
            for (at, value) in items.iter().enumerate() {
                let comma = if at == 0 { "" } else { "," };
                out.push_str(&format!("{comma}\n{inner}"));
                print(value, depth + 1, out);
            }
            out.push_str(&format!("\n{}]", "  ".repeat(depth)));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => out.push_str(&line),
    }
}

/// An object of codes and numbers, as records are.
fn is_flat(value: &Value) -> bool {
    let is_short = |v: &Value| match v {
        Value::String(text) => text.len() <= 64,
        Value::Array(items) => items.iter().all(Value::is_number),
        Value::Object(fields) => {
            fields.values().all(|v| v.as_str().is_some_and(|t| t.len() <= 64 && t.is_ascii()))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    };
    value.as_object().is_some_and(|fields| fields.len() > 3 && fields.values().all(is_short))
}

fn one_line(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let parts: Vec<String> = fields
                .iter()
                .map(|(key, v)| format!("{}: {}", Value::String(key.clone()), one_line(v)))
                .collect();
            format!("{{{}}}", parts.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(one_line).collect::<Vec<_>>().join(", ")),
        other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => other.to_string(),
    }
}
