//! What follows from the data: the study as of a day, intervals, ranks, indices, terms of the grant.
//!
//! Facts know no language: labels stay texts in all languages, numbers stay numbers. Templates and
//! `resolve` read the same [`Facts`], so chart, table and prose cannot round or rank differently.

mod as_of;
mod coverage;
mod crosstab;
mod fieldwork;
mod findings;
mod index_methods;
mod indices;
mod qualitative;
mod questions;
pub mod reading;
mod risk;
mod snapshot;
pub mod stats;
mod terms;
mod trend;

use jiff::civil::Date;
use serde::Serialize;

use crate::study::Study;
use crate::study::passport::Edition;
use crate::study::results::Stage;
use reading::{Begin, IndicesReading, Known, Overview, TermsReading};

pub use as_of::{as_of, upcoming};
pub use coverage::CoverageFacts;
pub use crosstab::{CellBase, CrossGroup, CrossRow, Crosstab};
pub use fieldwork::FieldworkFacts;
pub use findings::{FigureKind, FindingFact};
pub use index_methods::component_value;
pub use indices::IndexFact;
pub use qualitative::{CaseFacts, ExpertFacts, FocusGroupFacts};
pub use questions::{Answer, BlockFacts, Breakdown, Estimate, Item, Measure, QuestionFacts, Ranked};
pub use risk::{RiskFacts, TerritoryRisk, Tier};
pub use snapshot::Snapshot;
pub use terms::{Term, TermState, terms};
pub use trend::{Trend, TrendRow};

/// Everything computed for one deliverable. Shares are in per cent (0–100), rounded for print.
#[derive(Debug, Clone, Serialize)]
pub struct Facts {
    pub cutoff: Date,
    /// For whom the document is made.
    pub edition: Edition,
    /// Stage of the results in use; `None` before any results are ready.
    pub stage: Option<Stage>,
    /// First and last day of the interviews behind the results.
    pub collected: Option<(Date, Date)>,
    pub sample: SampleFacts,
    pub fieldwork: FieldworkFacts,
    pub blocks: Vec<BlockFacts>,
    pub indices: Vec<IndexFact>,
    pub risk: RiskFacts,
    pub experts: ExpertFacts,
    pub focus_groups: FocusGroupFacts,
    pub cases: CaseFacts,
    pub coverage: CoverageFacts,
    pub findings: Vec<FindingFact>,
    pub terms: Vec<Term>,
    /// Readings across all of these, for summary and conclusion.
    pub overview: Overview,
}

/// Size and precision of the mass survey.
#[derive(Debug, Clone, Serialize)]
pub struct SampleFacts {
    /// Interviews tabulated (unweighted); `None` before any results are ready.
    pub n: Option<u32>,
    /// Design effect of the whole sample (variance ratio).
    pub deff: Option<f64>,
    /// Largest half-width of a 95 % interval (share of one half), in percentage points.
    pub margin: Option<f64>,
    /// The same for the planned size and the expected design effect.
    pub planned_margin: Option<f64>,
    /// Whether a margin of error may be claimed (probability sample).
    pub probability: bool,
    /// AAPOR response rate 1, in per cent, for a probability sample.
    pub response_rate: Option<f64>,
    /// Complete interviews among those contacted and eligible, in per cent, for a quota sample.
    pub participation_rate: Option<f64>,
}

impl Facts {
    /// Computes all facts for the study as of a day.
    pub fn new(study: &Study, cutoff: Date) -> Self {
        let snapshot = Snapshot::new(study, cutoff);
        let known = Known::new(&snapshot);
        let (blocks, indices) = (questions::blocks(&snapshot), indices::indices(&snapshot));
        let terms = terms::of(&snapshot);
        Self {
            cutoff,
            overview: overview(study, &known, &blocks, (&indices, &terms)),
            edition: study.passport.edition,
            stage: snapshot.results.map(|r| r.stage),
            collected: snapshot.results.map(|r| (r.collected.start, r.collected.end)),
            sample: sample(&snapshot),
            fieldwork: FieldworkFacts::new(&snapshot),
            risk: RiskFacts::new(&snapshot),
            experts: ExpertFacts::new(&snapshot, &blocks),
            focus_groups: FocusGroupFacts::new(&snapshot),
            cases: CaseFacts::new(&snapshot),
            coverage: CoverageFacts::new(&snapshot),
            findings: findings::findings(&snapshot, &known),
            blocks,
            indices,
            terms,
        }
    }

    /// A question's facts by its id.
    pub fn question(&self, id: &str) -> Option<&QuestionFacts> {
        self.blocks.iter().flat_map(|b| &b.questions).find(|q| q.id == id)
    }
}

fn overview(
    study: &Study,
    known: &Known,
    blocks: &[BlockFacts],
    (indices, terms): (&[IndexFact], &[Term]),
) -> Overview {
    let questions: Vec<&QuestionFacts> = blocks.iter().flat_map(|b| &b.questions).collect();
    let begin = Begin::new(&study.recommendations, &study.territories.territories, known);
    Overview::new(&questions, begin, IndicesReading::new(indices), TermsReading::new(terms))
}

fn sample(snapshot: &Snapshot<'_>) -> SampleFacts {
    let sample = &snapshot.study.sample;
    let total =
        snapshot.results.into_iter().flat_map(|r| &r.records).filter(|r| r.by.is_none()).max_by_key(|r| r.n);
    let margin = |n: u32, deff: f64| 100.0 * stats::Z95 * (0.25 * deff / f64::from(n.max(1))).sqrt();
    let rates = snapshot.outcomes.as_ref();
    let probability = sample.kind == crate::study::survey::SampleKind::Probability;
    SampleFacts {
        n: total.map(|r| r.n),
        deff: total.map(|r| r.deff),
        margin: total.map(|r| margin(r.n, r.deff)),
        planned_margin: sample.expected_deff.map(|deff| margin(sample.planned, deff)),
        probability,
        response_rate: rates.filter(|_| probability).map(stats::response_rate_1),
        participation_rate: rates.filter(|_| !probability).map(stats::participation_rate),
    }
}
