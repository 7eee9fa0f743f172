//! `cargo bench --bench tabulate`: 100,000 answers to 300 questions by 12 breakdowns, from a CSV table to records.
//!
//! The figures to watch are the seconds of the whole command, and the peak of memory. Where R with its survey package is
//! at hand, `svymean` of one question by one breakdown stands beside them.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark prints, and stops where its input is broken"
)]

mod shared;

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use esep::diag::UiLanguage;
use esep::pipeline::{TabulateRequest, new_study, tabulate};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use serde_json::{Value, json};
use shared::{median, millis, peak};

const ROUNDS: usize = 3;
const PEOPLE: usize = 100_000;
const QUESTIONS: usize = 300;
const BREAKDOWNS: usize = 12;
const ANSWERS: u32 = 6;
const GROUPS: u32 = 5;

fn main() {
    let study = std::env::temp_dir().join("esep-bench-tabulate");
    drop(fs::remove_dir_all(&study));
    make(&study);
    let size = fs::metadata(study.join("answers.csv")).unwrap().len();
    println!("answers: {PEOPLE} x {QUESTIONS}, breakdowns: {BREAKDOWNS}, table: {} MB", size >> 20);
    let request = TabulateRequest { study: study.clone(), ..TabulateRequest::default() };
    let run = || {
        let made = tabulate(&request).unwrap_or_else(|f| panic!("{f:?}"));
        made.stages.iter().map(|stage| stage.records).sum()
    };
    println!("tabulate                       {:>8.1} ms", millis(median(ROUNDS, run)));
    println!("peak memory                    {:>8} MB", peak());
    survey(&study);
    drop(fs::remove_dir_all(&study));
}

/// One of the 3,600 tables by R's survey package, data already read.
fn survey(study: &Path) {
    let script = "suppressMessages(library(survey)); d <- read.csv(commandArgs(TRUE)[1]); \
                  s <- svydesign(ids = ~1, weights = ~w, data = d); t <- Sys.time(); \
                  r <- svyby(~factor(q0), ~b0, s, svymean); \
                  cat(sprintf('R survey, one table of 3,600   %8.1f ms\\n', as.numeric(Sys.time() - t, units = 'secs') * 1000))";
    let run = Command::new("Rscript").args(["-e", script]).arg(study.join("answers.csv")).output();
    match run {
        Ok(done) if done.status.success() => print!("{}", String::from_utf8_lossy(&done.stdout)),
        Ok(_) | Err(_) => println!("R survey is not at hand"),
    }
}

fn make(study: &Path) {
    new_study(study, UiLanguage::En).unwrap_or_else(|f| panic!("{f:?}"));
    for file in ["indices", "risk"] {
        fs::remove_file(study.join(format!("{file}.json"))).unwrap();
    }
    let text = json!({"kk": "сұрақ", "ru": "вопрос"});
    let codes = |count: u32| -> Value {
        (0..count).map(|code| json!({"code": code.to_string(), "label": text})).collect()
    };
    let breakdowns: Value = (0..BREAKDOWNS)
        .map(|b| json!({"id": format!("b{b}"), "label": text, "groups": codes(GROUPS)}))
        .collect();
    let questions: Value = (0..QUESTIONS)
        .map(|q| json!({"id": format!("q{q}"), "type": "single", "block": "b", "text": text, "options": codes(ANSWERS)}))
        .collect();
    let codebook =
        json!({"blocks": [{"id": "b", "title": text}], "breakdowns": breakdowns, "questions": questions});
    fs::write(study.join("codebook.json"), codebook.to_string()).unwrap();
    let columns = |name: &str, what: &str, count: usize| -> Value {
        (0..count).map(|at| json!({what: format!("{name}{at}"), "column": format!("{name}{at}")})).collect()
    };
    let plan = json!({
        "file": "answers.csv", "weight": "w",
        "stages": [{"stage": "final", "date": "2026-09-01", "collected": {"start": "2026-08-01", "end": "2026-08-20"}}],
        "breakdowns": columns("b", "breakdown", BREAKDOWNS),
        "questions": columns("q", "question", QUESTIONS),
    });
    fs::write(study.join("tabulation.json"), plan.to_string()).unwrap();
    fs::write(study.join("answers.csv"), answers()).unwrap();
}

fn answers() -> String {
    let mut dice = ChaCha8Rng::seed_from_u64(1);
    let mut text = "w".to_owned();
    (0..BREAKDOWNS).for_each(|b| write!(text, ",b{b}").unwrap());
    (0..QUESTIONS).for_each(|q| write!(text, ",q{q}").unwrap());
    text.push('\n');
    for _ in 0..PEOPLE {
        write!(text, "{}", f64::from(dice.next_u32() % 3000 + 100) / 1000.0).unwrap();
        (0..BREAKDOWNS).for_each(|_| write!(text, ",{}", dice.next_u32() % GROUPS).unwrap());
        (0..QUESTIONS).for_each(|_| write!(text, ",{}", dice.next_u32() % ANSWERS).unwrap());
        text.push('\n');
    }
    text
}
