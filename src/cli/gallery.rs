//! `esep gallery`: every kind of chart with every hard case.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{failed, print};
use esep::diag::{UiLanguage, say};
use esep::pipeline::{BuildSummary, GalleryRequest, gallery};

#[derive(Debug, clap::Args)]
pub struct GalleryArgs {
    #[arg(long, default_value = "out/gallery", value_name = "FOLDER")]
    out: PathBuf,
    #[arg(long, value_delimiter = ',', value_name = "LANGUAGE")]
    lang: Vec<String>,
    #[arg(long, value_name = "FOLDER")]
    templates: Option<PathBuf>,
}

pub fn run(arguments: &GalleryArgs, language: UiLanguage) -> ExitCode {
    let request = GalleryRequest {
        out: arguments.out.clone(),
        templates: arguments.templates.clone(),
        languages: arguments.lang.clone(),
    };
    match gallery(&request) {
        Ok(summary) => {
            print(&left_out(&summary, language));
            let folder = summary.folder.display().to_string();
            let closing = say!("gallery-made", folder = folder; n = summary.files.len());
            print(&format!("{}\n", closing.render(language)));
            ExitCode::SUCCESS
        }
        Err(faults) => failed(&faults, language),
    }
}

/// What found no room on a slide, a line each: no fault, since a page has room for it.
fn left_out(summary: &BuildSummary, language: UiLanguage) -> String {
    let lines = summary.warnings.iter().map(|warning| {
        let name = warning.location.as_ref().map_or("", |place| place.file.as_str());
        format!("  {name}: {}\n", warning.message.render(language))
    });
    let lines: String = lines.collect();
    if lines.is_empty() { lines } else { format!("{}\n{lines}", say!("gallery-left-out").render(language)) }
}
