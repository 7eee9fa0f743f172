//! `esep check`: every fault and every doubt of a study at once, then the terms of the grant.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{EditionArg, FindingsFormat, failed, human, json, print, sarif, terms};
use esep::diag::{Location, Severity, UiLanguage};
use esep::pipeline::{Inspection, Request, inspect};

#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    study: PathBuf,
    #[arg(long, value_delimiter = ',')]
    deliverable: Vec<String>,
    #[arg(long, value_enum, default_value_t = FindingsFormat::Human)]
    format: FindingsFormat,
    #[arg(long, value_enum)]
    edition: Option<EditionArg>,
    #[arg(long, value_name = "FOLDER")]
    templates: Option<PathBuf>,
    #[arg(long)]
    data_only: bool,
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
            return failed(&faults, language);
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
