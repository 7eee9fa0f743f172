//! The words of a deliverable: for an editor, and which of them a study reaches.

use std::collections::BTreeSet;

use super::build_context::{BuildContext, assets};
use super::{Job, Request};
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::facts::Facts;
use crate::source::Folder;
use crate::study;
use crate::template::{Engine, Entry, Unit, has_sentences, listing, with_sentences};

/// What of a deliverable's sentences a study reaches.
#[derive(Debug)]
pub struct Account {
    /// Every wording and branch that can be printed.
    pub units: Vec<Unit>,
    /// Those that the study's document holds.
    pub said: BTreeSet<Unit>,
}

impl BuildContext {
    /// Which wordings and branches of its sentences a document holds.
    ///
    /// # Errors
    /// Faults of structure and sentences.
    pub fn account(&self, job: &Job) -> Result<Account, Diagnostics> {
        let engine = self.engine(job)?;
        let study = &self.loaded.study;
        let rendered = engine.render(study, &Facts::new(study, job.cutoff), &job.language)?;
        Ok(Account { units: engine.units().to_vec(), said: rendered.said })
    }

    fn engine(&self, job: &Job) -> Result<Engine, Diagnostics> {
        let locale = self.locales.get(&(job.deliverable.clone(), job.language.clone()));
        let Some(locale) = locale else {
            return Err(Diagnostic::new(Code::Usage, say!("job-not-set-up", name = job.name())).into());
        };
        let study = &self.loaded.study;
        Engine::new(&self.assets, &job.deliverable, locale, &study.authored, &study.words)
    }
}

/// The sentences of a deliverable in a language, with those of the request's study and templates in their places.
///
/// # Errors
/// A deliverable without sentences in the language; files that cannot be read.
pub fn words(request: &Request, deliverable: &str, language: &str) -> Result<Vec<Entry>, Diagnostics> {
    let assets = assets(request)?;
    if !has_sentences(&assets, deliverable, language) {
        let known = with_sentences(&assets).join(", ");
        let message = say!("words-unknown", deliverable = deliverable, language = language);
        let fault = Diagnostic::new(Code::Usage, message);
        return Err(fault.hint(say!("hint-words-unknown", names = known)).into());
    }
    let own = if request.study.as_os_str().is_empty() {
        Vec::new()
    } else {
        study::read(&Folder::open(&request.study)?).study.words
    };
    listing(&assets, deliverable, language, &own)
}
