//! Numbers that need no datum, and why: years, dates, numbers of sections, names of documents. The list is data,
//! `templates/proof/allowed.toml`.

use std::collections::BTreeSet;

use regex::Regex;
use serde::Deserialize;

use super::expected::Bound;
use super::token::{Token, tokens};
use crate::diag::{Code, Diagnostic, Location, say};
use crate::source::Assets;

const FILE: &str = "proof/allowed.toml";

/// Reasons that a part of the document gives, whatever the number is.
pub mod reason {
    /// Numbers of sections, figures, references, pages, footnotes, items.
    pub const NUMBERING: &str = "numbering";
    /// Ticks, categories and helpers of a chart.
    pub const CHART: &str = "chart";
    /// Constants of a formula.
    pub const FORMULA: &str = "formula";
    /// Part of the description of a source.
    pub const SOURCE: &str = "source";
    /// Words of the study itself: names of groups, questions, quotations.
    pub const STUDY: &str = "study-words";
    /// What the customer's own file brings along, or stands beside the text on every page.
    pub const FRAME: &str = "frame";
}

/// The list as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListFile {
    allowed: Vec<RuleFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    id: String,
    number: Option<String>,
    before: Option<String>,
    after: Option<String>,
    en: String,
    ru: String,
    kk: String,
}

/// A reason why a number needs no datum.
#[derive(Debug)]
pub struct Reason {
    /// Its id, as proofs name it.
    pub id: String,
    /// In English, Russian and Kazakh.
    pub words: [String; 3],
    /// What the number, and what stands before and after it, look like; none for a reason that a part of the document
    /// gives.
    patterns: Option<[Option<Regex>; 3]>,
}

/// The list of reasons.
#[derive(Debug)]
pub struct Allowed {
    reasons: Vec<Reason>,
    /// Words with digits that the study's own texts have.
    study: BTreeSet<String>,
}

impl Allowed {
    /// Reads the list.
    ///
    /// # Errors
    /// [`Code::ReportSettings`] for a list that cannot be read as such.
    pub fn read(assets: &Assets) -> Result<Self, Diagnostic> {
        let fault = |detail: String| {
            Diagnostic::new(Code::ReportSettings, say!("proof-list", detail = detail))
                .at(Location::file(FILE))
        };
        let text = assets.text(FILE)?;
        let file: ListFile = toml::from_str(&text).map_err(|error| fault(error.to_string()))?;
        let regex = |pattern: Option<String>| {
            pattern.map(|p| Regex::new(&p)).transpose().map_err(|error| fault(error.to_string()))
        };
        let mut reasons = Vec::new();
        for RuleFile { id, number, before, after, en, ru, kk } in file.allowed {
            let is_pattern = number.is_some() || before.is_some() || after.is_some();
            let patterns = [regex(number)?, regex(before)?, regex(after)?];
            reasons.push(Reason { id, words: [en, ru, kk], patterns: is_pattern.then_some(patterns) });
        }
        Ok(Self { reasons, study: BTreeSet::new() })
    }

    /// The list with the words of a study.
    #[must_use]
    pub fn with_words<'t>(mut self, texts: impl Iterator<Item = &'t str>) -> Self {
        self.study.extend(texts.flat_map(tokens).flat_map(|token| words_around(&token)));
        self
    }

    /// The reason of an id.
    pub fn of(&self, id: &str) -> Option<&Reason> {
        self.reasons.iter().find(|reason| reason.id == id)
    }

    /// The first reason whose patterns a number fits.
    pub fn pattern(&self, token: &Token) -> Option<&str> {
        self.reasons.iter().find(|reason| reason.fits(token) == Some(true)).map(|reason| reason.id.as_str())
    }

    /// Why a number of the document's words needs no datum.
    pub fn why(&self, bound: &Bound, token: &Token) -> Option<&str> {
        match bound {
            Bound::Datum(_) => None,
            Bound::Numbering => Some(reason::NUMBERING),
            Bound::Chart => Some(reason::CHART),
            Bound::Formula => Some(reason::FORMULA),
            Bound::Source => Some(reason::SOURCE),
            Bound::Words => self.pattern(token).or_else(|| self.is_of_study(token).then_some(reason::STUDY)),
        }
    }

    /// Whether the study's own texts have the number in the same word, or beside the same word.
    pub fn is_of_study(&self, token: &Token) -> bool {
        words_around(token).iter().any(|word| self.study.contains(word))
    }
}

impl Reason {
    /// Whether a number fits the patterns; `None` where the reason has none.
    pub fn fits(&self, token: &Token) -> Option<bool> {
        let [number, before, after] = self.patterns.as_ref()?;
        let is = |pattern: &Option<Regex>, text: &str| pattern.as_ref().is_none_or(|p| p.is_match(text));
        Some(is(number, &token.text) && is(before, &token.before) && is(after, &token.after))
    }
}

/// The word that a number stands in, without marks at its ends: «18–29» of «(18–29),», «55+». A bare number is known by
/// the word before it or after it; one that is all of a text, by standing alone or in quotation marks.
fn words_around(token: &Token) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '+').to_owned();
    let before = token.before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let after = token.after.split(char::is_whitespace).next().unwrap_or_default();
    let word = bare(&format!("{before}{}{after}", token.text));
    if word != token.text {
        return vec![word];
    }
    // Marks between words, such as an equals sign, are passed over.
    let is_word = |word: &String| !word.is_empty();
    let previous = token.before.split_whitespace().rev().map(bare).find(is_word);
    let next = token.after.split_whitespace().map(bare).find(is_word);
    let is_alone = token.before.trim().is_empty() && token.after.trim().is_empty();
    let is_quoted = token.before.ends_with(['«', '“']) && token.after.starts_with(['»', '”']);
    if is_alone || is_quoted {
        return vec![format!("«{word}»")];
    }
    let with_previous = previous.map(|previous| format!("{previous} {word}"));
    with_previous.into_iter().chain(next.map(|next| format!("{word} {next}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::Allowed;
    use crate::proof::token::tokens;
    use crate::source::Assets;

    #[test]
    fn names_of_groups_and_answers_are_the_study_s_words() {
        let allowed = Allowed::read(&Assets::embedded()).unwrap();
        let allowed = allowed.with_words(["18–34", "55+", "7", "до 14 лет"].into_iter());
        let is_known = |text: &str| tokens(text).iter().all(|token| allowed.is_of_study(token));
        for text in ["«55+»", "C. 55+", "A. 18–34", "7", "ответ «7»", "дети до 14 лет"] {
            assert!(is_known(text), "{text}");
        }
        for text in ["55", "56+", "из 7 человек", "«8»", "14 домов"] {
            assert!(!is_known(text), "{text}");
        }
    }
}
