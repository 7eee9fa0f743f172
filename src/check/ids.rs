//! An id names one thing in the whole study, because evidence refers to things by their id alone.

use std::collections::HashMap;

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::GivenId;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut first: HashMap<&str, &GivenId> = HashMap::new();
    let mut found = Vec::new();
    for given in &context.ids {
        let Some(other) = first.get(given.id.as_str()) else {
            first.insert(given.id.as_str(), given);
            continue;
        };
        let message = say!("duplicate-id", id = given.id, file = other.file, pointer = other.pointer);
        let place = Location::pointer(given.file, given.pointer.clone());
        found.push(Diagnostic::new(Code::DuplicateId, message).at(place).hint(say!("hint-duplicate-id")));
    }
    found
}
