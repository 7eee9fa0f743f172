//! The study as of a day: everything dated later is not yet known.

use jiff::civil::Date;

use crate::study::outcome::{Event, Publication, Step};
use crate::study::passport::Deliverable;
use crate::study::qualitative::{Case, Expert, FocusGroup};
use crate::study::results::{Redefined, Results, Stage};
use crate::study::survey::{FieldworkDay, Instrument, Outcomes};
use crate::study::{LocalizedText, Study};

/// What is known at the end of `cutoff`.
pub struct Snapshot<'a> {
    pub study: &'a Study,
    pub cutoff: Date,
    /// The latest results.
    pub results: Option<&'a Results>,
    pub fieldwork: Vec<&'a FieldworkDay>,
    pub outcomes: Option<Outcomes>,
    /// Instruments whose approval had been given.
    pub approved: Vec<&'a Instrument>,
    pub experts: Vec<&'a Expert>,
    pub focus_groups: Vec<&'a FocusGroup>,
    pub cases: Vec<&'a Case>,
    pub publications: Vec<&'a Publication>,
    pub events: Vec<&'a Event>,
    pub handed_over: Vec<&'a Deliverable>,
}

impl<'a> Snapshot<'a> {
    pub fn new(study: &'a Study, cutoff: Date) -> Self {
        let known = |date: Date| date <= cutoff;
        Self {
            study,
            cutoff,
            results: study.results.iter().rfind(|r| known(r.date)),
            fieldwork: study.fieldwork.days.iter().filter(|d| known(d.date)).collect(),
            outcomes: study.sample.outcomes.filter(|o| known(o.date)),
            approved: study
                .instruments
                .instruments
                .iter()
                .filter(|i| i.approval.as_ref().is_some_and(|a| known(a.date)))
                .collect(),
            experts: study.experts.experts.iter().filter(|e| known(e.date)).collect(),
            focus_groups: study.focus_groups.groups.iter().filter(|g| known(g.date)).collect(),
            cases: study.cases.cases.iter().filter(|c| known(c.date)).collect(),
            publications: study.coverage.publications.iter().filter(|p| known(p.date)).collect(),
            events: study.events.events.iter().filter(|e| known(e.date)).collect(),
            handed_over: study
                .passport
                .deliverables
                .iter()
                .filter(|d| d.handed_over.is_some_and(known))
                .collect(),
        }
    }

    /// Stage of the results in use.
    pub fn stage(&self) -> Option<Stage> {
        self.results.map(|r| r.stage)
    }

    /// The results before the latest.
    pub fn earlier_results(&self) -> Option<&'a Results> {
        let date = self.results?.date;
        self.study.results.iter().rfind(|r| r.date < date)
    }

    /// What is defined otherwise in a measure since the results before the latest.
    pub fn redefined(&self, redefined: Option<&Redefined>) -> Option<LocalizedText> {
        let (earlier, latest) = (self.earlier_results()?, self.results?);
        redefined.filter(|r| r.parts(earlier.date, latest.date)).map(|r| r.what.clone())
    }

    /// State of a step of the calendar plan at the cut-off date, a key of `enums.step-state`.
    pub fn step_state(&self, step: &Step) -> &'static str {
        match step.done {
            Some(done) if done <= self.cutoff => "done",
            _ if step.end < self.cutoff => "late",
            _ if step.start <= self.cutoff => "running",
            _ => "ahead",
        }
    }

    /// Views of a publication counted by the cut-off date.
    pub fn views(&self, publication: &Publication) -> u64 {
        publication.views.iter().rfind(|v| v.date <= self.cutoff).map_or(0, |v| v.total)
    }
}
