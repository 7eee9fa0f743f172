//! Findings: the author's words with the figure that proves them, and what rests on them.

use serde::Serialize;

use super::reading::{FindingReading, Known, Measured, finding_change};
use super::stats::{self, Base};
use super::suppression;
use crate::study::outcome::Measure;
use crate::study::results::{Breakdown, BreakdownGroup, GroupCodes, Redefined, Results};
use crate::study::{LocalizedText, Study, StudyAsOf};

/// A finding with its figure.
#[derive(Debug, Clone, Serialize)]
pub struct FindingFact {
    /// Id of the finding.
    pub id: String,
    /// The finding in words.
    pub statement: LocalizedText,
    /// Ids of what it rests on.
    pub evidence: Vec<String>,
    /// The figure that proves it, where it has one and there are results.
    pub figure: Option<KeyFigure>,
    /// The same figure from the results before the latest, where there are such.
    pub previous: Option<KeyFigure>,
    /// What became of the figure since then; undefined where there is no earlier one.
    pub change: Option<Change>,
    /// What is defined otherwise since then: the two figures cannot be compared.
    pub redefined: Option<LocalizedText>,
    /// Ids of the recommendations that rest on the finding.
    pub recommendations: Vec<String>,
    /// Of a finding about one group: what is measured, and the same figure in every group of the breakdown.
    pub groups: Option<FindingGroups>,
    /// Where its figure stands, what became of it, which sources agree.
    pub reading: FindingReading,
}

/// A figure in all groups of a breakdown.
#[derive(Debug, Clone, Serialize)]
pub struct FindingGroups {
    /// Id of the question.
    pub question: String,
    /// The item that is asked about, where the question has some.
    pub item: Option<LocalizedText>,
    /// The answers whose shares are added up.
    pub answers: Vec<LocalizedText>,
    /// The breakdown.
    pub label: LocalizedText,
    /// The groups of the breakdown, in codebook order.
    pub groups: Vec<FindingGroup>,
    /// Code of the group that the finding is about.
    #[serde(skip)]
    pub own: String,
    /// The figure in the whole sample.
    pub overall: Option<KeyFigure>,
}

/// The figure in one group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingGroup {
    /// Code of the group.
    #[serde(skip)]
    pub code: String,
    /// Name of the group.
    pub label: LocalizedText,
    /// Unweighted base.
    pub n: u32,
    /// What the base allows to be shown.
    pub base_class: Base,
    /// Per cent; none where the base is too small.
    pub percent: Option<f64>,
    /// Lower bound of the confidence interval.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
}

/// The proving figure with its confidence interval.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct KeyFigure {
    /// What it is a number of.
    pub kind: KeyFigureKind,
    /// The value.
    pub value: f64,
    /// Lower bound, in the same unit.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
    /// Unweighted base.
    pub n: u32,
}

/// What a figure is a number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyFigureKind {
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

