//! Case endings after numerals: the ending follows the last spoken word of the number.
//!
//! The classes stand in the locale file. A language without classes (Russian) takes no endings.

use super::Locale;
use crate::diag::{Code, Diagnostic, say};

impl Locale {
    /// A printed number (`2 500`, `63,4%`, `4,5`) with the ending of a case after a hyphen.
    ///
    /// `case` is `gen dat acc loc abl ins poss`, or `poss-` and a case for the possessive form
    /// («63,4%-ының»).
    ///
    /// # Errors
    /// The text ends in no number, or the locale file has no such case.
    pub fn with_ending(&self, printed: &str, case: &str) -> Result<String, Diagnostic> {
        let word = last_spoken_word(printed).ok_or_else(|| {
            Diagnostic::new(Code::TemplateRender, say!("ending-without-number", printed = printed))
                .hint(say!("hint-ending-number"))
        })?;
        Ok(format!("{printed}-{}", self.ending(&word, case)?))
    }

    fn ending(&self, word: &str, case: &str) -> Result<String, Diagnostic> {
        let lacks = |case: &str| {
            Diagnostic::new(Code::TemplateRender, say!("ending-unknown", case = case, word = word))
                .hint(say!("hint-ending-cases"))
        };
        let class = self
            .file
            .endings
            .iter()
            .find(|class| class.numbers.iter().any(|n| n == word))
            .ok_or_else(|| lacks(case))?;
        let of = |case: &str| class.cases.get(case).ok_or_else(|| lacks(case));
        let Some(second) = case.strip_prefix("poss-") else { return of(case).cloned() };
        let possessive = of("poss")?;
        let back = possessive.ends_with('ы');
        self.file
            .after_possessive
            .get(if back { "back" } else { "front" })
            .and_then(|cases| cases.get(second))
            .map(|ending| format!("{possessive}{ending}"))
            .ok_or_else(|| lacks(case))
    }
}

/// Key of the last word that is spoken when the number is read: `"5"`, `"40"`, `"100"`, `"1000"`, `"%"`.
fn last_spoken_word(printed: &str) -> Option<String> {
    let printed = printed.trim_end();
    if printed.ends_with('%') {
        return printed.contains(|c: char| c.is_ascii_digit()).then(|| "%".to_owned());
    }
    // A decimal is read with its fraction last, as a whole number.
    let tail = printed.rsplit([',', '.']).next()?;
    let digits: String = tail.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() || !printed.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let digits = digits.trim_start_matches('0');
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    let last = digits.trim_end_matches('0').chars().next_back();
    Some(match (last, zeros) {
        (None, _) => "0".to_owned(),
        (Some(unit), 0) => unit.to_string(),
        (Some(ten), 1) => format!("{ten}0"),
        (Some(_), 2) => "100".to_owned(),
        (Some(_), 3..=5) => "1000".to_owned(),
        (Some(_), 6..=8) => "1000000".to_owned(),
        (Some(_), 9..=11) => "1000000000".to_owned(),
        (Some(_), _) => "1000000000000".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use crate::locale::Locale;
    use crate::source::Assets;

    fn kk(printed: &str, case: &str) -> String {
        let locale = Locale::load(&Assets::embedded(), "kk").unwrap_or_else(|e| panic!("{e:?}"));
        locale.with_ending(printed, case).unwrap_or_else(|e| panic!("{e}"))
    }

    #[test]
    fn known_good_forms() {
        let forms = [
            ("2500", "abl", "2500-ден"),
            ("15", "abl", "15-тен"),
            ("7", "dat", "7-ге"),
            ("1000", "abl", "1000-нан"),
            ("40", "dat", "40-қа"),
            ("80", "abl", "80-нен"),
            ("10", "gen", "10-ның"),
            ("100", "ins", "100-бен"),
            ("12\u{A0}000", "dat", "12\u{A0}000-ға"),
            ("2026", "abl", "2026-дан"),
            ("80", "acc", "80-ді"),
            ("10", "acc", "10-ды"),
            ("1000", "acc", "1000-ды"),
            ("63,4%", "poss", "63,4%-ы"),
            ("63,4%", "poss-gen", "63,4%-ының"),
            ("63,4%", "poss-dat", "63,4%-ына"),
            ("63,4%", "poss-loc", "63,4%-ында"),
            ("4,5", "dat", "4,5-ке"),
            ("0", "loc", "0-де"),
            ("7", "poss-ins", "7-сімен"),
        ];
        for (number, case, expected) in forms {
            assert_eq!(kk(number, case), expected);
        }
    }

    #[test]
    fn a_word_or_an_unknown_case_is_refused() {
        let locale = Locale::load(&Assets::embedded(), "kk").unwrap_or_else(|e| panic!("{e:?}"));
        assert!(locale.with_ending("Тараз", "dat").is_err());
        assert!(locale.with_ending("5", "vocative").is_err());
    }
}
