//! The variables of templates, made once for all documents of a day and language.

use serde_json::Value;
use tera::Context;

use super::context::named;
use super::named::{NamedValue, collect_named};
use crate::facts::Facts;
use crate::study::StudyAsOf;

/// What the templates of a language see on a day; the same for all documents of that day.
///
/// `study`, `sample`, `territories`, `instruments`, `recommendations`, `events`, `calendar` are the
/// study's files as of the day; `upcoming` are events announced and not yet held; `facts` is [`Facts`] of the same
/// day. Texts are strings in `language`, names are objects of case forms; what is null or has no text is undefined,
/// so that printing it is an error and not a gap.
#[derive(Debug)]
pub struct Variables {
    /// By name, as the engine takes them.
    pub(super) context: Context,
    /// How many values they are.
    pub(super) count: u64,
    /// Every number among them.
    numbers: Vec<NamedValue>,
}

impl Variables {
    /// Of a study and its facts of the same day.
    pub fn new(study: &StudyAsOf, facts: &Facts, language: &str) -> Self {
        let mut variables = Self { context: Context::new(), count: 0, numbers: Vec::new() };
        for (name, value) in named(study, facts, language) {
            variables.count += count(&value);
            variables.context.insert(name, &value);
            collect_named(name, &value, &mut variables.numbers);
        }
        variables
    }

    /// Every number that templates can print, in the order of the variables.
    pub fn numbers(&self) -> &[NamedValue] {
        &self.numbers
    }
}

/// How many values a value is, itself included.
fn count(value: &Value) -> u64 {
    let inner: u64 = match value {
        Value::Array(array) => array.iter().map(count).sum(),
        Value::Object(object) => object.values().map(count).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    };
    inner + 1
}
