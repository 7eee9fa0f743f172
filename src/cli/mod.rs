//! The command line: arguments, progress, printing, exit codes. Only this room prints, and it uses no more of the
//! library than any other program can.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the one room that prints")]

mod build;
mod check;
mod convert;
mod explain;
mod gallery;
mod human;
mod json;
mod new;
mod progress;
mod review;
mod sarif;
mod schema;
mod serve;
mod table;
mod tabulate;
mod terms;
mod trace;
mod verify;
mod words;

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use esep::diag::{Code, Diagnostic, Diagnostics, UiLanguage};
use esep::study::passport::Edition;

/// Turns a social study's analysed results into its reports and slides.
#[derive(Debug, Parser)]
#[command(name = "esep", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Language of the program's messages [default: the system's]
    #[arg(long, global = true, value_enum)]
    ui_lang: Option<UiLanguageArg>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a new study folder: a small worked example of every file, with schemas and a guide; or a workbook
    New(new::NewArgs),
    /// Check a study: every fault and every doubt at once, and the terms of the grant
    Check(check::CheckArgs),
    /// Build the deliverables of a study folder
    Build(build::BuildArgs),
    /// Show the study on a page in the browser: live, every number answers, every sentence can be changed
    Serve(serve::ServeArgs),
    /// Write a study as JSON files or as a workbook for Excel; nothing of it is lost
    Convert(convert::ConvertArgs),
    /// Make the results of a study from its table of answers, or draft a codebook
    Tabulate(tabulate::TabulateArgs),
    /// Tell what a customer did to a DOCX: changed numbers, comments, tracked changes
    Review(review::ReviewArgs),
    /// Hold finished files against the proof that they carry: every number bound to its datum, none changed
    Verify(verify::VerifyArgs),
    /// Say where a printed number comes from: datum, exact value, record, and where else it is printed
    Trace(trace::TraceArgs),
    /// Say why a code is a fault and what to do; without a code, list all codes
    Explain(explain::ExplainArgs),
    /// Draw every kind of chart with every hard case, as PDF and PNG
    Gallery(gallery::GalleryArgs),
    /// Print the JSON Schema of a study file, or list the files
    Schema(schema::SchemaArgs),
    /// Print the sentences of a deliverable for an editor
    Words(words::WordsArgs),
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum UiLanguageArg {
    Kk,
    Ru,
    En,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum FindingsFormat {
    Human,
    Json,
    Sarif,
}

/// How an answer is printed.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum TextFormat {
    Human,
    Json,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum EditionArg {
    Customer,
    Public,
}

impl From<EditionArg> for Edition {
    fn from(name: EditionArg) -> Self {
        match name {
            EditionArg::Customer => Self::Customer,
            EditionArg::Public => Self::Public,
        }
    }
}

/// Runs the program with the process's arguments. Exit codes: 0 done, 1 faults in study or templates,
/// 2 usage or output trouble.
pub fn run() -> ExitCode {
    let given: Vec<_> = std::env::args_os().skip(1).collect();
    if let Some(dropped) = serve::without_command(&given) {
        return serve::run(dropped, UiLanguage::of_locale(&sys_locale::get_locale().unwrap_or_default()));
    }
    let arguments = Arguments::parse();
    let language = match arguments.ui_lang {
        Some(UiLanguageArg::Kk) => UiLanguage::Kk,
        Some(UiLanguageArg::Ru) => UiLanguage::Ru,
        Some(UiLanguageArg::En) => UiLanguage::En,
        None => UiLanguage::of_locale(&sys_locale::get_locale().unwrap_or_default()),
    };
    match arguments.command {
        Command::New(arguments) => new::run(&arguments, language),
        Command::Check(arguments) => check::run(&arguments, language),
        Command::Build(arguments) => build::run(&arguments, language),
        Command::Serve(arguments) => serve::run(arguments, language),
        Command::Convert(arguments) => convert::run(&arguments, language),
        Command::Tabulate(arguments) => tabulate::run(&arguments, language),
        Command::Review(arguments) => review::run(&arguments, language),
        Command::Verify(arguments) => verify::run(&arguments, language),
        Command::Trace(arguments) => trace::run(&arguments, language),
        Command::Explain(arguments) => explain::run(&arguments, language),
        Command::Gallery(arguments) => gallery::run(&arguments, language),
        Command::Schema(arguments) => schema::run(&arguments, language),
        Command::Words(arguments) => words::run(&arguments, language),
    }
}

/// 2 where the command itself could not be carried out, 1 where study or templates are at fault.
fn exit_code(faults: &Diagnostics) -> ExitCode {
    let trouble = faults.iter().any(|d| matches!(d.code, Code::OutputUnwritable | Code::Usage));
    ExitCode::from(if trouble { 2 } else { 1 })
}

/// Tells a fault of usage; the exit code is 2.
fn usage(fault: &Diagnostic, language: UiLanguage) -> ExitCode {
    eprintln!("{}", fault.render(language));
    ExitCode::from(2)
}

/// Writes to standard output; a reader that went away, as `head` does, is no fault.
fn print(text: &str) {
    use std::io::Write;
    drop(std::io::stdout().write_all(text.as_bytes()));
}
