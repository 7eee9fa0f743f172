//! Dates in an order that can be: a beginning before its end, views counted forwards.

use jiff::civil::Date;

use super::context::Context;
use crate::diag::{Code, Diagnostic, Place, say};

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let study = context.study;
    let mut found = Vec::new();
    let mut order = |first: Date, second: Date, file: &str, pointer: String| {
        if second < first {
            let later = pointer.rsplit('/').next().unwrap_or_default();
            let message = say!("date-order", field = later, later = second, earlier = first);
            let fault = Diagnostic::new(Code::DateOrder, message).at(Place::pointer(file, pointer));
            found.push(fault.hint(say!("hint-date-order")));
        }
    };
    if let Some(contract) = &study.passport.contract {
        order(contract.start, contract.end, "study.json", "/contract/end".to_owned());
    }
    if let Some(pilot) = &study.passport.pilot {
        order(pilot.start, pilot.end, "study.json", "/pilot/end".to_owned());
    }
    if let (Some(start), Some(end)) = (study.fieldwork.planned_start, study.fieldwork.planned_end) {
        order(start, end, "fieldwork.json", "/planned_end".to_owned());
    }
    for (i, step) in study.calendar.steps.iter().enumerate() {
        order(step.start, step.end, "calendar.json", format!("/steps/{i}/end"));
    }
    for results in &study.results {
        let period = &results.collected;
        order(period.start, period.end, &results.path, "/collected/end".to_owned());
        order(period.end, results.date, &results.path, "/date".to_owned());
    }
    for (i, publication) in study.coverage.publications.iter().enumerate() {
        for (j, pair) in publication.views.windows(2).enumerate() {
            let pointer = format!("/publications/{i}/views/{}/date", j + 1);
            order(pair[0].date, pair[1].date, "coverage.json", pointer);
        }
    }
    found
}
