//! What is shown on a slide or told in a paper stands in the report behind it.

use std::sync::OnceLock;

use super::Job;
use super::assemble::Resolved;
use super::setup::Workshop;
use crate::diag::{Code, Diagnostic, Diagnostics, Place, say};
use crate::document::Stated;

/// A report in which the numbers of other deliverables have to stand.
pub struct Proof {
    pub job: Job,
    /// What it states; resolved once for all that it has to prove.
    stated: OnceLock<Result<Stated, Diagnostics>>,
}

impl Proof {
    pub fn new(job: Job) -> Self {
        Self { job, stated: OnceLock::new() }
    }
}

impl Workshop {
    /// Numbers of a deck or paper that the deliverable named in its settings lacks; a study that does not owe that
    /// deliverable in the same language has nothing to prove them by.
    ///
    /// # Errors
    /// Faults of the report itself.
    pub(super) fn unproven(&self, job: &Job, told: &Resolved) -> Result<Diagnostics, Diagnostics> {
        let report = self.settings.get(&job.deliverable).and_then(|settings| settings.proven_by.as_deref());
        let is_proof =
            |p: &&Proof| Some(p.job.deliverable.as_str()) == report && p.job.language == job.language;
        let Some(proof) = self.proofs.iter().find(is_proof) else { return Ok(Diagnostics::new()) };
        let stated = proof.stated.get_or_init(|| Ok(self.read(&proof.job)?.document.stated()));
        let stated = stated.as_ref().map_err(Clone::clone)?;
        let template = Place::file(format!("reports/{}/{}.md", job.deliverable, job.language));
        let faults = told.document.unproven(stated).into_iter().map(|lacking| {
            let message = match lacking.slide {
                Some(slide) => say!("slide-number-unknown", slide = slide, number = lacking.printed),
                None => say!("paper-number-unknown", number = lacking.printed),
            };
            let place = lacking.slide.and_then(|slide| told.slide_place(slide)).unwrap_or(&template);
            Diagnostic::new(Code::SlideNumber, message).at(place.clone()).hint(say!("hint-slide-number"))
        });
        Ok(faults.collect())
    }
}
