//! Makes the figures of the sample study `samples/taraz-2026`: a mass survey that never took place.
//!
//! The words of the study are written by hand in its JSON files; this program supplies the numbers. It
//! reads the codebook, the territories and the assumptions in `model.json` beside this file, draws
//! every interview one by one, weights them as a field team would, and has the library tabulate the table of
//! answers, by the study's `tabulation.json`, into `results/*.json`, `indices.json`, `risk.json`, `fieldwork.json` and `sample.json`. In the last four
//! only the figures are replaced; texts stay as they were.
//!
//! The same seed gives the same bytes, another seed another survey of the same city: only additions, multiplications, divisions and square roots
//! enter the draw, no function whose last bit depends on the platform.
//!
//! ```text
//! cargo run --release --example simulate_taraz -- samples/taraz-2026 [SEED]
//! ```
//!
//! A second argument names a file for the answers themselves: as `samples/taraz-2026/answers.csv` they are what
//! `esep tabulate samples/taraz-2026` reads.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "counts of a few thousand simulated persons; the program prints what it did"
)]

mod answers;
mod dice;
mod fieldwork;
mod input;
mod model;
mod output;
mod people;
mod quotas;
mod weights;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use people::Person;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: simulate_taraz STUDY_FOLDER [SEED] [ANSWERS.csv]");
        return ExitCode::from(2);
    };
    let seed_of = |path: &PathBuf| path.to_str().and_then(|text| text.parse().ok());
    let rest: Vec<PathBuf> = arguments.collect();
    let seed = rest.iter().find_map(seed_of);
    let answers = rest.iter().find(|path| seed_of(path).is_none());
    match run(&folder, seed, answers.map(PathBuf::as_path)) {
        Ok(summary) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("simulate_taraz: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Makes the figures of a study; the model's own seed where none is given. `answers` is where the answers are written.
pub fn run(folder: &Path, seed: Option<u64>, answers: Option<&Path>) -> Result<String, String> {
    let model = model::load()?;
    let study = input::load(folder)?;
    model.check(&study)?;

    let mut dice = dice::Dice::new(seed.unwrap_or(model.seed));
    let cells = quotas::cells(&model, &study, &mut dice)?;
    let mut people = people::draw(&model, &study, &cells, &mut dice);
    fieldwork::assign_days(&model, &mut people, &mut dice)?;
    people.sort_by(|a, b| (&a.day, a.number).cmp(&(&b.day, b.number)));

    let finals = stage(&model, &study, people.clone());
    let preliminary =
        stage(&model, &study, people.into_iter().filter(|p| p.day <= model.preliminary.last_day).collect());

    let csv = answers::csv(&study, &preliminary, &finals);
    if let Some(path) = answers {
        output::write(path, &csv)?;
    }
    let stages = answers::tabulated(folder, &csv)?;
    for (stage, (name, dates)) in
        stages.iter().zip([("preliminary", &model.preliminary), ("final", &model.finals)])
    {
        output::results(folder, name, dates, stage)?;
    }
    output::indices(folder, &stages)?;
    output::risk(folder, &stages)?;
    output::fieldwork(folder, &model, &study, &finals)?;
    output::sample(folder, &model, &study, &cells)?;

    Ok(format!(
        "{} interviews (preliminary {}), deff {:.3}",
        finals.len(),
        preliminary.len(),
        weights::kish(finals.iter().map(|p| p.weight)),
    ))
}

/// The interviews of one stage of analysis, weighted among themselves.
fn stage(model: &model::Model, study: &input::Study, mut people: Vec<Person>) -> Vec<Person> {
    weights::assign(model, study, &mut people);
    people
}
