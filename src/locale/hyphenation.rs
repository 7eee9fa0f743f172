//! Where a word may be broken at a line's end.

use super::language::Locale;

impl Locale {
    /// As [`Locale::breaks`], for a word that must be divided: capitals and short words are no hindrance.
    pub fn breaks_anywhere(&self, word: &str) -> Vec<usize> {
        let lower = word.to_lowercase();
        if lower.len() == word.len() { self.breaks(&lower) } else { Vec::new() }
    }

    /// Byte offsets at which a word may be broken, ascending; none where it stays whole.
    pub fn breaks(&self, word: &str) -> Vec<usize> {
        let rules = self.file.hyphenation.as_ref();
        rules.map(|rules| rules.breaks(word, self.language())).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use crate::diag::Code;
    use crate::locale::Locale;
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
