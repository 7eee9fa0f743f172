//! Weighted bases agree inside a distribution and over the groups of a breakdown, and the total's shares
//! are the groups' weighted means.

use super::context::{BrokenDown, Context, Distribution, Tabulation, called};
use crate::diag::{Code, Diagnostic, say};
use crate::study::Tolerances;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let tolerances = &context.study.thresholds.tolerances;
    let mut found = Vec::new();
    for table in &context.tables {
        for distribution in &table.distributions {
            found.extend(inside(table, distribution, tolerances));
        }
        for broken in table.breakdowns() {
            let bases: u64 = broken.groups.iter().map(|g| u64::from(table.first(g).n)).sum();
            // Where the plain bases differ already, that is the fault.
            if bases == u64::from(table.first(broken.total).n) {
                found.extend(over_groups(table, &broken, tolerances));
            }
        }
    }
    found
}

/// Whether a weighted base differs from another by more than rounding.
fn differ(a: f64, b: f64, tolerances: &Tolerances) -> bool {
    (a - b).abs() > tolerances.weighted_base.max(b.abs() * tolerances.weighted_base_share)
}

/// The weighted base is the same for each answer of a distribution.
fn inside(
    table: &Tabulation<'_>,
    distribution: &Distribution<'_>,
    tolerances: &Tolerances,
) -> Option<Diagnostic> {
    let base = table.first(distribution).n_weighted;
    let row =
        distribution.rows.iter().find(|row| differ(table.record(**row).n_weighted, base, tolerances))?;
    let message = say!(
        "weighted-base-inside",
        what = called(distribution),
        one = base,
        other = table.record(*row).n_weighted
    );
    let fault = Diagnostic::new(Code::WeightedTotal, message).at(table.pointer(*row, "n_weighted"));
    Some(fault.hint(say!("hint-weighted-base")))
}

fn over_groups(
    table: &Tabulation<'_>,
    broken: &BrokenDown<'_, '_>,
    tolerances: &Tolerances,
) -> Option<Diagnostic> {
    let base = table.first(broken.total).n_weighted;
    let sum: f64 = broken.groups.iter().map(|g| table.first(g).n_weighted).sum();
    let row = broken.groups.first()?.rows[0];
    if differ(sum, base, tolerances) {
        let message = say!(
            "weighted-base-groups",
            what = called(broken.total),
            breakdown = broken.breakdown,
            sum = format!("{sum:.1}"),
            total = base
        );
        let fault = Diagnostic::new(Code::WeightedTotal, message).at(table.pointer(row, "n_weighted"));
        return Some(fault.hint(say!("hint-weighted-base-groups")));
    }
    let (row, mean) = wrong_mean(table, broken, sum, tolerances.weighted_share)?;
    let total = table.record(row);
    let message = say!(
        "weighted-share-groups",
        what = called(broken.total),
        option = total.option,
        breakdown = broken.breakdown,
        mean = format!("{mean:.4}"),
        share = total.share
    );
    let fault = Diagnostic::new(Code::WeightedTotal, message).at(table.pointer(row, "share"));
    Some(fault.hint(say!("hint-weighted-share")))
}

/// The first answer whose share in the total is not the mean of the groups: its row, and that mean.
fn wrong_mean(
    table: &Tabulation<'_>,
    broken: &BrokenDown<'_, '_>,
    sum: f64,
    tolerance: f64,
) -> Option<(usize, f64)> {
    if sum <= 0.0 {
        return None;
    }
    broken.total.rows.iter().find_map(|row| {
        let total = table.record(*row);
        let weighted = broken.groups.iter().map(|group| {
            let own = table.records(group).find(|r| r.option == total.option);
            own.map_or(0.0, |r| r.n_weighted * r.share)
        });
        let mean = weighted.sum::<f64>() / sum;
        ((mean - total.share).abs() > tolerance).then_some((*row, mean))
    })
}
