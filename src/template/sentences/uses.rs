//! Where a structure says its sentences, and under which conditions.

use std::collections::BTreeSet;

use super::layers::Sentences;
use super::own_tags::{self, OwnTag, Said};
use crate::template::lint::prose::Line;

/// A place at which a sentence is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    pub sentence: String,
    /// Path of the structure.
    pub path: String,
    /// Line of the tag, from 1.
    pub line: u32,
    /// The conditions and loops around it, as `if x is defined`.
    pub guards: Vec<String>,
}

/// The uses in the lines of a structure.
pub fn uses(path: &str, lines: &[Line], sentences: &Sentences) -> Vec<Use> {
    let mut found = Vec::new();
    for line in lines {
        for (statement, guards) in &line.own_tags {
            let Some(Ok(tag)) = own_tags::read(statement) else { continue };
            let mut say = |said: &Said, condition: Option<&String>| {
                let guards: Vec<String> =
                    guards.iter().cloned().chain(condition.map(|c| format!("if {c}"))).collect();
                let named = |sentence: String, guards: Vec<String>| Use {
                    sentence,
                    path: path.to_owned(),
                    line: line.number,
                    guards,
                };
                match &said.key {
                    None => found.push(named(said.name.clone(), guards)),
                    Some(key) => found.extend(sentences.keys(&said.name).into_iter().map(|own| {
                        let chosen = format!("if {key} == \"{own}\"");
                        named(
                            format!("{}.{own}", said.name),
                            guards.iter().cloned().chain([chosen]).collect(),
                        )
                    })),
                }
            };
            match &tag {
                OwnTag::Say { said, condition } => say(said, condition.as_ref()),
                OwnTag::List { said, joined, last, .. } => {
                    say(said, None);
                    for joint in [Some(joined), last.as_ref()].into_iter().flatten() {
                        say(&Said { name: joint.clone(), key: None }, None);
                    }
                }
                OwnTag::Part { .. } => {}
            }
        }
    }
    found
}

/// The names of all sentences that are said.
pub fn names(uses: &[Use]) -> BTreeSet<&str> {
    uses.iter().map(|own| own.sentence.as_str()).collect()
}
