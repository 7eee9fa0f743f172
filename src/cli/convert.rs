//! `esep convert`: a study as JSON or as a workbook.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;

use super::{exit_code, human, print};
use esep::diag::{UiLanguage, say};
use esep::pipeline::{StudyShape, convert};

#[derive(Debug, clap::Args)]
pub struct ConvertArgs {
    /// Folder of the study, or its workbook
    study: PathBuf,
    /// What to make of it
    #[arg(long, value_enum)]
    to: ShapeArg,
    /// Folder to make; it must not exist yet, or be empty [default: beside the study, with an ending]
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ShapeArg {
    /// JSON files with schemas for editors
    Json,
    /// A workbook for Excel, study.xlsx
    Workbook,
}

pub fn run(arguments: &ConvertArgs, language: UiLanguage) -> ExitCode {
    let shape = match arguments.to {
        ShapeArg::Json => StudyShape::Json,
        ShapeArg::Workbook => StudyShape::Workbook,
    };
    match convert(&arguments.study, shape, arguments.out.as_deref(), language) {
        Ok(folder) => {
            print(&format!("{}\n", say!("study-made", folder = folder.display()).render(language)));
            ExitCode::SUCCESS
        }
        Err(faults) => {
            eprint!("{}", human::list(faults.iter(), language, |_| None));
            exit_code(&faults)
        }
    }
}
