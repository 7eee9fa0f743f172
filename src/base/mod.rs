//! The statistical base: all that the reports rest on, as tables. A workbook for readers, one a language
//! ([`book`]), and a package of data for programs, in all languages at once ([`dataset`]).
//!
//! Both are made of the same [`Facts`] as the reports, after the same suppression and redaction, and numbers are held as
//! the reports print them: rounded once, by the same [`Rounded`](crate::quantity::Rounded). A cell of the base therefore
//! equals the number in the report in every program, also after it was copied or summed, and the base withholds exactly
//! what the report does. Shares before rounding are in the study's own results.
//!
//! What flows: facts → [`sheets`] → [`Book`] → `write::xlsx`; facts → [`tables`] and [`ddi`] → [`Dataset`] →
//! `write::dataset`. Words come from `reports/base/<language>.toml`.

mod ddi;
mod sheets;
mod tables;
mod words;

use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::document::book::Book;
use crate::document::dataset::Dataset;
use crate::facts::Facts;
use crate::locale::Locale;
use crate::study::StudyAsOf;

pub use words::Words;

/// One language of the base.
pub struct Voice<'a> {
    /// How the language prints numbers and dates.
    pub locale: &'a Arc<Locale>,
    /// The base's own words.
    pub words: Words,
}

/// What the base is made of.
pub struct Sources<'a> {
    /// Id of the deliverable.
    pub deliverable: &'a str,
    /// The study as of the cut-off date, redacted for its edition.
    pub study: &'a StudyAsOf,
    /// What follows from it.
    pub facts: &'a Facts,
}

/// The workbook in a language.
///
/// # Errors
/// Where the words of the language lack one.
pub fn book(sources: &Sources<'_>, voice: &Voice<'_>) -> Result<Book, Diagnostic> {
    sheets::book(sources, voice)
}

/// The package of data in all languages; the first one stands where a format has room for one.
///
/// # Errors
/// Where the words of a language lack one.
pub fn dataset(sources: &Sources<'_>, voices: &[Voice<'_>]) -> Result<Dataset, Diagnostic> {
    tables::dataset(sources, voices)
}
