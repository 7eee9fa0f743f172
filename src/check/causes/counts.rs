//! Counts of people ten or more times too large or too small: the answers of single-answer questions then add up to ten
//! bases, or to a tenth of one.

use super::{Change, Mending, float, power_of_ten};
use crate::check::context::{Context, Tabulation};
use crate::diag::{Code, Diagnostic, say};

/// Distributions from which on a column can be judged as a whole.
const LEAST: usize = 5;
/// How far a sum of answers may be off its power of ten.
const SPREAD: f64 = 0.05;

/// Whether one of the columns of counts is in another unit.
pub fn find(
    context: &Context<'_>,
    table: &Tabulation<'_>,
    mending: &mut Mending,
    found: &mut Vec<Diagnostic>,
) -> bool {
    let single = table.distributions.iter().filter(|d| context.is_single(d.question) && table.first(d).n > 0);
    let mut powers: Vec<Option<i32>> = Vec::new();
    for distribution in single {
        let answers: u64 = table.records(distribution).map(|r| u64::from(r.n_option)).sum();
        let ratio = float(answers) / f64::from(table.first(distribution).n);
        powers.push(power(ratio));
    }
    let Some(power) = powers.iter().flatten().copied().find(|power| *power != 0) else { return false };
    let hits = powers.iter().filter(|own| **own == Some(power)).count();
    if hits < LEAST || hits * 10 < powers.len() * 9 {
        return false;
    }
    // The column that disagrees with the weighted bases is the wrong one.
    let usual = table.distributions.iter().find(|d| d.by.is_empty() && table.first(d).n > 0);
    let weight = usual.map(|d| table.first(d).n_weighted / f64::from(table.first(d).n));
    let is_base = weight.and_then(self::power) == Some(power);
    let column = if is_base { "n" } else { "n_option" };
    let factor = 10_u32.pow(power.unsigned_abs().min(9));
    let is_large = (power > 0) != is_base;
    let scaled = |count: u32| if is_large { count / factor } else { count.saturating_mul(factor) };
    for (row, record) in table.results.records.iter().enumerate() {
        let (n, n_option) = (record.n, record.n_option);
        let change =
            if is_base { Change::Counts(scaled(n), n_option) } else { Change::Counts(n, scaled(n_option)) };
        mending.changed.push((row, change));
    }
    let message =
        say!("counts-unit", column = column, size = if is_large { "large" } else { "small" }, times = factor);
    let fault = Diagnostic::new(Code::ColumnUnit, message).at(table.pointer(0, column));
    found.push(fault.hint(say!("hint-counts-unit")));
    true
}

/// The power of ten that a ratio is, where it is one.
fn power(ratio: f64) -> Option<i32> {
    power_of_ten(ratio).filter(|power| (ratio / 10.0_f64.powi(*power) - 1.0).abs() <= SPREAD)
}
