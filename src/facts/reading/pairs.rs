//! Which two groups of a breakdown differ most in one row of a crosstab.

use crate::facts::significance::compared;
use crate::facts::stats::Base;
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

/// The proven pair with the largest difference; all pairs are tested, so that a large group beside a small one
/// counts where the two outermost are too small to tell.
pub fn widest(row: &CrossRow) -> Option<Pair> {
    let exact = |g: usize| row.cells.get(g).copied().flatten().map(|cell| cell.value);
    let mut best: Option<Pair> = None;
    for (high, low) in row.exceeds.pairs() {
        let (Some(p), Some(q)) = (exact(high), exact(low)) else { continue };
        if best.is_none_or(|b| p - q > b.exact) {
            best = Some(Pair { high, low, exact: p - q });
        }
    }
    best
}

/// Whether a row without a proven difference may be said to have none proven: two groups were compared, and none
/// was left out for its cell being suppressed.
pub fn is_tested(thresholds: &Thresholds, table: &Crosstab, row: &CrossRow) -> bool {
    let is_suppressed = |g: usize| {
        let base = row.bases.get(g).map_or(0, |base| base.n);
        Base::of(base, thresholds).is_shown() && row.cells.get(g).copied().flatten().is_none()
    };
    compared(thresholds, row).len() > 1 && !(0..table.groups.len()).any(is_suppressed)
}
