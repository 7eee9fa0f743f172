//! Where words may be broken: by syllables, or by Liang's patterns.
//!
//! Kazakh by its syllables: a consonant between vowels opens the next syllable, of two and more only the
//! last one does. No pattern file of any library knows Kazakh; languages that have Liang's patterns
//! (hypher) use those. What is never broken: short words, words with capitals, digits or foreign letters.

use serde::Deserialize;

/// `[hyphenation]` of a locale file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HyphenationFile {
    /// How breaks are found.
    pub method: Method,
    /// Letters of the shortest word that is broken.
    pub least_word: usize,
    /// Letters that stay before a break at the least.
    pub least_before: usize,
    /// The same after a break.
    pub least_after: usize,
    /// Letters that make a syllable.
    #[serde(default)]
    pub vowels: String,
    /// Vowels that close a syllable when they follow another vowel.
    #[serde(default)]
    pub glides: String,
    /// Letters that never begin a line.
    #[serde(default)]
    pub attached: String,
    /// Words that are broken otherwise, with hyphens at their breaks; with none where they stay whole. A star
    /// at the end stands for any ending.
    #[serde(default)]
    pub exceptions: Vec<String>,
}

/// How the breaks of a language's words are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Between syllables.
    Syllables,
    /// Liang's patterns of the language.
    Patterns,
}

impl HyphenationFile {
    /// Whether there is a way to break words of a language.
    pub fn can_break(&self, language: &str) -> bool {
        match self.method {
            Method::Syllables => true,
            Method::Patterns => patterns_of(language).is_some(),
        }
    }

    /// Byte offsets at which a word of a language may be broken, ascending; none where it stays whole.
    pub fn breaks(&self, word: &str, language: &str) -> Vec<usize> {
        let letters: Vec<(usize, char)> = word.char_indices().collect();
        if letters.len() < self.least_word || !letters.iter().all(|(_, c)| c.is_lowercase()) {
            return Vec::new();
        }
        let mut found = match self.method {
            Method::Syllables => self.syllables(&letters),
            Method::Patterns => patterns(word, language),
        };
        if let Some((written, length)) = self.exceptions.iter().find_map(|e| written_breaks(e, word)) {
            found.retain(|at| *at >= length);
            found.splice(0..0, written);
        }
        let enough = |at: &usize| {
            let before = letters.iter().filter(|(i, _)| i < at).count();
            before >= self.least_before && letters.len() - before >= self.least_after
        };
        found.into_iter().filter(enough).collect()
    }

    fn syllables(&self, letters: &[(usize, char)]) -> Vec<usize> {
        let is_nucleus = |i: usize| {
            let (_, c) = letters[i];
            let follows_vowel = i > 0 && self.vowels.contains(letters[i - 1].1);
            self.vowels.contains(c) && !(follows_vowel && self.glides.contains(c))
        };
        let nuclei: Vec<usize> = (0..letters.len()).filter(|i| is_nucleus(*i)).collect();
        nuclei
            .windows(2)
            .filter_map(|pair| {
                // The last consonant before the second nucleus opens its syllable.
                let mut at = if pair[1] - pair[0] > 1 { pair[1] - 1 } else { pair[1] };
                while at > pair[0] && self.attached.contains(letters[at].1) {
                    at -= 1;
                }
                (at > pair[0]).then(|| letters[at].0)
            })
            .collect()
    }
}

/// Breaks of a written-out exception and the length of what it covers, where it covers the word; one that
/// ends in `*` covers all words that begin so, up to their endings.
fn written_breaks(exception: &str, word: &str) -> Option<(Vec<usize>, usize)> {
    let written = exception.trim_end_matches('*');
    let plain = written.replace('-', "");
    let covers = word == plain || (exception.ends_with('*') && word.starts_with(&plain));
    let breaks = written.match_indices('-').enumerate().map(|(before, (at, _))| at - before);
    covers.then(|| (breaks.collect(), plain.len()))
}

/// Liang's patterns of a language, where the program has them.
fn patterns_of(language: &str) -> Option<hypher::Lang> {
    <[u8; 2]>::try_from(language.as_bytes()).ok().and_then(hypher::Lang::from_iso)
}

fn patterns(word: &str, language: &str) -> Vec<usize> {
    let Some(lang) = patterns_of(language) else { return Vec::new() };
    let mut at = 0;
    let mut breaks: Vec<usize> = hypher::hyphenate(word, lang)
        .map(|syllable| {
            at += syllable.len();
            at
        })
        .collect();
    breaks.pop();
    breaks
}
