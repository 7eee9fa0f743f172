//! `esep build`: the deliverables.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::ValueEnum;

use super::{EditionArg, exit_code, human, progress, table};
use esep::diag::{Diagnostics, Severity, UiLanguage, say};
use esep::pipeline::{self, Format, Request, Waited, Watch};

#[derive(Debug, clap::Args)]
pub struct BuildArgs {
    /// Folder of the study (holds study.json or study.xlsx), or its workbook
    study: PathBuf,
    /// Output folder [default: out/<name of the study folder>]
    #[arg(long)]
    out: Option<PathBuf>,
    /// Only these deliverables (may be repeated or separated by commas)
    #[arg(long, value_delimiter = ',')]
    deliverable: Vec<String>,
    /// Only these languages
    #[arg(long, value_delimiter = ',')]
    lang: Vec<String>,
    /// Only these formats
    #[arg(long, value_delimiter = ',')]
    format: Vec<FormatArg>,
    /// For the customer, or for the public: without small cells and what is restricted [default: the study's]
    #[arg(long, value_enum)]
    edition: Option<EditionArg>,
    /// How the reports look: gost, modern, or another folder of templates/theme [default: the study's]
    #[arg(long)]
    theme: Option<String>,
    /// Shape of the slides
    #[arg(long, value_enum, default_value = "16:9")]
    slides: SlideShapeArg,
    /// Folder whose files stand in the place of the program's own templates, theme and locales
    #[arg(long)]
    templates: Option<PathBuf>,
    /// Write soft hyphens into the DOCX, for programs that cannot hyphenate Kazakh
    #[arg(long)]
    soft_hyphens: bool,
    /// Put the theme's fonts into the DOCX, for computers that lack them
    #[arg(long)]
    embed_fonts: bool,
    /// How the DOCX shows charts: as Word's own, whose data can be edited, where Word has such a chart; or all
    /// as pictures
    #[arg(long, value_enum, default_value = "native")]
    charts: ChartsArg,
    /// Write the numbers of the DOCX as plain text; else each number that comes from data stands in a locked
    /// content control, by which `esep review` finds it again
    #[arg(long)]
    plain: bool,
    /// A DOCX of the customer's, whose styles, theme, page, header and footer the DOCX take over
    #[arg(long)]
    reference_docx: Option<PathBuf>,
    /// A deck of the customer's, whose slide size, master, layouts and theme the PPTX take over
    #[arg(long)]
    reference_pptx: Option<PathBuf>,
    /// Print nothing but faults
    #[arg(long, short)]
    quiet: bool,
    /// Build again after every change of the study, until Ctrl+C; print faults and doubts alone
    #[arg(long)]
    watch: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatArg {
    Pdf,
    Docx,
    /// Slides for PowerPoint
    Pptx,
    /// Slides with the speaker's words beside them
    Speaker,
    /// The statistical base as a workbook
    Xlsx,
    /// The statistical base as a package of data for programs
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
    let request = request(arguments);
    match arguments.watch {
        true => watch(&request, language),
        false => once(&request, arguments.quiet, language),
    }
}

fn once(request: &Request, is_quiet: bool, language: UiLanguage) -> ExitCode {
    match pipeline::build(request, &progress::Lines::new(!is_quiet)) {
        Ok(summary) => {
            tell_doubts(&summary.warnings, language);
            if !is_quiet {
                println!("{}", table::table(&summary, language));
            }
            ExitCode::SUCCESS
        }
        Err(faults) => tell_faults(&faults, language),
    }
}

/// Builds again after each change; ends with its terminal.
fn watch(request: &Request, language: UiLanguage) -> ExitCode {
    let out = request.out.clone().unwrap_or_else(|| PathBuf::from("out"));
    let watch = Watch::new(&request.study, request.templates.as_deref(), &[out]);
    let mut watch = match watch {
        Ok(watch) => watch,
        Err(fault) => return tell_faults(&fault.into(), language),
    };
    let study = request.study.display().to_string();
    eprintln!("{}", say!("watching", study = study).render(language));
    loop {
        match pipeline::build(request, &progress::Lines::new(false)) {
            Ok(summary) => {
                tell_doubts(&summary.warnings, language);
                let folder = summary.folder.display().to_string();
                let written = say!("files-written", folder = folder; n = summary.files.len());
                eprintln!("{}", written.render(language));
            }
            Err(faults) => drop(tell_faults(&faults, language)),
        }
        while watch.wait(Duration::from_secs(3600)) != Waited::Changed {}
    }
}

/// Notes say what `check` has to say; a build tells of doubts only.
fn tell_doubts(warnings: &Diagnostics, language: UiLanguage) {
    let doubts = warnings.iter().filter(|d| d.severity > Severity::Note);
    eprint!("{}", human::list(doubts, language, |_| None));
}

fn tell_faults(faults: &Diagnostics, language: UiLanguage) -> ExitCode {
    eprint!("{}", human::list(faults.iter(), language, |_| None));
    let errors = faults.iter().filter(|d| d.severity == Severity::Error).count();
    eprintln!("{}", say!("nothing-written"; n = errors).render(language));
    exit_code(faults)
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
