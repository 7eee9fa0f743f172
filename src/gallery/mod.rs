//! The gallery: every kind of chart with every hard case, in made-up figures, for the eye and for tests.
//!
//! Words stand in `templates/gallery/<language>.toml`, figures follow from their place in a row.

#[cfg(test)]
mod native_tests;
mod places;
mod rows;
mod specimen;
#[cfg(test)]
mod tests;
mod time;
mod words;

use std::sync::Arc;

use crate::diag::{Diagnostic, Diagnostics};
use crate::document::chart::Chart;
use crate::locale::Locale;
use crate::source::Assets;
use specimen::Specimens;
use words::Words;

/// One chart of the gallery.
#[derive(Debug, Clone)]
pub struct Specimen {
    /// `bars`, `likert`, …
    pub kind: &'static str,
    /// `usual`, `sixty`, …
    pub case: &'static str,
    /// Kind and case in the gallery's language.
    pub title: String,
    pub chart: Chart,
}

/// Languages that the gallery speaks.
pub fn languages(assets: &Assets) -> Vec<String> {
    let files = assets.files("gallery", "toml");
    files.into_iter().filter_map(|name| Some(name.strip_suffix(".toml")?.to_owned())).collect()
}

/// Title of the gallery in a language, and the note under each chart.
///
/// # Errors
/// The language has no words, or faulty ones.
pub fn heading(assets: &Assets, language: &str) -> Result<(String, String), Diagnostics> {
    let words = Words::load(assets, language)?;
    Ok((words.title, words.note))
}

/// All specimens in a language, kind by kind.
///
/// # Errors
/// The language has no words, or faulty ones.
pub fn specimens(assets: &Assets, locale: &Arc<Locale>) -> Result<Vec<Specimen>, Diagnostics> {
    let words = Words::load(assets, locale.language())?;
    let maker = Specimens { words: &words, locale };
    let mut found = Vec::new();
    found.extend(maker.rows());
    found.extend(maker.places());
    found.extend(maker.time());
    let titled = found.into_iter().map(|(kind, case, chart)| maker.titled(kind, case, chart));
    titled.collect::<Result<Vec<Specimen>, Diagnostic>>().map_err(Diagnostics::from)
}
