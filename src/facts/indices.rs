//! Effectiveness indices at the stage in use, with intervals, ranks and territories.

use serde::Serialize;

use super::index_methods::component_value;
use super::reading::{IndexReading, StageChange, TerritorySpan, movements};
use super::stats::{self, Base};
use crate::study::results::{Component, Direction, Index, IndexMethod, IndexValue, Question, Record, Stage};
use crate::study::{LocalizedText, Name, StudyAsOf};

/// An index for the whole sample, with its territories.
#[derive(Debug, Clone, Serialize)]
pub struct IndexFact {
    /// Id of the index.
    pub id: String,
    /// Its name.
    pub name: LocalizedText,
    /// What it assesses.
    pub direction: Direction,
    /// How the value is computed, in words.
    pub formula: LocalizedText,
    /// How a component is measured, where the study says so.
    pub method: Option<IndexMethod>,
    /// The question items that enter it.
    pub components: Vec<IndexPart>,
    /// What the value would be with equal weights of the components; where all can be computed.
    pub equal_weights: Option<f64>,
    /// Unweighted base.
    pub n: u32,
    /// What the base allows to be shown.
    pub base_class: Base,
    /// 0–100.
    pub value: f64,
    /// Lower bound of the confidence interval, in points.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
    /// The interval is so wide that it is marked.
    pub wide: bool,
    /// Range of ranks among the indices, 1 = highest.
    pub rank: (usize, usize),
    /// Value of the earlier stage, where there is one, with its interval.
    pub previous: Option<f64>,
    /// Lower bound of that interval.
    pub previous_low: Option<f64>,
    /// Upper bound of that interval.
    pub previous_high: Option<f64>,
    /// Whether the change since the earlier stage exceeds both intervals; never where the index was redefined.
    pub changed: bool,
    /// What is defined otherwise since the earlier stage: the two values cannot be compared.
    pub redefined: Option<LocalizedText>,
    /// Its values by territory, in the order of the study's territories.
    pub territories: Vec<TerritoryIndex>,
    /// Its change since the earlier stage, and the range of its territories.
    pub reading: IndexReading,
}

/// A question item that enters the index.
#[derive(Debug, Clone, Serialize)]
pub struct IndexPart {
    /// Its name among the components ([`part_ids`]).
    pub id: String,
    /// What is measured.
    pub label: LocalizedText,
    /// Weight in the index, 0–1.
    pub weight: f64,
    /// Value for the whole sample by the index's method: 0–100, a net balance −100–100.
    pub value: Option<f64>,
}

/// The value of an index in a territory.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TerritoryIndex {
    /// Id of the territory.
    pub territory: String,
    /// Its name.
    pub name: Name,
    /// Unweighted base.
    pub n: u32,
    /// What the base allows to be shown.
    pub base_class: Base,
    /// Value in points.
    pub value: f64,
    /// Lower bound of the confidence interval.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
    /// The interval is so wide that it is marked.
    pub wide: bool,
}

pub(super) fn indices(study: &StudyAsOf) -> Vec<IndexFact> {
    let Some(stage) = study.stage() else { return Vec::new() };
    let known = |index: &'_ Index| total(index, stage).cloned().map(|v| (index.clone(), v));
    let found: Vec<(Index, IndexValue)> = study.indices.indices.iter().filter_map(known).collect();
    let ranks = stats::rank_ranges(&found.iter().map(|(_, v)| v.ci).collect::<Vec<_>>());
    found
        .into_iter()
        .zip(ranks)
        .map(|((index, value), rank)| {
            let earlier = (stage == Stage::Final).then(|| total(&index, Stage::Preliminary)).flatten();
            let redefined = earlier.and_then(|_| study.redefined(index.redefined.as_ref()));
            let (components, equal_weights) = components(study, &index);
            let territories = territories(study, &index, stage);
            let reading = IndexReading {
                change: StageChange::new(&value, earlier, redefined.as_ref()),
                moved: movements(study, &index),
                territories: TerritorySpan::new(&territories),
            };
            IndexFact {
                id: index.id.to_string(),
                name: index.name.clone(),
                direction: index.direction,
                formula: index.formula.clone(),
                method: index.method,
                components,
                equal_weights,
                n: value.n,
                base_class: Base::of(value.n, &study.thresholds),
                value: value.value,
                low: value.ci.0,
                high: value.ci.1,
                wide: study.thresholds.is_wide(value.ci.0, value.ci.1),
                rank,
                previous: earlier.map(|e| e.value),
                previous_low: earlier.map(|e| e.ci.0),
                previous_high: earlier.map(|e| e.ci.1),
                changed: redefined.is_none()
                    && earlier.is_some_and(|e| e.ci.0 > value.ci.1 || e.ci.1 < value.ci.0),
                redefined,
                territories,
                reading,
            }
        })
        .collect()
}

