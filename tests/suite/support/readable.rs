//! Documents as text that a person can compare line by line, made from what the typesetter gets (the document's JSON).
//!
//! A line each field; running text in one line: `*strong*`, `_emphasis_`, `{printed|datum}`, `[printed→target]`,
//! `<text→address>`, `^[footnote]`; cells of a row between ` | `.

use serde::Serialize;
use serde_json::Value;

/// A block, slide or other part of a document.
pub fn readable(part: &impl Serialize) -> String {
    let mut out = String::new();
    value(&serde_json::to_value(part).unwrap(), 0, &mut out);
    out
}

fn line(depth: usize, text: &str, out: &mut String) {
    out.push_str(&"  ".repeat(depth));
    out.push_str(text);
    out.push('\n');
}

/// A value on lines of its own.
fn value(of: &Value, depth: usize, out: &mut String) {
    if let Some(short) = short(of) {
        line(depth, &short, out);
        return;
    }
    match of {
        Value::Object(object) => match (object.get("type").and_then(Value::as_str), object.get("value")) {
            (Some(kind), Some(content)) => field(kind, content, depth, out),
            _ => object.iter().for_each(|(name, content)| field(name, content, depth, out)),
        },
        Value::Array(list) => {
            for item in list {
                match short(item) {
                    Some(short) => line(depth, &format!("- {short}"), out),
                    None => {
                        line(depth, "-", out);
                        value(item, depth + 1, out);
                    }
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A named value; nothing where there is nothing to tell.
fn field(name: &str, content: &Value, depth: usize, out: &mut String) {
    let is_nothing = match content {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Bool(true) | Value::Number(_) | Value::Object(_) => false,
    };
    if is_nothing {
        return;
    }
    match short(content) {
        Some(short) => line(depth, &format!("{name}: {short}"), out),
        None => {
            line(depth, &format!("{name}:"), out);
            value(content, depth + 1, out);
        }
    }
}

/// What fits one line: a scalar, running text, a row of running texts.
fn short(of: &Value) -> Option<String> {
    match of {
        Value::Null => Some("nothing".to_owned()),
        Value::Bool(is) => Some(is.to_string()),
        Value::Number(number) if number.is_f64() => number.as_f64().map(|number| format!("{number:.3}")),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Array(list) if list.iter().all(is_inline) => Some(list.iter().map(inline).collect()),
        Value::Array(list) if list.iter().all(|item| matches!(item, Value::String(_)) || is_text(item)) => {
            Some(list.iter().filter_map(short).collect::<Vec<_>>().join(" | "))
        }
        Value::Array(_) => None,
        Value::Object(object) => {
            let mut told = object.iter().filter(|(_, v)| !matches!(v, Value::Null | Value::Bool(false)));
            match (told.next(), told.next()) {
                (Some((name, content)), None) if name == "cells" => short(content),
                (Some((name, kind)), None) if name == "type" => short(kind),
                _ => None,
            }
        }
    }
}

fn is_text(of: &Value) -> bool {
    of.as_array().is_some_and(|list| list.iter().all(is_inline))
}

const INLINES: [&str; 8] =
    ["text", "datum", "strong", "emphasis", "link", "reference", "footnote", "line-break"];

fn is_inline(of: &Value) -> bool {
    of["type"].as_str().is_some_and(|kind| INLINES.contains(&kind))
}

fn inline(of: &Value) -> String {
    let content = &of["value"];
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let inner = |value: &Value| value.as_array().map(|list| list.iter().map(inline).collect::<String>());
    let inner = |value: &Value| inner(value).unwrap_or_default();
    match of["type"].as_str().unwrap_or_default() {
        "text" => text(content),
        "datum" => format!("{{{}|{}}}", text(&content["text"]), text(&content["datum"])),
        "strong" => format!("*{}*", inner(content)),
        "emphasis" => format!("_{}_", inner(content)),
        "link" => format!("<{}→{}>", inner(&content["text"]), text(&content["url"])),
        "reference" => format!("[{}→{}]", text(&content["number"]), text(&content["target"])),
        "footnote" => format!("^[{}]", inner(&content["text"])),
        _ => " / ".to_owned(),
    }
}
