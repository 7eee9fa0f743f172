//! Case endings after numerals: the ending follows the last spoken word of the number.
//!
//! The classes stand in the locale file. A language without classes (Russian) takes no endings.

use super::file::EndingClass;
use super::language::Locale;
use super::ordinals::is_roman;
use crate::diag::{Code, Diagnostic, say};

impl Locale {
    /// A printed number (`2 500`, `63,4%`, `15–28`, `2,5 млн`) with the ending of a case after a hyphen; a
    /// word of the number that is written out takes it directly («4 мыңнан»). Roman numerals and numbers
    /// after a number sign take none.
    ///
    /// `case` is `gen dat acc loc abl ins attr poss`, or `poss-` and a case for the possessive form
    /// («63,4%-ының»).
    ///
    /// # Errors
    /// The text ends in no number, or the locale file has no such case.
    pub fn with_ending(&self, printed: &str, case: &str) -> Result<String, Diagnostic> {
        let last = printed.split_whitespace().next_back().unwrap_or_default();
        let signs = &self.file.typography.number_signs;
        let is_signed = signs.iter().any(|sign| printed.trim_start().starts_with(sign.as_str()));
        // «№ 5», «XXI»: the noun after it takes the ending.
        if is_roman(last) || is_signed {
            return Ok(printed.to_owned());
        }
        if let Some(class) = self.class_of_word(printed, last) {
            return Ok(format!("{printed}{}", self.ending_in(class, last, case)?));
        }
        let key = last_spoken(printed).ok_or_else(|| {
            Diagnostic::new(Code::TemplateRender, say!("ending-without-number", printed = printed))
                .hint(say!("hint-ending-number"))
        })?;
        let class = self.file.endings.iter().find(|class| class.numbers.contains(&key));
        let class = class.ok_or_else(|| unknown(case, &key))?;
        Ok(format!("{printed}-{}", self.ending_in(class, &key, case)?))
    }

    /// The class of a numeral's word that is written out: «4 мың».
    fn class_of_word(&self, printed: &str, last: &str) -> Option<&EndingClass> {
        let has_number = printed.contains(|c: char| c.is_ascii_digit());
        self.file.endings.iter().find(|class| has_number && class.words.iter().any(|w| w == last))
    }

    fn ending_in(&self, class: &EndingClass, word: &str, case: &str) -> Result<String, Diagnostic> {
        let of = |case: &str| class.cases.get(case).ok_or_else(|| unknown(case, word));
        let Some(second) = case.strip_prefix("poss-") else { return of(case).cloned() };
        let possessive = of("poss")?;
        let after = self.after_possessive(possessive, second).ok_or_else(|| unknown(case, word))?;
        Ok(format!("{possessive}{after}"))
    }
}

fn unknown(case: &str, word: &str) -> Diagnostic {
    Diagnostic::new(Code::TemplateRender, say!("ending-unknown", case = case, word = word))
        .hint(say!("hint-ending-cases"))
}

/// Key of the last word that is spoken when the number is read: `"5"`, `"40"`, `"100"`, `"1000"`, or the
/// abbreviation or sign that stands after the number: `"%"`.
fn last_spoken(printed: &str) -> Option<String> {
    let printed = printed.trim_end();
    let number = printed.trim_end_matches(|c: char| !c.is_ascii_digit());
    let after = printed.get(number.len()..)?.trim_start_matches(char::is_whitespace);
    if number.is_empty() || !after.is_empty() {
        return (!number.is_empty()).then(|| after.to_owned());
    }
    // A decimal is read with its fraction last, as a whole number; of a range the end is read last.
    let tail = number.rsplit([',', '.', '–', '…']).next()?;
    let digits: String = tail.chars().filter(char::is_ascii_digit).collect();
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
            ("2026", "attr", "2026-дағы"),
            ("63,4%", "poss-attr", "63,4%-ындағы"),
            ("4,05", "abl", "4,05-тен"),
            ("0,50", "dat", "0,50-ге"),
            ("61,1–65,7%", "gen", "61,1–65,7%-дың"),
            ("44,9–50", "dat", "44,9–50-ге"),
            ("9–50", "gen", "9–50-дің"),
            ("−40…−32", "abl", "−40…−32-ден"),
            ("−5", "dat", "−5-ке"),
            ("4 мың", "abl", "4 мыңнан"),
            ("12\u{A0}мың", "dat", "12\u{A0}мыңға"),
            ("2,5 млн", "abl", "2,5 млн-нан"),
            ("2,5\u{A0}млрд", "gen", "2,5\u{A0}млрд-тың"),
            ("3 миллиард", "dat", "3 миллиардқа"),
            ("63,4 пайыз", "poss", "63,4 пайызы"),
            ("№ 5", "abl", "№ 5"),
            ("XXI", "gen", "XXI"),
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
        assert!(locale.with_ending("5 км", "dat").is_err(), "a unit with an unknown pronunciation");
        assert!(locale.with_ending("%", "dat").is_err());
    }
}
