//! The gallery: every kind of chart with every hard case, in made-up figures, for the eye and for tests.
//!
//! Each kind offers its own cases; here they get their titles. Words of the charts stand in
//! `templates/gallery/<language>.toml`, names of the kinds in the locale file.

#[cfg(test)]
pub(crate) mod tests;

use crate::chart::{Chart, SpecimenMaker, SpecimenWords};
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::locale::Locale;
use crate::source::Assets;

/// One chart of the gallery.
#[derive(Debug, Clone)]
pub struct Specimen {
    /// `bars`, `likert`, …
    pub kind: &'static str,
    /// `usual`, `sixty`, …
    pub case: &'static str,
    /// Kind and case in the gallery's language.
    pub title: String,
    /// The chart.
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
    let words = SpecimenWords::load(assets, language)?;
    Ok((words.title, words.note))
}

/// All specimens in a language, kind by kind.
///
/// # Errors
/// The language has no words, or faulty ones.
pub fn specimens(assets: &Assets, locale: &Locale) -> Result<Vec<Specimen>, Diagnostics> {
    let words = SpecimenWords::load(assets, locale.language())?;
    let charts = Chart::specimens(&SpecimenMaker { words: &words, locale }).into_iter();
    let titled = charts.map(|(kind, case, chart)| {
        let name = locale.word(&format!("chart_{kind}"))?;
        let title = format!("{name}: {}", case_name(&words, case, locale.language())?);
        Ok(Specimen { kind, case, title, chart })
    });
    titled.collect::<Result<Vec<Specimen>, Diagnostic>>().map_err(Diagnostics::from)
}

fn case_name<'w>(words: &'w SpecimenWords, case: &str, language: &str) -> Result<&'w str, Diagnostic> {
    words.cases.get(case).map(String::as_str).ok_or_else(|| {
        Diagnostic::new(Code::LocaleKey, say!("locale-key-missing", key = case, table = "cases"))
            .at(Location::file(format!("gallery/{language}.toml")))
            .hint(say!("hint-locale-key", key = case, table = "cases"))
    })
}
