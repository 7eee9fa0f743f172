//! Findings: the author's words with the figure that proves them, and what rests on them.

use serde::Serialize;

use super::Snapshot;
use super::stats;
use crate::study::Text;
use crate::study::outcome::Measure;

#[derive(Debug, Clone, Serialize)]
pub struct FindingFact {
    pub id: String,
    pub statement: Text,
    pub evidence: Vec<String>,
    pub figure: Option<Figure>,
    /// Ids of the recommendations that rest on the finding.
    pub recommendations: Vec<String>,
}

/// The proving figure with its 95 % interval.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    pub kind: FigureKind,
    pub value: f64,
    pub low: f64,
    pub high: f64,
    pub n: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// Per cent of respondents.
    Share,
    /// Points 0–100.
    Score,
}

pub(super) fn findings(snapshot: &Snapshot<'_>) -> Vec<FindingFact> {
    let book = &snapshot.study.recommendations;
    book.findings
        .iter()
        .map(|f| FindingFact {
            id: f.id.to_string(),
            statement: f.statement.clone(),
            evidence: f.evidence.iter().map(ToString::to_string).collect(),
            figure: f.measure.as_ref().and_then(|m| figure(snapshot, m)),
            recommendations: book
                .recommendations
                .iter()
                .filter(|r| r.evidence.contains(&f.id))
                .map(|r| r.id.to_string())
                .collect(),
        })
        .collect()
}

fn figure(snapshot: &Snapshot<'_>, measure: &Measure) -> Option<Figure> {
    let stage = snapshot.stage()?;
    match measure {
        Measure::Share { question, item, options, by } => {
            let records = &snapshot.results?.records;
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
            })
        }
        Measure::Index(id) => {
            let index = snapshot.study.indices.indices.iter().find(|i| &i.id == id)?;
            let value = index.values.iter().find(|v| v.stage == stage && v.by.is_none())?;
            Some(score(value.value, value.ci, value.n))
        }
        Measure::Risk(id) => {
            let found = snapshot
                .study
                .risk
                .scores
                .iter()
                .find(|s| s.stage == stage && s.territory.as_ref() == Some(id))?;
            Some(score(found.score, found.ci, found.n))
        }
    }
}

fn score(value: f64, ci: (f64, f64), n: u32) -> Figure {
    Figure { kind: FigureKind::Score, value: stats::round_tenth(value), low: ci.0, high: ci.1, n }
}
