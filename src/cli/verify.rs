//! `esep verify`: whether every number of finished files is the one that was proven.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{human, print};
use esep::diag::{Diagnostics, UiLanguage, say};
use esep::pipeline::{Request, VerifiedFile, verify_file};
use serde_json::{Value, json};

#[derive(Debug, clap::Args)]
pub struct VerifyArgs {
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "FOLDER")]
    study: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = super::TextFormat::Human)]
    format: super::TextFormat,
    #[arg(long, value_name = "FOLDER")]
    templates: Option<PathBuf>,
}

/// Ends with 1 where one of the files is not proven.
pub fn run(arguments: &VerifyArgs, language: UiLanguage) -> ExitCode {
    let templates = Request { templates: arguments.templates.clone(), ..Request::default() };
    let study = arguments.study.clone().map(|study| Request { study, ..templates.clone() });
    let mut all = Vec::new();
    let mut is_proven = true;
    let mut text = String::new();
    for path in &arguments.files {
        let shown = path.display().to_string();
        match verify_file(path, study.as_ref(), &templates) {
            Ok(file) => {
                is_proven &= !file.verification.faults.has_errors();
                text.push_str(&told(&shown, &file, language));
                all.push(object(&shown, &file, language));
            }
            Err(faults) => {
                is_proven = false;
                text.push_str(&human::list(faults.iter(), language, |_| None));
                all.push(
                    json!({"file": shown, "proven": false, "diagnostics": diagnostics(&faults, language)}),
                );
            }
        }
    }
    print(&match arguments.format {
        super::TextFormat::Human => text,
        super::TextFormat::Json => format!("{:#}\n", json!({ "files": all })),
    });
    ExitCode::from(u8::from(!is_proven))
}

fn told(shown: &str, file: &VerifiedFile, language: UiLanguage) -> String {
    let found = &file.verification;
    let mut text = human::list(found.faults.iter(), language, |_| None);
    let (read, proven, allowed) = (found.read, found.proven, found.allowed);
    let line = if found.faults.has_errors() {
        say!("verify-unproven", file = shown, read = read, proven = proven, allowed = allowed)
    } else {
        say!("verify-proven", file = shown, read = read, proven = proven, allowed = allowed)
    };
    text.push_str(&format!("{}\n", line.render(language)));
    if file.is_current == Some(true) {
        text.push_str(&format!("{}\n", say!("verify-state-same", file = shown).render(language)));
    }
    text
}

fn object(shown: &str, file: &VerifiedFile, language: UiLanguage) -> Value {
    let found = &file.verification;
    json!({
        "file": shown,
        "proven": !found.faults.has_errors(),
        "numbers": {"read": found.read, "proven": found.proven, "allowed": found.allowed},
        "current": file.is_current,
        "diagnostics": diagnostics(&found.faults, language),
    })
}

fn diagnostics(faults: &Diagnostics, language: UiLanguage) -> Value {
    super::json::all(faults, language)
}
