//! `esep new`: a study folder to begin with.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{failed, print};
use esep::diag::{UiLanguage, say};
use esep::pipeline::{new_study, new_workbook};

#[derive(Debug, clap::Args)]
pub struct NewArgs {
    folder: PathBuf,
    #[arg(long)]
    workbook: bool,
}

pub fn run(arguments: &NewArgs, language: UiLanguage) -> ExitCode {
    let make = if arguments.workbook { new_workbook } else { new_study };
    match make(&arguments.folder, language) {
        Ok(()) => {
            let folder = arguments.folder.display().to_string();
            let next = match arguments.workbook {
                true => say!("next-steps-workbook", folder = folder),
                false => say!("next-steps", folder = folder),
            };
            let made = say!("study-made", folder = folder).render(language);
            print(&format!("{made}\n{}\n", next.render(language)));
            ExitCode::SUCCESS
        }
        Err(faults) => failed(&faults, language),
    }
}
