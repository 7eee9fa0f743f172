//! An interval follows from share, base and design effect: Wilson on n / deff, as the reports say.

use super::context::Context;
use crate::diag::{Code, Diagnostic, say};
use crate::facts::stats::{effective_n, wilson};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let tolerance = context.study.thresholds.tolerances.interval_bound;
    let mut found = Vec::new();
    for table in &context.tables {
        for (row, record) in table.results.records.iter().enumerate() {
            let sound = record.n > 0 && record.deff > 0.0 && (0.0..=1.0).contains(&record.share);
            if !sound {
                continue;
            }
            let (low, high) =
                wilson(record.share, effective_n(record.n, record.deff), context.study.thresholds.z);
            if (low - record.ci.0).abs() <= tolerance && (high - record.ci.1).abs() <= tolerance {
                continue;
            }
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
