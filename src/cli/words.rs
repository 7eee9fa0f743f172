//! `esep words`: the sentences of a deliverable, for an editor. What is printed is itself a file of sentences: it can be
//! kept as `words/<deliverable>.<language>.md` of a study, shortened to the sentences that are to differ.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{failed, print};
use esep::diag::{Catalogue, UiLanguage, say};
use esep::pipeline::{Entry, Keys, LOCALE, Request, THEME, settings, words};

#[derive(Debug, clap::Args)]
pub struct WordsArgs {
    deliverable: String,
    #[arg(long, default_value = "", hide_default_value = true, value_name = "LANGUAGE")]
    lang: String,
    #[arg(long, value_name = "FOLDER")]
    study: Option<PathBuf>,
    #[arg(long, value_name = "FOLDER")]
    templates: Option<PathBuf>,
    #[arg(long)]
    changed: bool,
}

pub fn run(arguments: &WordsArgs, language: UiLanguage) -> ExitCode {
    let request = Request {
        study: arguments.study.clone().unwrap_or_default(),
        templates: arguments.templates.clone(),
        ..Request::default()
    };
    if matches!(arguments.deliverable.as_str(), LOCALE | THEME) {
        return settings_of(&request, arguments, language);
    }
    match words(&request, &arguments.deliverable, &arguments.lang) {
        Ok(entries) => {
            let shown = entries.iter().filter(|entry| !arguments.changed || entry.is_changed);
            print(&page(&shown.collect::<Vec<_>>(), language));
            ExitCode::SUCCESS
        }
        Err(faults) => failed(&faults, language),
    }
}

/// The settings as they stand, each layer below its path; only what is not the program's, where that is asked for.
fn settings_of(request: &Request, arguments: &WordsArgs, language: UiLanguage) -> ExitCode {
    match settings(request, &arguments.deliverable, &arguments.lang) {
        Ok(layers) => {
            let shown = layers.iter().filter(|layer| !arguments.changed || layer.keys != Keys::Free);
            let texts = shown.map(|layer| format!("# {}\n{}\n", layer.path, layer.text.trim_end()));
            print(&texts.collect::<Vec<_>>().join("\n"));
            ExitCode::SUCCESS
        }
        Err(faults) => failed(&faults, language),
    }
}

/// The sentences under the headings of their sections, each below a remark that says what it prints.
fn page(entries: &[&Entry], language: UiLanguage) -> String {
    let catalogue = Catalogue::of(language);
    let mut text = String::new();
    let mut section = None;
    for entry in entries {
        let sentence = &entry.sentence;
        if section != Some(&sentence.section) {
            text.push_str(&format!("# {}\n\n", sentence.section));
            section = Some(&sentence.section);
        }
        text.push_str(&format!("## {}\n", sentence.name));
        let data = if entry.data.is_empty() { "–".to_owned() } else { entry.data.join(", ") };
        let said =
            say!("words-context", n = entry.places, data = data, file = sentence.file, line = sentence.line);
        text.push_str(&format!("{{# {} #}}\n", catalogue.format(&said)));
        for (index, wording) in sentence.wordings.iter().enumerate() {
            if index > 0 {
                text.push_str("\nor:\n\n");
            }
            text.push_str(&format!("{}\n", wording.text));
        }
        for wording in entry.replaced.iter().flat_map(|s| &s.wordings) {
            let own = say!("words-replaced", text = wording.text);
            text.push_str(&format!("{{# {} #}}\n", catalogue.format(&own)));
        }
        text.push('\n');
    }
    text
}
