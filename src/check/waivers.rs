//! A waiver that nothing needs: its term is met, or its document is younger than the final report.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::facts::{TermState, terms};
use crate::quantity::whole;
use crate::study::passport::{Passport, ReportKind};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some(grant) = &context.study.passport.grant else { return Vec::new() };
    let mut due = context.due.iter().filter(|(_, d)| d.counts_as == Some(ReportKind::Final));
    let Some((_, report)) = due.next() else { return Vec::new() };
    let states = terms(&context.study.as_of(report.cutoff));
    let size = whole::count(context.study.thresholds.focus_group_size);
    let mut found = Vec::new();
    for (i, waiver) in grant.waivers.iter().enumerate() {
        let late = waiver.date > report.cutoff;
        let met = states.iter().any(|t| t.id == waiver.term && t.state == TermState::Met);
        let (term, cutoff) = (waiver.term.as_str(), report.cutoff);
        let (message, hint) = match (late, met) {
            (true, _) => {
                let message = say!("waiver-late", term = term, date = waiver.date, cutoff = cutoff; focus_group_size = size);
                (message, say!("hint-waiver-late"))
            }
            (false, true) => {
                (say!("waiver-idle", term = term; focus_group_size = size), say!("hint-waiver-idle"))
            }
            (false, false) => continue,
        };
        let place = Location::pointer(Passport::FILE, format!("/grant/waivers/{i}"));
        found.push(Diagnostic::new(Code::WaiverIdle, message).at(place).hint(hint));
    }
    found
}
