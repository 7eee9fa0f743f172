//! One language: its words, captions and letters. What it does with numbers, dates and words stands in files of
//! their own.

use std::sync::Arc;

use super::file::{LintFile, LocaleFile};
use super::icu::IcuRules;
use super::pattern::{fill, split_at_number};
use super::style::STYLE;
use crate::diag::{Code, Diagnostic, Location, say};

/// One language's rules and words.
pub struct Locale {
    pub(super) file: LocaleFile,
    pub(super) icu: Arc<IcuRules>,
    pub(super) path: String,
    /// Decimals of a share in prose, tables and charts.
    pub(super) share_decimals: u8,
    /// The date style of prose that names none.
    pub(super) date_style: String,
    /// Letters of the annexes, in order; those of the style.
    pub(super) annex_letters: String,
    /// What is doubtful about the locale file.
    pub(super) doubt: Option<Diagnostic>,
    /// SHA-256 of the files it was read from.
    pub(super) digest: String,
    /// Whether it was read from the program's own file alone.
    pub(super) is_program_own: bool,
}

impl Locale {
    /// BCP 47 language: `kk`.
    pub fn language(&self) -> &str {
        &self.file.language
    }

    /// BCP 47 language with region: `kk-KZ`.
    pub fn region(&self) -> &str {
        &self.file.region
    }

    /// SHA-256 of the files that its words were read from.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Whether neither a user's templates nor a study change anything of it.
    pub fn is_program_own(&self) -> bool {
        self.is_program_own
    }

    /// What is doubtful about the locale file: justified text whose words cannot be broken.
    pub fn doubt(&self) -> Option<&Diagnostic> {
        self.doubt.as_ref()
    }

    /// Whether running text is justified: as the locale file says, where words can be broken.
    pub fn justifies(&self) -> bool {
        self.file.justify && self.file.hyphenates()
    }

    /// Whether the running text of a DOCX is justified, whose words Word breaks; as [`Locale::justifies`] where the
    /// locale file does not say.
    pub fn justifies_docx(&self) -> bool {
        self.file.justify_docx.unwrap_or_else(|| self.justifies())
    }

    /// Names of standards whose digits may stand in prose.
    pub fn standards(&self) -> &[String] {
        &self.file.standards
    }

    /// What is looked for in the templates' own words.
    pub fn lint(&self) -> &LintFile {
        &self.file.lint
    }

    /// A fixed word or sentence.
    ///
    /// # Errors
    /// [`Code::LocaleKey`] where the locale file lacks it.
    pub fn word(&self, key: &str) -> Result<&str, Diagnostic> {
        self.file.words.get(key).map(String::as_str).ok_or_else(|| self.lacks("words", key))
    }

    /// A fixed sentence with `{name}` places filled in.
    ///
    /// # Errors
    /// [`Code::LocaleKey`] where the locale file lacks it.
    pub fn fill(&self, key: &str, places: &[(&str, &str)]) -> Result<String, Diagnostic> {
        self.word(key).map(|pattern| fill(pattern, places))
    }

    /// The word for a value of a closed list: `enum_word("case-state", "open")`.
    ///
    /// # Errors
    /// [`Code::LocaleKey`] where the locale file lacks it.
    pub fn enum_word(&self, list: &str, value: &str) -> Result<&str, Diagnostic> {
        self.file
            .enums
            .get(list)
            .and_then(|words| words.get(value))
            .map(String::as_str)
            .ok_or_else(|| self.lacks(&format!("enums.{list}"), value))
    }

    /// By what answers are broken down: «по возрасту» for «возраст».
    ///
    /// # Errors
    /// [`Code::LocaleKey`] where the locale file has no pattern for names that it does not list.
    pub fn by_breakdown(&self, label: &str) -> Result<String, Diagnostic> {
        if let Some(words) = self.file.breakdowns.get(&label.to_lowercase()) {
            return Ok(words.clone());
        }
        let other = self.file.breakdowns.get("other").ok_or_else(|| self.lacks("breakdowns", "other"))?;
        Ok(fill(other, &[("label", label)]))
    }

    /// Text before and after the number in a figure's caption label.
    pub fn figure_label(&self) -> (&str, &str) {
        split_at_number(&self.file.caption.figure)
    }

    /// Text before and after the number in a table's caption label.
    pub fn table_label(&self) -> (&str, &str) {
        split_at_number(&self.file.caption.table)
    }

    /// What stands between a caption's label and its text.
    pub fn caption_separator(&self) -> &str {
        &self.file.caption.separator
    }

    /// Heading of a table's later pages, `{n}` stands for the number.
    pub fn table_continued(&self) -> &str {
        &self.file.caption.table_continued
    }

    /// Letter and printed label of the annex with the 0-based index.
    ///
    /// # Errors
    /// [`Code::ThemeFault`] where the style has too few letters.
    pub fn annex(&self, index: usize) -> Result<(char, String), Diagnostic> {
        let letters = &self.annex_letters;
        let letter = letters.chars().nth(index).ok_or_else(|| {
            let message = say!("annex-letters-few", letters = letters.chars().count());
            Diagnostic::new(Code::ThemeFault, message)
                .at(Location::file(STYLE))
                .hint(say!("hint-annex-letters"))
        })?;
        Ok((letter, fill(&self.file.caption.annex, &[("l", &letter.to_string())])))
    }

    pub(super) fn lacks(&self, table: &str, key: &str) -> Diagnostic {
        Diagnostic::new(Code::LocaleKey, say!("locale-key-missing", key = key, table = table))
            .at(Location::file(&self.path))
            .hint(say!("hint-locale-key", key = key, table = table))
    }
}
