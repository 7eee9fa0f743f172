//! What is shown on a slide stands in the report behind it.

use super::Job;
use super::setup::Workshop;
use crate::diag::{Code, Diagnostic, Diagnostics, Place, say};
use crate::document::Document;

impl Workshop {
    /// Numbers of a deck that the deliverable named in its settings lacks; a study that does not owe that
    /// deliverable in the deck's language has nothing to prove them by.
    ///
    /// # Errors
    /// Faults of the report itself.
    pub(super) fn unproven(&self, job: &Job, deck: &Document) -> Result<Diagnostics, Diagnostics> {
        let report = self.settings.get(&job.deliverable).and_then(|settings| settings.proven_by.as_deref());
        let Some(proof) = report
            .and_then(|id| self.proofs.iter().find(|p| p.deliverable == id && p.language == job.language))
        else {
            return Ok(Diagnostics::new());
        };
        let (report, _) = self.resolved(proof)?;
        let place = Place::file(format!("reports/{}/{}.md", job.deliverable, job.language));
        let faults = deck.unproven(&report.stated()).into_iter().map(|lacking| {
            let message = say!("slide-number-unknown", slide = lacking.slide, number = lacking.printed);
            Diagnostic::new(Code::SlideNumber, message).at(place.clone()).hint(say!("hint-slide-number"))
        });
        Ok(faults.collect())
    }
}
