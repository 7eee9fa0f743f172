//! The columns of a table: a field has one for each language, case form or key that the study uses.

use std::collections::BTreeSet;

use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use super::plan::{Kind, Scalar, Table};
use super::words::CASES;

/// A column of a table, or a cell of a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// The field's place in its table.
    pub field: usize,
    /// Fields and keys from the thing to the value.
    pub path: Vec<String>,
    /// What a cell holds.
    pub scalar: Scalar,
    /// Whether a cell holds several values.
    pub many: bool,
    /// What tells it from the field's other columns.
    pub tail: Tail,
}

/// What tells columns of one field apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tail {
    /// The field has one column.
    Whole,
    /// A language.
    Language(String),
    /// A language and a case form.
    Form(String, String),
    /// A key.
    Key(String),
}

/// What the columns of the fields multiply by.
#[derive(Debug, Default, Clone)]
pub struct Spread {
    /// Languages of the texts.
    pub languages: IndexSet<String>,
    /// Case forms by language; of a language that is absent, the nominative.
    pub forms: IndexMap<String, BTreeSet<usize>>,
    /// Keys by the field's place in the table.
    pub keys: IndexMap<usize, IndexSet<String>>,
}

impl Spread {
    /// Takes note of what a thing of the table has.
    pub fn see(&mut self, table: &Table, thing: &Value) {
        for (at, field) in table.fields.iter().enumerate() {
            let Some(object) = value_at(thing, &field.path).and_then(Value::as_object) else { continue };
            match &field.kind {
                Kind::Text => self.languages.extend(object.keys().cloned()),
                Kind::Name => {
                    self.languages.extend(object.keys().cloned());
                    for (language, forms) in object {
                        let forms = forms.as_object().into_iter().flat_map(|f| f.keys());
                        let known = forms.filter_map(|form| CASES.iter().position(|c| c == form));
                        self.forms.entry(language.clone()).or_default().extend(known);
                    }
                }
                Kind::Map(_) => self.keys.entry(at).or_default().extend(object.keys().cloned()),
                Kind::One(_) | Kind::Many(_) => {}
            }
        }
    }

    /// The columns of a table, in the order of its fields.
    pub fn slots(&self, table: &Table) -> Vec<Slot> {
        let mut slots = Vec::new();
        for (at, field) in table.fields.iter().enumerate() {
            let slot = |tail: Tail, steps: &[&str], scalar: Scalar, many| {
                let path = field.path.iter().cloned().chain(steps.iter().map(|s| (*s).to_owned())).collect();
                Slot { field: at, path, scalar, many, tail }
            };
            match &field.kind {
                Kind::One(scalar) => slots.push(slot(Tail::Whole, &[], scalar.clone(), false)),
                Kind::Many(scalar) => slots.push(slot(Tail::Whole, &[], scalar.clone(), true)),
                Kind::Text => slots.extend(
                    self.languages
                        .iter()
                        .map(|l| slot(Tail::Language(l.clone()), &[l.as_str()], Scalar::Text, false)),
                ),
                Kind::Name => slots.extend(self.languages.iter().flat_map(|l| {
                    let forms = self.forms.get(l).into_iter().flatten().copied();
                    let forms: BTreeSet<usize> = std::iter::once(0).chain(forms).collect();
                    let slot = &slot;
                    forms.into_iter().filter_map(|f| CASES.get(f)).map(move |case| {
                        slot(Tail::Form(l.clone(), (*case).to_owned()), &[l, *case], Scalar::Text, false)
                    })
                })),
                Kind::Map(scalar) => slots.extend(
                    self.keys
                        .get(&at)
                        .into_iter()
                        .flatten()
                        .map(|k| slot(Tail::Key(k.clone()), &[k.as_str()], scalar.clone(), false)),
                ),
            }
        }
        slots
    }
}

/// The value at the end of a path; a name without case forms is its nominative.
pub fn value_at<'v>(thing: &'v Value, path: &[String]) -> Option<&'v Value> {
    path.iter().try_fold(thing, |value, step| match value {
        Value::Array(list) => list.get(step.parse::<usize>().ok()?),
        Value::String(_) if step == "nom" => Some(value),
        Value::Object(fields) => fields.get(step),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    })
}
