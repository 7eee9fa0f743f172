//! The study's own files as they could have been read on a day.
//!
//! Templates print many of the study's texts directly; what carries a date must not be printed before
//! that date. Result records are left out: templates see them through the facts.

use jiff::civil::Date;

use crate::study::outcome::Event;
use crate::study::{Pictures, Study};

/// The events that were announced by `cutoff` and are still to come, without what became of them.
pub fn upcoming(study: &Study, cutoff: Date) -> Vec<Event> {
    let is_ahead = |event: &&Event| event.date > cutoff && event.announced.is_some_and(|day| day <= cutoff);
    let unheld = |event: &Event| Event {
        participants: None,
        discussion: Vec::new(),
        decisions: Vec::new(),
        ..event.clone()
    };
    study.events.events.iter().filter(is_ahead).map(unheld).collect()
}

/// The study without what is dated after `cutoff`, and without its result records.
pub fn as_of(study: &Study, cutoff: Date) -> Study {
    let known = |date: Date| date <= cutoff;
    let mut study = without_results(study);
    let passport = &mut study.passport;
    passport.deviations.retain(|d| known(d.date));
    for hypothesis in &mut passport.hypotheses {
        hypothesis.verdict = hypothesis.verdict.take().filter(|v| known(v.date));
    }
    if let Some(grant) = &mut passport.grant {
        grant.waivers.retain(|w| known(w.date));
    }
    if passport.pilot.as_ref().is_some_and(|p| !known(p.end)) {
        passport.pilot = None;
    }
    for deliverable in &mut passport.deliverables {
        deliverable.handed_over = deliverable.handed_over.filter(|d| known(*d));
    }
    study.sample.quality_checks.retain(|c| known(c.date));
    study.sample.outcomes = study.sample.outcomes.filter(|o| known(o.date));
    if study.sample.outcomes.is_none() {
        // Achieved quotas are counted when the fieldwork has ended.
        study.sample.quotas.iter_mut().for_each(|q| q.completed = None);
    }
    for instrument in &mut study.instruments.instruments {
        instrument.approval = instrument.approval.take().filter(|a| known(a.date));
    }
    for step in &mut study.calendar.steps {
        step.done = step.done.filter(|d| known(*d));
    }
    study.events.events.retain(|e| known(e.date));
    study.experts.experts.retain(|e| known(e.date));
    study.focus_groups.groups.retain(|g| known(g.date));
    study.cases.cases.retain(|c| known(c.date));
    study.coverage.publications.retain(|p| known(p.date));
    study
}

/// The study without what facts do not look at: results, pictures, and the authors' texts.
fn without_results(study: &Study) -> Study {
    Study {
        passport: study.passport.clone(),
        codebook: study.codebook.clone(),
        sample: study.sample.clone(),
        results: Vec::new(),
        territories: study.territories.clone(),
        boundaries: study.boundaries.clone(),
        instruments: study.instruments.clone(),
        fieldwork: study.fieldwork.clone(),
        indices: study.indices.clone(),
        risk: study.risk.clone(),
        experts: study.experts.clone(),
        focus_groups: study.focus_groups.clone(),
        cases: study.cases.clone(),
        recommendations: study.recommendations.clone(),
        coverage: study.coverage.clone(),
        events: study.events.clone(),
        calendar: study.calendar.clone(),
        pictures: Pictures::new(),
        authored: Vec::new(),
        words: Vec::new(),
    }
}
