//! Numbers in the places of a language's words: the thresholds that sentences name.
//!
//! `{name}` is the number in digits, `{name spelled=gen}` the number as a word in a case, where it is a small one, and
//! `{name one=респондента other=респондентов}` the word that agrees with it, by its plural category. Other places
//! are left for [`Locale::fill`].

use super::Locale;
use crate::diag::Diagnostic;

impl Locale {
    /// The language with numbers in the places of its words that have their names.
    ///
    /// # Errors
    /// A case that the locale file does not spell numbers in.
    pub fn with_numbers(&self, numbers: &[(&str, f64)]) -> Result<Self, Diagnostic> {
        let mut file = self.file.clone();
        for text in file.words.values_mut() {
            *text = self.numbered(text, numbers)?;
        }
        Ok(Self {
            file,
            icu: self.icu.clone(),
            path: self.path.clone(),
            share_decimals: self.share_decimals,
            date_style: self.date_style.clone(),
            annex_letters: self.annex_letters.clone(),
            doubt: self.doubt.clone(),
            digest: self.digest.clone(),
            is_program_own: self.is_program_own,
        })
    }

    /// A pattern with numbers in its places that have their names.
    ///
    /// # Errors
    /// A case that the locale file does not spell numbers in.
    pub fn numbered(&self, pattern: &str, numbers: &[(&str, f64)]) -> Result<String, Diagnostic> {
        let mut out = String::with_capacity(pattern.len());
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            let (place, tail) = after.split_once('}').unwrap_or((after, ""));
            let (name, forms) = place.split_once(' ').unwrap_or((place, ""));
            out.push_str(before);
            match numbers.iter().find(|(known, _)| *known == name) {
                Some((_, number)) => out.push_str(&self.in_place(*number, forms)?),
                None => out.push_str(&format!("{{{place}}}")),
            }
            rest = tail;
        }
        out.push_str(rest);
        Ok(out)
    }

    /// A number, or the word that agrees with it, as a place asks for it.
    fn in_place(&self, number: f64, forms: &str) -> Result<String, Diagnostic> {
        let decimals = u8::from(number.fract() != 0.0);
        if forms.is_empty() {
            return Ok(self.number(number, decimals));
        }
        if let Some(case) = forms.strip_prefix("spelled=") {
            return self.spelled(number, case);
        }
        let category = format!("{}=", self.plural(number, decimals));
        let form = |key: &str| forms.split(' ').find_map(|form| form.strip_prefix(key));
        Ok(form(&category).or_else(|| form("other=")).unwrap_or_default().to_owned())
    }

    /// A whole number as a word in a case, where the locale file has it; else in digits, with the case's ending where
    /// the language has endings.
    ///
    /// # Errors
    /// The locale file spells no numbers in the case, or has no ending of it.
    pub fn spelled(&self, number: f64, case: &str) -> Result<String, Diagnostic> {
        let words = self.file.spelled.get(case).ok_or_else(|| self.lacks("spelled", case))?;
        let word = words.iter().zip(0u32..).find(|(_, value)| f64::from(*value) == number);
        let digits = self.number(number, 0);
        match word {
            Some((word, _)) => Ok(word.clone()),
            None if case == "nom" || self.file.endings.is_empty() => Ok(digits),
            None => self.with_ending(&digits, case),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::locale::Locale;
    use crate::source::Assets;

    fn locale(language: &str) -> Locale {
        Locale::load(&Assets::embedded(), language).unwrap_or_else(|f| panic!("{f:?}"))
    }

    #[test]
    fn words_agree_with_the_numbers_in_their_places() {
        let sentence = "{a spelled=gen} {a one=респондента other=респондентов}, {a}, {b}";
        let filled = |n| locale("ru").numbered(sentence, &[("a", n)]).unwrap_or_else(|f| panic!("{f}"));
        assert_eq!(filled(5.0), "пяти респондентов, 5, {b}");
        assert_eq!(filled(21.0), "21 респондента, 21, {b}");
        let kazakh =
            |n| locale("kk").numbered("{a spelled=abl}", &[("a", n)]).unwrap_or_else(|f| panic!("{f}"));
        assert_eq!((kazakh(5.0), kazakh(12.0)), ("бестен".to_owned(), "12-ден".to_owned()));
    }
}
