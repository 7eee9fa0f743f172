//! Templates of a deliverable that were read before: one run resolves a report for itself and for what its numbers are
//! proven by, and a programme, a page that is served and the tests do so many times over. What is kept is taken only
//! for the very same words; of one language of a deliverable the latest states are.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::loaded::Parsed;
use super::sentences::{Scrutiny, prepare};
use crate::diag::Diagnostics;
use crate::locale::Locale;
use crate::source::Assets;
use crate::study::words::Words;

/// States that are kept of one language of a deliverable: a study's own words beside the program's.
const STATES: usize = 3;

/// What was read, by deliverable and language, the latest first.
static KEPT: Mutex<BTreeMap<(String, String), Vec<Kept>>> = Mutex::new(BTreeMap::new());

struct Kept {
    /// Digest of the locale's files.
    locale: String,
    /// The study's own words.
    words: Vec<Words>,
    parsed: Arc<Parsed>,
}

fn kept() -> MutexGuard<'static, BTreeMap<(String, String), Vec<Kept>>> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The templates of a deliverable in a language, prepared and read, or what they were read to before; a user's own
/// templates may change at any time and are read anew.
///
/// # Errors
/// Those of [`prepare`].
pub fn parsed(
    assets: &Assets,
    report: &str,
    locale: &Arc<Locale>,
    words: &[Words],
) -> Result<Arc<Parsed>, Diagnostics> {
    let read = |scrutiny| {
        let prepared = prepare(assets, report, locale, words, scrutiny)?;
        Ok(Arc::new(Parsed::new(prepared, locale)))
    };
    if !assets.is_program_own() {
        return read(Scrutiny::All);
    }
    let key = (report.to_owned(), locale.language().to_owned());
    let is_same = |kept: &&Kept| kept.locale == locale.digest() && kept.words == words;
    if let Some(same) = kept().get(&key).and_then(|states| states.iter().find(is_same)) {
        return Ok(Arc::clone(&same.parsed));
    }
    // A study may have rules of its own for the words of a language.
    let parsed = read(if locale.is_program_own() { Scrutiny::Others } else { Scrutiny::All })?;
    let (locale, words) = (locale.digest().to_owned(), words.to_vec());
    let mut kept = kept();
    let states = kept.entry(key).or_default();
    states.insert(0, Kept { locale, words, parsed: Arc::clone(&parsed) });
    states.truncate(STATES);
    Ok(parsed)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::parsed;
    use crate::locale::Locale;
    use crate::source::Assets;
    use crate::study::words::Words;

    #[test]
    fn the_same_words_are_read_once_and_others_anew() {
        let assets = Assets::embedded();
        let locale = Arc::new(Locale::load(&assets, "ru").unwrap_or_else(|f| panic!("{f:?}")));
        let of = |words: &[Words]| {
            parsed(&assets, "attendance", &locale, words).unwrap_or_else(|f| panic!("{f:?}"))
        };
        let first = of(&[]);
        assert!(Arc::ptr_eq(&first, &of(&[])));
        let name = "attendance.ru.md";
        let mut own = Words::named(name).unwrap_or_else(|| panic!("{name}"));
        own.text = "## no-such-sentence\nТекст.\n".to_owned();
        assert!(parsed(&assets, "attendance", &locale, &[own]).is_err());
        assert!(Arc::ptr_eq(&first, &of(&[])));
    }
}
