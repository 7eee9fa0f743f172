//! `esep build`: the deliverables.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;

use super::{EditionArg, failed, human, print, progress, table, tell};
use esep::diag::{Severity, UiLanguage, say};
use esep::pipeline::{self, Format, Request};

#[derive(Debug, clap::Args)]
pub struct BuildArgs {
    study: PathBuf,
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    #[arg(long, value_delimiter = ',')]
    deliverable: Vec<String>,
    #[arg(long, value_delimiter = ',', value_name = "LANGUAGE")]
    lang: Vec<String>,
    #[arg(long, value_delimiter = ',')]
    format: Vec<FormatArg>,
    #[arg(long, value_enum)]
    edition: Option<EditionArg>,
    #[arg(long)]
    theme: Option<String>,
    #[arg(long, value_enum, default_value = "16:9", value_name = "SHAPE")]
    slides: SlideShapeArg,
    #[arg(long, value_name = "FOLDER")]
    templates: Option<PathBuf>,
    #[arg(long)]
    soft_hyphens: bool,
    #[arg(long)]
    embed_fonts: bool,
    #[arg(long, value_enum, default_value = "native", value_name = "KIND")]
    charts: ChartsArg,
    #[arg(long)]
    plain: bool,
    #[arg(long, value_name = "FILE")]
    reference_docx: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    reference_pptx: Option<PathBuf>,
    #[arg(long, short)]
    quiet: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatArg {
    Pdf,
    Docx,
    Pptx,
    Speaker,
    Xlsx,
    Zip,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ChartsArg {
    Native,
    Picture,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SlideShapeArg {
    #[value(name = "16:9")]
    Wide,
    #[value(name = "4:3")]
    Narrow,
}

impl FormatArg {
    fn format(self) -> Format {
        match self {
            Self::Pdf => Format::Pdf,
            Self::Docx => Format::Docx,
            Self::Pptx => Format::Pptx,
            Self::Speaker => Format::Speaker,
            Self::Xlsx => Format::Xlsx,
            Self::Zip => Format::Zip,
        }
    }
}

/// Ends with 1 for faults of study and templates, with 2 where the files cannot be written.
pub fn run(arguments: &BuildArgs, language: UiLanguage) -> ExitCode {
    let progress = progress::Told::new(!arguments.quiet);
    let built = pipeline::build(&request(arguments), &progress);
    progress.end();
    match built {
        Ok(summary) => {
            // Notes say what `check` has to say; a build tells of doubts only.
            let doubts = summary.warnings.iter().filter(|d| d.severity > Severity::Note);
            tell(&human::list(doubts, language, |_| None));
            if !arguments.quiet {
                print(&format!("{}\n", table::table(&summary, language)));
            }
            ExitCode::SUCCESS
        }
        Err(faults) => {
            let code = failed(&faults, language);
            let errors = faults.iter().filter(|d| d.severity == Severity::Error).count();
            tell(&format!("{}\n", say!("nothing-written"; n = errors).render(language)));
            code
        }
    }
}

fn request(arguments: &BuildArgs) -> Request {
    Request {
        study: arguments.study.clone(),
        out: arguments.out.clone(),
        templates: arguments.templates.clone(),
        deliverables: arguments.deliverable.clone(),
        languages: arguments.lang.clone(),
        formats: arguments.format.iter().map(|format| format.format()).collect(),
        edition: arguments.edition.map(Into::into),
        theme: arguments.theme.clone(),
        narrow_slides: arguments.slides == SlideShapeArg::Narrow,
        soft_hyphens: arguments.soft_hyphens,
        embed_fonts: arguments.embed_fonts,
        picture_charts: arguments.charts == ChartsArg::Picture,
        plain_numbers: arguments.plain,
        reference_docx: arguments.reference_docx.clone(),
        reference_pptx: arguments.reference_pptx.clone(),
        ..Request::default()
    }
}
