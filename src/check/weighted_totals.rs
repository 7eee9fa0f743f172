//! Weighted bases agree inside a distribution and over the groups of a breakdown, and the total's shares
//! are the groups' weighted means.

use super::context::{BrokenDown, Context, Distribution, Table, called};
use crate::diag::{Code, Diagnostic, say};

/// Slack of a weighted base against another: half an interview, or a thousandth of the base.
fn differ(a: f64, b: f64) -> bool {
    (a - b).abs() > (0.5f64).max(b.abs() * 0.001)
}

/// Slack of a total's share against the groups' mean, 0..1: shares have three decimals at the worst.
const SHARE_TOLERANCE: f64 = 0.002;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for table in &context.tables {
        for distribution in &table.distributions {
            found.extend(inside(table, distribution));
        }
        for broken in table.breakdowns() {
            let bases: u64 = broken.groups.iter().map(|g| u64::from(table.first(g).n)).sum();
            // Where the plain bases differ already, that is the fault.
            if bases == u64::from(table.first(broken.total).n) {
                found.extend(over_groups(table, &broken));
            }
        }
    }
    found
}

/// The weighted base is the same for each answer of a distribution.
fn inside(table: &Table<'_>, distribution: &Distribution<'_>) -> Option<Diagnostic> {
    let base = table.first(distribution).n_weighted;
    let row = distribution.rows.iter().find(|row| differ(table.record(**row).n_weighted, base))?;
    let message = say!(
        "weighted-base-inside",
        what = called(distribution),
        one = base,
        other = table.record(*row).n_weighted
    );
    let fault = Diagnostic::new(Code::WeightedTotal, message).at(table.pointer(*row, "n_weighted"));
    Some(fault.hint(say!("hint-weighted-base")))
}

fn over_groups(table: &Table<'_>, broken: &BrokenDown<'_, '_>) -> Option<Diagnostic> {
    let base = table.first(broken.total).n_weighted;
    let sum: f64 = broken.groups.iter().map(|g| table.first(g).n_weighted).sum();
    let row = broken.groups.first()?.rows[0];
    if differ(sum, base) {
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
    let (row, mean) = wrong_mean(table, broken, sum)?;
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
fn wrong_mean(table: &Table<'_>, broken: &BrokenDown<'_, '_>, sum: f64) -> Option<(usize, f64)> {
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
        ((mean - total.share).abs() > SHARE_TOLERANCE).then_some((*row, mean))
    })
}
