//! The variables of templates, made once for all documents of a day and language.

use std::sync::OnceLock;

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
    /// Names and values in their order; they share what the context has.
    values: Vec<(&'static str, tera::Value)>,
    /// Every number among them, once somebody asks.
    numbers: OnceLock<Vec<NamedValue>>,
}

impl Variables {
    /// Of a study and its facts of the same day.
    pub fn new(study: &StudyAsOf, facts: &Facts, language: &str) -> Self {
        let (values, count) = named(study, facts, language);
        let mut context = Context::new();
        for (name, value) in &values {
            context.insert_value(*name, value.clone());
        }
        Self { context, count, values, numbers: OnceLock::new() }
    }

    /// Every number that templates can print, in the order of the variables.
    pub fn numbers(&self) -> &[NamedValue] {
        self.numbers.get_or_init(|| {
            let mut numbers = Vec::new();
            self.values.iter().for_each(|(name, value)| collect_named(name, value, &mut numbers));
            numbers
        })
    }
}
