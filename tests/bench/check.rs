//! `cargo bench --bench check`: the check of a very large study beside a bare parse of its largest file.
//!
//! 200 territories, 500 questions, some 500,000 records in more than 100 MB of JSON; then the same study
//! with a fault in every tenth record; then the sound one with its documents tried out. The figures to watch
//! are the ratio and the peak of memory.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "a benchmark prints, makes small numbers, and stops where its input is broken"
)]

mod shared;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use esep::diag::UiLanguage;
use esep::facts::stats::wilson;
use esep::pipeline::{Request, inspect, new_study};
use esep::study::Thresholds;
use serde_json::{Value, json};
use shared::{median, millis, pairs, peak, time};

const ROUNDS: usize = 5;
const TERRITORIES: usize = 200;
const QUESTIONS: usize = 500;
const OPTIONS: usize = 5;
/// Respondents of each territory who gave each answer.
const CELL: usize = 10;

fn main() {
    let study = std::env::temp_dir().join("esep-bench-check");
    drop(fs::remove_dir_all(&study));
    make(&study);
    let results = study.join("results/final.json");
    let size = fs::metadata(&results).unwrap().len();
    println!("records: {}, results file: {} MB", QUESTIONS * OPTIONS * (TERRITORIES + 1), size >> 20);

    let bare = || {
        let text = fs::read_to_string(&results).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        value["records"].as_array().map_or(0, Vec::len)
    };
    if let Some(pairs) = pairs(ROUNDS, || time(|| findings(&study, true)), || Some(time(bare))) {
        pairs.print("check, sound", "bare parse of the file");
    }
    println!("peak memory so far:            {:>8} MB", peak());
    let good = study.join("good.json");
    fs::rename(&results, &good).unwrap();
    fs::copy(&good, &results).unwrap();
    break_every_tenth(&results);
    let broken = median(ROUNDS, || findings(&study, true));
    println!("check, 50,000 faults           {:>8.1} ms", millis(broken));
    println!("peak memory so far:            {:>8} MB", peak());
    fs::rename(&good, &results).unwrap();
    let whole = median(ROUNDS, || findings(&study, false));
    println!("check, documents tried out     {:>8.1} ms", millis(whole));
    println!("peak memory so far:            {:>8} MB", peak());
    drop(fs::remove_dir_all(&study));
}

fn findings(study: &Path, data_only: bool) -> usize {
    let request = Request { study: study.to_owned(), data_only, ..Request::default() };
    let found = inspect(&request).unwrap_or_else(|f| panic!("{f:?}"));
    found.findings.len()
}

/// The starter study with one huge file of results and without what counts its interviews.
fn make(study: &Path) {
    new_study(study, UiLanguage::En).unwrap_or_else(|f| panic!("{f:?}"));
    for file in ["fieldwork", "indices", "risk", "recommendations", "cases", "events", "coverage"] {
        fs::remove_file(study.join(format!("{file}.json"))).unwrap();
    }
    for file in ["results/preliminary.json", "results/final.json", "results/final.csv"] {
        fs::remove_file(study.join(file)).unwrap();
    }
    let text = |name: &str| json!({"kk": name, "ru": name});
    // Without the files above the terms of a grant would be missed.
    edit(study, "study.json", |v| drop(v.as_object_mut().unwrap().remove("grant")));
    edit(study, "territories.json", |v| {
        let one = |i: usize| json!({"id": format!("t-{i}"), "name": text("А"), "kind": "core"});
        v["territories"] = (0..TERRITORIES).map(one).collect();
    });
    edit(study, "codebook.json", |v| {
        let block = v["blocks"][0]["id"].clone();
        let group = |i: usize| json!({"code": format!("t-{i}"), "label": text("А")});
        let groups: Vec<Value> = (0..TERRITORIES).map(group).collect();
        v["breakdowns"] = json!([{"id": "territory", "label": text("А"), "groups": groups}]);
        let options: Vec<Value> =
            (0..OPTIONS).map(|i| json!({"code": i.to_string(), "label": text("А")})).collect();
        let question = |i: usize| json!({"id": format!("question-{i}"), "type": "single", "block": block, "text": text("А"), "options": options});
        v["questions"] = (0..QUESTIONS).map(question).collect();
    });
    edit(study, "sample.json", |v| {
        let sample = v.as_object_mut().unwrap();
        sample.remove("outcomes");
        sample.remove("quotas");
    });
    fs::write(study.join("results/final.json"), records()).unwrap();
}

fn edit(study: &Path, file: &str, change: impl FnOnce(&mut Value)) {
    let path: PathBuf = study.join(file);
    let mut value: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    change(&mut value);
    fs::write(path, value.to_string()).unwrap();
}

fn records() -> String {
    let share = 1.0 / OPTIONS as f64;
    let group = CELL * OPTIONS;
    let z = Thresholds::embedded().z;
    let bounds = |n: usize| wilson(share, n as f64 / 1.2, z);
    let mut out = String::from(
        r#"{"stage": "final", "date": "2026-10-20", "collected": {"start": "2026-06-15", "end": "2026-09-12"}, "records": ["#,
    );
    for question in 0..QUESTIONS {
        for place in 0..=TERRITORIES {
            for option in 0..OPTIONS {
                let (by, n) = match place {
                    0 => ("null".to_owned(), group * TERRITORIES),
                    _ => (format!("{{\"territory\": \"t-{}\"}}", place - 1), group),
                };
                let (low, high) = bounds(n);
                let n_option = n / OPTIONS;
                if question + place + option > 0 {
                    out.push(',');
                }
                // Writing to a String cannot fail.
                let _ = write!(
                    out,
                    "\n                {{\"question\": \"question-{question}\", \"item\": null, \"option\": \"{option}\", \"by\": {by}, \
                     \"n\": {n}, \"n_option\": {n_option}, \"n_weighted\": {n}.0, \"deff\": 1.2, \"share\": {share:.6}, \
                     \"ci\": [{low:.6}, {high:.6}]}}"
                );
            }
        }
    }
    out.push_str("]}\n");
    out
}

/// An interval that leaves its share out, in every tenth record.
fn break_every_tenth(results: &Path) {
    let text = fs::read_to_string(results).unwrap();
    let broken: Vec<String> = text
        .lines()
        .enumerate()
        .map(
            |(i, line)| {
                if i % 10 == 1 { line.replace("\"ci\": [0.", "\"ci\": [0.9") } else { line.to_owned() }
            },
        )
        .collect();
    fs::write(results, broken.join("\n")).unwrap();
}
