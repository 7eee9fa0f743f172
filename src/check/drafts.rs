//! What a draft proposed of a question or breakdown, and nobody has confirmed yet.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::tabulation::Tabulation;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let questions = context.study.tabulation.questions.iter().enumerate();
    let breakdowns = context.study.tabulation.breakdowns.iter().enumerate();
    let breakdowns = breakdowns.filter(|(_, plan)| plan.proposed).map(|(at, plan)| {
        let place = Location::pointer(Tabulation::FILE, format!("/breakdowns/{at}/proposed"));
        Diagnostic::new(Code::DraftUnconfirmed, say!("draft-breakdown", id = plan.breakdown))
            .at(place)
            .hint(say!("hint-draft-breakdown"))
    });
    let questions = questions.filter(|(_, plan)| plan.proposed).map(|(at, plan)| {
        let place = Location::pointer(Tabulation::FILE, format!("/questions/{at}/proposed"));
        Diagnostic::new(Code::DraftUnconfirmed, say!("draft-unconfirmed", id = plan.question))
            .at(place)
            .hint(say!("hint-draft-unconfirmed"))
    });
    breakdowns.chain(questions).collect()
}
