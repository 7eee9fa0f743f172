//! Sentences that a study says otherwise than the program: `words/final.ru.md` for a deliverable, `words/shared.ru.md`
//! for all of them. A file holds just the sentences that differ.

/// Folder of the study's own sentences.
pub const WORDS_FOLDER: &str = "words";

/// The name that stands for all deliverables.
pub const ALL_DELIVERABLES: &str = "shared";

/// The study's own keys of the theme.
pub const THEME_FILE: &str = "theme.toml";

/// Where a study sets words of a language's locale file: only the keys that differ.
pub fn locale_words(language: &str) -> String {
    format!("{WORDS_FOLDER}/locale.{language}.toml")
}

/// A file of sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Path inside the study folder.
    pub path: String,
    /// The deliverable, or [`ALL_DELIVERABLES`].
    pub deliverable: String,
    /// Language tag, such as `kk`.
    pub language: String,
    /// The file's text.
    pub text: String,
}

impl Words {
    /// Reads a file's name, `DELIVERABLE.LANGUAGE.md`; `None` for every other name.
    pub fn named(file: &str) -> Option<Self> {
        let (deliverable, language) = file.strip_suffix(".md")?.rsplit_once('.')?;
        let is_id = |text: &str| {
            !text.is_empty()
                && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        (is_id(deliverable) && is_id(language)).then(|| Self {
            path: format!("{WORDS_FOLDER}/{file}"),
            deliverable: deliverable.to_owned(),
            language: language.to_owned(),
            text: String::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn a_name_tells_deliverable_and_language() {
        let read = |file| Words::named(file).map(|w| (w.deliverable, w.language));
        assert_eq!(read("interim-1.kk.md"), Some(("interim-1".to_owned(), "kk".to_owned())));
        for wrong in ["final.md", "Final.ru.md", "final.ru.txt", "a.b.ru.md"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
