//! Which two groups of a breakdown differ most in one row of a crosstab.

use crate::facts::stats::{self, Base};
use crate::facts::{CrossRow, Crosstab};
use crate::study::Thresholds;

/// Two groups that differ, by their positions in the crosstab.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The larger share.
    pub high: usize,
    /// The smaller share.
    pub low: usize,
    /// Difference, percentage points.
    pub exact: f64,
}

/// A group that may be compared: position, share 0–1, effective size.
type Compared = (usize, f64, f64);

/// The proven pair with the largest difference; all pairs are tested, so that a large group beside a small one
/// counts where the two outermost are too small to tell.
pub fn widest(thresholds: &Thresholds, table: &Crosstab, row: &CrossRow, comparisons: usize) -> Option<Pair> {
    let all = compared(thresholds, table, row);
    let level = thresholds.confidence_level;
    let mut best: Option<Pair> = None;
    for (i, (high, p, m)) in all.iter().enumerate() {
        for (low, q, n) in all.iter().take(i).chain(all.iter().skip(i + 1)) {
            let exact = (p - q) * 100.0;
            let is_wider = best.is_none_or(|b| exact > b.exact);
            if exact > 0.0 && is_wider && stats::differ((*p, *m), (*q, *n), comparisons, level) {
                best = Some(Pair { high: *high, low: *low, exact });
            }
        }
    }
    best
}

/// Pairs of groups over all rows that are looked through: what Bonferroni's correction divides by.
pub fn comparisons(thresholds: &Thresholds, table: &Crosstab, rows: &[&CrossRow]) -> usize {
    let pairs = |row: &&CrossRow| {
        let count = compared(thresholds, table, row).len();
        count * count.saturating_sub(1) / 2
    };
    rows.iter().map(pairs).sum()
}

/// Whether a row without a proven difference may be said to have none proven: two groups were compared, and none
/// was left out for its cell being suppressed.
pub fn is_tested(thresholds: &Thresholds, table: &Crosstab, row: &CrossRow) -> bool {
    let is_suppressed = |g: usize| {
        let base = row.bases.get(g).map_or(0, |base| base.n);
        Base::of(base, thresholds).is_shown() && row.cells.get(g).copied().flatten().is_none()
    };
    compared(thresholds, table, row).len() > 1 && !(0..table.groups.len()).any(is_suppressed)
}

fn compared(thresholds: &Thresholds, table: &Crosstab, row: &CrossRow) -> Vec<Compared> {
    let group = |g: usize| {
        let (cell, base) = (row.cells.get(g).copied().flatten()?, row.bases.get(g)?);
        Base::of(base.n, thresholds).is_ranked().then_some((g, cell.value / 100.0, base.n_eff))
    };
    (0..table.groups.len()).filter_map(group).collect()
}
