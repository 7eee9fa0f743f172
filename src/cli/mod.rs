//! The command line: arguments, progress, printing, exit codes. Only this room prints.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the one room that prints")]

mod progress;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::diag::{Code, Diagnostics};
use crate::pipeline::{self, Format, Request};
use crate::study;

/// Turns a social study's analysed results into its reports and slides.
#[derive(Debug, Parser)]
#[command(name = "esep", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the deliverables of a study folder
    Build(Build),
    /// Print the JSON Schema of a study file, or list the files
    Schema {
        /// Name of the file, e.g. `study`; all names are listed when it is left out
        name: Option<String>,
    },
}

#[derive(Debug, clap::Args)]
struct Build {
    /// Folder of the study (holds study.json)
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
    format: Vec<FormatName>,
    /// Folder whose files stand in the place of the program's own templates, theme and locales
    #[arg(long)]
    templates: Option<PathBuf>,
    /// Print nothing but faults
    #[arg(long, short)]
    quiet: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatName {
    Pdf,
    Docx,
}

/// Runs the program with the process's arguments. Exit codes: 0 done, 1 faults in study or templates,
/// 2 usage or output trouble.
pub fn run() -> ExitCode {
    match Arguments::parse().command {
        Command::Build(arguments) => build(&arguments),
        Command::Schema { name } => schema(name.as_deref()),
    }
}

fn build(arguments: &Build) -> ExitCode {
    let request = Request {
        study: arguments.study.clone(),
        out: arguments.out.clone(),
        templates: arguments.templates.clone(),
        deliverables: arguments.deliverable.clone(),
        languages: arguments.lang.clone(),
        formats: arguments
            .format
            .iter()
            .map(|f| match f {
                FormatName::Pdf => Format::Pdf,
                FormatName::Docx => Format::Docx,
            })
            .collect(),
    };
    let lines = progress::Lines::new(!arguments.quiet);
    match pipeline::build(&request, &lines) {
        Ok(report) => {
            print(&report.warnings);
            if !arguments.quiet {
                println!("{}", table::table(&report));
            }
            ExitCode::SUCCESS
        }
        Err(faults) => {
            print(&faults);
            let errors = faults.len();
            eprintln!("{errors} fault{} found; nothing was written", if errors == 1 { "" } else { "s" });
            exit_code(&faults)
        }
    }
}

fn print(diagnostics: &Diagnostics) {
    for diagnostic in diagnostics.iter() {
        eprintln!("{diagnostic}\n");
    }
}

fn exit_code(faults: &Diagnostics) -> ExitCode {
    let trouble = faults.iter().any(|d| matches!(d.code, Code::OutputUnwritable | Code::Usage));
    ExitCode::from(if trouble { 2 } else { 1 })
}

fn schema(name: Option<&str>) -> ExitCode {
    let Some(name) = name else {
        for (name, file) in study::FILES {
            println!("{name:<16} {file}");
        }
        return ExitCode::SUCCESS;
    };
    match study::schema(name).and_then(|s| serde_json::to_string_pretty(&s).ok()) {
        Some(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        None => {
            eprintln!("there is no schema `{name}`; `esep schema` lists the names");
            ExitCode::from(2)
        }
    }
}
