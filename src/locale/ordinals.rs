//! Ordinal and Roman numerals.

use super::language::Locale;
use super::pattern::fill;
use crate::diag::{Code, Diagnostic, say};

impl Locale {
    /// A thing by its number in a row: «2-кезең», «2-й этап», "2nd stage". `form` chooses among the
    /// patterns of `[ordinals]`; where it is empty, the CLDR category of the number does, else `other`.
    ///
    /// # Errors
    /// The locale file has no such form.
    pub fn ordinal(&self, number: u32, noun: &str, form: &str) -> Result<String, Diagnostic> {
        let patterns = &self.file.ordinals;
        let form = if form.is_empty() { self.ordinal_category(number) } else { form };
        let pattern = patterns.get(form).or_else(|| patterns.get("other")).ok_or_else(|| {
            let known = patterns.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            Diagnostic::new(Code::TemplateRender, say!("ordinal-form-unknown", form = form))
                .hint(say!("hint-ordinal-forms", names = known))
        })?;
        Ok(fill(pattern, &[("n", &self.plain(f64::from(number))), ("noun", noun)]))
    }
}

/// A Roman numeral, 1 to 3999.
pub fn roman(number: u32) -> Option<String> {
    const VALUES: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, letters) in VALUES {
        while rest >= value {
            text.push_str(letters);
            rest -= value;
        }
    }
    Some(text)
}

/// Whether a word is a Roman numeral in its usual form.
pub fn is_roman(word: &str) -> bool {
    let digit = |c| {
        Some(match c {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            'C' => 100,
            'D' => 500,
            'M' => 1000,
            _ => return None,
        })
    };
    let Some(digits) = word.chars().map(digit).collect::<Option<Vec<u32>>>() else { return false };
    let total = digits.iter().enumerate().fold(0i64, |sum, (i, d)| {
        let smaller = digits.get(i + 1).is_some_and(|next| next > d);
        sum + if smaller { -i64::from(*d) } else { i64::from(*d) }
    });
    u32::try_from(total).ok().and_then(roman).as_deref() == Some(word)
}

#[cfg(test)]
mod tests {
    use super::{is_roman, roman};
    use crate::locale::Locale;
    use crate::source::Assets;

    #[test]
    fn ordinals_by_form_and_by_category() {
        let of = |language: &str, n, noun, form| {
            let locale = Locale::load(&Assets::embedded(), language).unwrap_or_else(|f| panic!("{f:?}"));
            locale.ordinal(n, noun, form).unwrap_or_else(|f| panic!("{f}"))
        };
        assert_eq!(of("kk", 2, "кезең", ""), "2-кезең");
        assert_eq!(of("ru", 2, "этап", "m"), "2-й\u{A0}этап");
        assert_eq!(of("ru", 3, "волна", "f"), "3-я\u{A0}волна");
        assert_eq!(of("ru", 10, "место", "n"), "10-е\u{A0}место");
        assert_eq!(of("ru", 2, "этапа", "gen-m"), "2-го\u{A0}этапа");
        assert_eq!(of("ru", 2, "волне", "prep-f"), "2-й\u{A0}волне");
        assert_eq!(of("en", 1, "stage", ""), "1st\u{A0}stage");
        assert_eq!(of("en", 12, "stage", ""), "12th\u{A0}stage");
        assert_eq!(of("en", 23, "stage", ""), "23rd\u{A0}stage");
        let ru = Locale::load(&Assets::embedded(), "ru").unwrap_or_else(|f| panic!("{f:?}"));
        assert!(ru.ordinal(2, "этап", "").is_err(), "Russian has no form without a gender");
    }

    #[test]
    fn every_roman_numeral_is_recognised_and_no_word_is() {
        for number in 1..4000 {
            let text = roman(number).unwrap_or_default();
            assert!(is_roman(&text), "{text}");
        }
        assert_eq!(roman(2026).as_deref(), Some("MMXXVI"));
        assert_eq!((roman(0), roman(4000)), (None, None));
        for word in ["", "IIII", "IC", "VX", "MIX2", "СССР"] {
            assert!(!is_roman(word), "{word}");
        }
    }
}
