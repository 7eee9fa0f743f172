//! `esep build PROGRAMME`: all studies of a folder, and what their owner has to know.

use std::process::ExitCode;

use super::{failed, human, print, tell};
use esep::diag::{UiLanguage, say};
use esep::pipeline::{ProgrammeRequest, ProgrammeSummary, StudyOutcome, build_programme};

/// Ends with 1 where a study is at fault, with 2 where files cannot be written or there is no such programme.
pub fn run(request: &ProgrammeRequest, is_quiet: bool) -> ExitCode {
    let language = request.language;
    let done = |outcome: &StudyOutcome| {
        if let Err(faults) = &outcome.built {
            tell(&format!("{}:\n{}", outcome.study, human::list(faults.iter(), language, |_| None)));
        } else if !is_quiet {
            tell(&format!("  {:<24} {:>7} ms\n", outcome.study, outcome.elapsed.as_millis()));
        }
    };
    match build_programme(request, &done) {
        Ok(summary) => {
            if !is_quiet {
                print(&table(&summary, language));
            }
            match (summary.count("unwritten"), summary.count("faulty")) {
                (0, 0) => ExitCode::SUCCESS,
                (0, _) => ExitCode::from(1),
                _ => ExitCode::from(2),
            }
        }
        Err(faults) => failed(&faults, language),
    }
}

/// A line a study, then the sums.
fn table(summary: &ProgrammeSummary, language: UiLanguage) -> String {
    let width = summary.studies.iter().map(|outcome| outcome.study.chars().count()).max().unwrap_or_default();
    let mut out = String::new();
    for outcome in &summary.studies {
        let state = match outcome.state() {
            "built" => say!("study-built"),
            "unchanged" => say!("study-unchanged"),
            _ => say!("study-faulty"),
        };
        let told = say!("study-line", state = state.render(language), doubts = outcome.doubts());
        let missed = outcome.missed();
        let missed = match missed.is_empty() {
            true => String::new(),
            false => say!("study-missed", terms = missed.join(", ")).render(language),
        };
        let line = format!("{:<width$}  {} {missed}", outcome.study, told.render(language));
        out.push_str(line.trim_end());
        out.push('\n');
    }
    let faulty = summary.count("faulty") + summary.count("unwritten");
    let closing = say!(
        "programme-closing",
        all = summary.studies.len(),
        built = summary.count("built"),
        unchanged = summary.count("unchanged"),
        faulty = faulty,
        folder = summary.folder.display()
    );
    out.push_str(&closing.render(language));
    out.push('\n');
    out
}
