//! One report of a study as a file, by the library: `cargo run --example build_report -- STUDY DELIVERABLE LANGUAGE`.
//!
//! Faults and doubts go to standard error, each with its place and the next step.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program prints")]

use std::process::ExitCode;

use esep::diag::UiLanguage;
use esep::pipeline::{Format, Request, Silent, build_in_memory};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [study, deliverable, language] = arguments.as_slice() else {
        eprintln!("usage: build_report STUDY DELIVERABLE LANGUAGE");
        return ExitCode::from(2);
    };
    let request = Request {
        study: study.into(),
        deliverables: vec![deliverable.clone()],
        languages: vec![language.clone()],
        formats: vec![Format::Pdf],
        ..Request::default()
    };
    let (artifacts, findings) = match build_in_memory(&request, &Silent) {
        Ok(output) => (output.artifacts, output.warnings),
        Err(faults) => (Vec::new(), faults),
    };
    for finding in &findings {
        eprintln!("{}\n", finding.render(UiLanguage::En));
    }
    for artifact in &artifacts {
        if let Err(error) = std::fs::write(&artifact.info.name, &artifact.bytes) {
            eprintln!("{}: {error}", artifact.info.name);
            return ExitCode::FAILURE;
        }
        println!("{}: {} pages", artifact.info.name, artifact.info.pages);
    }
    if artifacts.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
