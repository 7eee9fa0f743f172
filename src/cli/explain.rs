//! `esep explain`: the reason behind a code, and how to satisfy it.

use std::process::ExitCode;

use super::{print, usage};
use esep::diag::{ALL, Catalogue, Code, Diagnostic, UiLanguage, say};
use esep::study::Thresholds;

#[derive(Debug, clap::Args)]
pub struct ExplainArgs {
    code: Option<String>,
}

pub fn run(arguments: &ExplainArgs, language: UiLanguage) -> ExitCode {
    let places = Thresholds::embedded().printed(language);
    let text = |code: Code, attribute| {
        Catalogue::of(language).text_with(code.as_str(), attribute, &places).unwrap_or_default()
    };
    let Some(wanted) = &arguments.code else {
        print(&ALL.iter().map(|code| format!("{code}  {}\n", text(*code, None))).collect::<String>());
        return ExitCode::SUCCESS;
    };
    let Some(code) = ALL.iter().copied().find(|c| c.as_str().eq_ignore_ascii_case(wanted)) else {
        let fault = Diagnostic::new(Code::Usage, say!("code-unknown", code = wanted));
        return usage(&fault.hint(say!("hint-code-unknown")), language);
    };
    let (why, fix) = (say!("why").render(language), say!("what-to-do").render(language));
    print(&format!(
        "{code}  {}\n\n{why}\n{}\n{fix}\n{}",
        text(code, None),
        wrapped(&text(code, Some("why"))),
        wrapped(&text(code, Some("fix")))
    ));
    ExitCode::SUCCESS
}

/// Lines of at most 92 characters, indented by two; words are not broken.
fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let full =
            lines.last().is_some_and(|l| !l.is_empty() && l.chars().count() + word.chars().count() >= 92);
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.iter().map(|line| format!("  {line}\n")).collect()
}
