//! What the specimens of the gallery are made with: words of a language, and figures that follow from their place
//! alone.

use indexmap::IndexMap;
use serde::Deserialize;

use super::axis::{Axis, Reference, Tick};
use super::estimate::Estimate;
use crate::diag::{Code, Diagnostics, say};
use crate::locale::Locale;
use crate::quantity::{Number, whole};
use crate::source::{Assets, from_toml};
use crate::theme::Tone;

/// `templates/gallery/<language>.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecimenWords {
    /// Title of the gallery.
    pub title: String,
    /// The note under each chart.
    pub note: String,
    /// Name of an axis of scores.
    pub axis: String,
    /// Name of an axis of ranks.
    pub rank: String,
    /// `{n}` stands for the value.
    pub reference: String,
    /// `{n}` stands for the value.
    pub target: String,
    /// What a running total counts.
    pub total: String,
    /// The same of a day.
    pub daily: String,
    /// Head of the row of bases.
    pub base: String,
    /// The earlier stage.
    pub from: String,
    /// The later stage.
    pub to: String,
    /// `{n}` stands for the panel's number.
    pub panel: String,
    /// Short labels.
    pub names: Vec<String>,
    /// A label of more than a hundred letters.
    pub long: String,
    /// Seven answers from the most negative, then two outside of the scale.
    pub answers: [String; 9],
    /// Age groups.
    pub groups: [String; 4],
    /// From the riskiest.
    pub tiers: [String; 3],
    /// What a hatching stands for.
    pub absent: String,
    /// Days of a month.
    pub days: [String; 5],
    /// What each case is called.
    pub cases: IndexMap<String, String>,
}

impl SpecimenWords {
    /// Reads the words of a language.
    ///
    /// # Errors
    /// `LocaleKey` where the language has no words, or faulty ones.
    pub fn load(assets: &Assets, language: &str) -> Result<Self, Diagnostics> {
        let path = format!("gallery/{language}.toml");
        let text = assets.text(&path)?;
        Ok(from_toml(&path, &text, Code::LocaleKey, say!("hint-compare-program"))?)
    }

    /// The label of a row: the names in turn, numbered where there are more rows than names.
    pub fn name(&self, row: usize) -> String {
        let name = self.names.get(row % self.names.len().max(1)).cloned().unwrap_or_default();
        let round = row / self.names.len().max(1);
        if round == 0 { name } else { format!("{name} ({})", round + 1) }
    }
}

/// A kind's own cases for the gallery: the name of the case and its chart.
pub type Cases<K> = Vec<(&'static str, K)>;

/// Makes specimens in a language.
#[derive(Clone, Copy)]
pub struct SpecimenMaker<'a> {
    /// The language's words.
    pub words: &'a SpecimenWords,
    /// Its numbers.
    pub locale: &'a Locale,
}

impl SpecimenMaker<'_> {
    /// A share (0–100) with its sign.
    pub fn percent(&self, value: f64) -> Number {
        self.locale.percent_of("", value, 1)
    }

    /// A bare number.
    pub fn number(&self, value: f64, decimals: u8) -> Number {
        self.locale.number_of("", value, decimals)
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

    /// The days of the words as ticks of a month.
    pub fn days(&self) -> Vec<Tick> {
        let days = self.words.days.iter().zip([0.0, 7.0, 14.0, 21.0, 29.0]);
        days.map(|(label, at)| Tick { at, label: label.clone() }).collect()
    }

    /// A pattern with a value in it.
    pub fn filled(&self, pattern: &str, value: f64) -> String {
        pattern.replace("{n}", &self.locale.number(value, 0))
    }

    /// A value to compare with, in a pattern that has a place for it.
    pub fn reference(&self, pattern: &str, value: f64) -> Reference {
        Reference { number: self.number(value, 0), label: self.filled(pattern, value), is_datum: true }
    }

    /// The label of a row: a short one, or one of more than a hundred letters.
    pub fn label(&self, row: usize, long: bool) -> String {
        if long { self.words.long.clone() } else { self.words.name(row) }
    }
}

/// A number between 0 and 1 that follows from its place alone, without a pattern that the eye finds.
pub fn spread(place: usize) -> f64 {
    (whole::float(place % 1000) * 0.618_033_988_75 + 0.37).fract()
}

/// Falling values from about `high` to about `low`.
pub fn falling(row: usize, rows: usize, high: f64, low: f64) -> f64 {
    let share = whole::float(row) / whole::float(rows.max(2) - 1).max(1.0);
    let value = high - (high - low) * share.sqrt();
    (value * 10.0).round() / 10.0
}

/// The tone of a row of which the first leads.
pub fn tone(row: usize) -> Tone {
    if row == 0 { Tone::Accent } else { Tone::Calm }
}
