//! Findings: the author's words with the figure that proves them, and what rests on them.

use indexmap::IndexMap;
use serde::Serialize;

use super::Snapshot;
use super::questions;
use super::reading::{FindingReading, Known, finding_change};
use super::stats::{self, Base};
use crate::study::outcome::Measure;
use crate::study::results::{Coded, Redefined, Results};
use crate::study::{LocalizedText, Study};

#[derive(Debug, Clone, Serialize)]
pub struct FindingFact {
    pub id: String,
    pub statement: LocalizedText,
    pub evidence: Vec<String>,
    pub figure: Option<Figure>,
    /// The same figure from the results before the latest, where there are such.
    pub previous: Option<Figure>,
    /// What became of the figure since then; undefined where there is no earlier one.
    pub change: Option<Change>,
    /// What is defined otherwise since then: the two figures cannot be compared.
    pub redefined: Option<LocalizedText>,
    /// Ids of the recommendations that rest on the finding.
    pub recommendations: Vec<String>,
    /// Of a finding about one group: what is measured, and the same figure in every group of the breakdown.
    pub groups: Option<Groups>,
    /// Where its figure stands, what became of it, which sources agree.
    pub reading: FindingReading,
}

/// A figure in all groups of a breakdown.
#[derive(Debug, Clone, Serialize)]
pub struct Groups {
    /// Id of the question.
    pub question: String,
    /// The item that is asked about, where the question has some.
    pub item: Option<LocalizedText>,
    /// The answers whose shares are added up.
    pub answers: Vec<LocalizedText>,
    /// The breakdown.
    pub label: LocalizedText,
    pub groups: Vec<Group>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// Code of the group.
    #[serde(skip)]
    pub code: String,
    pub label: LocalizedText,
    pub n: u32,
    pub base_class: Base,
    /// Per cent with its interval; none where the base is too small.
    pub percent: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// `percent` before rounding; 0 where the base is too small to show it.
    #[serde(skip)]
    pub exact: f64,
}

/// The proving figure with its 95 % interval.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Figure {
    pub kind: FigureKind,
    pub value: f64,
    pub low: f64,
    pub high: f64,
    pub n: u32,
    /// `value` before rounding.
    #[serde(skip)]
    pub exact: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// Per cent of respondents.
    Share,
    /// Points 0–100.
    Score,
}

/// A figure beside its earlier value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// The whole interval lies above the earlier one.
    Higher,
    /// The whole interval lies below the earlier one.
    Lower,
    /// The intervals overlap: no change is shown.
    Within,
    /// The measure is defined otherwise.
    NotComparable,
}

pub(super) fn findings(snapshot: &Snapshot<'_>, known: &Known) -> Vec<FindingFact> {
    let book = &snapshot.study.recommendations;
    book.findings
        .iter()
        .map(|f| {
            let measure = f.measure.as_ref();
            let figure = snapshot.results.and_then(|r| figure(snapshot.study, r, measure?));
            let previous = snapshot.earlier_results().and_then(|r| self::figure(snapshot.study, r, measure?));
            let redefined = measure.and_then(|m| snapshot.redefined(definition(snapshot.study, m)));
            let change = figure.zip(previous).map(|(now, before)| change(now, before, redefined.is_some()));
            let groups = measure.and_then(|m| groups(snapshot, m));
            let since = finding_change((figure, previous), change, redefined.as_ref());
            FindingFact {
                reading: FindingReading::new(known, f, since, groups.as_ref()),
                id: f.id.to_string(),
                statement: f.statement.clone(),
                evidence: f.evidence.iter().map(ToString::to_string).collect(),
                figure,
                previous,
                change,
                redefined: redefined.filter(|_| change.is_some()),
                recommendations: book
                    .recommendations
                    .iter()
                    .filter(|r| r.evidence.contains(&f.id))
                    .map(|r| r.id.to_string())
                    .collect(),
                groups,
            }
        })
        .collect()
}

