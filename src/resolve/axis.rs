//! Axes with round ticks, labelled in the document's language.

use crate::document::chart::{Axis, Tick};
use crate::locale::Locale;

/// An axis over `low..=high` with about `wanted` ticks at 1, 2 or 5 times a power of ten.
pub fn nice(low: f64, high: f64, wanted: u32, locale: &Locale, label: String) -> Axis {
    // One value alone still gets an axis of one unit.
    let (low, high) = if high - low > f64::EPSILON { (low, high) } else { (low, low + 1.0) };
    let span = high - low;
    let rough = span / f64::from(wanted.max(1));
    let power = 10f64.powf(rough.log10().floor());
    let step =
        [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power).find(|s| *s >= rough).unwrap_or(power * 10.0);
    let min = (low / step).floor() * step;
    let max = (high / step).ceil() * step;
    let decimals = if step < 1.0 { 1 } else { 0 };
    let mut ticks = Vec::new();
    let mut at = min;
    while at <= max + step / 2.0 && ticks.len() < 50 {
        ticks.push(Tick { at, label: locale.number(at, decimals) });
        at += step;
    }
    Axis { min, max, ticks, label }
}

#[cfg(test)]
mod tests {
    use super::nice;
    use crate::locale::Locale;
    use crate::source::Assets;

    #[test]
    fn ticks_are_round_and_cover_the_data() {
        let ru = Locale::load(&Assets::embedded(), "ru").unwrap_or_else(|e| panic!("{e:?}"));
        let axis = nice(0.0, 2540.0, 5, &ru, String::new());
        let labels: Vec<&str> = axis.ticks.iter().map(|t| t.label.as_str()).collect();
        assert_eq!(labels, ["0", "1\u{A0}000", "2\u{A0}000", "3\u{A0}000"]);
        let flat = nice(5.0, 5.0, 5, &ru, String::new());
        assert!(!flat.ticks.is_empty() && flat.ticks.len() < 50);
    }
}
