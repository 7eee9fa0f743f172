//! `esep review`: what a customer did to a file.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{EditionArg, FindingsFormat, failed, human, json, print, sarif};
use esep::diag::{Severity, UiLanguage};
use esep::pipeline::{Request, review};

#[derive(Debug, clap::Args)]
pub struct ReviewArgs {
    #[arg(value_name = "FILE")]
    returned: PathBuf,
    study: PathBuf,
    #[arg(long, value_enum, default_value_t = FindingsFormat::Human)]
    format: FindingsFormat,
    #[arg(long, value_enum)]
    edition: Option<EditionArg>,
    #[arg(long, value_name = "FOLDER")]
    templates: Option<PathBuf>,
}

/// Ends with 1 where a number differs from the study.
pub fn run(arguments: &ReviewArgs, language: UiLanguage) -> ExitCode {
    let request = Request {
        study: arguments.study.clone(),
        templates: arguments.templates.clone(),
        edition: arguments.edition.map(Into::into),
        ..Request::default()
    };
    let findings = match review(&arguments.returned, &request) {
        Ok(findings) => findings,
        Err(faults) => {
            return failed(&faults, language);
        }
    };
    print(&match arguments.format {
        FindingsFormat::Human => {
            let text = human::list(findings.iter(), language, |_| None);
            format!("{text}{}\n", human::counted(&findings, language))
        }
        FindingsFormat::Json => json::findings(&findings, language),
        FindingsFormat::Sarif => sarif::log(&findings, language),
    });
    ExitCode::from(u8::from(findings.iter().any(|d| d.severity == Severity::Error)))
}
