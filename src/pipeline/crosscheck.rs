//! What is shown on a slide or said in a paper stands in the report behind it.

use std::sync::OnceLock;

use super::job::Job;
use super::resolved::Resolved;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::document::PrintedNumbers;

/// A report in which the numbers of other deliverables have to stand.
pub struct Proof {
    /// The report in a language.
    pub job: Job,
    /// What it prints; resolved once for all that it has to prove.
    printed: OnceLock<Result<PrintedNumbers, Diagnostics>>,
}

impl Proof {
    /// A report that is not resolved yet.
    pub fn new(job: Job) -> Self {
        Self { job, printed: OnceLock::new() }
    }

    /// What the report prints; `resolve` is called once.
    ///
    /// # Errors
    /// Faults of the report itself.
    pub fn printed(
        &self,
        resolve: impl FnOnce(&Job) -> Result<Resolved, Diagnostics>,
    ) -> Result<&PrintedNumbers, Diagnostics> {
        let printed = self.printed.get_or_init(|| Ok(resolve(&self.job)?.document.printed_numbers()));
        printed.as_ref().map_err(Clone::clone)
    }
}

/// Numbers of a job's document that its proof lacks, each at its slide or its template.
pub fn unverified(job: &Job, resolved: &Resolved, printed: &PrintedNumbers) -> Diagnostics {
    let template = Location::file(format!("reports/{}/{}.md", job.deliverable, job.language));
    let faults = resolved.document.unverified(printed).into_iter().map(|number| {
        let message = match number.slide {
            Some(slide) => say!("slide-number-unknown", slide = slide, number = number.printed),
            None => say!("paper-number-unknown", number = number.printed),
        };
        let place = number.slide.and_then(|slide| resolved.slide_location(slide)).unwrap_or(&template);
        Diagnostic::new(Code::SlideNumber, message).at(place.clone()).hint(say!("hint-slide-number"))
    });
    faults.collect()
}
