//! `esep new`: a study folder to begin with.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{exit_code, human, print};
use esep::diag::{UiLanguage, say};
use esep::pipeline::new_study;

#[derive(Debug, clap::Args)]
pub struct NewArgs {
    /// Folder to make; it must not exist yet, or be empty
    folder: PathBuf,
}

pub fn run(arguments: &NewArgs, language: UiLanguage) -> ExitCode {
    match new_study(&arguments.folder, language) {
        Ok(()) => {
            let folder = arguments.folder.display().to_string();
            print(&format!(
                "{}\n{}\n",
                say!("study-made", folder = folder).render(language),
                say!("next-steps", folder = folder).render(language)
            ));
            ExitCode::SUCCESS
        }
        Err(faults) => {
            eprint!("{}", human::list(faults.iter(), language, |_| None));
            exit_code(&faults)
        }
    }
}
