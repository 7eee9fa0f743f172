//! The languages of a deliverable declare the same: headings, figures, tables, numbers, references, signs
//! of uncertainty, block by block.

use super::job::Job;
use super::resolved::ResolvedDocument;
use crate::diag::{Code, Diagnostic, Location, Message, say};
use crate::document::OutlineEntry;
use crate::template::Spoken;

/// What a document declares, and the sentences that say it.
#[derive(Debug, Clone)]
pub struct Declared {
    job: Job,
    outline: Vec<OutlineEntry>,
    spoken: Vec<Spoken>,
}

impl Declared {
    /// What a resolved document declares.
    pub fn of(job: &Job, resolved: &ResolvedDocument) -> Self {
        let ResolvedDocument { outline, spoken, .. } = resolved;
        Self { job: job.clone(), outline: outline.clone(), spoken: spoken.clone() }
    }
}

/// Differences between the documents of each deliverable; the first language is the measure.
pub fn differences<'d>(all: impl IntoIterator<Item = &'d Declared>) -> Vec<Diagnostic> {
    let mut seen: Vec<&Declared> = Vec::new();
    let mut found = Vec::new();
    for own in all {
        let measure = seen.iter().find(|other| other.job.deliverable == own.job.deliverable);
        found.extend(measure.and_then(|measure| difference(measure, own)));
        seen.push(own);
    }
    found
}

/// The first difference: what follows is often its consequence.
fn difference(first: &Declared, second: &Declared) -> Option<Diagnostic> {
    let longest = first.outline.len().max(second.outline.len());
    let at = (0..longest).find(|at| first.outline.get(*at) != second.outline.get(*at))?;
    let (one, other) = (first.outline.get(at), second.outline.get(at));
    let message = say!(
        "languages-differ",
        label = one.or(other).map(|entry| entry.label.clone()).unwrap_or_default(),
        first = first.job.name(),
        second = second.job.name()
    );
    let message = message.with_message("one", block(one)).with_message("other", block(other));
    let place = said_at(first, (one, other)).or_else(|| said_at(second, (other, one)));
    let place = place.unwrap_or_else(|| {
        Location::file(format!("reports/{}/{}.md", second.job.deliverable, second.job.language))
    });
    Some(Diagnostic::new(Code::LanguagesDiffer, message).at(place).hint(say!("hint-languages-differ")))
}

/// The sentence of a document with a number that the other language lacks.
fn said_at(
    own: &Declared,
    (entry, other): (Option<&OutlineEntry>, Option<&OutlineEntry>),
) -> Option<Location> {
    let numerals =
        |entry: Option<&OutlineEntry>| entry.map(|entry| entry.numerals.clone()).unwrap_or_default();
    let other = numerals(other);
    let surplus = numerals(entry).into_iter().find(|numeral| !other.contains(numeral))?;
    let has_it = |said: &&Spoken| {
        let mut words = said.words.split(|c: char| !c.is_ascii_digit());
        words.any(|word| word == surplus)
    };
    let said = own.spoken.iter().find(has_it)?;
    Some(Location::line(&said.file, said.line))
}

/// A block with what it declares, in words.
fn block(entry: Option<&OutlineEntry>) -> Message {
    let Some(entry) = entry else { return say!("outline-nothing") };
    match entry.values() {
        values if values.is_empty() => kind(entry.kind),
        values => say!("outline-block", values = values.join(" ")).with_message("kind", kind(entry.kind)),
    }
}

fn kind(kind: &str) -> Message {
    match kind {
        "bibliography" => say!("outline-bibliography"),
        "callout" => say!("outline-callout"),
        "contents" => say!("outline-contents"),
        "figure" => say!("outline-figure"),
        "formula" => say!("outline-formula"),
        "heading" => say!("outline-heading"),
        "list" => say!("outline-list"),
        "notes" => say!("outline-notes"),
        "numbers" => say!("outline-numbers"),
        "quote" => say!("outline-quote"),
        "row" => say!("outline-row"),
        "slide" => say!("outline-slide"),
        "table" => say!("outline-table"),
        _ => say!("outline-paragraph"),
    }
}
