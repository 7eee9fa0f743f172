//! Where what many name as a problem is also what many are dissatisfied with: the items of a scale that a question of
//! several answers has, too. Items are the same where their codes are.

use serde::Serialize;

use super::questions::{BlockFacts, Item, QuestionFacts};
use crate::quantity::whole::float;
use crate::study::results::QuestionKind;
use crate::study::{LocalizedText, Thresholds};

/// The items that a scale and a question of several answers have in common.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Priorities {
    /// Id of the scale.
    pub id: String,
    /// Id of the question of several answers.
    pub named_in: String,
    /// The items, in the order of the scale.
    pub items: Vec<PriorityItem>,
    /// Those that are above the mean of all items in both, as the scale calls them.
    pub first: Vec<LocalizedText>,
}

/// An item with both shares, per cent.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PriorityItem {
    /// Its code.
    pub code: String,
    /// What the scale calls it.
    pub label: LocalizedText,
    /// Those who named it, and its place in the ranking of the question.
    pub named: (f64, usize),
    /// The negative answers of the scale.
    pub negative: f64,
}

/// Each scale with the first question of several answers that has enough items in common with it, by both of which the
/// items differ by enough points to be seen.
pub(super) fn priorities(blocks: &[BlockFacts], thresholds: &Thresholds) -> Vec<Priorities> {
    let all = || blocks.iter().flat_map(|block| &block.questions);
    let scales = all().filter(|q| q.kind == QuestionKind::Scale && q.items.len() > 1);
    let of = |scale: &QuestionFacts| {
        let questions = all().filter(|q| q.kind == QuestionKind::Multiple);
        let mut found = questions.filter_map(|named| common(scale, named));
        found.find(|found| found.items.len() >= thresholds.figures.points && is_wide(found, thresholds))
    };
    scales.filter_map(of).collect()
}

/// Whether the items differ by both shares.
fn is_wide(found: &Priorities, thresholds: &Thresholds) -> bool {
    let spread = |pick: fn(&PriorityItem) -> f64| {
        let values = found.items.iter().map(pick);
        let ends = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
        ends.1 - ends.0
    };
    let visible = thresholds.figures.visible_change;
    spread(|item| item.named.0) >= visible && spread(|item| item.negative) >= visible
}

fn common(scale: &QuestionFacts, named: &QuestionFacts) -> Option<Priorities> {
    let item = |item: &Item| {
        let code = item.code.clone().filter(|_| item.base_class.is_shown() && !item.suppressed)?;
        let place = named.ranking.iter().position(|ranked| ranked.code == code && !ranked.residual)?;
        let share = named.ranking.get(place)?.percent;
        let (label, negative) = (item.label.clone(), item.negative?.value);
        Some(PriorityItem { code, label, named: (share, place), negative })
    };
    let items: Vec<PriorityItem> = scale.items.iter().filter_map(item).collect();
    let count = float(items.len().max(1));
    let mean = |pick: fn(&PriorityItem) -> f64| items.iter().map(pick).sum::<f64>() / count;
    let (across, upwards) = (mean(|item| item.named.0), mean(|item| item.negative));
    let first = items.iter().filter(|item| item.named.0 > across && item.negative > upwards);
    let first = first.map(|item| item.label.clone()).collect();
    Some(Priorities { id: scale.id.clone(), named_in: named.id.clone(), items, first })
}