/// The figure of a measure in a group, beside the other groups of the same breakdown.
fn groups(snapshot: &Snapshot<'_>, measure: &Measure) -> Option<Groups> {
    let (study, results) = (snapshot.study, snapshot.results?);
    let Measure::Share { question, item, options, by: Some(by) } = measure else { return None };
    let breakdown = by.keys().next().filter(|_| by.len() == 1)?;
    let breakdown = study.codebook.breakdowns.iter().find(|b| b.id.as_str() == breakdown)?;
    let asked = study.codebook.questions.iter().find(|q| &q.id == question)?;
    let chosen = asked.options.iter().filter(|o| options.contains(&o.code));
    let named = asked.items.iter().find(|i| Some(&i.code) == item.as_ref());
    let group = |coded: &Coded| {
        let by = IndexMap::from([(breakdown.id.to_string(), coded.code.clone())]);
        let own = Measure::Share {
            question: question.clone(),
            item: item.clone(),
            options: options.clone(),
            by: Some(by.clone()),
        };
        let figure = figure(study, results, &own)?;
        let counted = results
            .records
            .iter()
            .filter(|r| r.question == question.as_str() && &r.item == item && r.by.as_ref() == Some(&by));
        let count: u32 = counted.filter(|r| options.contains(&r.option)).map(|r| r.n_option).sum();
        let base_class = Base::of(figure.n);
        let shown = |value: f64| base_class.is_shown().then_some(value);
        let (percent, low, high) = (shown(figure.value), shown(figure.low), shown(figure.high));
        let exact = shown(figure.exact).unwrap_or_default();
        let (code, label) = (coded.code.clone(), coded.label.clone());
        let group = Group { code, label, n: figure.n, base_class, percent, low, high, exact };
        Some((group, count.min(figure.n.saturating_sub(count))))
    };
    let found: Vec<(Group, u32)> = breakdown.groups.iter().filter_map(group).collect();
    // One cell alone could be computed from the others: the public edition then shows none of them.
    if questions::is_public(snapshot) && found.iter().any(|(_, fewest)| stats::is_small_cell(*fewest)) {
        return None;
    }
    Some(Groups {
        question: question.to_string(),
        item: named.and_then(|i| i.label.clone()),
        answers: chosen.map(|o| o.label.clone()).collect(),
        label: breakdown.label.clone(),
        groups: found.into_iter().map(|(group, _)| group).collect(),
    })
}

/// Intervals that do not overlap show a change; the converse is no proof that there is none.
fn change(now: Figure, before: Figure, is_redefined: bool) -> Change {
    if is_redefined {
        Change::NotComparable
    } else if now.low > before.high {
        Change::Higher
    } else if now.high < before.low {
        Change::Lower
    } else {
        Change::Within
    }
}

/// The change of definition that a measure's question or index names.
fn definition<'a>(study: &'a Study, measure: &Measure) -> Option<&'a Redefined> {
    match measure {
        Measure::Share { question, .. } => {
            study.codebook.questions.iter().find(|q| &q.id == question)?.redefined.as_ref()
        }
        Measure::Index(id) => study.indices.indices.iter().find(|i| &i.id == id)?.redefined.as_ref(),
        Measure::Risk(_) => None,
    }
}

/// The figure of a measure at the stage of some results.
fn figure(study: &Study, results: &Results, measure: &Measure) -> Option<Figure> {
    let stage = results.stage;
    match measure {
        Measure::Share { question, item, options, by } => {
            let records = &results.records;
            let chosen: Vec<_> = records
                .iter()
                .filter(|r| r.question == question.as_str() && &r.item == item && &r.by == by)
                .filter(|r| options.contains(&r.option))
                .collect();
            let first = chosen.first()?;
            let share: f64 = chosen.iter().map(|r| r.share).sum();
            let (low, high) = match chosen.as_slice() {
                [one] => one.ci,
                _ => stats::wilson(share, f64::from(first.n) / first.deff.max(f64::MIN_POSITIVE)),
            };
            Some(Figure {
                kind: FigureKind::Share,
                value: stats::round_tenth(share * 100.0),
                low: low * 100.0,
                high: high * 100.0,
                n: first.n,
                exact: share * 100.0,
            })
        }
        Measure::Index(id) => {
            let index = study.indices.indices.iter().find(|i| &i.id == id)?;
            let value = index.values.iter().find(|v| v.stage == stage && v.by.is_none())?;
            Some(score(value.value, value.ci, value.n))
        }
        Measure::Risk(id) => {
            let found =
                study.risk.scores.iter().find(|s| s.stage == stage && s.territory.as_ref() == Some(id))?;
            Some(score(found.score, found.ci, found.n))
        }
    }
}

fn score(value: f64, ci: (f64, f64), n: u32) -> Figure {
    Figure {
        kind: FigureKind::Score,
        value: stats::round_tenth(value),
        low: ci.0,
        high: ci.1,
        n,
        exact: value,
    }
}
