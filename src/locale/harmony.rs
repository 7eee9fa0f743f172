//! Vowel harmony: whether the endings of a word have back or front letters.
//!
//! Letters are data (`[forms.harmony]` of the locale file). Strong vowels decide by themselves; the weak ones,
//! vowels of loans and glides at once, only where no strong one stands before them. A last cluster of consonants
//! with a fronting letter (к, г, ь) closes in front whatever the vowels are: «банкке», «педагогке».

use serde::Deserialize;

/// `[forms.harmony]` of a locale file: letters, and words that go another way than their letters.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HarmonyFile {
    /// Vowels after which endings have back letters.
    pub back: String,
    /// Vowels after which they have front letters.
    pub front: String,
    /// Vowels that decide only where no strong one stands before them.
    #[serde(default)]
    weak_back: String,
    #[serde(default)]
    weak_front: String,
    /// Letters of a last cluster of consonants that take front endings.
    #[serde(default)]
    fronting: String,
    /// Whole words with back endings, or with front ones, against their letters.
    #[serde(default)]
    back_words: Vec<String>,
    #[serde(default)]
    front_words: Vec<String>,
}

/// The side of a word's endings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Harmony {
    /// Back letters: а, ы, ғ, қ.
    Back,
    /// Front letters: е, і, г, к.
    Front,
    /// A loan whose last syllable is closed around a weak front vowel, after a back one: usage goes either way
    /// by the word.
    Unsettled,
}

impl HarmonyFile {
    /// Whether a word is listed with its side.
    pub fn is_listed(&self, word: &str) -> bool {
        [&self.back_words, &self.front_words].iter().any(|list| list.iter().any(|listed| listed == word))
    }

    /// Whether a letter is a vowel, strong or weak.
    pub fn is_vowel(&self, letter: char) -> bool {
        [&self.back, &self.front, &self.weak_back, &self.weak_front].iter().any(|some| some.contains(letter))
    }

    /// The side of a word in small letters; one without any vowel counts as back.
    pub fn of(&self, word: &str) -> Harmony {
        let listed = |list: &[String]| list.iter().any(|listed| listed == word);
        if listed(&self.back_words) {
            return Harmony::Back;
        }
        if listed(&self.front_words) {
            return Harmony::Front;
        }
        let head = word.trim_end_matches(|c| !self.is_vowel(c));
        let coda = &word[head.len()..];
        if coda.contains(|c| self.fronting.contains(c)) {
            return Harmony::Front;
        }
        let closed_vowel = head.chars().next_back().filter(|_| !coda.is_empty());
        if closed_vowel.is_some_and(|c| self.weak_back.contains(c)) {
            return Harmony::Back;
        }
        let strong = head.chars().rev().find(|c| self.back.contains(*c) || self.front.contains(*c));
        match strong {
            Some(vowel) if self.front.contains(vowel) => Harmony::Front,
            Some(_) if closed_vowel.is_some_and(|c| self.weak_front.contains(c)) => Harmony::Unsettled,
            Some(_) => Harmony::Back,
            None => self.of_weak(head),
        }
    }

    /// The side of a word that has weak vowels alone: its last one decides.
    fn of_weak(&self, head: &str) -> Harmony {
        let weak = head.chars().rev().find(|c| self.is_vowel(*c));
        if weak.is_some_and(|c| self.weak_front.contains(c)) { Harmony::Front } else { Harmony::Back }
    }
}
