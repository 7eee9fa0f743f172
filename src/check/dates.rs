//! Dates in an order that can be: a beginning before its end, views counted forwards.

use jiff::civil::Date;

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::Study;
use crate::study::outcome::{Calendar, Coverage, Event, Events};
use crate::study::passport::Passport;
use crate::study::survey::Fieldwork;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let study = context.study;
    let mut found = Vec::new();
    let mut order = |first: Date, second: Date, file: &str, pointer: String| {
        if second < first {
            let later = pointer.rsplit('/').next().unwrap_or_default();
            let message = say!("date-order", field = later, later = second, earlier = first);
            let fault = Diagnostic::new(Code::DateOrder, message).at(Location::pointer(file, pointer));
            found.push(fault.hint(say!("hint-date-order")));
        }
    };
    if let Some(contract) = &study.passport.contract {
        order(contract.start, contract.end, Passport::FILE, "/contract/end".to_owned());
    }
    if let Some(pilot) = &study.passport.pilot {
        order(pilot.start, pilot.end, Passport::FILE, "/pilot/end".to_owned());
    }
    if let (Some(start), Some(end)) = (study.fieldwork.planned_start, study.fieldwork.planned_end) {
        order(start, end, Fieldwork::FILE, "/planned_end".to_owned());
    }
    for (i, step) in study.calendar.steps.iter().enumerate() {
        order(step.start, step.end, Calendar::FILE, format!("/steps/{i}/end"));
    }
    for (i, event) in study.events.events.iter().enumerate() {
        if let Some(announced) = event.announced {
            order(announced, event.date, Events::FILE, format!("/events/{i}/date"));
        }
    }
    for (i, deliverable) in study.passport.deliverables.iter().enumerate() {
        let own = |e: &&Event| deliverable.presented_at.as_ref() == Some(&e.id);
        if let Some(event) = study.events.events.iter().find(own) {
            let pointer = format!("/deliverables/{i}/presented_at");
            order(deliverable.cutoff, event.date, Passport::FILE, pointer);
        }
    }
    for results in &study.results {
        let period = &results.collected;
        order(period.start, period.end, &results.path, "/collected/end".to_owned());
        order(period.end, results.date, &results.path, "/date".to_owned());
    }
    for (i, publication) in study.coverage.publications.iter().enumerate() {
        for (j, pair) in publication.views.windows(2).enumerate() {
            let pointer = format!("/publications/{i}/views/{}/date", j + 1);
            order(pair[0].date, pair[1].date, Coverage::FILE, pointer);
        }
    }
    found.extend(clocks(study));
    found
}

/// Points of an agenda that begin before the one above them or before the event; an event that ends before them.
fn clocks(study: &Study) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (i, event) in study.events.events.iter().enumerate() {
        let points = event.agenda.iter().enumerate();
        let points =
            points.filter_map(|(j, item)| Some((item.starts.as_ref()?, format!("agenda/{j}/starts"))));
        let end = event.ends.as_ref().map(|ends| (ends, "ends".to_owned()));
        let mut last = event.starts.as_ref();
        for (time, field) in points.chain(end) {
            if let Some(earlier) = last.filter(|last| time < *last) {
                let message = say!("clock-order", later = time, earlier = earlier);
                let place = Location::pointer(Events::FILE, format!("/events/{i}/{field}"));
                found
                    .push(Diagnostic::new(Code::DateOrder, message).at(place).hint(say!("hint-clock-order")));
            }
            last = Some(time);
        }
    }
    found
}
