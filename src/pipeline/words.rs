//! The words of a deliverable: for an editor, and which of them a study reaches.

use std::collections::BTreeSet;

use super::build_context::{BuildContext, assets};
use super::cutoffs::StudyFacts;
use super::{Job, Request};
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::study::{self, Thresholds};
use crate::template::{Engine, Entry, Unit, has_sentences, listing, with_sentences};
use crate::workbook;

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
        let (Some(locale), Some(StudyFacts { study, facts })) =
            (self.reports.locale(job), self.cutoffs.of_day(&self.loaded.study, job.cutoff))
        else {
            return Err(Diagnostic::new(Code::Usage, say!("job-not-set-up", name = job.name())).into());
        };
        let mut engine = Engine::new(&self.assets, &job.deliverable, locale, &study.authored, &study.words)?;
        let rendered = engine.render(study, facts, &job.language)?;
        Ok(Account { units: engine.units().to_vec(), said: rendered.said })
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
        study::read(&workbook::open(&request.study)?, &Thresholds::load(&assets)?).study.words
    };
    listing(&assets, deliverable, language, &own)
}
