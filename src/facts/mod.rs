//! What follows from the data of a study as of a day: intervals, ranks, indices, terms of the grant.
//!
//! Facts know no language: labels stay texts in all languages, numbers stay numbers. Templates and
//! `resolve` read the same [`Facts`], so chart, table and prose cannot round or rank differently.

mod base;
mod breakdowns;
mod coverage;
mod cross_lines;
mod crosstab;
mod fieldwork;
mod figures;
mod findings;
mod index_methods;
mod indices;
mod priorities;
mod qualitative;
mod questions;
pub mod reading;
mod records;
mod risk;
pub mod significance;
pub mod stats;
mod suppression;
mod terms;
mod trend;

use jiff::civil::Date;
use serde::Serialize;

use crate::quantity::Percent;
use crate::study::passport::Edition;
use crate::study::results::{DesignEffect, Record, Stage};
use crate::study::survey::SampleKind;
use crate::study::{StudyAsOf, Thresholds};
use reading::{Begin, IndicesReading, Known, Overview, TermsReading};

pub use base::BaseFacts;
pub use breakdowns::{Breakdown, Group};
pub use coverage::{CoverageFacts, PublicationFact};
pub use cross_lines::{CrossLine, Measure, Status};
pub use crosstab::{CellBase, CrossGroup, CrossRow, Crosstab, Exceeds};
pub use fieldwork::{Day, FieldworkFacts, TerritoryProgress};
pub use figures::FigureFacts;
pub use findings::{Change, FindingFact, FindingGroup, FindingGroups, KeyFigure, KeyFigureKind};
pub use index_methods::component_value;
pub use indices::{IndexFact, IndexPart, TerritoryIndex, part_ids};
pub use priorities::{Priorities, PriorityItem};
pub use qualitative::{CaseFact, CaseFacts, Count, ExpertFacts, ExpertQuestionFacts, FocusGroupFacts, Theme};
pub use questions::{Answer, BlockFacts, Estimate, IntervalEstimate, Item, QuestionFacts, Ranked};
pub use risk::{ComponentFact, RiskFacts, TerritoryRisk, Tier};
pub use terms::{Term, TermState, terms};
pub use trend::{Trend, TrendRow};

/// Everything computed for one deliverable. Shares are in per cent (0–100) and, like every
/// other value, exact: they are rounded once, where they are printed.
#[derive(Debug, Clone, Serialize)]
pub struct Facts {
    /// The day as of which the study is seen, inclusive.
    pub cutoff: Date,
    /// For whom the document is made.
    pub edition: Edition,
    /// The thresholds in force.
    pub thresholds: Thresholds,
    /// Stage of the results in use; `None` before any results are ready.
    pub stage: Option<Stage>,
    /// First and last day of the interviews behind the results.
    pub collected: Option<(Date, Date)>,
    /// Size and precision of the mass survey.
    pub sample: SampleFacts,
    /// The fieldwork by day and territory.
    pub fieldwork: FieldworkFacts,
    /// Topic blocks with the questions that have results.
    pub blocks: Vec<BlockFacts>,
    /// Effectiveness indices.
    pub indices: Vec<IndexFact>,
    /// Protest risk of the territories.
    pub risk: RiskFacts,
    /// The expert survey, as counts.
    pub experts: ExpertFacts,
    /// The focus groups, as counts.
    pub focus_groups: FocusGroupFacts,
    /// Problem cases.
    pub cases: CaseFacts,
    /// Publications and their views.
    pub coverage: CoverageFacts,
    /// Findings with the figures that prove them.
    pub findings: Vec<FindingFact>,
    /// Terms of the grant with their states.
    pub terms: Vec<Term>,
    /// Scales whose items a question of several answers has, too.
    pub priorities: Vec<Priorities>,
    /// Which figures earn their place.
    pub figures: FigureFacts,
    /// What the statistical base holds, where the study owes one.
    pub base: Option<BaseFacts>,
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
    /// Whether design effects come from strata and sampling units, by Taylor linearisation, not from the weights alone.
    pub linearised: bool,
    /// Largest half-width of a confidence interval (share of one half), in percentage points.
    pub margin: Option<Percent>,
    /// The same for the planned size and the expected design effect.
    pub planned_margin: Option<Percent>,
    /// Whether a margin of error may be claimed (probability sample).
    pub probability: bool,
    /// AAPOR response rate 1, for a probability sample.
    pub response_rate: Option<Percent>,
    /// Complete interviews among those contacted and eligible, for a quota sample.
    pub participation_rate: Option<Percent>,
}

impl Facts {
    /// Computes all facts for the study as of a day.
    pub fn new(study: &StudyAsOf) -> Self {
        let results = study.latest_results();
        let known = Known::new(study);
        let (blocks, indices) = (questions::blocks(study), indices::indices(study));
        let terms = terms(study);
        let (risk, cases, coverage) =
            (RiskFacts::new(study), CaseFacts::new(study), CoverageFacts::new(study));
        let (fieldwork, findings) = (FieldworkFacts::new(study), findings::findings(study, &known));
        let thresholds = &study.thresholds;
        Self {
            cutoff: study.cutoff(),
            priorities: priorities::priorities(&blocks, thresholds),
            figures: FigureFacts::new(
                thresholds,
                (&indices, &terms),
                (&fieldwork, &coverage),
                (&cases, &findings),
            ),
            overview: overview(study, &known, &blocks, (&indices, &terms)),
            edition: study.passport.edition,
            thresholds: study.thresholds.clone(),
            stage: study.stage(),
            collected: results.map(|r| (r.collected.start, r.collected.end)),
            sample: sample(study),
            fieldwork,
            base: BaseFacts::new(study, &blocks, (&indices, &risk), (&cases, &coverage)),
            risk,
            experts: ExpertFacts::new(study, &blocks),
            focus_groups: FocusGroupFacts::new(study),
            cases,
            coverage,
            findings,
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
    study: &StudyAsOf,
    known: &Known,
    blocks: &[BlockFacts],
    (indices, terms): (&[IndexFact], &[Term]),
) -> Overview {
    let questions: Vec<&QuestionFacts> = blocks.iter().flat_map(|b| &b.questions).collect();
    let begin = Begin::new(&study.recommendations, &study.territories.territories, known);
    Overview::new(&questions, begin, IndicesReading::new(indices), TermsReading::new(terms))
}

fn sample(study: &StudyAsOf) -> SampleFacts {
    let sample = &study.sample;
    let records = study.latest_results().into_iter().flat_map(|r| &r.records);
    let total: Option<&Record> = records.filter(|r| r.by.is_none()).max_by_key(|r| r.n);
    let margin = |n: u32, deff: f64| stats::largest_margin(n, deff, study.thresholds.z);
    let outcomes = sample.outcomes.as_ref();
    let probability = sample.kind == SampleKind::Probability;
    SampleFacts {
        n: total.map(|r| r.n),
        deff: total.map(|r| r.deff),
        linearised: study
            .latest_results()
            .is_some_and(|results| results.design_effect == Some(DesignEffect::Linearised)),
        margin: total.map(|r| margin(r.n, r.deff)),
        planned_margin: sample.expected_deff.map(|deff| margin(sample.planned, deff)),
        probability,
        response_rate: outcomes.filter(|_| probability).map(stats::response_rate_1),
        participation_rate: outcomes.filter(|_| !probability).map(stats::participation_rate),
    }
}
