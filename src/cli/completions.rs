//! `esep completions`: what a shell needs to complete the command line.

use std::process::ExitCode;

use super::{help, print};
use esep::diag::UiLanguage;

#[derive(Debug, clap::Args)]
pub struct CompletionsArgs {
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

pub fn run(arguments: &CompletionsArgs, language: UiLanguage) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut help::command(language), "esep", &mut script);
    print(&String::from_utf8_lossy(&script));
    ExitCode::SUCCESS
}
