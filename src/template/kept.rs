//! Templates of a deliverable that were read before: one run resolves a report for itself and for what its numbers are
//! proven by, and a programme, a page that is served and the tests do so many times over.

use std::sync::Arc;

use super::loaded::Parsed;
use super::sentences::{Scrutiny, prepare};
use crate::diag::Diagnostics;
use crate::locale::Locale;
use crate::source::{Assets, Digest, Kept};
use crate::study::words::Words;

/// What was read of the program's own templates: all of its deliverables in two languages, and some with a study's
/// own words.
static READ: Kept<Parsed> = Kept::new(32);

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
    let read = |scrutiny| Ok(Parsed::new(prepare(assets, report, locale, words, scrutiny)?, locale));
    if !assets.is_program_own() {
        return read(Scrutiny::All).map(Arc::new);
    }
    let mut digest = Digest::default();
    digest.part(report, locale.language().as_bytes());
    digest.part(locale.digest(), &[]);
    words.iter().for_each(|own| digest.part(&own.path, own.text.as_bytes()));
    // A study may have rules of its own for the words of a language.
    let scrutiny = if locale.is_program_own() { Scrutiny::Others } else { Scrutiny::All };
    READ.get(&digest.finish(), || read(scrutiny))
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
