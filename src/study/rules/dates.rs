//! Dates in an order that can be: a beginning before its end, views counted forwards.

use jiff::civil::Date;

use crate::diag::{Code, Diagnostic, Place};
use crate::study::Study;

pub fn check(study: &Study) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    if let Some(contract) = &study.passport.contract {
        faults.extend(order(contract.start, contract.end, "study.json", || "/contract/end".to_owned()));
    }
    for (i, step) in study.calendar.steps.iter().enumerate() {
        faults.extend(order(step.start, step.end, "calendar.json", || format!("/steps/{i}/end")));
    }
    for results in &study.results {
        let period = &results.collected;
        faults.extend(order(period.start, period.end, &results.path, || "/collected/end".to_owned()));
        faults.extend(order(period.end, results.date, &results.path, || "/date".to_owned()));
    }
    for (i, publication) in study.coverage.publications.iter().enumerate() {
        for (j, pair) in publication.views.windows(2).enumerate() {
            let at = || format!("/publications/{i}/views/{}/date", j + 1);
            faults.extend(order(pair[0].date, pair[1].date, "coverage.json", at));
            if pair[1].total < pair[0].total {
                faults.push(
                    Diagnostic::error(Code::ArithmeticFault, "the running total of views falls")
                        .at(Place::pointer(
                            "coverage.json",
                            format!("/publications/{i}/views/{}/total", j + 1),
                        ))
                        .hint("views are running totals, not the views of a day"),
                );
            }
        }
    }
    faults
}

fn order(first: Date, second: Date, file: &str, at: impl FnOnce() -> String) -> Option<Diagnostic> {
    (second < first).then(|| {
        Diagnostic::error(Code::DateOrder, format!("{second} comes before {first}"))
            .at(Place::pointer(file, at()))
            .hint("exchange the two dates or correct one of them")
    })
}
