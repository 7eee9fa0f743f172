//! The unweighted base and the design effect are the same for each answer of a distribution, and the bases
//! of a breakdown's groups add up to the base of the total.

use super::context::{Context, Distribution, Tabulation, called};
use crate::diag::{Code, Diagnostic, say};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let tolerance = context.study.thresholds.tolerances.design_effect;
    let mut found = Vec::new();
    for table in &context.tables {
        found.extend(table.distributions.iter().filter_map(|d| inside(table, d, tolerance)));
        for broken in table.breakdowns() {
            let total = table.first(broken.total).n;
            let sum: u64 = broken.groups.iter().map(|g| u64::from(table.first(g).n)).sum();
            if sum == u64::from(total) {
                continue;
            }
            let message = say!(
                "breakdown-base",
                what = called(broken.total),
                breakdown = broken.breakdown,
                sum = sum,
                total = total
            );
            let row = broken.groups.first().map_or(broken.total.rows[0], |g| g.rows[0]);
            let fault = Diagnostic::new(Code::BreakdownBase, message).at(table.pointer(row, "n"));
            found.push(fault.hint(say!("hint-breakdown-base")));
        }
    }
    found
}

/// The first answer whose base or design effect is another than the first answer's.
fn inside(table: &Tabulation<'_>, distribution: &Distribution<'_>, tolerance: f64) -> Option<Diagnostic> {
    let first = table.first(distribution);
    let differs = |row: &&usize| {
        let record = table.record(**row);
        record.n != first.n || (record.deff - first.deff).abs() > tolerance
    };
    let row = distribution.rows.iter().find(differs)?;
    let record = table.record(*row);
    let field = if record.n == first.n { "deff" } else { "n" };
    let (one, other) = match field {
        "n" => (first.n.to_string(), record.n.to_string()),
        _ => (first.deff.to_string(), record.deff.to_string()),
    };
    let message = say!("base-inside", what = called(distribution), field = field, one = one, other = other);
    let fault = Diagnostic::new(Code::BreakdownBase, message).at(table.pointer(*row, field));
    Some(fault.hint(say!("hint-base-inside")))
}
