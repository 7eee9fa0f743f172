//! Experts and focus groups give counts and quotes, never percentages: a handful of people is no share of
//! anything. What a person said in a quote stays as it was said.

use super::context::Context;
use super::texts::strings;
use crate::diag::{Code, Diagnostic, say};
use crate::study::qualitative::{Experts, FocusGroups};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    strings(&context.files, &[Experts::FILE, FocusGroups::FILE])
        .iter()
        .filter(|s| s.language.is_some() && !s.pointer.contains("/quote/"))
        .filter_map(|s| {
            let percent = context.patterns.percents.iter().find_map(|p| p.find(s.text))?;
            let message = say!("qualitative-percent", found = percent.as_str());
            let fault = Diagnostic::new(Code::QualitativePercent, message).at(s.location());
            Some(fault.hint(say!("hint-qualitative-percent")))
        })
        .collect()
}
