//! What follows from dates in the wrong year is not told as well: counts by a day, orders of dates, missed terms. Where
//! something of it is an error, the slip in the year is.

use super::missed_terms::file_of;
use crate::diag::{Code, Diagnostic, Diagnostics, Severity};
use crate::study::outcome::Events;
use crate::study::passport::Passport;
use crate::study::survey::{Fieldwork, Sample};

/// The findings without the consequences of dates in another year than the contract's.
pub fn explained(found: Diagnostics) -> Diagnostics {
    let is_slip = |d: &Diagnostic| {
        matches!(d.message.id(), "outside-contract-year" | "contract-year" | "days-exchanged")
    };
    let file = |d: &Diagnostic| d.location.as_ref().map(|place| place.file.clone()).unwrap_or_default();
    let files: Vec<String> = found.iter().filter(|d| is_slip(d)).map(file).collect();
    if files.is_empty() {
        return found;
    }
    let mut explaining: Vec<&str> = Vec::new();
    for finding in found.iter().filter(|d| d.severity == Severity::Error) {
        explaining.extend(cause(finding, &files));
    }
    let left = found.iter().filter(|finding| cause(finding, &files).is_none()).map(|finding| {
        let explains = is_slip(finding) && explaining.contains(&file(finding).as_str());
        let severity = if explains { Severity::Error } else { finding.severity };
        let code = if explains { Code::WrongYear } else { finding.code };
        Diagnostic { code, severity, ..finding.clone() }
    });
    left.collect()
}

/// Of the files whose dates stand in another year the one from which a finding follows.
fn cause<'f>(finding: &Diagnostic, files: &'f [String]) -> Option<&'f str> {
    let own = finding.location.as_ref().map(|place| place.file.as_str()).unwrap_or_default();
    let is_of_results = |file: &str| file.starts_with("results/");
    let is = |code: Code| finding.code == code;
    let of_term = finding.message.text("term").and_then(file_of).filter(|_| is(Code::TermMissed));
    let follows = |file: &str| {
        is(Code::DateOrder) && (file == own || file == Events::FILE && own == Passport::FILE)
            || is(Code::QuotaTotal) && (file == Fieldwork::FILE || file == Sample::FILE && own == file)
            || is(Code::FieldworkTotal) && (file == Fieldwork::FILE || is_of_results(file))
            || is(Code::PreliminaryInFinal) && is_of_results(file)
            || is(Code::ViewCount) && file == own
            || is(Code::TermMissed) && (file == Passport::FILE || of_term == Some(file))
    };
    files.iter().map(String::as_str).find(|file| follows(file))
}
