//! The terms of the grant: what is demanded, what is achieved by the cut-off date, and the state.
//!
//! The ids and thresholds are the customer's; wording stands in the templates.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::Snapshot;
use super::stats::Base;
use crate::study::Study;
use crate::study::outcome::EventKind;
use crate::study::passport::{ReportKind, Role, TermId, Waiver};
use crate::study::results::Direction;

/// A term of the grant at the cut-off date.
#[derive(Debug, Clone, Serialize)]
pub struct Term {
    pub id: TermId,
    /// What is demanded at least.
    pub threshold: u64,
    pub achieved: u64,
    pub state: TermState,
    /// The document by which the customer waived the term, where that is its state.
    pub waiver: Option<Waiver>,
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
    /// Not met, and the customer has waived it by a document.
    Waived,
    /// Not met when the final report is due.
    Missed,
}

/// Participants that the terms demand in each focus group.
const FOCUS_GROUP_SIZE: u32 = 7;

/// The terms of the grant as of a day.
pub fn terms(study: &Study, cutoff: Date) -> Vec<Term> {
    of(&Snapshot::new(study, cutoff))
}

pub(super) fn of(snapshot: &Snapshot<'_>) -> Vec<Term> {
    let term = |id, threshold: u64, achieved: usize, extra: bool| {
        let achieved = achieved as u64;
        let waiver = waiver(snapshot, id);
        let state = match (achieved >= threshold && extra, is_due(snapshot), &waiver) {
            (true, _, _) => TermState::Met,
            (false, _, Some(_)) => TermState::Waived,
            (false, false, None) => TermState::Pending,
            (false, true, None) => TermState::Missed,
        };
        let waiver = waiver.filter(|_| state == TermState::Waived).cloned();
        Term { id, threshold, achieved, state, waiver, applies: snapshot.study.passport.grant.is_some() }
    };
    let instruments = snapshot.study.instruments.instruments.len();
    let completed: u32 = snapshot.fieldwork.iter().map(|d| d.completed).sum();
    let groups = snapshot.focus_groups.iter().filter(|g| g.women + g.men >= FOCUS_GROUP_SIZE).count();
    vec![
        term(TermId::Cases, 15, categorised_cases(snapshot), true),
        term(TermId::Coverage, 5000, coverage(snapshot), true),
        term(TermId::Respondents, 2500, completed as usize, true),
        term(TermId::Sociologist, 1, sociologists(snapshot), true),
        term(TermId::Experts, 7, snapshot.experts.len(), all_expert_kinds(snapshot)),
        term(TermId::FocusGroups, 2, groups, true),
        term(TermId::Instruments, instruments.max(1) as u64, snapshot.approved.len(), true),
        term(TermId::Territories, 10, scored_territories(snapshot), stressed_kinds(snapshot)),
        term(TermId::Indices, 5, directions(snapshot), true),
        term(TermId::Reports, 3, reports(snapshot), true),
        term(TermId::Presentation, 1, presentations(snapshot), true),
    ]
}

/// Whether the final report is due at the cut-off date.
fn is_due(snapshot: &Snapshot<'_>) -> bool {
    let deliverables = &snapshot.study.passport.deliverables;
    let mut finals = deliverables.iter().filter(|d| d.counts_as == Some(ReportKind::Final));
    finals.any(|d| d.cutoff <= snapshot.cutoff)
}

/// The waiver of a term that holds at the cut-off date.
fn waiver<'a>(snapshot: &Snapshot<'a>, id: TermId) -> Option<&'a Waiver> {
    let grant = snapshot.study.passport.grant.as_ref()?;
    grant.waivers.iter().find(|w| w.term == id && w.date <= snapshot.cutoff)
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
