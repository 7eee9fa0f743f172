//! The languages of a deliverable declare the same: headings, figures, tables, numbers, references, signs
//! of uncertainty, block by block.

use super::job::Job;
use crate::diag::{Code, Diagnostic, Location, say};
use crate::document::OutlineEntry;

/// Differences between the documents of each deliverable; the first language is the measure.
pub fn differences(outlines: &[(Job, Vec<OutlineEntry>)]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (at, (job, outline)) in outlines.iter().enumerate() {
        let earlier = outlines[..at].iter().find(|(other, _)| other.deliverable == job.deliverable);
        if let Some((first, measure)) = earlier {
            found.extend(difference(first, measure, job, outline));
        }
    }
    found
}

/// The first difference: what follows is often its consequence.
fn difference(
    first: &Job,
    measure: &[OutlineEntry],
    job: &Job,
    outline: &[OutlineEntry],
) -> Option<Diagnostic> {
    let longest = measure.len().max(outline.len());
    let at = (0..longest).find(|i| measure.get(*i) != outline.get(*i))?;
    let shown = |entry: Option<&OutlineEntry>| entry.map_or_else(|| "–".to_owned(), ToString::to_string);
    let message = say!(
        "languages-differ",
        first = first.name(),
        one = shown(measure.get(at)),
        second = job.name(),
        other = shown(outline.get(at))
    );
    let place = Location::file(format!("reports/{}/{}.md", job.deliverable, job.language));
    Some(Diagnostic::new(Code::LanguagesDiffer, message).at(place).hint(say!("hint-languages-differ")))
}
