//! The final report meets every term of the grant, or the customer has waived it by a document.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::facts::{TermState, terms};
use crate::quantity::whole;
use crate::study::passport::{Passport, ReportKind};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let size = whole::count(context.study.thresholds.focus_group_size);
    let mut found = Vec::new();
    for (i, deliverable) in &context.due {
        if deliverable.counts_as != Some(ReportKind::Final) {
            continue;
        }
        for term in terms(&context.study.as_of(deliverable.cutoff)) {
            if !term.applies || term.state != TermState::Missed {
                continue;
            }
            let (id, achieved, threshold) = (term.id.as_str(), term.achieved, term.threshold);
            let cutoff = deliverable.cutoff;
            let message = if achieved < threshold {
                say!("term-missed", term = id, achieved = achieved, threshold = threshold, cutoff = cutoff; focus_group_size = size)
            } else {
                say!(
                    "term-missed-kinds",
                    term = id,
                    achieved = achieved,
                    threshold = threshold,
                    cutoff = cutoff;
                    focus_group_size = size
                )
            };
            let place = Location::pointer(Passport::FILE, format!("/deliverables/{i}"));
            let fault = Diagnostic::new(Code::TermMissed, message).at(place);
            found.push(match absent_file(context, id) {
                Some(file) => fault.hint(say!("hint-term-without-file", path = file)),
                None => fault.hint(say!("hint-term-missed")),
            });
        }
    }
    found
}

/// The file in which what a term demands is told.
pub fn file_of(term: &str) -> Option<&'static str> {
    let files = [
        ("cases", "cases.json"),
        ("coverage", "coverage.json"),
        ("respondents", "fieldwork.json"),
        ("experts", "experts.json"),
        ("focus-groups", "focus-groups.json"),
        ("instruments", "instruments.json"),
        ("territories", "risk.json"),
        ("indices", "indices.json"),
        ("presentation", "events.json"),
    ];
    files.into_iter().find_map(|(known, file)| (known == term).then_some(file))
}

fn absent_file(context: &Context<'_>, term: &str) -> Option<&'static str> {
    file_of(term).filter(|file| context.inventory.absent.contains(file))
}
