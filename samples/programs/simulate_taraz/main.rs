//! Makes the figures of the sample study `samples/taraz-2026`: a mass survey that never took place.
//!
//! The words of the study are written by hand in its JSON files; this program supplies the numbers. It
//! reads the codebook, the territories and the assumptions in `model.json` beside this file, draws
//! every interview one by one, weights them as a field team would, and tabulates them into
//! `results/*.json`, `indices.json`, `risk.json`, `fieldwork.json` and `sample.json`. In the last four
//! only the figures are replaced; texts stay as they were.
//!
//! The same seed gives the same bytes, another seed another survey of the same city: only additions, multiplications, divisions and square roots
//! enter the draw, no function whose last bit depends on the platform.
//!
//! ```text
//! cargo run --release --example simulate_taraz -- samples/taraz-2026 [SEED]
//! ```

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "counts of a few thousand simulated persons; the program prints what it did"
)]

mod dice;
mod fieldwork;
mod input;
mod measures;
mod model;
mod output;
mod people;
mod quotas;
mod tabulate;
mod weights;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use people::Person;

fn main() -> ExitCode {
    let seed = std::env::args().nth(2).map(|seed| seed.parse());
    let (Some(folder), Ok(seed)) = (std::env::args_os().nth(1).map(PathBuf::from), seed.transpose()) else {
        eprintln!("usage: simulate_taraz STUDY_FOLDER [SEED]");
        return ExitCode::from(2);
    };
    match run(&folder, seed) {
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

/// Makes the figures of a study; the model's own seed where none is given.
pub fn run(folder: &Path, seed: Option<u64>) -> Result<String, String> {
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

    output::results(folder, "final", &model.finals, &study, &finals)?;
    output::results(folder, "preliminary", &model.preliminary, &study, &preliminary)?;
    output::indices(folder, &study, &preliminary, &finals)?;
    output::risk(folder, &model, &study, &preliminary, &finals)?;
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
