//! A question's ranking at every stage of the results that was ready by the cut-off date.

use jiff::civil::Date;

use super::questions::{self, QuestionFacts, Ranked};
use crate::study::results::{Results, Stage};
use crate::study::{LocalizedText, StudyAsOf};

/// Stages in the order of their dates, and what each measures of every row.
#[derive(Debug, Clone)]
pub struct Trend {
    /// Stage and day of each results in the trend; at least two.
    pub stages: Vec<(Stage, Date)>,
    /// The rows of the latest ranking, in its order.
    pub rows: Vec<TrendRow>,
}

/// An item or answer through the stages.
#[derive(Debug, Clone)]
pub struct TrendRow {
    /// What it is called.
    pub label: LocalizedText,
    /// A residual category: "other", "hard to answer", "refused".
    pub residual: bool,
    /// One per stage.
    pub values: Vec<Option<Ranked>>,
}

impl Trend {
    /// The stages that can be compared with the latest; `None` where fewer than two have results of the question.
    pub fn new(study: &StudyAsOf, question: &str) -> Option<Self> {
        let latest = study.latest_results()?.date;
        let q = study.codebook.questions.iter().find(|q| q.id.as_str() == question)?;
        let is_comparable =
            |results: &Results| !q.redefined.as_ref().is_some_and(|r| r.parts(results.date, latest));
        let found: Vec<((Stage, Date), QuestionFacts)> = study
            .results
            .iter()
            .filter(|results| is_comparable(results))
            .filter_map(|results| {
                Some(((results.stage, results.date), questions::one(study, results, question)?))
            })
            .collect();
        let (_, last) = found.last().filter(|_| found.len() > 1)?;
        let rows = last.ranking.iter().map(|row| TrendRow {
            label: row.label.clone(),
            residual: row.residual,
            values: found
                .iter()
                .map(|(_, facts)| facts.ranking.iter().find(|r| r.code == row.code).cloned())
                .collect(),
        });
        let rows = rows.collect();
        Some(Self { stages: found.into_iter().map(|(stage, _)| stage).collect(), rows })
    }
}
