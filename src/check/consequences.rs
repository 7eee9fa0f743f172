//! What follows from a cause that is told of is not told as well.

use std::collections::BTreeSet;

use super::context::Inventory;
use super::missed_terms::file_of;
use crate::diag::{Code, Diagnostic, Diagnostics, Severity, say};
use crate::study::survey::Fieldwork;

/// Rules that compare files with one another: what they find in a file that still holds the example says nothing.
const COMPARING: [Code; 5] =
    [Code::QuotaTotal, Code::FieldworkTotal, Code::PreliminaryInFinal, Code::TermMissed, Code::FindingBase];

/// Rules that hold figures to each other, as shares without weights cannot.
const WEIGHTED: [Code; 4] =
    [Code::IntervalFormula, Code::BreakdownBase, Code::WeightedTotal, Code::IndexFormula];

/// What makes the figures of a whole table unknown: nothing follows from them for what texts claim.
const UNKNOWN: [Code; 3] = [Code::DuplicateRecord, Code::ColumnUnit, Code::DanglingId];

/// Rules about records: while one of them is broken, a figure may be missing for that.
const OF_RECORDS: [Code; 11] = [
    Code::DuplicateRecord,
    Code::ColumnUnit,
    Code::DanglingId,
    Code::NumberRange,
    Code::ShareSum,
    Code::AnswerCount,
    Code::ShareOutsideInterval,
    Code::IntervalFormula,
    Code::BreakdownBase,
    Code::WeightedTotal,
    Code::DesignEffect,
];

/// The findings without the consequences of others.
pub fn silenced(found: &Diagnostics, inventory: &Inventory) -> Diagnostics {
    let told = |id: &str, place: &str| -> String {
        let of = found.iter().filter(|d| d.message.id() == id);
        of.filter_map(|d| d.message.text(place)).collect::<Vec<_>>().join(" ")
    };
    let absent = told("file-absent", "files");
    let example = told("example-left", "files");
    let nobody = told("breakdown-base", "empty");
    let unweighted = found.iter().any(|d| d.message.text("kind") == Some("unweighted"));
    let in_results = |d: &Diagnostic| d.location.as_ref().is_some_and(|p| p.file.starts_with("results/"));
    let is_fault = |d: &Diagnostic| d.severity == Severity::Error && OF_RECORDS.contains(&d.code);
    let faulty_results = found.iter().any(|d| is_fault(d) && in_results(d));
    let is_unknown = |d: &Diagnostic| in_results(d) && UNKNOWN.contains(&d.code);
    let faulty = found.iter().any(|d| is_unknown(d) || d.message.id() == "dangling-ids");
    let scaled = found.iter().any(|d| matches!(d.message.id(), "scores-scale" | "scores-shares"));
    let weights: Vec<&str> =
        found.iter().filter(|d| d.message.id() == "weights-per-cent").filter_map(place_of).collect();
    let ranges: Vec<&str> =
        found.iter().filter(|d| d.code == Code::WrongValue).filter_map(place_of).collect();
    let doubled_days =
        found.iter().any(|d| d.code == Code::DuplicateRecord && place_of(d) == Some(Fieldwork::FILE));
    let dangling =
        found.iter().any(|d| d.message.id() == "dangling-ids" || d.code == Code::DanglingId && in_results(d));
    let wrong: BTreeSet<(&str, &str)> =
        found.iter().filter(|d| is_wrong_in_itself(d)).filter_map(record_of).collect();
    let falling = found.iter().any(|d| d.code == Code::ViewCount);
    let premature = found.iter().any(|d| d.code == Code::PreliminaryInFinal);
    let stray =
        found.iter().find(|d| is_stray_table(d)).and_then(|d| d.message.text("path")).map(str::to_owned);
    let follows = |d: &Diagnostic| {
        let place = d.location.as_ref().map(|place| place.file.as_str()).unwrap_or_default();
        let of_example = !example.is_empty()
            && d.message.id() != "example-left"
            && (COMPARING.contains(&d.code) || inventory.examples.contains(&place));
        let term = d.message.text("term").filter(|_| d.code == Code::TermMissed);
        let file = match term {
            Some("territories") if absent.contains("territories.json") => Some("territories.json"),
            other => other.and_then(file_of),
        };
        let of_absent = file.is_some_and(|file| absent.contains(file));
        let of_falling = falling && term == Some("coverage");
        let of_nobody = d.code == Code::FieldworkTotal
            && d.message.text("territory").is_some_and(|territory| nobody.contains(territory));
        let of_figures = (faulty || scaled) && d.code == Code::ClaimUnproven
            || unweighted && WEIGHTED.contains(&d.code)
            || place_of(d).is_some_and(|own| weights.contains(&own)) && is_of_weights(d)
            || place_of(d).is_some_and(|own| ranges.contains(&own)) && is_of_scores(d)
            || d.message.id() == "interval-formula" && record_of(d).is_some_and(|own| wrong.contains(&own))
            || dangling && matches!(d.code, Code::IndexFormula | Code::WeightedTotal)
            || doubled_days && matches!(d.code, Code::QuotaTotal | Code::FieldworkTotal);
        let of_missing = faulty_results && d.message.id() == "measure-without-records";
        of_figures
            || of_falling
            || of_missing
            || of_example
            || of_absent
            || of_nobody
            || (premature && is_stray_table(d))
    };
    let left: Vec<Diagnostic> = found.iter().filter(|d| !follows(d)).cloned().collect();
    let hinted = |d: Diagnostic| match &stray {
        Some(path) if d.code == Code::PreliminaryInFinal => d.hint(say!("hint-table-unnamed", path = path)),
        _ => d,
    };
    left.into_iter().map(hinted).collect()
}

fn place_of(finding: &Diagnostic) -> Option<&str> {
    finding.location.as_ref().map(|place| place.file.as_str())
}

/// Whether a record's base or interval is wrong whatever formula the interval follows.
fn is_wrong_in_itself(finding: &Diagnostic) -> bool {
    matches!(finding.code, Code::BreakdownBase | Code::ShareOutsideInterval)
}

/// The file and record that a finding is of.
fn record_of(finding: &Diagnostic) -> Option<(&str, &str)> {
    let place = finding.location.as_ref()?;
    Some((place.file.as_str(), place.pointer.as_deref()?.rsplit_once('/')?.0))
}

/// Whether a finding follows from weights in per cent: above their range, or in what is computed with them.
fn is_of_weights(finding: &Diagnostic) -> bool {
    let pointer = finding.location.as_ref().and_then(|place| place.pointer.as_deref()).unwrap_or_default();
    let above = finding.code == Code::WrongValue && pointer.ends_with("/weight");
    above || is_of_scores(finding)
}

fn is_of_scores(finding: &Diagnostic) -> bool {
    matches!(finding.code, Code::IndexFormula | Code::RiskFormula)
}

/// Whether a finding tells of a table in `results` that no file names.
fn is_stray_table(finding: &Diagnostic) -> bool {
    let path = finding.message.text("path").unwrap_or_default();
    finding.code == Code::FileUnknown && path.starts_with("results/") && path.ends_with(".csv")
}
