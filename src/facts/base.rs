//! What the statistical base holds, for the reports that tell of it.

use serde::Serialize;

use super::{BlockFacts, CaseFacts, CoverageFacts, IndexFact, QuestionFacts, RiskFacts};
use crate::study::StudyAsOf;

/// Id of the deliverable that is the base.
const ID: &str = "base";

/// Counts of what the base holds as of the cut-off date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BaseFacts {
    /// Questions with results.
    pub questions: usize,
    /// Breakdowns by which they are shown.
    pub breakdowns: usize,
    /// Shares with their intervals: answers in the whole sample, answers or items in groups; those that are shown.
    pub shares: usize,
    /// Effectiveness indices.
    pub indices: usize,
    /// Territories with a score of risk.
    pub territories: usize,
    /// Problem cases.
    pub cases: usize,
    /// Publications.
    pub publications: usize,
}

impl BaseFacts {
    /// Counts, where the study owes a base that is made by the cut-off date.
    pub(super) fn new(
        study: &StudyAsOf,
        blocks: &[BlockFacts],
        (indices, risk): (&[IndexFact], &RiskFacts),
        (cases, coverage): (&CaseFacts, &CoverageFacts),
    ) -> Option<Self> {
        let mut owed = study.passport.deliverables.iter();
        owed.find(|deliverable| deliverable.id.as_str() == ID && deliverable.cutoff <= study.cutoff())?;
        let questions = || blocks.iter().flat_map(|block| &block.questions);
        let has_records = |id: &str| questions().any(|question| question.crosstab(id).is_some());
        Some(Self {
            questions: questions().count(),
            breakdowns: study.codebook.breakdowns.iter().filter(|b| has_records(b.id.as_str())).count(),
            shares: questions().map(shares).sum(),
            indices: indices.len(),
            territories: risk.territories.len(),
            cases: cases.count,
            publications: coverage.publications.len(),
        })
    }
}

/// The shares of a question that are shown.
fn shares(question: &QuestionFacts) -> usize {
    let shown = question.items.iter().filter(|item| item.base_class.is_shown());
    let answers = shown.flat_map(|item| &item.answers).filter(|answer| answer.estimate.is_some()).count();
    let rows = question.crosstabs.iter().flat_map(|crosstab| &crosstab.rows);
    answers + rows.flat_map(|row| &row.cells).flatten().count()
}