fn total(index: &Index, stage: Stage) -> Option<&IndexValue> {
    index.values.iter().find(|v| v.stage == stage && v.by.is_none())
}

/// Names of components, each told from the others of its index: the question and, behind a hyphen, the item; of the
/// same once more its place behind that.
pub fn part_ids<'p>(parts: impl Iterator<Item = (&'p str, Option<&'p str>)>) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for (place, (question, item)) in parts.enumerate() {
        let id = item.map_or_else(|| question.to_owned(), |item| format!("{question}-{item}"));
        ids.push(if ids.contains(&id) { format!("{id}-{}", place + 1) } else { id });
    }
    ids
}

/// The components, and the index that their equal weights would give.
fn components(study: &StudyAsOf, index: &Index) -> (Vec<IndexPart>, Option<f64>) {
    let mut parts = Vec::new();
    let mut values = Vec::new();
    let mut ids =
        part_ids(index.components.iter().map(|c| (c.question.as_str(), c.item.as_deref()))).into_iter();
    for part in &index.components {
        let Some(question) = study.codebook.questions.iter().find(|q| q.id == part.question) else {
            continue;
        };
        let item = part.item.as_ref().and_then(|i| question.items.iter().find(|x| &x.code == i));
        let asked = item.and_then(|i| i.label.as_ref()).unwrap_or(question.label());
        let label = part.label.as_ref().unwrap_or(asked).clone();
        let value = value(study, index, part, question);
        values.push(value);
        let id = ids.next().unwrap_or_default();
        parts.push(IndexPart { id, label, weight: part.weight, value });
    }
    let all: Option<Vec<f64>> = values.into_iter().collect();
    let equal = all.filter(|v| v.len() > 1).and_then(|v| stats::mean(&v));
    (parts, equal)
}

/// The value of a component for the whole sample, from the latest results.
fn value(study: &StudyAsOf, index: &Index, part: &Component, question: &Question) -> Option<f64> {
    let of_part = |r: &&Record| r.is_of(part.question.as_str(), part.item.as_deref(), None);
    let records: Vec<&Record> = study.latest_results()?.records.iter().filter(of_part).collect();
    let share = |code: &str| records.iter().find(|r| r.option == code).map_or(0.0, |r| r.share);
    component_value(question, index.method.filter(|_| !records.is_empty())?, share)
}

fn territories(study: &StudyAsOf, index: &Index, stage: Stage) -> Vec<TerritoryIndex> {
    let all = &study.territories.territories;
    all.iter()
        .filter_map(|t| {
            let value = index.values.iter().find(|v| {
                v.stage == stage
                    && v.by.as_ref().is_some_and(|by| {
                        by.len() == 1 && by.get("territory").is_some_and(|id| id == t.id.as_str())
                    })
            })?;
            Some(TerritoryIndex {
                territory: t.id.to_string(),
                name: t.name.clone(),
                n: value.n,
                base_class: Base::of(value.n, &study.thresholds),
                value: value.value,
                low: value.ci.0,
                high: value.ci.1,
                wide: study.thresholds.is_wide(value.ci.0, value.ci.1),
            })
        })
        .collect()
}
