//! The unweighted base and the design effect are the same for each answer of a distribution, and the bases
//! of a breakdown's groups add up to the base of the total.

use indexmap::IndexMap;

use super::context::{BrokenDown, Context, Distribution, Tabulation, called};
use crate::diag::{Code, Diagnostic, say};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let tolerance = context.study.thresholds.tolerances.design_effect;
    let mut found = Vec::new();
    for table in &context.tables {
        found.extend(table.distributions.iter().filter_map(|d| inside(table, d, tolerance)));
        found.extend(over_groups(context, table));
        found.extend(without_totals(table));
    }
    found
}

/// A table that has groups and no row of the whole sample.
fn without_totals(table: &Tabulation<'_>) -> Option<Diagnostic> {
    let first = table.distributions.first()?;
    if table.distributions.iter().any(|d| d.by.is_empty()) {
        return None;
    }
    let fault = Diagnostic::new(Code::BreakdownBase, say!("totals-missing", path = table.path));
    Some(fault.at(table.pointer(first.rows[0], "by")).hint(say!("hint-totals-missing")))
}

/// One finding for each breakdown whose groups do not add up to the total: for its first question, with the count of
/// the others.
fn over_groups(context: &Context<'_>, table: &Tabulation<'_>) -> Vec<Diagnostic> {
    let mut wrong: IndexMap<&str, Vec<(BrokenDown<'_, '_>, u64)>> = IndexMap::new();
    // Of a breakdown that the codebook lacks that is told.
    let is_known = |id: &str| context.study.codebook.breakdowns.iter().any(|b| b.id.as_str() == id);
    for broken in table.breakdowns().into_iter().filter(|broken| is_known(broken.breakdown)) {
        let total = u64::from(table.first(broken.total).n);
        let sum: u64 = broken.groups.iter().map(|g| u64::from(table.first(g).n)).sum();
        let may_fall_short = context.leaves_out(broken.breakdown) && sum < total;
        if sum != total && !may_fall_short {
            wrong.entry(broken.breakdown).or_default().push((broken, sum));
        }
    }
    let tell = |(breakdown, questions): (&str, Vec<(BrokenDown<'_, '_>, u64)>)| {
        let others = questions.len() - 1;
        let (broken, sum) = questions.into_iter().next()?;
        let empty = broken.groups.iter().filter(|g| table.first(g).n == 0);
        let empty: Vec<&str> = empty.filter_map(|g| g.by.first().map(|(_, code)| *code)).collect();
        let message = say!(
            "breakdown-base",
            what = called(broken.total),
            breakdown = breakdown,
            sum = sum,
            total = table.first(broken.total).n,
            empty = empty.join(", ");
            others = others,
            groups = empty.len()
        );
        let row = broken.groups.first().map_or(broken.total.rows[0], |g| g.rows[0]);
        let fault = Diagnostic::new(Code::BreakdownBase, message).at(table.pointer(row, "n"));
        Some(fault.hint(say!("hint-breakdown-base")))
    };
    wrong.into_iter().filter_map(tell).collect()
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
