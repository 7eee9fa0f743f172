//! The terms of the grant: what is demanded, what is achieved by the cut-off date, and the state.
//!
//! The ids and thresholds are the customer's; wording stands in the templates.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Snapshot;
use super::stats::Base;
use crate::study::outcome::EventKind;
use crate::study::passport::{ReportKind, Role};
use crate::study::results::Direction;

/// A term of the grant at the cut-off date.
#[derive(Debug, Clone, Serialize)]
pub struct Term {
    pub id: &'static str,
    /// What is demanded at least.
    pub threshold: u64,
    pub achieved: u64,
    pub state: TermState,
    /// Whether the study holds data for the term at all.
    pub applies: bool,
}

/// State of a term at the cut-off date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TermState {
    Met,
    /// Not yet, and the contract has not ended.
    Pending,
    /// Not met when the final report is due.
    Missed,
}

/// Participants that the terms demand in each focus group.
const FOCUS_GROUP_SIZE: u32 = 7;

pub(super) fn terms(snapshot: &Snapshot<'_>) -> Vec<Term> {
    let due = snapshot
        .study
        .passport
        .deliverables
        .iter()
        .filter(|d| d.counts_as == Some(ReportKind::Final))
        .any(|d| d.cutoff <= snapshot.cutoff);
    let term = |id, threshold: u64, achieved: usize, extra: bool| {
        let achieved = achieved as u64;
        let state = match (achieved >= threshold && extra, due) {
            (true, _) => TermState::Met,
            (false, false) => TermState::Pending,
            (false, true) => TermState::Missed,
        };
        Term { id, threshold, achieved, state, applies: snapshot.study.passport.grant.is_some() }
    };
    let instruments = snapshot.study.instruments.instruments.len();
    let completed: u32 = snapshot.fieldwork.iter().map(|d| d.completed).sum();
    let groups = snapshot.focus_groups.iter().filter(|g| g.women + g.men >= FOCUS_GROUP_SIZE).count();
    vec![
        term("cases", 15, categorised_cases(snapshot), true),
        term("coverage", 5000, coverage(snapshot), true),
        term("respondents", 2500, completed as usize, true),
        term("sociologist", 1, sociologists(snapshot), true),
        term("experts", 7, snapshot.experts.len(), all_expert_kinds(snapshot)),
        term("focus-groups", 2, groups, true),
        term("instruments", instruments.max(1) as u64, snapshot.approved.len(), true),
        term("territories", 10, scored_territories(snapshot), stressed_kinds(snapshot)),
        term("indices", 5, directions(snapshot), true),
        term("reports", 3, reports(snapshot), true),
        term("presentation", 1, presentations(snapshot), true),
    ]
}

fn categorised_cases(snapshot: &Snapshot<'_>) -> usize {
    snapshot.cases.iter().filter(|c| !c.category.is_empty()).count()
}

fn coverage(snapshot: &Snapshot<'_>) -> usize {
    let views: u64 = snapshot.publications.iter().map(|p| snapshot.views(p)).sum();
    usize::try_from(views).unwrap_or(usize::MAX)
}

fn sociologists(snapshot: &Snapshot<'_>) -> usize {
    snapshot.study.passport.team.iter().filter(|m| m.role == Role::Sociologist).count()
}

fn all_expert_kinds(snapshot: &Snapshot<'_>) -> bool {
    snapshot.experts.iter().map(|e| e.kind).collect::<BTreeSet<_>>().len() == 4
}

/// Territories whose risk score rests on a base that may be shown.
fn scored_territories(snapshot: &Snapshot<'_>) -> usize {
    scored(snapshot).count()
}

fn scored<'a>(snapshot: &'a Snapshot<'_>) -> impl Iterator<Item = &'a crate::study::Id> {
    let stage = snapshot.stage();
    snapshot
        .study
        .risk
        .scores
        .iter()
        .filter(move |s| Some(s.stage) == stage && Base::of(s.n).is_shown())
        .filter_map(|s| s.territory.as_ref())
}

/// Newly joined territories, remote settlements and new microdistricts are all among the scored.
fn stressed_kinds(snapshot: &Snapshot<'_>) -> bool {
    use crate::study::survey::TerritoryKind::{NewMicrodistrict, NewlyJoined, Remote};
    let kinds: BTreeSet<_> = scored(snapshot)
        .filter_map(|id| snapshot.study.territories.territories.iter().find(|t| &t.id == id))
        .map(|t| t.kind)
        .collect();
    [NewlyJoined, Remote, NewMicrodistrict].iter().all(|k| kinds.contains(k))
}

fn directions(snapshot: &Snapshot<'_>) -> usize {
    let stage = snapshot.stage();
    snapshot
        .study
        .indices
        .indices
        .iter()
        .filter(|i| i.direction != Direction::Other)
        .filter(|i| i.values.iter().any(|v| Some(v.stage) == stage && v.by.is_none()))
        .map(|i| i.direction)
        .collect::<BTreeSet<_>>()
        .len()
}

/// Reports handed over: at most two interim ones and the final one count.
fn reports(snapshot: &Snapshot<'_>) -> usize {
    let count = |kind| snapshot.handed_over.iter().filter(|d| d.counts_as == Some(kind)).count();
    count(ReportKind::Interim).min(2) + count(ReportKind::Final).min(1)
}

fn presentations(snapshot: &Snapshot<'_>) -> usize {
    snapshot.events.iter().filter(|e| e.kind == EventKind::Presentation).count()
}
