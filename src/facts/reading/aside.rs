//! Answers that stand beside the reading: neutral ones, and those outside the ranking.

use serde::Serialize;

use super::standing::Standing;
use crate::facts::questions::{Answer, Item, Ranked};
use crate::study::results::{AnswerRole, Question};
use crate::study::{LocalizedText, Thresholds};

/// An answer beside the reading.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Aside {
    /// Code of the answer or item.
    pub code: String,
    /// What is printed for it.
    pub label: LocalizedText,
    /// What it means.
    pub role: Option<AnswerRole>,
    /// Per cent of those asked.
    pub percent: f64,
    /// Lower bound of the confidence interval, per cent.
    pub low: f64,
    /// Upper bound, per cent.
    pub high: f64,
    /// [`Thresholds::large_residual`] per cent or more.
    pub large: bool,
}

impl Aside {
    fn of(thresholds: &Thresholds, answer: &Answer) -> Option<Self> {
        let e = answer.estimate?;
        Some(Self {
            code: answer.code.clone(),
            label: answer.label.clone(),
            role: answer.role,
            percent: e.percent,
            low: e.low,
            high: e.high,
            large: e.percent >= thresholds.large_residual,
        })
    }
}

/// The neutral answers of an item of a scale.
pub(super) fn neutral(thresholds: &Thresholds, item: &Item) -> Vec<Aside> {
    let neutral = item.answers.iter().filter(|a| a.role == Some(AnswerRole::Neutral));
    neutral.filter_map(|a| Aside::of(thresholds, a)).collect()
}

/// The answers of an item that are outside its scale.
pub(super) fn of_item(thresholds: &Thresholds, item: &Item) -> Vec<Aside> {
    let outside = item.answers.iter().filter(|a| a.role.is_some_and(AnswerRole::is_residual));
    outside.filter_map(|a| Aside::of(thresholds, a)).collect()
}

/// The residual categories of a ranking.
pub(super) fn of_ranking(thresholds: &Thresholds, q: &Question, ranking: &[Ranked]) -> Vec<Aside> {
    let role = |code: &str| {
        let item = q.items.iter().find(|i| i.code == code).and_then(|i| i.role);
        item.or_else(|| q.options.iter().find(|o| o.code == code).and_then(|o| o.role))
    };
    let residual = ranking.iter().filter(|r| r.residual);
    let aside = residual.map(|r| Aside {
        code: r.code.clone(),
        label: r.label.clone(),
        role: role(&r.code),
        percent: r.percent,
        low: r.low,
        high: r.high,
        large: r.percent >= thresholds.large_residual,
    });
    aside.collect()
}

/// The largest of those that are, or may be, more frequent than the leader.
pub(super) fn reaching(all: &[Aside], leader: &Standing) -> Option<Aside> {
    let before = all.iter().filter(|a| a.high >= leader.low);
    before.max_by(|a, b| a.percent.total_cmp(&b.percent)).cloned()
}
