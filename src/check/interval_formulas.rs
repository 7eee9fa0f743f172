//! An interval follows from share, base and design effect: Wilson on n / deff, as the reports say.

use super::causes::interval_bound;
use super::context::{Context, Tabulation};
use crate::diag::{Code, Diagnostic, say};
use crate::facts::stats::{effective_n, wilson};
use crate::study::results::Record;
use crate::study::upper_quantile;

/// Intervals of another formula from which on they have one cause, beside being most of the table's or of a usual one.
const LEAST_OF_ONE_FORMULA: usize = 10;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let most = context.study.thresholds.tolerances.interval_bound;
    let z = context.study.thresholds.z;
    let mut found = Vec::new();
    for table in &context.tables {
        let tolerance = interval_bound(table, most);
        let records = table.results.records.iter().enumerate();
        let sound: Vec<(usize, &Record)> = records.filter(|(_, record)| is_sound(record)).collect();
        let right = |record: &Record| wilson(record.share, effective_n(record.n, record.deff), z);
        let wrong: Vec<(usize, &Record)> =
            sound.iter().copied().filter(|(_, record)| !agrees(record, right(record), tolerance)).collect();
        let most = wrong.len() * 2 > sound.len();
        let other = other_formula(table, &wrong, z, tolerance);
        let is_one = |kind: Option<&str>| wrong.len() >= LEAST_OF_ONE_FORMULA && (most || kind.is_some());
        if let Some((_, fault)) = other.filter(|(kind, _)| is_one(*kind)) {
            found.push(fault);
            continue;
        }
        for (row, record) in wrong {
            let (low, high) = right(record);
            let message = say!(
                "interval-formula",
                low = record.ci.0,
                high = record.ci.1,
                right_low = format!("{low:.4}"),
                right_high = format!("{high:.4}"),
            );
            let fault = Diagnostic::new(Code::IntervalFormula, message);
            found.push(fault.at(table.pointer(row, "ci")).hint(say!("hint-interval-formula")));
        }
    }
    found
}

/// Whether an interval can follow from the figures at all.
fn is_sound(record: &Record) -> bool {
    record.n > 0 && record.deff > 0.0 && (0.0..=1.0).contains(&record.share)
}

fn agrees(record: &Record, (low, high): (f64, f64), tolerance: f64) -> bool {
    (low - record.ci.0).abs() <= tolerance && (high - record.ci.1).abs() <= tolerance
}

/// The normal approximation (Wald), cut off at the ends as most programs do.
fn wald(share: f64, n: f64, z: f64) -> (f64, f64) {
    let half = z * (share * (1.0 - share) / n).sqrt();
    ((share - half).max(0.0), (share + half).min(1.0))
}

/// One finding for a table whose intervals follow another formula as a whole, named where it is a usual one.
fn other_formula(
    table: &Tabulation<'_>,
    wrong: &[(usize, &Record)],
    z: f64,
    tolerance: f64,
) -> Option<(Option<&'static str>, Diagnostic)> {
    type Formula = fn(&Record, f64) -> (f64, f64);
    let formulas: [(&'static str, Formula, f64); 6] = [
        ("wilson-simple", |r, z| wilson(r.share, f64::from(r.n), z), z),
        ("wald", |r, z| wald(r.share, effective_n(r.n, r.deff), z), z),
        ("wald-simple", |r, z| wald(r.share, f64::from(r.n), z), z),
        ("deft", |r, z| wilson(r.share, effective_n(r.n, r.deff * r.deff), z), z),
        ("level-90", |r, z| wilson(r.share, effective_n(r.n, r.deff), z), upper_quantile(0.05)),
        ("level-99", |r, z| wilson(r.share, effective_n(r.n, r.deff), z), upper_quantile(0.005)),
    ];
    let fits = |formula: Formula, z: f64| {
        let agreeing = wrong.iter().filter(|(_, r)| agrees(r, formula(r, z), tolerance)).count();
        agreeing * 10 >= wrong.len() * 9
    };
    let kind = formulas.into_iter().find(|(_, formula, z)| fits(*formula, *z)).map(|f| f.0);
    let (row, record) = wrong.first()?;
    let message = say!(
        "interval-formulas", kind = kind.unwrap_or("other"), low = record.ci.0, high = record.ci.1; rows = wrong.len()
    );
    let fault = Diagnostic::new(Code::IntervalFormula, message).at(table.pointer(*row, "ci"));
    Some((kind, fault.hint(say!("hint-interval-formula"))))
}
