//! Where a word may be broken at a line's end.
//!
//! Kazakh by its syllables: a consonant between vowels opens the next syllable, of two and more only the
//! last one does. No pattern file of any library knows Kazakh; languages that have Liang's patterns
//! (hypher) use those. What is never broken: short words, words with capitals, digits or foreign letters.

use serde::Deserialize;

use super::Locale;
use super::file::LocaleFile;
use crate::diag::{Code, Diagnostic, Location, say};

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HyphenationFile {
    pub method: Method,
    /// Letters of the shortest word that is broken.
    pub least_word: usize,
    /// Letters that stay before and after a break at the least.
    pub least_before: usize,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    Syllables,
    /// Liang's patterns of the language.
    Patterns,
}

impl HyphenationFile {
    /// Whether there is a way to break words of a language.
    fn can_break(&self, language: &str) -> bool {
        match self.method {
            Method::Syllables => true,
            Method::Patterns => patterns_of(language).is_some(),
        }
    }
}

/// A warning where a locale file asks for hyphenated or justified text and words of its language cannot be broken;
/// `text` is the file's.
pub fn unhyphenated(file: &LocaleFile, path: &str, text: &str) -> Option<Diagnostic> {
    let is_asked_for = file.justify || file.hyphenation.is_some();
    if !is_asked_for || hyphenates(file) {
        return None;
    }
    let line = (1..)
        .zip(text.lines())
        .find(|(_, line)| ["justify", "[hyphenation]"].iter().any(|k| line.starts_with(k)));
    let place = line.map_or_else(|| Location::file(path), |(number, _)| Location::line(path, number));
    let message = say!("hyphenation-missing", language = file.language);
    Some(Diagnostic::new(Code::HyphenationMissing, message).at(place).hint(say!("hint-hyphenation-missing")))
}

/// Whether words of a file's language are broken at the ends of lines.
pub fn hyphenates(file: &LocaleFile) -> bool {
    file.hyphenation.as_ref().is_some_and(|rules| rules.can_break(&file.language))
}

impl Locale {
    /// As [`Locale::breaks`], for a word that must be divided: capitals and short words are no hindrance.
    pub fn breaks_anywhere(&self, word: &str) -> Vec<usize> {
        let lower = word.to_lowercase();
        if lower.len() == word.len() { self.breaks(&lower) } else { Vec::new() }
    }

    /// Byte offsets at which a word may be broken, ascending; none where it stays whole.
    pub fn breaks(&self, word: &str) -> Vec<usize> {
        let Some(rules) = &self.file.hyphenation else { return Vec::new() };
        let letters: Vec<(usize, char)> = word.char_indices().collect();
        if letters.len() < rules.least_word || !letters.iter().all(|(_, c)| c.is_lowercase()) {
            return Vec::new();
        }
        let mut found = match rules.method {
            Method::Syllables => rules.syllables(&letters),
            Method::Patterns => patterns(word, self.language()),
        };
        if let Some((written, length)) = rules.exceptions.iter().find_map(|e| written_breaks(e, word)) {
            found.retain(|at| *at >= length);
            found.splice(0..0, written);
        }
        let enough = |at: &usize| {
            let before = letters.iter().filter(|(i, _)| i < at).count();
            before >= rules.least_before && letters.len() - before >= rules.least_after
        };
        found.into_iter().filter(enough).collect()
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

impl HyphenationFile {
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

#[cfg(test)]
mod tests {
    use super::Locale;
    use crate::diag::Code;
    use crate::source::Assets;

    fn hyphenated(language: &str, word: &str) -> String {
        let locale = Locale::load(&Assets::embedded(), language).unwrap_or_else(|f| panic!("{f:?}"));
        let mut text = word.to_owned();
        locale.breaks(word).into_iter().rev().for_each(|at| text.insert(at, '-'));
        text
    }

    #[test]
    fn kazakh_words_break_at_syllables() {
        for expected in [
            "мем-ле-кет-тік",
            "са-уал-нама",
            "рес-пон-дент-тер-дің",
            "қа-на-ғат-тан-дыру",
            "тұр-ғын-дар-дың",
            "әлеу-мет-тік",
            "ұйым-дас-тыру",
            "көр-сет-кіш-тер",
            "ау-мақ-тарда",
            "жа-уап-тар",
            "ин-дек-сін",
            "объек-ті-лер",
            "қыз-мет-тері",
            "зерт-теу-лер",
        ] {
            assert_eq!(hyphenated("kk", &expected.replace('-', "")), expected);
        }
    }

    #[test]
    fn russian_words_break_by_patterns() {
        for expected in ["со-цио-ло-ги-че-ское", "ис-сле-до-ва-ние", "ре-спон-ден-тов"]
        {
            assert_eq!(hyphenated("ru", &expected.replace('-', "")), expected);
        }
    }

    #[test]
    fn what_is_no_plain_word_stays_whole() {
        for word in ["Тараз", "ЖШС", "бала", "2026", "онлайн2", "Қазақстанда"] {
            assert_eq!(hyphenated("kk", word), word);
        }
    }

    #[test]
    fn a_language_without_patterns_is_told_and_ragged() {
        let english =
            Assets::embedded().text("locale/en.toml").unwrap_or_else(|f| panic!("{f:?}")).into_owned();
        let loaded = |text: String| {
            let folder = tempfile::tempdir().unwrap();
            std::fs::create_dir(folder.path().join("locale")).unwrap();
            std::fs::write(folder.path().join("locale/tt.toml"), text).unwrap();
            let assets = Assets::with_overlay(folder.path()).unwrap_or_else(|f| panic!("{f:?}"));
            Locale::load(&assets, "tt").unwrap_or_else(|f| panic!("{f:?}"))
        };
        let known = loaded(english.clone());
        assert!(known.doubt().is_none() && known.justifies() && known.justifies_docx());
        let tatar = english.replace("language = \"en\"", "language = \"tt\"");
        let unknown = loaded(tatar.clone());
        assert_eq!(unknown.doubt().map(|doubt| doubt.code), Some(Code::HyphenationMissing));
        assert!(!unknown.justifies() && !unknown.justifies_docx());
        let word = loaded(tatar.replace("justify = true", "justify = true\njustify_docx = true"));
        assert!(!word.justifies() && word.justifies_docx(), "Word breaks words by itself");
        let syllables = loaded(tatar.replace("method = \"patterns\"", "method = \"syllables\""));
        assert!(syllables.doubt().is_none() && syllables.justifies());
    }
}
