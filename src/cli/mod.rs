//! The command line: arguments, progress, printing, exit codes. Only this room prints, and it uses no more of the
//! library than any other program can.

mod build;
mod check;
mod completions;
mod convert;
mod early;
mod explain;
mod gallery;
mod guide;
mod help;
mod human;
mod json;
mod licences;
mod man;
mod new;
mod programme;
mod progress;
mod review;
mod sarif;
mod schema;
mod serve;
mod table;
mod tabulate;
mod terms;
mod trace;
mod usage;
mod verify;
mod words;

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::OnceLock;

use clap::error::ErrorKind;
use clap::{ArgAction, FromArgMatches, Parser, Subcommand, ValueEnum};

use esep::diag::{Code, Diagnostic, Diagnostics, Message, UiLanguage, of_io, say};
use esep::study::passport::Edition;

#[derive(Debug, Parser)]
#[command(
    name = "esep",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    #[arg(long, global = true, value_enum, value_name = "LANGUAGE")]
    ui_lang: Option<UiLanguageArg>,
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = ColourArg::Auto)]
    color: ColourArg,
    #[arg(long, short, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
enum Command {
    New(new::NewArgs),
    Check(check::CheckArgs),
    Build(build::BuildArgs),
    Serve(serve::ServeArgs),
    Convert(convert::ConvertArgs),
    Tabulate(tabulate::TabulateArgs),
    Review(review::ReviewArgs),
    Verify(verify::VerifyArgs),
    Trace(trace::TraceArgs),
    Explain(explain::ExplainArgs),
    Gallery(gallery::GalleryArgs),
    Guide(guide::GuideArgs),
    Schema(schema::SchemaArgs),
    Words(words::WordsArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
    Licences(licences::LicencesArgs),
    Help(HelpArgs),
}

#[derive(Debug, clap::Args)]
struct HelpArgs {
    command: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum UiLanguageArg {
    Kk,
    Ru,
    En,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ColourArg {
    Auto,
    Always,
    Never,
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
    early::set_colours();
    let language = early::language();
    let code = asked(language);
    match LOST.get() {
        Some(why) => {
            let message = say!("build-output-unwritable", path = "stdout").because(why.clone());
            usage(&Diagnostic::new(Code::OutputUnwritable, message), language)
        }
        None => code,
    }
}

fn asked(language: UiLanguage) -> ExitCode {
    let given: Vec<_> = std::env::args_os().skip(1).collect();
    if let Some(dropped) = serve::without_command(&given) {
        return serve::run(dropped, language);
    }
    let mut command = help::command(language);
    let parsed = command.clone().try_get_matches().and_then(|matches| Arguments::from_arg_matches(&matches));
    match parsed {
        Ok(arguments) => carry_out(arguments.command, &mut command, language),
        Err(refused) if matches!(refused.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            print(&refused.render().ansi().to_string());
            ExitCode::SUCCESS
        }
        Err(refused) if refused.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            tell(&refused.render().ansi().to_string());
            ExitCode::from(2)
        }
        Err(refused) => usage(&usage::fault(&refused, &command), language),
    }
}

fn carry_out(asked: Command, command: &mut clap::Command, language: UiLanguage) -> ExitCode {
    match asked {
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
        Command::Guide(arguments) => guide::run(&arguments, language),
        Command::Schema(arguments) => schema::run(&arguments, language),
        Command::Words(arguments) => words::run(&arguments, language),
        Command::Completions(arguments) => completions::run(&arguments, language),
        Command::Man(arguments) => man::run(&arguments, language),
        Command::Licences(arguments) => licences::run(&arguments),
        Command::Help(arguments) => show_help(arguments.command.as_deref(), command, language),
    }
}

fn show_help(wanted: Option<&str>, command: &mut clap::Command, language: UiLanguage) -> ExitCode {
    let shown = match wanted {
        None => Some(command),
        Some(name) => command.find_subcommand_mut(name),
    };
    match shown {
        Some(shown) => {
            print(&shown.render_long_help().ansi().to_string());
            ExitCode::SUCCESS
        }
        None => {
            let given = wanted.unwrap_or_default();
            let fault = Diagnostic::new(Code::Usage, say!("usage-command-unknown", given = given));
            usage(&fault.hint(say!("hint-usage-help", command = "esep")), language)
        }
    }
}

/// 2 where the command itself could not be carried out, 1 where study or templates are at fault.
fn exit_code(faults: &Diagnostics) -> ExitCode {
    let trouble = faults.iter().any(|d| matches!(d.code, Code::OutputUnwritable | Code::Usage));
    ExitCode::from(if trouble { 2 } else { 1 })
}

/// Tells what was found to be wrong, and ends with the code that it asks for.
fn failed(faults: &Diagnostics, language: UiLanguage) -> ExitCode {
    tell(&human::list(faults.iter(), language, |_| None));
    exit_code(faults)
}

/// Tells a fault of usage; the exit code is 2.
fn usage(fault: &Diagnostic, language: UiLanguage) -> ExitCode {
    tell(&human::list(std::iter::once(fault), language, |_| None));
    ExitCode::from(2)
}

/// Why something that was to be printed is lost.
static LOST: OnceLock<Message> = OnceLock::new();

/// Writes to standard output; a reader that went away, as `head` does, is no fault, a full disk is. Colours go to
/// terminals only.
fn print(text: &str) {
    let mut out = anstream::stdout();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    if let Err(error) = written
        && !is_reader_gone(&error)
    {
        LOST.get_or_init(|| of_io(&error));
    }
}

/// Whether the other end of a pipe was closed; Windows has a second code for it (`ERROR_PIPE_NOT_CONNECTED`).
fn is_reader_gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe || cfg!(windows) && error.raw_os_error() == Some(233)
}

/// Writes to standard error.
fn tell(text: &str) {
    drop(anstream::stderr().write_all(text.as_bytes()));
}
