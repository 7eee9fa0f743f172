//! Two answers of a question that are worded alike: codes tell them apart, readers cannot.

use std::collections::HashMap;

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::results::Codebook;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (i, question) in context.study.codebook.questions.iter().enumerate() {
        let mut seen: HashMap<(&str, &str), &str> = HashMap::new();
        for (j, option) in question.options.iter().enumerate() {
            let labels = option.label.iter().map(|(language, text)| (language, text.trim()));
            let twin = labels.clone().find_map(|label| seen.get(&label).map(|code| (label.1, *code)));
            if let Some((label, first)) = twin {
                let message = say!(
                    "labels-shared",
                    question = question.id,
                    label = label,
                    one = first,
                    two = option.code
                );
                let place = Location::pointer(Codebook::FILE, format!("/questions/{i}/options/{j}/label"));
                let fault = Diagnostic::new(Code::LabelShared, message).at(place);
                found.push(fault.hint(say!("hint-labels-shared")));
            }
            seen.extend(labels.map(|label| (label, option.code.as_str())));
        }
    }
    found
}
