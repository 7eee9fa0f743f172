//! Axes of values with round ticks, labelled in the document's language.

use crate::diag::Diagnostic;
use crate::locale::Locale;
use crate::quantity::Number;

/// A value axis. Ticks are inside `min..=max`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Axis {
    /// The value at its beginning.
    pub min: f64,
    /// The value at its end.
    pub max: f64,
    /// Ascending.
    pub ticks: Vec<Tick>,
    /// Name and unit of the axis, empty where the caption says it.
    pub label: String,
}

/// A place on an axis with its printed name.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// The value at which it stands.
    pub at: f64,
    /// As printed.
    pub label: String,
}

/// A value to compare all rows with: a line through them.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// The value.
    pub number: Number,
    /// As printed, with what it is: «in the whole sample 58.8 %».
    pub label: String,
    /// Whether it is a value of the study; else a place on the scale, such as its middle.
    pub is_datum: bool,
}

impl Reference {
    /// A value in the words of a language, which have a place `{n}` for it.
    ///
    /// # Errors
    /// `LocaleKey` where the locale file lacks the words.
    pub fn told(number: Number, words: &str, locale: &Locale) -> Result<Self, Diagnostic> {
        let label = locale.fill(words, &[("n", &number.text)])?;
        Ok(Self { number, label, is_datum: true })
    }

    /// The same as a place on the scale.
    #[must_use]
    pub fn of_scale(self) -> Self {
        Self { is_datum: false, ..self }
    }

    /// Where it stands.
    pub fn at(&self) -> f64 {
        self.number.value
    }
}

/// Ticks at the most: a span of nothing must end, too.
const MOST_TICKS: usize = 50;

impl Axis {
    /// An axis over `low..=high` with about `wanted` ticks at 1, 2 or 5 times a power of ten.
    pub fn round((low, high): (f64, f64), wanted: u32, locale: &Locale, label: impl Into<String>) -> Self {
        // One value alone still gets an axis of one unit.
        let (low, high) = if high - low > f64::EPSILON { (low, high) } else { (low, low + 1.0) };
        let span = high - low;
        let rough = span / f64::from(wanted.max(1));
        let power = libm::pow(10.0, libm::log10(rough).floor());
        let steps = [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power);
        let step = steps.into_iter().find(|s| *s >= rough).unwrap_or(power * 10.0);
        let min = (low / step).floor() * step;
        let max = (high / step).ceil() * step;
        let decimals = if step < 1.0 { 1 } else { 0 };
        let mut ticks = Vec::new();
        let mut at = min;
        while at <= max + step / 2.0 && ticks.len() < MOST_TICKS {
            ticks.push(Tick { at, label: locale.number(at, decimals) });
            at += step;
        }
        Self { min, max, ticks, label: label.into() }
    }

    /// From one end to the other.
    pub fn span(&self) -> f64 {
        self.max - self.min
    }
}

#[cfg(test)]
mod tests {
    use super::Axis;
    use crate::locale::Locale;
    use crate::source::Assets;

    #[test]
    fn ticks_are_round_and_cover_the_data() {
        let ru = Locale::load(&Assets::embedded(), "ru").unwrap_or_else(|e| panic!("{e:?}"));
        let axis = Axis::round((0.0, 2540.0), 5, &ru, "");
        let labels: Vec<&str> = axis.ticks.iter().map(|t| t.label.as_str()).collect();
        assert_eq!(labels, ["0", "1\u{A0}000", "2\u{A0}000", "3\u{A0}000"]);
        let flat = Axis::round((5.0, 5.0), 5, &ru, "");
        assert!(!flat.ticks.is_empty() && flat.ticks.len() < 50);
    }
}
