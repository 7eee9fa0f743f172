//! What all specimens are made with: figures by their place, printed in the language.

use std::sync::Arc;

use super::Specimen;
use super::words::Words;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::document::chart::{Axis, Chart, Estimate, Tick, Tone, Value};
use crate::locale::Locale;

/// Kind, case and chart of a specimen.
pub type Made = (&'static str, &'static str, Chart);

pub struct Specimens<'a> {
    pub words: &'a Words,
    pub locale: &'a Arc<Locale>,
}

impl Specimens<'_> {
    pub fn titled(
        &self,
        kind: &'static str,
        case: &'static str,
        chart: Chart,
    ) -> Result<Specimen, Diagnostic> {
        let of = |list: &indexmap::IndexMap<String, String>, key: &str, table: &str| {
            list.get(key).cloned().ok_or_else(|| {
                Diagnostic::new(Code::LocaleKey, say!("locale-key-missing", key = key, table = table))
                    .at(Location::file(format!("gallery/{}.toml", self.locale.language())))
                    .hint(say!("hint-locale-key", key = key, table = table))
            })
        };
        let kind_name = of(&self.words.kinds, kind, "kinds")?;
        let case_name = of(&self.words.cases, case, "cases")?;
        Ok(Specimen { kind, case, title: format!("{kind_name}: {case_name}"), chart })
    }

    pub fn percent(&self, value: f64) -> Value {
        Value { value, printed: self.locale.percent(value, 1) }
    }

    pub fn number(&self, value: f64, decimals: u8) -> Value {
        Value { value, printed: self.locale.number(value, decimals) }
    }

    /// A share with the interval of a base of `n`.
    pub fn share(&self, value: f64, n: f64) -> Estimate {
        let half = 98.0 * (value / 100.0 * (1.0 - value / 100.0) / n).max(0.0).sqrt() * 2.0;
        let interval = ((value - half).max(0.0), (value + half).min(100.0));
        Estimate { value: Some(self.percent(value)), interval: Some(interval) }
    }

    /// An axis with `count` steps between its ends.
    pub fn axis(&self, min: f64, max: f64, count: u8) -> Axis {
        let step = (max - min) / f64::from(count.max(1));
        let ticks = (0..=count).map(|i| {
            let at = min + step * f64::from(i);
            Tick { at, label: self.locale.number(at, 0) }
        });
        Axis { min, max, ticks: ticks.collect(), label: String::new() }
    }

    pub fn filled(&self, pattern: &str, value: f64) -> String {
        pattern.replace("{n}", &self.locale.number(value, 0))
    }
}

/// A number between 0 and 1 that follows from its place alone, without a pattern that the eye finds.
pub fn spread(place: usize) -> f64 {
    let place = u32::try_from(place % 1000).map_or(0.0, f64::from);
    (place * 0.618_033_988_75 + 0.37).fract()
}

/// Falling values from about `high` to about `low`.
pub fn falling(row: usize, rows: usize, high: f64, low: f64) -> f64 {
    let part = |n: usize| u32::try_from(n).map_or(0.0, f64::from);
    let share = part(row) / part(rows.max(2) - 1).max(1.0);
    let value = high - (high - low) * share.sqrt();
    (value * 10.0).round() / 10.0
}

pub fn tone(row: usize) -> Tone {
    if row == 0 { Tone::Accent } else { Tone::Calm }
}