pub(super) fn findings(study: &StudyAsOf, known: &Known) -> Vec<FindingFact> {
    let book = &study.recommendations;
    book.findings
        .iter()
        .map(|f| {
            let measure = f.measure.as_ref();
            let figure = study.latest_results().and_then(|r| figure(study, r, measure?));
            let previous = study.earlier_results().and_then(|r| self::figure(study, r, measure?));
            let redefined = measure.and_then(|m| study.redefined(definition(study, m)));
            let change = figure.zip(previous).map(|(now, before)| change(now, before, redefined.is_some()));
            let groups = measure.and_then(|m| groups(study, m));
            let measured = measure.and_then(|m| Measured::new(&study.codebook, m));
            let since = finding_change((figure, previous), change, redefined.as_ref());
            FindingFact {
                reading: FindingReading::new(known, f, since, (measured, groups.as_ref())),
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

/// The smaller side of a measure among those who stated no group of a breakdown.
fn unstated(results: &Results, measure: &Measure, breakdown: &Breakdown) -> Option<u32> {
    let Measure::Share { question, item, options, .. } = measure else { return None };
    let counted = |by: Option<&GroupCodes>| {
        let own = results.records.iter().filter(|r| r.is_of(question.as_str(), item.as_deref(), by));
        own.fold((0_u32, 0_u32), |(n, count), r| {
            let own = if r.is_one_of(options) { r.n_option } else { 0 };
            (n.max(r.n), count.saturating_add(own))
        })
    };
    let of_group =
        |group: &BreakdownGroup| counted(Some(&GroupCodes::of(breakdown.id.as_str(), &group.code)));
    let (total, groups) = (counted(None), breakdown.groups.iter().map(of_group).collect::<Vec<_>>());
    let n = suppression::rest(total.0, groups.iter().map(|(n, _)| *n));
    let count = suppression::rest(total.1, groups.iter().map(|(_, count)| *count));
    (breakdown.not_stated && n > 0).then(|| count.min(n.saturating_sub(count)))
}

/// The figure of a measure in a group, beside the other groups of the same breakdown.
fn groups(study: &StudyAsOf, measure: &Measure) -> Option<FindingGroups> {
    let results = study.latest_results()?;
    let Measure::Share { question, item, options, by: Some(by) } = measure else { return None };
    let (breakdown, own) = by.iter().next().filter(|_| by.len() == 1)?;
    let breakdown = study.codebook.breakdowns.iter().find(|b| b.id.as_str() == breakdown)?;
    let asked = study.codebook.questions.iter().find(|q| &q.id == question)?;
    let chosen = asked.options.iter().filter(|o| options.contains(&o.code));
    let named = asked.items.iter().find(|i| Some(&i.code) == item.as_ref());
    let group = |coded: &BreakdownGroup| {
        let by = GroupCodes::of(breakdown.id.as_str(), &coded.code);
        let own = Measure::Share {
            question: question.clone(),
            item: item.clone(),
            options: options.clone(),
            by: Some(by.clone()),
        };
        let figure = figure(study, results, &own)?;
        let counted =
            results.records.iter().filter(|r| r.is_of(question.as_str(), item.as_deref(), Some(&by)));
        let count = counted.filter(|r| r.is_one_of(options)).fold(0_u32, |n, r| n.saturating_add(r.n_option));
        let base_class = Base::of(figure.n, &study.thresholds);
        let shown = |value: f64| base_class.is_shown().then_some(value);
        let (percent, low, high) = (shown(figure.value), shown(figure.low), shown(figure.high));
        let (code, label) = (coded.code.clone(), coded.label.clone());
        let group = FindingGroup { code, label, n: figure.n, base_class, percent, low, high };
        Some((group, count.min(figure.n.saturating_sub(count))))
    };
    let found: Vec<(FindingGroup, u32)> = breakdown.groups.iter().filter_map(group).collect();
    // One cell alone could be computed from the others: the public edition then shows none of them.
    let fewest = found.iter().map(|(_, fewest)| *fewest).chain(unstated(results, measure, breakdown));
    if suppression::applies(study) && fewest.min().is_some_and(|n| study.thresholds.is_small_cell(n)) {
        return None;
    }
    let whole =
        Measure::Share { question: question.clone(), item: item.clone(), options: options.clone(), by: None };
    Some(FindingGroups {
        own: own.to_owned(),
        overall: figure(study, results, &whole),
        question: question.to_string(),
        item: named.and_then(|i| i.label.clone()),
        answers: chosen.map(|o| o.label.clone()).collect(),
        label: breakdown.label.clone(),
        groups: found.into_iter().map(|(group, _)| group).collect(),
    })
}

/// Intervals that do not overlap show a change; the converse is no proof that there is none.
fn change(now: KeyFigure, before: KeyFigure, is_redefined: bool) -> Change {
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
fn figure(study: &Study, results: &Results, measure: &Measure) -> Option<KeyFigure> {
    let stage = results.stage;
    match measure {
        Measure::Share { question, item, options, by } => {
            let records = &results.records;
            let chosen: Vec<_> = records
                .iter()
                .filter(|r| r.is_of(question.as_str(), item.as_deref(), by.as_ref()) && r.is_one_of(options))
                .collect();
            let first = chosen.first()?;
            let share: f64 = chosen.iter().map(|r| r.share).sum();
            let (low, high) = match chosen.as_slice() {
                [one] => one.ci,
                _ => stats::wilson(share, stats::effective_n(first.n, first.deff), study.thresholds.z),
            };
            Some(KeyFigure {
                kind: KeyFigureKind::Share,
                value: share * 100.0,
                low: low * 100.0,
                high: high * 100.0,
                n: first.n,
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

fn score(value: f64, ci: (f64, f64), n: u32) -> KeyFigure {
    KeyFigure { kind: KeyFigureKind::Score, value, low: ci.0, high: ci.1, n }
}
