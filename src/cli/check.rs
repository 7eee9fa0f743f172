//! `esep check`: every fault and every doubt of a study at once, then the terms of the grant.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{EditionArg, FindingsFormat, exit_code, human, json, print, sarif, terms};
use esep::diag::{Location, Severity, UiLanguage};
use esep::pipeline::{Inspection, Request, inspect};

#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Folder of the study (holds study.json or study.xlsx), or its workbook
    study: PathBuf,
    /// Only these deliverables are due (may be repeated or separated by commas)
    #[arg(long, value_delimiter = ',')]
    deliverable: Vec<String>,
    /// For people, or for programs
    #[arg(long, value_enum, default_value_t = FindingsFormat::Human)]
    format: FindingsFormat,
    /// Edition to make [default: the study's]
    #[arg(long, value_enum)]
    edition: Option<EditionArg>,
    /// Folder whose files stand in the place of the program's own templates and patterns
    #[arg(long)]
    templates: Option<PathBuf>,
    /// Only the data: the documents are not tried out
    #[arg(long)]
    data_only: bool,
    /// End with 1 where there are warnings, too
    #[arg(long)]
    deny_warnings: bool,
}

pub fn run(arguments: &CheckArgs, language: UiLanguage) -> ExitCode {
    let request = Request {
        study: arguments.study.clone(),
        templates: arguments.templates.clone(),
        deliverables: arguments.deliverable.clone(),
        edition: arguments.edition.map(Into::into),
        data_only: arguments.data_only,
        ..Request::default()
    };
    let inspection = match inspect(&request) {
        Ok(inspection) => inspection,
        Err(faults) => {
            eprint!("{}", human::list(faults.iter(), language, |_| None));
            return exit_code(&faults);
        }
    };
    print(&match arguments.format {
        FindingsFormat::Human => text(&inspection, language),
        FindingsFormat::Json => json::report(&inspection, language),
        FindingsFormat::Sarif => sarif::log(&inspection.findings, language),
    });
    let gravest = inspection.findings.iter().map(|d| d.severity).max();
    let least = if arguments.deny_warnings { Severity::Warning } else { Severity::Error };
    ExitCode::from(u8::from(gravest >= Some(least)))
}

/// Findings, their count, the terms of the grant.
fn text(inspection: &Inspection, language: UiLanguage) -> String {
    let line = |place: &Location| inspection.line(place).map(str::to_owned);
    let mut text = human::list(inspection.findings.iter(), language, line);
    text.push_str(&human::counted(&inspection.findings, language));
    text.push('\n');
    if !inspection.terms.is_empty() {
        text.push('\n');
        text.push_str(&terms::table(&inspection.terms, language));
    }
    text
}
