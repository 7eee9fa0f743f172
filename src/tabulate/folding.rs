//! A code that nothing declares stands in every column of its question, as a rule: that is one cause, said once.

use indexmap::IndexMap;

use crate::diag::{Code, Diagnostic, Diagnostics, say};

/// Question, sentence and value.
type Kind = (String, &'static str, String);

/// The findings with undeclared codes of several columns of a question told at the first of them.
pub fn folded(findings: Diagnostics) -> Diagnostics {
    let mut kept: Vec<(Diagnostic, usize)> = Vec::new();
    let mut seen: IndexMap<Kind, usize> = IndexMap::new();
    for finding in findings {
        match kind(&finding) {
            Some(kind) => match seen.get(&kind).and_then(|at| kept.get_mut(*at)) {
                Some((_, others)) => *others += 1,
                None => {
                    seen.insert(kind, kept.len());
                    kept.push((finding, 0));
                }
            },
            None => kept.push((finding, 0)),
        }
    }
    let told = kept.into_iter().map(|(finding, others)| match others {
        0 => finding,
        _ => {
            let message = say!("and-other-columns"; others = others);
            Diagnostic { message: message.with_message("message", finding.message.clone()), ..finding }
        }
    });
    told.collect()
}

fn kind(finding: &Diagnostic) -> Option<Kind> {
    let pointer = finding.location.as_ref()?.pointer.as_ref()?;
    let question = pointer.split('/').nth(2).filter(|_| finding.code == Code::AnswersCode)?;
    let is_of_question = pointer.starts_with("/questions/");
    let value = finding.message.text("value").unwrap_or_default().to_owned();
    is_of_question.then(|| (question.to_owned(), finding.message.id(), value))
}
