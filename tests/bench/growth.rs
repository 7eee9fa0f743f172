//! `cargo bench --bench growth`: time and memory of studies that grow fiftyfold, in questions, in records and in pages of
//! prose. The figures to watch are the last column: what one more unit costs among the many, beside what it costs among
//! the few (1 is linear).

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
use std::process::Command;

use esep::pipeline::{Format, Request, Silent, build, inspect};
use shared::large::Large;
use shared::{median, millis, peak};

const FACTORS: [usize; 4] = [1, 10, 25, 50];
const ROUNDS: usize = 3;
/// The run of one measurement, in a process of its own for its own peak of memory: its axis and factor.
const CHOICE: &str = "ESEP_GROWTH";
const AXES: [&str; 3] = ["questions", "records", "pages"];
const PROSE: &str = "Опрос охватил всех, кто был отобран по плану, и каждый из них ответил на каждый вопрос; отказов было мало, \
                     и на выводы они не повлияли, что подтверждает сравнение с составом населения. ";

fn main() {
    if let Ok(choice) = std::env::var(CHOICE) {
        let (axis, factor) = choice.split_once(' ').unwrap();
        return measure(axis, factor.parse().unwrap());
    }
    for axis in AXES {
        println!("{axis:<12} {:>12} {:>8} {:>8} {:>8}", "", "ms", "MB", "");
        let measured: Vec<[f64; 3]> = FACTORS.iter().map(|factor| of_child(axis, *factor)).collect();
        for (i, [units, took, memory]) in measured.iter().enumerate() {
            let slope = |a: usize, b: usize, what: usize| {
                (measured[b][what] - measured[a][what]) / (measured[b][0] - measured[a][0])
            };
            let growth = match i {
                0 | 1 => String::new(),
                _ => format!("{:.2} {:.2}", slope(1, i, 1) / slope(0, 1, 1), slope(1, i, 2) / slope(0, 1, 2)),
            };
            println!("{axis:<12} {units:>12} {took:>8.0} {memory:>8} {growth:>12}");
        }
    }
}

/// Units, milliseconds and megabytes of one measurement.
fn of_child(axis: &str, factor: usize) -> [f64; 3] {
    let itself = std::env::current_exe().unwrap();
    let output = Command::new(itself).env(CHOICE, format!("{axis} {factor}")).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let numbers: Vec<f64> = text.split_whitespace().map(|number| number.parse().unwrap()).collect();
    numbers.try_into().unwrap_or_else(|n| panic!("{n:?} {}", String::from_utf8_lossy(&output.stderr)))
}

fn measure(axis: &str, factor: usize) {
    let study = std::env::temp_dir().join(format!("esep-bench-growth-{axis}"));
    drop(fs::remove_dir_all(&study));
    let (large, units) = match axis {
        "questions" => (Large { questions: 10 * factor, territories: 10 }, 10 * factor),
        "records" => {
            let large = Large { questions: 100, territories: 4 * factor };
            let records = large.records();
            (large, records)
        }
        _ => (Large { questions: 5, territories: 4 }, 8 * factor),
    };
    large.make(&study);
    if axis == "pages" {
        // A page holds some eight such paragraphs.
        let text = format!("{}\n\n", PROSE.repeat(3)).repeat(8 * units);
        fs::create_dir_all(study.join("text/final")).unwrap();
        for language in ["kk", "ru"] {
            fs::write(study.join(format!("text/final/intro.after.{language}.md")), &text).unwrap();
        }
    }
    let took = median(ROUNDS, || if axis == "records" { check(&study) } else { report(&study) });
    println!("{units} {} {}", millis(took), peak());
    drop(fs::remove_dir_all(&study));
}

fn check(study: &Path) -> usize {
    let request = Request { study: study.to_owned(), data_only: true, ..Request::default() };
    inspect(&request).unwrap_or_else(|f| panic!("{f:?}")).findings.len()
}

/// The Russian final report, PDF and DOCX.
fn report(study: &Path) -> usize {
    let request = Request {
        study: study.to_owned(),
        out: Some(study.with_extension("out")),
        deliverables: vec!["final".to_owned()],
        languages: vec!["ru".to_owned()],
        formats: vec![Format::Pdf, Format::Docx],
        force: true,
        ..Request::default()
    };
    let report = build(&request, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
    drop(fs::remove_dir_all(study.with_extension("out")));
    report.files.len()
}
