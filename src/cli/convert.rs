//! `esep convert`: a study as JSON or as a workbook.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;

use super::{failed, print};
use esep::diag::{UiLanguage, say};
use esep::pipeline::{StudyShape, convert};

#[derive(Debug, clap::Args)]
pub struct ConvertArgs {
    study: PathBuf,
    #[arg(long, value_enum, value_name = "FORM")]
    to: ShapeArg,
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ShapeArg {
    Json,
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
        Err(faults) => failed(&faults, language),
    }
}
