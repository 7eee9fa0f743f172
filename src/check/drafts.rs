//! What a draft proposed of a question, and nobody has confirmed yet.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::tabulation::Tabulation;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let questions = context.study.tabulation.questions.iter().enumerate();
    questions
        .filter(|(_, plan)| plan.proposed)
        .map(|(at, plan)| {
            let place = Location::pointer(Tabulation::FILE, format!("/questions/{at}/proposed"));
            Diagnostic::new(Code::DraftUnconfirmed, say!("draft-unconfirmed", id = plan.question))
                .at(place)
                .hint(say!("hint-draft-unconfirmed"))
        })
        .collect()
}
