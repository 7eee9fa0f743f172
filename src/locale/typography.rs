//! Spaces that must not break: before a dash, after the sign of a number and after short words, by the locale file; and
//! the one full stop of a sentence that ends with an abbreviation.

use super::language::Locale;
use crate::source::is_letter;

const NO_BREAK: char = '\u{A0}';

impl Locale {
    /// Running text with no-break spaces where the language wants them, its sentences ended once.
    pub fn typography(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 8);
        let mut chars = text.chars().peekable();
        let mut word = String::new();
        while let Some(c) = chars.next() {
            if c == ' ' {
                let dash = chars.peek().is_some_and(|n| matches!(n, '–' | '—'));
                // «n = 735» is one thing.
                let equals = chars.peek() == Some(&'=') || out.ends_with('=');
                out.push(if dash || equals || self.keeps_next(&word) { NO_BREAK } else { ' ' });
                word.clear();
            } else if c == '.' && is_ended(&out) && chars.peek().is_none_or(|n| n.is_whitespace()) {
                word.clear();
            } else {
                out.push(c);
                if is_letter(c) || c.is_numeric() || c == '-' || self.is_number_sign(c) {
                    word.push(c);
                } else {
                    word.clear();
                }
            }
        }
        out
    }

    fn keeps_next(&self, word: &str) -> bool {
        let rules = &self.file.typography;
        rules.number_signs.iter().any(|sign| sign == word)
            || (!word.is_empty() && rules.keep_with_next.contains(&word.to_lowercase()))
    }

    fn is_number_sign(&self, c: char) -> bool {
        self.file.typography.number_signs.iter().any(|sign| sign.contains(c))
    }
}

/// Whether a text ends with one full stop: three are an omission.
fn is_ended(text: &str) -> bool {
    text.ends_with('.') && !text.ends_with("..")
}

#[cfg(test)]
mod tests {
    use crate::locale::Locale;
    use crate::source::Assets;

    #[test]
    fn spaces_that_must_not_break() {
        let ru = Locale::load(&Assets::embedded(), "ru").unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!(ru.typography("дом – в городе № 5"), "дом\u{A0}– в\u{A0}городе №\u{A0}5");
        assert_eq!(ru.typography("лет (n = 735)"), "лет (n\u{A0}=\u{A0}735)");
        let kk = Locale::load(&Assets::embedded(), "kk").unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!(kk.typography("бұл – есеп"), "бұл\u{A0}– есеп");
    }
    #[test]
    fn a_sentence_that_ends_with_an_abbreviation_is_ended_once() {
        let ru = Locale::load(&Assets::embedded(), "ru").unwrap_or_else(|e| panic!("{e:?}"));
        for (text, told) in [
            ("доход 40 тыс. долл.. Иначе", "доход 40 тыс. долл. Иначе"),
            ("2026 г..", "2026 г."),
            ("так далее...", "так далее..."),
            ("../shared", "../shared"),
        ] {
            assert_eq!(ru.typography(text), told);
        }
    }
}
