//! The final report meets every term of the grant, or the customer has waived it by a document.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::facts::{TermState, terms};
use crate::study::passport::ReportKind;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (i, deliverable) in &context.due {
        if deliverable.counts_as != Some(ReportKind::Final) {
            continue;
        }
        for term in terms(context.study, deliverable.cutoff) {
            if !term.applies || term.state != TermState::Missed {
                continue;
            }
            let (id, achieved, threshold) = (term.id.as_str(), term.achieved, term.threshold);
            let cutoff = deliverable.cutoff;
            let message = if achieved < threshold {
                say!("term-missed", term = id, achieved = achieved, threshold = threshold, cutoff = cutoff)
            } else {
                say!(
                    "term-missed-kinds",
                    term = id,
                    achieved = achieved,
                    threshold = threshold,
                    cutoff = cutoff
                )
            };
            let place = Location::pointer("study.json", format!("/deliverables/{i}"));
            let fault = Diagnostic::new(Code::TermMissed, message).at(place);
            found.push(fault.hint(say!("hint-term-missed")));
        }
    }
    found
}
