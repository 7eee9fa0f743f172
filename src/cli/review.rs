//! `esep review`: what a customer did to a file.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{EditionArg, FindingsFormat, exit_code, human, json, print, sarif};
use esep::diag::{Severity, UiLanguage};
use esep::pipeline::{Request, review};

#[derive(Debug, clap::Args)]
pub struct ReviewArgs {
    /// The DOCX that came back
    returned: PathBuf,
    /// Folder or workbook of the study that it was made from
    study: PathBuf,
    /// For people, or for programs
    #[arg(long, value_enum, default_value_t = FindingsFormat::Human)]
    format: FindingsFormat,
    /// Edition that was sent [default: the study's]
    #[arg(long, value_enum)]
    edition: Option<EditionArg>,
    /// Folder whose files stand in the place of the program's own templates
    #[arg(long)]
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
            eprint!("{}", human::list(faults.iter(), language, |_| None));
            return exit_code(&faults);
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
