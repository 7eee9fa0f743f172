//! The final report is made from final results.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::passport::{Passport, ReportKind};
use crate::study::results::Stage;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (i, deliverable) in &context.due {
        if deliverable.counts_as != Some(ReportKind::Final) {
            continue;
        }
        let latest = context.study.results.iter().rfind(|r| r.date <= deliverable.cutoff);
        let Some(latest) = latest.filter(|r| r.stage == Stage::Preliminary) else { continue };
        let message = say!(
            "preliminary-in-final",
            deliverable = deliverable.id,
            cutoff = deliverable.cutoff,
            file = latest.path,
            date = latest.date
        );
        let place = Location::pointer(Passport::FILE, format!("/deliverables/{i}/cutoff"));
        let fault = Diagnostic::new(Code::PreliminaryInFinal, message).at(place);
        found.push(fault.hint(say!("hint-preliminary-in-final")));
    }
    found
}
