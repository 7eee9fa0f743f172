//! Every number that templates can print, under the id that it has when they do.

use std::sync::Arc;

use serde_json::Value;

use super::context::{HIDDEN_ID, ROOTS};

/// A number with its id and the names of what it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedValue {
    /// Its id: `facts.sample.n`, `questions.q1.ranking.a.percent`.
    pub id: String,
    /// The value.
    pub value: f64,
    /// Texts beside it and above it, in the language: labels, titles, names.
    pub names: Arc<[Arc<str>]>,
}

/// The numbers of a variable, in their order.
pub(super) fn collect_named(name: &str, value: &Value, found: &mut Vec<NamedValue>) {
    if ROOTS.contains(&name) || value.is_array() {
        collect(value, name.to_owned(), &Arc::default(), found);
    }
}

fn collect(value: &Value, path: String, names: &Arc<[Arc<str>]>, found: &mut Vec<NamedValue>) {
    match value {
        Value::Number(number) => {
            if let Some(value) = number.as_f64() {
                found.push(NamedValue { id: path, value, names: Arc::clone(names) });
            }
        }
        Value::Object(object) => {
            let own = object.get(HIDDEN_ID).and_then(Value::as_str).map(str::to_owned).unwrap_or(path);
            let texts = object.iter().filter(|(key, _)| key.as_str() != HIDDEN_ID);
            let texts = texts.filter_map(|(_, text)| text.as_str());
            // A name is an object of its case forms, and names what has it.
            let forms = ["name", "label"].iter().filter_map(|key| object.get(*key)?.as_object());
            let forms = forms.flatten().filter_map(|(_, form)| form.as_str());
            let own_names = texts.chain(forms).map(Arc::from);
            let names: Arc<[Arc<str>]> = names.iter().cloned().chain(own_names).collect();
            for (key, inner) in object {
                collect(inner, format!("{own}.{key}"), &names, found);
            }
        }
        Value::Array(array) => {
            for (place, inner) in array.iter().enumerate() {
                collect(inner, format!("{path}[{place}]"), names, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}
