//! A deliverable knows nothing that is dated after its cut-off date.

use serde_json::Value;

use crate::support::{plain, read_json, sample, sample_context, sample_document};

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
    for job in sample_context().jobs().iter().filter(|job| job.language == "ru") {
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
