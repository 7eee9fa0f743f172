//! A question's ranking at every stage of the results that was ready by the cut-off date.

use jiff::civil::Date;

use super::questions::{self, Ranked};
use super::{QuestionFacts, Snapshot};
use crate::study::results::Stage;
use crate::study::{LocalizedText, Study};

/// Stages in the order of their dates, and what each measures of every row.
#[derive(Debug, Clone)]
pub struct Trend {
    pub stages: Vec<(Stage, Date)>,
    pub rows: Vec<TrendRow>,
}

/// An item or answer through the stages.
#[derive(Debug, Clone)]
pub struct TrendRow {
    pub label: LocalizedText,
    pub apart: bool,
    /// One per stage.
    pub values: Vec<Option<Ranked>>,
}

impl Trend {
    /// The stages that can be compared with the latest; `None` where fewer than two have results of the question.
    pub fn new(study: &Study, cutoff: Date, question: &str) -> Option<Self> {
        let mut dates: Vec<(Stage, Date)> =
            study.results.iter().filter(|r| r.date <= cutoff).map(|r| (r.stage, r.date)).collect();
        dates.sort_by_key(|(_, date)| *date);
        let latest = dates.last()?.1;
        let redefined =
            study.codebook.questions.iter().find(|q| q.id.as_str() == question)?.redefined.as_ref();
        dates.retain(|(_, date)| !redefined.is_some_and(|r| r.parts(*date, latest)));
        let found: Vec<((Stage, Date), QuestionFacts)> = dates
            .into_iter()
            .filter_map(|(stage, date)| {
                Some(((stage, date), questions::one(&Snapshot::new(study, date), question)?))
            })
            .collect();
        let (_, last) = found.last().filter(|_| found.len() > 1)?;
        let rows = last.ranking.iter().map(|row| TrendRow {
            label: row.label.clone(),
            apart: row.apart,
            values: found
                .iter()
                .map(|(_, facts)| facts.ranking.iter().find(|r| r.label == row.label).cloned())
                .collect(),
        });
        let rows = rows.collect();
        Some(Self { stages: found.into_iter().map(|(stage, _)| stage).collect(), rows })
    }
}
