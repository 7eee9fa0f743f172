//! A deliverable knows nothing that is dated after its cut-off date.

use esep::diag::Code;
use esep::pipeline::{BuildContext, Request, inspect};
use esep::source::Folder;
use esep::study::{Thresholds, read as read_study};
use jiff::civil::{Date, date};
use serde_json::Value;

use crate::support::{codes, edit, plain, read_json, sample, sample_context, sample_document, starter};

/// Lists of dated things, and the text by which one would be recognised.
const DATED: &[(&str, &str, &str)] = &[
    ("cases.json", "cases", "title"),
    ("cases.json", "cases", "description"),
    ("study.json", "deviations", "what"),
    ("coverage.json", "publications", "title"),
    ("events.json", "events", "title"),
    ("experts.json", "experts", "judgement"),
    ("sample.json", "quality_checks", "method"),
];

#[test]
fn nothing_of_the_future_is_printed() {
    let lists = DATED.iter().map(|(file, list, field)| (read_json(&sample(), file)[list].clone(), *field));
    let lists: Vec<(Value, &str)> = lists.collect();
    let (mut hidden, mut told) = (0, 0);
    for job in sample_context().documents().filter(|job| job.language == "ru") {
        let text = plain(sample_document(&job.deliverable, "ru"));
        let cutoff = job.cutoff.to_string();
        for (things, field) in &lists {
            let things = things.as_array().unwrap();
            // What was announced before may be told before.
            let first_day = |t: &Value| t["announced"].as_str().or(t["date"].as_str()).unwrap().to_owned();
            let known: Vec<&str> = things
                .iter()
                .filter(|t| first_day(t) <= cutoff)
                .filter_map(|t| t[field]["ru"].as_str())
                .collect();
            told += known.iter().filter(|known| text.contains(*known)).count();
            for thing in things.iter().filter(|t| first_day(t) > cutoff) {
                let Some(future) = thing[field]["ru"].as_str().filter(|f| !known.contains(f)) else {
                    continue;
                };
                assert!(!text.contains(future), "{} prints «{future}» of {}", job.name(), thing["date"]);
                hidden += 1;
            }
        }
    }
    assert!(hidden > 20, "the sample has little that lies in the future: {hidden}");
    assert!(told > 20, "what is known is not found either: {told}");
}

/// Ends of pointers to dates that lie ahead by their nature: plans, periods, cut-offs, changes of a definition.
const PLANS: &[&str] =
    &["/cutoff", "/contract/end", "/planned_start", "/planned_end", "/start", "/end", "/redefined/since"];

/// Dates later than `day` with their pointers.
fn later(value: &Value, pointer: &str, day: Date, found: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            found.extend(text.parse().ok().filter(|date: &Date| *date > day).map(|_| pointer.to_owned()));
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, v)| later(v, &format!("{pointer}/{i}"), day, found));
        }
        Value::Object(object) => {
            object.iter().for_each(|(key, v)| later(v, &format!("{pointer}/{key}"), day, found));
        }
        _ => {}
    }
}

#[test]
fn nothing_but_plans_is_dated_later_than_the_day() {
    let whole = read_study(&Folder::open(&sample()).unwrap(), &Thresholds::embedded()).study;
    let day = date(2026, 6, 30);
    let unplanned = |documents: Vec<(&str, Value)>| {
        let mut found = Vec::new();
        documents.iter().for_each(|(path, value)| later(value, path, day, &mut found));
        found.retain(|pointer| PLANS.iter().all(|plan| !pointer.ends_with(plan)));
        found
    };
    assert!(unplanned(whole.documents()).len() > 100, "the sample goes on after {day}");
    let known = whole.as_of(day);
    assert_eq!(unplanned(known.documents()), [""; 0]);
    assert!(known.results.is_empty() && !whole.results.is_empty());
}

#[test]
fn what_lies_before_the_results_is_left_out_and_refused_where_it_is_named() {
    let study = starter();
    edit(study.path(), "study.json", |v| {
        let owed = v["deliverables"].as_array_mut().unwrap();
        owed.iter_mut().find(|d| d["id"] == "slides").unwrap()["cutoff"] = "2026-06-30".into();
    });
    let request = |deliverables: &[&str]| Request {
        study: study.path().to_owned(),
        deliverables: deliverables.iter().map(|id| (*id).to_owned()).collect(),
        data_only: true,
        ..Request::default()
    };
    let early = |deliverables: &[&str]| {
        let found = inspect(&request(deliverables)).unwrap_or_else(|faults| panic!("{faults:?}")).findings;
        let is_early = |code: &Code| matches!(code, Code::LeftOut | Code::WithoutResults);
        codes(&found).into_iter().filter(is_early).collect::<Vec<_>>()
    };
    assert_eq!(early(&[]), [Code::LeftOut]);
    assert_eq!(early(&["slides"]), [Code::WithoutResults]);
    assert_eq!(early(&["final"]), []);
    let all = BuildContext::open(&request(&[])).unwrap_or_else(|faults| panic!("{faults:?}"));
    let ids: Vec<&str> = all.jobs().iter().map(|job| job.deliverable.as_str()).collect();
    assert!(ids.contains(&"final") && !ids.contains(&"slides"), "{ids:?}");
    let named = BuildContext::open(&request(&["slides"])).map(|_| ()).unwrap_err();
    assert_eq!(codes(&named), [Code::WithoutResults]);
}
