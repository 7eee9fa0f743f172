//! A value with its interval, and what a chart prints where there is none.

use super::data::Measure;
use crate::locale::Locale;
use crate::quantity::Number;

/// What stands for a value that is not shown.
pub const DASH: &str = "\u{2014}";

/// A value with its interval; without a value where the base is too small to show.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Estimate {
    /// `None`: not shown.
    pub value: Option<Number>,
    /// 95 % interval on the axis, where the data has one.
    pub interval: Option<(f64, f64)>,
}

impl Estimate {
    /// A value without an interval.
    pub fn bare(value: Option<Number>) -> Self {
        Self { value, interval: None }
    }

    /// A measured share (0–100) as printed; nothing where it is not shown.
    pub fn percent(measure: Option<Measure>, locale: &Locale) -> Self {
        let number = |m: Measure| locale.percent_of("", m.value, locale.share_decimals());
        Self { value: measure.map(number), interval: measure.map(|m| m.interval) }
    }

    /// The exact value.
    pub fn at(&self) -> Option<f64> {
        self.value.as_ref().map(|number| number.value)
    }
}

/// A number as printed; a dash where it is not shown.
pub fn printed(value: Option<&Number>) -> &str {
    value.map_or(DASH, |number| number.text.as_str())
}
