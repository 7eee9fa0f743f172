//! An answer, or an item of a battery, with the figure that it is ranked by.

use serde::Serialize;

use super::extreme::Estimated;
use crate::facts::questions::{Answer, Ranked};
use crate::study::LocalizedText;

/// An answer or an item with its share.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Standing {
    /// Code of the answer or item; the question's id where the question is its own single item.
    pub code: String,
    /// What is printed for it.
    pub label: LocalizedText,
    /// Of an item of a scale: what the study says of those on its positive side, where it says so.
    pub said: Option<LocalizedText>,
    /// Per cent of those asked.
    pub percent: f64,
    /// Lower bound of the confidence interval, per cent.
    pub low: f64,
    /// Upper bound, per cent.
    pub high: f64,
    /// Unweighted respondents asked.
    pub n: u32,
    /// Share and whole interval lie above one half.
    pub majority: bool,
}

impl Standing {
    /// The standing of a ranked answer or item.
    pub fn of(ranked: &Ranked) -> Self {
        Self {
            code: ranked.code.clone(),
            label: ranked.label.clone(),
            said: ranked.said.clone(),
            percent: ranked.percent,
            low: ranked.low,
            high: ranked.high,
            n: ranked.n,
            majority: ranked.majority,
        }
    }

    /// The standing of an answer among `n` respondents; `None` where its cell is suppressed.
    pub fn of_answer(answer: &Answer, n: u32) -> Option<Self> {
        let e = answer.estimate?;
        Some(Self {
            code: answer.code.clone(),
            label: answer.label.clone(),
            said: None,
            percent: e.percent,
            low: e.low,
            high: e.high,
            n,
            majority: e.percent > 50.0 && e.low > 50.0,
        })
    }
}

impl Estimated for Standing {
    fn interval(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    fn exact(&self) -> f64 {
        self.percent
    }
}
