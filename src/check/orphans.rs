//! Every finding leads to a recommendation, and every recommendation comes from a finding.

use std::collections::BTreeSet;

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, Message, say};
use crate::study::outcome::Recommendations;

/// Nothing is said where a study has findings without recommendations at all, or the other way round: they are
/// then another's work, or still to come.
pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let file = &context.study.recommendations;
    if file.findings.is_empty() || file.recommendations.is_empty() {
        return Vec::new();
    }
    let findings: BTreeSet<&str> = file.findings.iter().map(|f| f.id.as_str()).collect();
    let named: BTreeSet<&str> =
        file.recommendations.iter().flat_map(|r| &r.evidence).map(|id| id.as_str()).collect();
    let mut found = Vec::new();
    for (i, finding) in file.findings.iter().enumerate().filter(|(_, f)| !named.contains(f.id.as_str())) {
        let message = say!("finding-orphan", id = finding.id);
        found.push(orphan(message, format!("/findings/{i}"), say!("hint-finding-orphan")));
    }
    for (i, recommendation) in file.recommendations.iter().enumerate() {
        if recommendation.evidence.iter().any(|id| findings.contains(id.as_str())) {
            continue;
        }
        let message = say!("recommendation-orphan", id = recommendation.id);
        let place = format!("/recommendations/{i}/evidence");
        found.push(orphan(message, place, say!("hint-recommendation-orphan")));
    }
    found
}

fn orphan(message: Message, pointer: String, hint: Message) -> Diagnostic {
    Diagnostic::new(Code::Orphan, message).at(Location::pointer(Recommendations::FILE, pointer)).hint(hint)
}
