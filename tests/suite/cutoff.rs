//! A deliverable knows nothing that is dated after its cut-off date.

use esep::pipeline::{BuildContext, Request};
use serde_json::Value;

use crate::support::sample;

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

fn read(file: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(sample().join(file)).unwrap()).unwrap()
}

#[test]
fn nothing_of_the_future_is_printed() {
    let request = Request { study: sample(), languages: vec!["ru".into()], ..Request::default() };
    let context = BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:?}"));
    let mut hidden = 0;
    for job in context.jobs() {
        let (document, _) = context.resolved(job).unwrap_or_else(|f| panic!("{f:?}"));
        let text = document.text().replace('\u{A0}', " ");
        let cutoff = job.cutoff.to_string();
        for (file, list, field) in DATED {
            let value = read(file);
            let things = value[list].as_array().unwrap();
            // What was announced before may be told before.
            let first_day = |t: &Value| t["announced"].as_str().or(t["date"].as_str()).unwrap().to_owned();
            let known: Vec<&str> = things
                .iter()
                .filter(|t| first_day(t) <= cutoff)
                .filter_map(|t| t[field]["ru"].as_str())
                .collect();
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
}
