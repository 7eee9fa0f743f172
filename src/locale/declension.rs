//! How an ending joins a word: harmony, softening, letters that fall or are taken up.

use indexmap::IndexMap;
use serde::Deserialize;

use super::harmony::HarmonyFile;
use super::pattern::Words;

/// `[forms]` of a locale file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormsFile {
    /// Which words take back endings, and which front ones.
    pub harmony: HarmonyFile,
    /// Pairs of a back letter and the front one that stands in its place, e.g. "ае".
    pub pairs: Vec<String>,
    /// Final letters that change between a vowel and an ending that begins with one, e.g. "кг".
    pub softened: Vec<String>,
    /// A sign that has no sound of its own: the letter before it decides, and it falls before a vowel.
    #[serde(default)]
    pub silent: String,
    /// A final letter that is written once where the word doubles it: «процесс», «процестің».
    #[serde(default)]
    pub doubled: String,
    /// Final clusters that take up the `absorbed` letter of an ending: «журналист», «журналистің».
    #[serde(default)]
    pub absorbing: Vec<String>,
    #[serde(default)]
    /// See `absorbing`.
    pub absorbed: String,
    /// Loans that take their endings by the `link`: «факт», «фактінің».
    #[serde(default)]
    pub linked: Vec<String>,
    #[serde(default)]
    /// See `linked`.
    pub link: String,
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
    /// Whether an ending, or its pattern with letters in braces, begins with a vowel.
    pub fn begins_with_vowel(&self, ending: &str) -> bool {
        ending.trim_start_matches('{').starts_with(|c| self.harmony.is_vowel(c))
    }

    /// A word with its ending, and the changes where the two meet.
    pub fn joined(&self, word: &str, ending: &str) -> String {
        let mut stem = word.to_owned();
        let last = stem.chars().next_back();
        if last.is_some_and(|c| self.doubled.contains(c)) && stem.chars().rev().nth(1) == last {
            stem.pop();
        }
        if self.begins_with_vowel(ending) {
            let sounded = stem.trim_end_matches(|c| self.silent.contains(c));
            stem = if sounded.len() == stem.len() { self.soften(&stem) } else { sounded.to_owned() };
        }
        let absorbs = self.absorbing.iter().any(|cluster| stem.ends_with(cluster.as_str()));
        let ending = ending.strip_prefix(|c| absorbs && self.absorbed.contains(c)).unwrap_or(ending);
        format!("{stem}{ending}")
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

    /// The word with its last letter softened, where that stands after a vowel.
    pub fn soften(&self, word: &str) -> String {
        let changed = self.softened.iter().find_map(|pair| {
            let mut letters = pair.chars();
            let (hard, soft) = (letters.next()?, letters.next()?);
            let stem = word.strip_suffix(hard)?;
            stem.ends_with(|c| self.harmony.is_vowel(c)).then(|| format!("{stem}{soft}"))
        });
        changed.unwrap_or_else(|| word.to_owned())
    }
}
