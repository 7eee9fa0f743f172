//! Which figures earn their place: one that would show nothing that a sentence does not say in fewer words is not drawn.
//! Templates ask here and say the sentence in its place; the limits stand in `thresholds.toml`, `[figures]`.

use std::collections::BTreeSet;

use serde::Serialize;

use super::coverage::CoverageFacts;
use super::fieldwork::FieldworkFacts;
use super::findings::FindingFact;
use super::indices::IndexFact;
use super::qualitative::CaseFacts;
use super::reading::StageChange;
use super::terms::{Term, TermState};
use crate::study::Thresholds;

/// The figures whose drawing depends on what there is to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct FigureFacts {
    /// Earlier and present values of the indices: one moved beyond its interval, or by enough points to be seen.
    pub stages: bool,
    /// What is done of the grant's terms: not all of it yet. Where all is, a table of proofs says more.
    pub terms: bool,
    /// The fieldwork on a calendar: enough days.
    pub calendar: bool,
    /// Sample against population: the share of a territory in the two differs by enough points to be seen.
    pub population: bool,
    /// Problem cases by severity and state: enough of them.
    pub cases: bool,
    /// The growth of views: counted on enough days.
    pub coverage: bool,
    /// Findings by their sources: enough findings, and not all with the same sources.
    pub sources: bool,
}

impl FigureFacts {
    /// Decides about all of them.
    pub(super) fn new(
        thresholds: &Thresholds,
        (indices, terms): (&[IndexFact], &[Term]),
        (fieldwork, coverage): (&FieldworkFacts, &CoverageFacts),
        (cases, findings): (&CaseFacts, &[FindingFact]),
    ) -> Self {
        let limits = thresholds.figures;
        let sources: BTreeSet<[bool; 4]> = findings.iter().map(sources_of).collect();
        Self {
            stages: stages(indices, limits.visible_change),
            terms: terms.iter().any(|t| t.applies && t.state != TermState::Met),
            calendar: fieldwork.days.len() >= limits.calendar_days,
            population: fieldwork.territories.iter().any(|t| {
                let distance = t.of_population.zip(t.of_sample).map(|(a, b)| (a.0 - b.0).abs());
                distance.is_some_and(|points| points >= limits.visible_change)
            }),
            cases: cases.count >= limits.counted,
            coverage: coverage.days.len() >= limits.counts,
            sources: findings.len() >= limits.findings && sources.len() > 1,
        }
    }
}

/// Whether lines between two stages would not all be level.
fn stages(indices: &[IndexFact], visible: f64) -> bool {
    let comparable = indices.iter().filter(|i| i.redefined.is_none());
    let moved = comparable.filter_map(|index| Some((index, index.previous?)));
    let mut moved = moved.map(|(index, before)| {
        let is_proven = matches!(index.reading.change, StageChange::Rose { .. } | StageChange::Fell { .. });
        is_proven || (index.value - before).abs() >= visible
    });
    moved.any(|is_seen| is_seen)
}

fn sources_of(finding: &FindingFact) -> [bool; 4] {
    let sources = &finding.reading.sources;
    [sources.survey, sources.experts, sources.focus_groups, sources.cases].map(|count| count > 0)
}
