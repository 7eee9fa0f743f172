//! What is shown on a slide or said in a paper stands in the report behind it.

use std::sync::OnceLock;

use super::job::Job;
use super::resolved::ResolvedDocument;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::document::PrintedNumbers;

/// A report in which the numbers of other deliverables have to stand.
pub struct ProvingReport {
    /// The report.
    pub job: Job,
    /// What it prints; resolved once for all that it has to prove.
    printed: OnceLock<Result<PrintedNumbers, Diagnostics>>,
}

impl ProvingReport {
    /// A report that is not resolved yet.
    pub fn new(job: Job) -> Self {
        Self { job, printed: OnceLock::new() }
    }

    /// Keeps what the report prints where it is one of the documents of the run and has been resolved for itself.
    pub fn keep(&self, job: &Job, resolved: &ResolvedDocument) {
        let is_it = self.job.name() == job.name()
            && self.job.cutoff == job.cutoff
            && self.job.presented_at == job.presented_at;
        if is_it && self.printed.get().is_none() {
            // Another document may have had it resolved in the meantime: that is the same.
            let _ = self.printed.set(Ok(resolved.document.printed_numbers()));
        }
    }

    /// Faults of the numbers of a deck or paper that the report lacks; `resolve` resolves the report where that has
    /// not been done.
    ///
    /// # Errors
    /// Faults of the report itself.
    pub fn faults(
        &self,
        job: &Job,
        resolved: &ResolvedDocument,
        resolve: impl FnOnce(&Job) -> Result<ResolvedDocument, Diagnostics>,
    ) -> Result<Diagnostics, Diagnostics> {
        let printed = self.printed.get_or_init(|| Ok(resolve(&self.job)?.document.printed_numbers()));
        let printed = printed.as_ref().map_err(Clone::clone)?;
        let template = Location::file(format!("reports/{}/{}.md", job.deliverable, job.language));
        let faults = resolved.document.unverified(printed).into_iter().map(|lacking| {
            let message = match lacking.slide {
                Some(slide) => say!("slide-number-unknown", slide = slide, number = lacking.printed),
                None => say!("paper-number-unknown", number = lacking.printed),
            };
            let place = lacking.slide.and_then(|slide| resolved.slide_location(slide)).unwrap_or(&template);
            Diagnostic::new(Code::SlideNumber, message).at(place.clone()).hint(say!("hint-slide-number"))
        });
        Ok(faults.collect())
    }
}
