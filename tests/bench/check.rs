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

use std::fs;
use std::path::Path;

use esep::pipeline::{Request, inspect};
use serde_json::Value;
use shared::large::{Large, OPTIONS};
use shared::{median, millis, pairs, peak, time};

const ROUNDS: usize = 5;
const TERRITORIES: usize = 200;
const QUESTIONS: usize = 500;

fn main() {
    let study = std::env::temp_dir().join("esep-bench-check");
    drop(fs::remove_dir_all(&study));
    Large { questions: QUESTIONS, territories: TERRITORIES }.make(&study);
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
