//! A margin of error is claimed for a probability sample only; for a quota sample it is an assumption and
//! has to be called one (AAPOR Guidance on Reporting Precision for Nonprobability Samples, 2016).

use super::context::Context;
use super::texts::strings;
use crate::diag::{Code, Diagnostic, say};
use crate::study::outcome::Recommendations;
use crate::study::passport::Passport;
use crate::study::survey::{Sample, SampleKind};

/// Files whose texts speak of the survey's precision.
const FILES: &[&str] = &[Passport::FILE, Sample::FILE, Recommendations::FILE];

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    if context.study.sample.kind == SampleKind::Probability {
        return Vec::new();
    }
    let patterns = context.patterns;
    strings(&context.files, FILES)
        .iter()
        .filter(|s| patterns.margins.iter().any(|m| m.is_match(s.text)))
        .filter(|s| !patterns.assumptions.iter().any(|a| a.is_match(s.text)))
        .map(|s| {
            Diagnostic::new(Code::MarginClaim, say!("margin-claim"))
                .at(s.location())
                .hint(say!("hint-margin-claim"))
        })
        .collect()
}
