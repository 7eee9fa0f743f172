//! An id names one thing in the whole study, because evidence refers to things by their id alone.

use std::collections::HashMap;

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::{Id, Study};

/// Every id with the file and the pointer at which it is given.
pub fn all(study: &Study) -> Vec<(Id, &'static str, String)> {
    let mut ids = Vec::new();
    let mut list = |file: &'static str, field: &str, found: Vec<&Id>| {
        ids.extend(
            found.into_iter().enumerate().map(|(i, id)| (id.clone(), file, format!("/{field}/{i}/id"))),
        );
    };
    list("study.json", "team", study.passport.team.iter().map(|x| &x.id).collect());
    list("study.json", "bodies", study.passport.bodies.iter().map(|x| &x.id).collect());
    list("territories.json", "territories", study.territories.territories.iter().map(|x| &x.id).collect());
    list("instruments.json", "instruments", study.instruments.instruments.iter().map(|x| &x.id).collect());
    list("codebook.json", "questions", study.codebook.questions.iter().map(|x| &x.id).collect());
    list("indices.json", "indices", study.indices.indices.iter().map(|x| &x.id).collect());
    list("experts.json", "experts", study.experts.experts.iter().map(|x| &x.id).collect());
    list("experts.json", "questions", study.experts.questions.iter().map(|x| &x.id).collect());
    list("focus-groups.json", "groups", study.focus_groups.groups.iter().map(|x| &x.id).collect());
    list("cases.json", "cases", study.cases.cases.iter().map(|x| &x.id).collect());
    list("recommendations.json", "findings", study.recommendations.findings.iter().map(|x| &x.id).collect());
    list(
        "recommendations.json",
        "recommendations",
        study.recommendations.recommendations.iter().map(|x| &x.id).collect(),
    );
    list("coverage.json", "publications", study.coverage.publications.iter().map(|x| &x.id).collect());
    list("events.json", "events", study.events.events.iter().map(|x| &x.id).collect());
    list("calendar.json", "steps", study.calendar.steps.iter().map(|x| &x.id).collect());
    ids
}

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut first: HashMap<Id, (&str, String)> = HashMap::new();
    let mut found = Vec::new();
    for (id, file, pointer) in all(context.study) {
        if let Some((other, at)) = first.get(&id) {
            let message = say!("duplicate-id", id = id, file = other, pointer = at);
            let fault = Diagnostic::new(Code::DuplicateId, message).at(Location::pointer(file, pointer));
            found.push(fault.hint(say!("hint-duplicate-id")));
        } else {
            first.insert(id, (file, pointer));
        }
    }
    found
}
