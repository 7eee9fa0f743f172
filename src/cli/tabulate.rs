//! `esep tabulate`: the answers of a study become its results; or a first codebook is drafted from a file.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;

use super::{failed, human, print, tell};
use esep::diag::{UiLanguage, say};
use esep::pipeline::{DraftRequest, StageSummary, TabulateRequest, draft_codebook, tabulate};
use esep::study::results::Stage;

#[derive(Debug, Clone, Copy, ValueEnum)]
enum StageArg {
    Preliminary,
    Final,
}

#[derive(Debug, clap::Args)]
pub struct TabulateArgs {
    study: PathBuf,
    #[arg(long, value_enum)]
    stage: Option<StageArg>,
    #[arg(long, value_name = "FILE")]
    estimates: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["stage", "estimates"])]
    draft_codebook: Option<PathBuf>,
    #[arg(
        long,
        value_delimiter = ',',
        default_value = "kk,ru",
        value_name = "LANGUAGE",
        requires = "draft_codebook"
    )]
    lang: Vec<String>,
}

pub fn run(arguments: &TabulateArgs, language: UiLanguage) -> ExitCode {
    if let Some(file) = &arguments.draft_codebook {
        return draft(file, arguments, language);
    }
    let request = TabulateRequest {
        study: arguments.study.clone(),
        stage: arguments.stage.map(|stage| match stage {
            StageArg::Preliminary => Stage::Preliminary,
            StageArg::Final => Stage::Final,
        }),
        estimates: arguments.estimates.clone(),
    };
    match tabulate(&request) {
        Ok(summary) => {
            tell(&human::list(summary.warnings.iter(), language, |_| None));
            for stage in &summary.stages {
                print(&account(stage, language));
            }
            ExitCode::SUCCESS
        }
        Err(faults) => failed(&faults, language),
    }
}

fn draft(file: &std::path::Path, arguments: &TabulateArgs, language: UiLanguage) -> ExitCode {
    let request = DraftRequest {
        file: file.to_owned(),
        folder: arguments.study.clone(),
        languages: arguments.lang.clone(),
    };
    match draft_codebook(&request) {
        Ok(made) => {
            let folder = arguments.study.display();
            print(&format!(
                "{}\n",
                say!("draft-made", folder = folder; questions = made.questions).render(language)
            ));
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if made.is_form {
                print(&format!("{}\n", say!("draft-answers-unnamed").render(language)));
            } else if !arguments.study.join(&name).exists() {
                print(&format!("{}\n", say!("draft-answers-elsewhere", file = name).render(language)));
            }
            if !made.left_out.is_empty() {
                let columns = made.left_out.join(", ");
                print(&format!("{}\n", say!("draft-left-out", columns = columns).render(language)));
            }
            ExitCode::SUCCESS
        }
        Err(faults) => failed(&faults, language),
    }
}

/// Cases, weights, design, bases and files of a stage.
fn account(stage: &StageSummary, language: UiLanguage) -> String {
    let own = &stage.account;
    let mark = match language {
        UiLanguage::Kk | UiLanguage::Ru => ",",
        UiLanguage::En => ".",
    };
    let number = |value: f64, decimals: usize| format!("{value:.decimals$}").replace('.', mark);
    let mut lines = vec![
        say!("tabulated-cases", stage = stage.stage.as_str(), rows = own.rows, cases = own.cases),
        say!("tabulated-left-out", other = own.other_stage, unweighted = own.unweighted),
        say!(
            "tabulated-weights",
            sum = number(own.weight_sum, 2),
            least = number(own.weight_range.0, 4),
            greatest = number(own.weight_range.1, 4),
            deff = number(own.deff, 4)
        ),
    ];
    lines.push(match (own.strata, own.clusters) {
        (None, None) => say!("tabulated-kish"),
        (strata, clusters) => say!(
            "tabulated-linearised",
            strata = strata.unwrap_or(1),
            clusters = clusters.unwrap_or(own.cases)
        ),
    });
    let bases = own.bases.iter().map(|base| {
        let people = if base.least == base.greatest {
            base.least.to_string()
        } else {
            format!("{}–{}", base.least, base.greatest)
        };
        say!("tabulated-base", question = base.question, base = people, missing = base.missing)
    });
    lines.extend(bases);
    lines.push(say!("tabulated-written", records = stage.records, files = stage.files.join(", ")));
    // What follows the first line belongs below it.
    let text = lines.iter().map(|line| line.render(language)).collect::<Vec<_>>().join("\n  ");
    text + "\n"
}
