//! The answers of a scale have roles: without them nothing is added up, coloured or compared, and charts of the
//! scale leave out what has none.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::results::{Codebook, QuestionKind};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (i, question) in context.study.codebook.questions.iter().enumerate() {
        if question.kind != QuestionKind::Scale {
            continue;
        }
        let without: Vec<&str> =
            question.options.iter().filter(|o| o.role.is_none()).map(|o| o.code.as_str()).collect();
        if without.is_empty() {
            continue;
        }
        let message = say!(
            "scale-roles", question = question.id, codes = without.join(", ");
            roles = question.options.len() - without.len()
        );
        let place = Location::pointer(Codebook::FILE, format!("/questions/{i}/options"));
        found.push(Diagnostic::new(Code::ScaleRoles, message).at(place).hint(say!("hint-scale-roles")));
    }
    found
}
