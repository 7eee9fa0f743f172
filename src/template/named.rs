//! Every number that templates can print, under the id that it has when they do.

use std::sync::Arc;

use tera::Value;
use tera::value::{Key, Map};

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
    if value.is_number() {
        if let Some(value) = value.as_f64() {
            found.push(NamedValue { id: path, value, names: Arc::clone(names) });
        }
    } else if let Some(object) = value.as_map() {
        let own = text(object, HIDDEN_ID).map(str::to_owned).unwrap_or(path);
        let texts = object.iter().filter(|(key, _)| key.as_str() != Some(HIDDEN_ID));
        let texts = texts.filter_map(|(_, text)| text.as_str());
        // A name is an object of its case forms, and names what has it.
        let forms = ["name", "label"].iter().filter_map(|key| object.get(&Key::Str(key))?.as_map());
        let forms = forms.flatten().filter_map(|(_, form)| form.as_str());
        let own_names = texts.chain(forms).map(Arc::from);
        let names: Arc<[Arc<str>]> = names.iter().cloned().chain(own_names).collect();
        for (key, inner) in object {
            let key = key.as_str().unwrap_or_default();
            collect(inner, format!("{own}.{key}"), &names, found);
        }
    } else if let Some(list) = value.as_array() {
        for (place, inner) in list.iter().enumerate() {
            collect(inner, format!("{path}[{place}]"), names, found);
        }
    }
}

fn text<'v>(object: &'v Map, key: &'static str) -> Option<&'v str> {
    object.get(&Key::Str(key))?.as_str()
}
