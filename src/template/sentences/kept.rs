//! Sentences of a deliverable that were prepared before: one run resolves a report for itself and for what its numbers
//! are proven by, and a programme, a page that is served and the tests do so many times over. What is kept is taken
//! only for the very same words, and one language of a deliverable keeps its latest state.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Prepared, Scrutiny, prepare};
use crate::diag::Diagnostics;
use crate::locale::Locale;
use crate::source::Assets;
use crate::study::words::Words;

/// What was prepared, by deliverable and language.
static KEPT: Mutex<BTreeMap<(String, String), Kept>> = Mutex::new(BTreeMap::new());

struct Kept {
    /// Digest of the locale's files.
    locale: String,
    /// The study's own words.
    words: Vec<Words>,
    prepared: Arc<Prepared>,
}

fn kept() -> MutexGuard<'static, BTreeMap<(String, String), Kept>> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// As [`prepare`], or what it gave for the same words; a user's own templates may change at any time and are read anew.
///
/// # Errors
/// Those of [`prepare`].
pub fn prepared(
    assets: &Assets,
    report: &str,
    locale: &Locale,
    words: &[Words],
) -> Result<Arc<Prepared>, Diagnostics> {
    if !assets.is_program_own() {
        return prepare(assets, report, locale, words, Scrutiny::All).map(Arc::new);
    }
    // A study may have rules of its own for the words of a language.
    let scrutiny = if locale.is_program_own() { Scrutiny::Others } else { Scrutiny::All };
    let key = (report.to_owned(), locale.language().to_owned());
    let is_same = |kept: &&Kept| kept.locale == locale.digest() && kept.words == words;
    if let Some(same) = kept().get(&key).filter(is_same) {
        return Ok(Arc::clone(&same.prepared));
    }
    let prepared = Arc::new(prepare(assets, report, locale, words, scrutiny)?);
    let (locale, words) = (locale.digest().to_owned(), words.to_vec());
    kept().insert(key, Kept { locale, words, prepared: Arc::clone(&prepared) });
    Ok(prepared)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::prepared;
    use crate::locale::Locale;
    use crate::source::Assets;
    use crate::study::words::Words;

    #[test]
    fn the_same_words_are_prepared_once_and_others_anew() {
        let assets = Assets::embedded();
        let locale = Locale::load(&assets, "ru").unwrap_or_else(|f| panic!("{f:?}"));
        let of = |words: &[Words]| {
            prepared(&assets, "attendance", &locale, words).unwrap_or_else(|f| panic!("{f:?}"))
        };
        let first = of(&[]);
        assert!(Arc::ptr_eq(&first, &of(&[])));
        let name = "attendance.ru.md";
        let mut own = Words::named(name).unwrap_or_else(|| panic!("{name}"));
        own.text = "## no-such-sentence\nТекст.\n".to_owned();
        assert!(prepared(&assets, "attendance", &locale, &[own]).is_err());
        assert!(Arc::ptr_eq(&first, &of(&[])));
    }
}
