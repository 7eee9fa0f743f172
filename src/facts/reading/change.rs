//! What became of a figure since the earlier stage of the results.

use serde::Serialize;

use crate::study::LocalizedText;
use crate::study::results::IndexValue;

/// An index value or a finding's figure beside its earlier value, in its own unit (points, per cent).
///
/// Changed where the confidence intervals of the two stages do not overlap, which is stricter than a test of their
/// difference (Schenker & Gentleman 2001, The American Statistician 55(3)); an overlap is no proof of constancy.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum StageChange {
    /// The whole interval lies above the earlier one.
    Rose {
        /// Earlier value.
        previous: f64,
        /// By how much; positive.
        difference: f64,
    },
    /// The whole interval lies below.
    Fell {
        /// Earlier value.
        previous: f64,
        /// By how much; positive.
        difference: f64,
    },
    /// The intervals overlap: no change is shown.
    Within {
        /// Earlier value.
        previous: f64,
    },
    /// The measure is defined otherwise since then.
    NotComparable {
        /// Earlier value.
        previous: f64,
        /// What is defined otherwise.
        what: LocalizedText,
    },
    /// There is no earlier value.
    First,
}

impl StageChange {
    /// The change from an earlier value; `redefined` says what is defined otherwise since then.
    pub(in crate::facts) fn new(
        now: &IndexValue,
        earlier: Option<&IndexValue>,
        redefined: Option<&LocalizedText>,
    ) -> Self {
        let Some(earlier) = earlier else { return Self::First };
        let previous = earlier.value;
        let difference = (now.value - earlier.value).abs();
        match redefined {
            Some(what) => Self::NotComparable { previous, what: what.clone() },
            None if now.ci.0 > earlier.ci.1 => Self::Rose { previous, difference },
            None if now.ci.1 < earlier.ci.0 => Self::Fell { previous, difference },
            None => Self::Within { previous },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::StageChange;
    use crate::facts::reading::example::{index_value, text};

    #[test]
    fn intervals_that_touch_show_no_change() {
        let now = index_value(50.0, (48.0, 52.0));
        let changed =
            |value: f64, ci: (f64, f64)| StageChange::new(&now, Some(&index_value(value, ci)), None);
        assert!(matches!(changed(46.0, (44.0, 48.0)), StageChange::Within { .. }));
        let rose = StageChange::Rose { previous: 45.75, difference: 4.25 };
        assert_eq!(changed(45.75, (44.0, 47.9)), rose);
        assert_eq!(changed(54.0, (52.1, 56.0)), StageChange::Fell { previous: 54.0, difference: 4.0 });
        assert_eq!(StageChange::new(&now, None, None), StageChange::First);
    }

    #[test]
    fn a_redefined_measure_is_not_compared_however_far_it_went() {
        let (now, before) = (index_value(50.0, (48.0, 52.0)), index_value(10.0, (8.0, 12.0)));
        let found = StageChange::new(&now, Some(&before), Some(&text("formula")));
        assert!(matches!(found, StageChange::NotComparable { .. }));
    }
}
