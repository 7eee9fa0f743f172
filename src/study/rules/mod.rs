//! What a study must satisfy beyond its types: one rule a file, each collecting all its faults.

mod arithmetic;
mod dates;
mod ids;
mod references;
mod translations;

use super::Study;
use crate::diag::Diagnostic;

type Rule = fn(&Study) -> Vec<Diagnostic>;

const RULES: &[Rule] = &[ids::check, references::check, translations::check, dates::check, arithmetic::check];

/// All findings of all rules.
pub fn check(study: &Study) -> Vec<Diagnostic> {
    RULES.iter().flat_map(|rule| rule(study)).collect()
}
