//! The study as it could have been read at the end of a day: the one cut-off of the program.
//!
//! Facts, templates and charts all see a [`StudyAsOf`]; nothing after it asks for dates again. Each file says
//! itself what it holds that is dated ([`Dated`](super::registry::Dated), beside its type).

use std::ops::Deref;

use jiff::civil::Date;
use serde::Serialize;

use super::outcome::{Event, Step};
use super::results::{Redefined, Results, Stage};
use super::{LocalizedText, Study};

/// A study without what is dated after a day.
#[derive(Debug, Clone, PartialEq)]
pub struct StudyAsOf {
    study: Study,
    cutoff: Date,
    upcoming: Vec<Event>,
}

/// State of a step of the calendar plan at a day, a key of `enums.step-state` in the locale files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    /// Finished by the day.
    Done,
    /// Its last planned day has passed.
    Late,
    /// Its first planned day has come.
    Running,
    /// Still to begin.
    Ahead,
}

impl Study {
    /// What was known of the study at the end of a day.
    pub fn as_of(&self, cutoff: Date) -> StudyAsOf {
        self.as_presented(cutoff, None)
    }

    /// What a document knows that is presented at an event: the study at the end of a day, with the event itself
    /// still to come.
    pub fn as_presented(&self, cutoff: Date, at: Option<&str>) -> StudyAsOf {
        let is_own = |event: &Event| at == Some(event.id.as_str());
        let is_ahead = |event: &&Event| is_own(event) || is_upcoming(event, cutoff);
        let upcoming = self.events.events.iter().filter(is_ahead).map(unheld).collect();
        let mut study = self.clone();
        study.cut_off(cutoff);
        study.events.events.retain(|event| !is_own(event));
        StudyAsOf { study, cutoff, upcoming }
    }
}

fn is_upcoming(event: &Event, day: Date) -> bool {
    event.date > day && event.announced.is_some_and(|announced| announced <= day)
}

/// The event without what became of it.
fn unheld(event: &Event) -> Event {
    Event { participants: None, discussion: Vec::new(), decisions: Vec::new(), ..event.clone() }
}

/// The files of the study, as they were on the day.
impl Deref for StudyAsOf {
    type Target = Study;

    fn deref(&self) -> &Study {
        &self.study
    }
}

impl StudyAsOf {
    /// The day, inclusive.
    pub fn cutoff(&self) -> Date {
        self.cutoff
    }

    /// Events that were announced by the day and are still to come, without what became of them.
    pub fn upcoming(&self) -> &[Event] {
        &self.upcoming
    }

    /// The results in use: the latest.
    pub fn latest_results(&self) -> Option<&Results> {
        self.results.last().map(AsRef::as_ref)
    }

    /// The results before the latest; of results of the same day all count as the latest.
    pub fn earlier_results(&self) -> Option<&Results> {
        let latest = self.latest_results()?.date;
        self.results.iter().rfind(|r| r.date < latest).map(AsRef::as_ref)
    }

    /// Stage of the results in use.
    pub fn stage(&self) -> Option<Stage> {
        self.latest_results().map(|r| r.stage)
    }

    /// What is defined otherwise in a measure since the results before the latest.
    pub fn redefined(&self, redefined: Option<&Redefined>) -> Option<LocalizedText> {
        let (earlier, latest) = (self.earlier_results()?, self.latest_results()?);
        redefined.filter(|r| r.parts(earlier.date, latest.date)).map(|r| r.what.clone())
    }

    /// State of a step of the calendar plan.
    pub fn step_state(&self, step: &Step) -> StepState {
        match step.done {
            Some(_) => StepState::Done,
            None if step.end < self.cutoff => StepState::Late,
            None if step.start <= self.cutoff => StepState::Running,
            None => StepState::Ahead,
        }
    }
}
