//! Which files of the contract a folder has, and which of them still hold the example of `esep new`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::context::{Context, Inventory};
use crate::diag::{Code, Diagnostic, Location, say};
use crate::source::{Assets, Folder, SourceText};
use crate::study::FILES;
use crate::study::results::Codebook;

/// The files of the contract that have one path.
fn single() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|file| file.path).filter(|path| !path.contains('*'))
}

/// The texts of the example, by path.
pub fn texts(assets: &Assets) -> BTreeMap<&'static str, &'static str> {
    single().filter_map(|path| Some((path, assets.embedded_text(&format!("study/{path}"))?))).collect()
}

/// What the folder of a study has, whose texts were read.
pub fn inventory(
    folder: &Folder,
    examples: &BTreeMap<&'static str, &'static str>,
    texts: &BTreeMap<String, SourceText>,
) -> Inventory {
    let absent = single().filter(|path| !folder.has(path)).collect();
    let is_example = |path: &&str| {
        let own = texts.get(*path).map(|text| text.text.as_str());
        own.zip(examples.get(path).copied()).is_some_and(|(own, example)| same(own, example))
    };
    let codebooks =
        texts.get(Codebook::FILE).map(|t| t.text.as_str()).zip(examples.get(Codebook::FILE).copied());
    let examples = match codebooks.is_some_and(|(own, example)| is_another(own, example)) {
        true => single().filter(is_example).collect(),
        false => Vec::new(),
    };
    Inventory { absent, examples }
}

/// Files of the example that nobody has filled in, though the codebook is the study's own.
pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some(first) = context.inventory.examples.first() else { return Vec::new() };
    let files = &context.inventory.examples;
    let message = say!("example-files", files = files.join("`, `"); number = files.len());
    let fault = Diagnostic::new(Code::ExampleLeft, message).at(Location::file(*first));
    vec![fault.hint(say!("hint-example-left"))]
}

/// Whether a codebook is another than the example's: it has fewer than half of its questions.
fn is_another(own: &str, example: &str) -> bool {
    let ids = |text: &str| -> Vec<String> {
        let value = serde_json::from_str::<Value>(text).unwrap_or_default();
        let questions = value.get("questions").and_then(Value::as_array).into_iter().flatten();
        questions.filter_map(|q| Some(q.get("id")?.as_str()?.to_owned())).collect()
    };
    if own == example {
        return false;
    }
    let (own, example) = (ids(own), ids(example));
    !own.is_empty() && example.iter().filter(|id| own.contains(id)).count() * 2 < example.len()
}

/// Whether two JSON texts say the same; texts of very different lengths are not compared.
fn same(own: &str, example: &str) -> bool {
    if own == example {
        return true;
    }
    let parsed = |text: &str| serde_json::from_str::<Value>(text).map(plain).ok();
    own.len() < example.len() * 4 && example.len() < own.len() * 4 && parsed(own) == parsed(example)
}

/// A value without what may be left out: schema, nulls, what is empty; numbers as floats.
fn plain(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.into_iter().filter(|(name, _)| name != "$schema");
            let fields = fields.map(|(name, value)| (name, plain(value)));
            Value::Object(fields.filter(|(_, value)| !is_empty(value)).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(plain).collect()),
        Value::Number(number) => number.as_f64().map_or(Value::Null, Value::from),
        other @ (Value::Null | Value::Bool(_) | Value::String(_)) => other,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}
