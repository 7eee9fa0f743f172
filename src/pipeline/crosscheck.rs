//! What is shown on a slide or told in a paper stands in the report behind it.

use std::sync::OnceLock;

use super::Job;
use super::assemble::Resolved;
use super::build_context::BuildContext;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::document::PrintedNumbers;

/// A report in which the numbers of other deliverables have to stand.
pub struct Proof {
    pub job: Job,
    /// What it states; resolved once for all that it has to prove.
    stated: OnceLock<Result<PrintedNumbers, Diagnostics>>,
}

impl Proof {
    pub fn new(job: Job) -> Self {
        Self { job, stated: OnceLock::new() }
    }
}

impl BuildContext {
    /// Numbers of a deck or paper that the deliverable named in its settings lacks; a study that does not owe that
    /// deliverable in the same language has nothing to prove them by.
    ///
    /// # Errors
    /// Faults of the report itself.
    pub(super) fn unverified(&self, job: &Job, told: &Resolved) -> Result<Diagnostics, Diagnostics> {
        let report = self.settings.get(&job.deliverable).and_then(|settings| settings.proven_by.as_deref());
        let is_proof =
            |p: &&Proof| Some(p.job.deliverable.as_str()) == report && p.job.language == job.language;
        let Some(proof) = self.proofs.iter().find(is_proof) else { return Ok(Diagnostics::new()) };
        let stated = proof.stated.get_or_init(|| Ok(self.read(&proof.job)?.document.printed_numbers()));
        let stated = stated.as_ref().map_err(Clone::clone)?;
        let template = Location::file(format!("reports/{}/{}.md", job.deliverable, job.language));
        let faults = told.document.unverified(stated).into_iter().map(|lacking| {
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
