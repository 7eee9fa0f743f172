//! What changes something: sentences, what is shown, builds.

use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};

use super::findings;
use super::session::Session;
use crate::diag::{Code, Diagnostics, Severity, UiLanguage};
use crate::pipeline::live::LiveStudy;
use crate::pipeline::{Job, Progress, Request, build};
use crate::study::passport::Edition;

/// Other wordings of a sentence of a document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wordings {
    document: String,
    sentence: String,
    /// Empty: the program's own again.
    wordings: Vec<String>,
    /// State of the file when the sentence was read.
    #[serde(default)]
    state: String,
}

/// What the pages show.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    theme: Option<String>,
    edition: Option<EditionName>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum EditionName {
    Customer,
    Public,
}

/// Which deliverables to build; all where none is named.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToBuild {
    deliverables: Vec<String>,
}

/// An answer with its status.
pub type Answer = (u16, Value);

/// What a build would say of other wordings.
pub fn try_wordings(session: &Session, asked: &Wordings, language: UiLanguage) -> Answer {
    with_job(session, &asked.document, |study, job| {
        match study.try_wordings(job, &asked.sentence, &asked.wordings) {
            Ok(doubts) => (200, json!({"findings": findings::plain(&doubts, language)})),
            Err(faults) => (200, json!({"findings": findings::plain(&faults, language)})),
        }
    })
}

/// Writes other wordings into the study.
pub fn say(session: &Session, asked: &Wordings, language: UiLanguage) -> Answer {
    with_job(session, &asked.document, |study, job| {
        match study.say(job, &asked.sentence, &asked.wordings, &asked.state) {
            Ok(saved) => {
                let path = saved.undo.path.clone();
                session.changed(saved.undo);
                let doubts = findings::plain(&saved.warnings, language);
                (200, json!({"path": path, "findings": doubts, "undo": session.changes()}))
            }
            Err(faults) => refusal(&faults, language),
        }
    })
}

/// Takes the last change back.
pub fn take_back(session: &Session, language: UiLanguage) -> Answer {
    let (Some(study), Some(undo)) = (session.study(), session.last_change()) else {
        return (404, json!({"findings": []}));
    };
    match study.take_back(&undo) {
        Ok(()) => (200, json!({"sentence": undo.sentence, "path": undo.path, "undo": session.changes()})),
        Err(faults) => refusal(&faults, language),
    }
}

/// Shows another theme or edition from now on.
pub fn settings(session: &Session, asked: &Settings) -> Answer {
    let edition = asked.edition.map(|name| match name {
        EditionName::Customer => Edition::Customer,
        EditionName::Public => Edition::Public,
    });
    // Of two settings that are made at once each changes its own.
    session.reload(Some(&|before| Request {
        theme: asked.theme.clone().or(before.theme.clone()),
        edition: edition.or(before.edition),
        ..before
    }));
    (200, json!({"version": session.version()}))
}

/// Builds as `esep build` does, on a thread of its own; pages hear of its progress.
pub fn start_build(session: &Arc<Session>, asked: ToBuild, language: UiLanguage) -> Answer {
    if !session.begin_build() {
        return (409, json!({"findings": []}));
    }
    let request = Request { deliverables: asked.deliverables, ..session.request() };
    let session = Arc::clone(session);
    std::thread::spawn(move || {
        session.hub.tell("building", &json!({"done": Value::Null}));
        let told = match build(&request, &Told(&session)) {
            Ok(summary) => {
                let doubts = summary.warnings.iter().filter(|doubt| doubt.severity > Severity::Note);
                let files: Vec<Value> = summary
                    .files
                    .iter()
                    .map(|file| {
                        json!({
                            "name": file.name,
                            "size": file.size,
                            "pages": file.pages,
                            "proven": file.numbers.proven,
                        })
                    })
                    .collect();
                let folder = std::path::absolute(&summary.folder).unwrap_or(summary.folder.clone());
                json!({"folder": folder.display().to_string(), "files": files, "doubts": doubts.count()})
            }
            Err(faults) => json!({"findings": findings::plain(&faults, language)}),
        };
        session.end_build();
        session.hub.tell("built", &told);
    });
    (202, json!({}))
}

struct Told<'s>(&'s Session);

impl Progress for Told<'_> {
    fn document_done(&self, document: &str, elapsed: Duration) {
        self.0.hub.tell("building", &json!({"done": document, "milliseconds": elapsed.as_millis()}));
    }
}

fn with_job(session: &Session, name: &str, act: impl FnOnce(&LiveStudy, &Job) -> Answer) -> Answer {
    let Some(study) = session.study() else { return (404, json!({"findings": []})) };
    match study.job(name) {
        Some(job) => act(&study, job),
        None => (404, json!({"findings": []})),
    }
}

/// 409 for a file that was changed meanwhile, 422 for faults of the words.
fn refusal(faults: &Diagnostics, language: UiLanguage) -> Answer {
    let is_late = faults.iter().any(|fault| fault.code == Code::WordsChangedMeanwhile);
    (if is_late { 409 } else { 422 }, json!({"findings": findings::plain(faults, language)}))
}
