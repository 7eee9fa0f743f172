//! `esep build`: the deliverables.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::ValueEnum;

use super::{EditionArg, failed, human, print, programme, progress, table, tell};
use esep::diag::{Code, Diagnostic, Diagnostics, Severity, UiLanguage, say};
use esep::pipeline::{self, Format, PROGRAMME, ProgrammeRequest, Request, Waited, Watch};

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
    #[arg(long)]
    force: bool,
    #[arg(long, value_name = "NUMBER")]
    jobs: Option<std::num::NonZero<usize>>,
    #[arg(long, value_name = "PART", value_parser = part)]
    part: Option<(usize, usize)>,
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,
    #[arg(long, short)]
    quiet: bool,
    #[arg(long)]
    watch: bool,
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
    let is_programme = arguments.study.join(PROGRAMME).is_file();
    match (is_programme, arguments.watch) {
        (true, true) => {
            let fault = Diagnostic::new(Code::Usage, say!("watch-programme"));
            failed(&fault.hint(say!("hint-watch-programme")).into(), language)
        }
        (true, false) => {
            let whole = ProgrammeRequest {
                each: request(arguments),
                jobs: arguments.jobs,
                part: arguments.part,
                log: arguments.log.clone(),
                language,
            };
            programme::run(&whole, arguments.quiet)
        }
        (false, true) => watch(&request(arguments), language),
        (false, false) => once(&request(arguments), arguments.quiet, language),
    }
}

fn once(request: &Request, is_quiet: bool, language: UiLanguage) -> ExitCode {
    let progress = progress::Told::new(!is_quiet);
    let built = pipeline::build(request, &progress);
    progress.end();
    match built {
        Ok(summary) => {
            tell_doubts(&summary.warnings, language);
            if !is_quiet {
                print(&format!("{}\n", table::table(&summary, language)));
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
    tell(&format!("{}\n", say!("watching", study = study).render(language)));
    loop {
        match pipeline::build(request, &pipeline::Silent) {
            Ok(summary) => {
                tell_doubts(&summary.warnings, language);
                let folder = summary.folder.display().to_string();
                let written = say!("files-written", folder = folder; n = summary.files.len());
                tell(&format!("{}\n", written.render(language)));
            }
            Err(faults) => drop(tell_faults(&faults, language)),
        }
        while watch.wait(Duration::from_secs(3600)) != Waited::Changed {}
    }
}

/// Notes say what `check` has to say; a build tells of doubts only.
fn tell_doubts(warnings: &Diagnostics, language: UiLanguage) {
    let doubts = warnings.iter().filter(|d| d.severity > Severity::Note);
    tell(&human::list(doubts, language, |_| None));
}

fn tell_faults(faults: &Diagnostics, language: UiLanguage) -> ExitCode {
    let code = failed(faults, language);
    let errors = faults.iter().filter(|d| d.severity == Severity::Error).count();
    tell(&format!("{}\n", say!("nothing-written"; n = errors).render(language)));
    code
}

/// `2/10` as the third of ten parts.
fn part(text: &str) -> Result<(usize, usize), String> {
    let numbers =
        text.split_once('/').and_then(|(part, parts)| Some((part.parse().ok()?, parts.parse().ok()?)));
    numbers.ok_or_else(|| text.to_owned())
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
        force: arguments.force,
        threads: arguments.jobs,
        ..Request::default()
    }
}
