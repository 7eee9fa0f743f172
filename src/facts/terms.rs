//! The terms of the grant: what is demanded, what is achieved by the cut-off date, and the state.
//!
//! The ids are the customer's, the demands stand among the [`Thresholds`](crate::study::Thresholds), wording in the
//! templates.

use std::collections::BTreeSet;

use serde::Serialize;

use super::stats::Base;
use crate::quantity::whole;
use crate::study::outcome::EventKind;
use crate::study::passport::{ReportKind, Role, TermId, Waiver};
use crate::study::results::Direction;
use crate::study::{Id, StudyAsOf};

/// A term of the grant at the cut-off date.
#[derive(Debug, Clone, Serialize)]
pub struct Term {
    /// Which term.
    pub id: TermId,
    /// What is demanded at least.
    pub threshold: u64,
    /// What is achieved.
    pub achieved: u64,
    /// State at the cut-off date.
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
    /// Achieved as demanded.
    Met,
    /// Nothing yet, and the contract has not ended.
    NotStarted,
    /// Some of it, and the contract has not ended.
    Pending,
    /// Not met, and the customer has waived it by a document.
    Waived,
    /// Not met when the final report is due.
    Missed,
}

/// What is achieved of a term.
struct Achieved {
    count: usize,
    /// Whether everything that the term names is among the counted.
    has_all_kinds: bool,
}

/// The terms of the grant in the customer's order.
pub fn terms(study: &StudyAsOf) -> Vec<Term> {
    const ORDER: [TermId; 11] = [
        TermId::Cases,
        TermId::Coverage,
        TermId::Respondents,
        TermId::Sociologist,
        TermId::Experts,
        TermId::FocusGroups,
        TermId::Instruments,
        TermId::Territories,
        TermId::Indices,
        TermId::Reports,
        TermId::Presentation,
    ];
    ORDER.into_iter().map(|id| term(study, id)).collect()
}

fn term(study: &StudyAsOf, id: TermId) -> Term {
    let Achieved { count, has_all_kinds } = achieved(study, id);
    let (achieved, threshold) = (whole::wide(count), demand(study, id));
    let waiver = waiver(study, id);
    let state = match (achieved >= threshold && has_all_kinds, is_due(study), &waiver) {
        (true, _, _) => TermState::Met,
        (false, _, Some(_)) => TermState::Waived,
        // The first report is under way before it is handed over.
        (false, false, None) if achieved == 0 && id != TermId::Reports => TermState::NotStarted,
        (false, false, None) => TermState::Pending,
        (false, true, None) => TermState::Missed,
    };
    let waiver = waiver.filter(|_| state == TermState::Waived).cloned();
    Term { id, threshold, achieved, state, waiver, applies: study.passport.grant.is_some() }
}

/// What a term demands; of the instruments all that the study lists, one at the least.
fn demand(study: &StudyAsOf, id: TermId) -> u64 {
    study.thresholds.demand(id, whole::wide(study.instruments.instruments.len().max(1)))
}

fn achieved(study: &StudyAsOf, id: TermId) -> Achieved {
    let plain = |count: usize| Achieved { count, has_all_kinds: true };
    match id {
        TermId::Cases => plain(study.cases.cases.iter().filter(|c| !c.category.is_empty()).count()),
        TermId::Coverage => plain(views(study)),
        TermId::Respondents => plain(study.fieldwork.days.iter().map(|d| whole::count(d.completed)).sum()),
        TermId::Sociologist => {
            plain(study.passport.team.iter().filter(|m| m.role == Role::Sociologist).count())
        }
        TermId::Experts => {
            Achieved { count: study.experts.experts.len(), has_all_kinds: has_all_expert_kinds(study) }
        }
        TermId::FocusGroups => {
            let size = study.thresholds.focus_group_size;
            plain(study.focus_groups.groups.iter().filter(|g| g.participants() >= u64::from(size)).count())
        }
        TermId::Instruments => {
            plain(study.instruments.instruments.iter().filter(|i| i.approval.is_some()).count())
        }
        TermId::Territories => {
            Achieved { count: scored(study).count(), has_all_kinds: has_all_stressed_kinds(study) }
        }
        TermId::Indices => plain(directions(study)),
        TermId::Reports => plain(reports(study)),
        TermId::Presentation => {
            plain(study.events.events.iter().filter(|e| e.kind == EventKind::Presentation).count())
        }
    }
}

/// Whether the final report is due at the cut-off date.
fn is_due(study: &StudyAsOf) -> bool {
    let deliverables = &study.passport.deliverables;
    let mut finals = deliverables.iter().filter(|d| d.counts_as == Some(ReportKind::Final));
    finals.any(|d| d.cutoff <= study.cutoff())
}

/// The waiver of a term that holds at the cut-off date.
fn waiver(study: &StudyAsOf, id: TermId) -> Option<&Waiver> {
    let grant = study.passport.grant.as_ref()?;
    grant.waivers.iter().find(|w| w.term == id)
}

fn views(study: &StudyAsOf) -> usize {
    usize::try_from(study.coverage.views_by(study.cutoff())).unwrap_or(usize::MAX)
}

fn has_all_expert_kinds(study: &StudyAsOf) -> bool {
    study.experts.experts.iter().map(|e| e.kind).collect::<BTreeSet<_>>().len() == 4
}

/// Territories whose risk score rests on a base that may be shown.
fn scored(study: &StudyAsOf) -> impl Iterator<Item = &Id> {
    let stage = study.stage();
    let scores = study.risk.scores.iter();
    scores
        .filter(move |s| Some(s.stage) == stage && Base::of(s.n, &study.thresholds).is_shown())
        .filter_map(|s| s.territory.as_ref())
}

/// Newly joined territories, remote settlements and new microdistricts are all among the scored.
fn has_all_stressed_kinds(study: &StudyAsOf) -> bool {
    use crate::study::survey::TerritoryKind::{NewMicrodistrict, NewlyJoined, Remote};
    let kinds: BTreeSet<_> = scored(study)
        .filter_map(|id| study.territories.territories.iter().find(|t| &t.id == id))
        .map(|t| t.kind)
        .collect();
    [NewlyJoined, Remote, NewMicrodistrict].iter().all(|k| kinds.contains(k))
}

fn directions(study: &StudyAsOf) -> usize {
    let stage = study.stage();
    study
        .indices
        .indices
        .iter()
        .filter(|i| i.direction != Direction::Other)
        .filter(|i| i.values.iter().any(|v| Some(v.stage) == stage && v.by.is_none()))
        .map(|i| i.direction)
        .collect::<BTreeSet<_>>()
        .len()
}

/// Reports handed over: the final one, and of the interim ones as many as the term demands beside it.
fn reports(study: &StudyAsOf) -> usize {
    let handed_over = || study.passport.deliverables.iter().filter(|d| d.handed_over.is_some());
    let count = |kind| handed_over().filter(|d| d.counts_as == Some(kind)).count();
    let interim = usize::try_from(demand(study, TermId::Reports)).unwrap_or(usize::MAX).saturating_sub(1);
    count(ReportKind::Interim).min(interim) + count(ReportKind::Final).min(1)
}
