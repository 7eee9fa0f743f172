//! Vowel harmony: which letters the endings of a word have, by its last vowel and its final sound.

use indexmap::IndexMap;
use serde::Deserialize;

use super::pattern::Words;

/// `[forms]` of a locale file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormsFile {
    /// Vowels after which endings have back letters.
    pub back: String,
    /// Vowels after which endings have front letters.
    pub front: String,
    /// Pairs of a back letter and the front one that stands in its place, e.g. "ае".
    pub pairs: Vec<String>,
    /// Final letters that change before an ending that begins with a vowel, e.g. "кг".
    pub softened: Vec<String>,
    /// Endings by final letter.
    pub classes: Vec<FormClass>,
    /// Words with a possessive form of their own.
    #[serde(default)]
    pub possessives: IndexMap<String, String>,
    /// Acronyms with a word that takes the same endings.
    #[serde(default)]
    pub acronyms: IndexMap<String, String>,
}

/// Endings of the words whose last letter is one of `after`.
#[derive(Debug, Clone, Deserialize)]
pub struct FormClass {
    /// The final letters.
    pub after: String,
    /// Patterns of the endings, by case.
    #[serde(flatten)]
    pub cases: Words,
}

impl FormsFile {
    /// Whether the last vowel that decides is a back one; a word without any counts as back.
    pub fn is_back(&self, word: &str) -> bool {
        let deciding = word.chars().rev().find(|c| self.back.contains(*c) || self.front.contains(*c));
        deciding.is_none_or(|c| self.back.contains(c))
    }

    /// The ending with back or front letters in the places of `{…}`.
    pub fn harmonised(&self, pattern: &str, back: bool) -> String {
        let mut ending = pattern.to_owned();
        for pair in &self.pairs {
            let mut letters = pair.chars();
            if let (Some(first), Some(second)) = (letters.next(), letters.next()) {
                let letter = if back { first } else { second };
                ending = ending.replace(&format!("{{{first}}}"), &letter.to_string());
            }
        }
        ending
    }

    /// The word before an ending that begins with a vowel.
    pub fn soften(&self, word: &str) -> String {
        let changed = self.softened.iter().find_map(|pair| {
            let mut letters = pair.chars();
            let (hard, soft) = (letters.next()?, letters.next()?);
            word.strip_suffix(hard).map(|stem| format!("{stem}{soft}"))
        });
        changed.unwrap_or_else(|| word.to_owned())
    }
}
