//! `esep new`: a study folder to begin with.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{failed, print};
use esep::diag::{UiLanguage, say};
use esep::pipeline::{new_minimal, new_study, new_workbook};

#[derive(Debug, clap::Args)]
pub struct NewArgs {
    folder: PathBuf,
    #[arg(long)]
    workbook: bool,
    /// Only what every study needs: study.json, codebook.json, sample.json and a table of results
    #[arg(long, conflicts_with = "workbook")]
    minimal: bool,
}

pub fn run(arguments: &NewArgs, language: UiLanguage) -> ExitCode {
    let make = match (arguments.workbook, arguments.minimal) {
        (true, _) => new_workbook,
        (false, true) => new_minimal,
        (false, false) => new_study,
    };
    match make(&arguments.folder, language) {
        Ok(()) => {
            let folder = arguments.folder.display().to_string();
            let next = match (arguments.workbook, arguments.minimal) {
                (true, _) => say!("next-steps-workbook", folder = folder),
                (false, true) => say!("next-steps-minimal", folder = folder),
                (false, false) => say!("next-steps", folder = folder),
            };
            let made = say!("study-made", folder = folder).render(language);
            print(&format!("{made}\n{}\n", next.render(language)));
            ExitCode::SUCCESS
        }
        Err(faults) => failed(&faults, language),
    }
}
