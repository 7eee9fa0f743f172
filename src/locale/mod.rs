//! A language as data: numbers, dates, plurals, Kazakh endings, captions and fixed words.
//!
//! Everything a language says differently stands in `templates/locale/<language>.toml`; CLDR (through
//! ICU4X) gives grouping, decimal marks and plural categories. The code here only combines the two.

mod dates;
mod endings;
mod file;
mod forms;
mod harmony;
mod hyphenation;
mod numbers;
mod ordinals;
mod style;
mod typography;

use std::sync::Arc;

use indexmap::IndexMap;

use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::source::Assets;

use file::{LintFile, LocaleFile};
use numbers::Numbers;
pub use ordinals::roman;
pub use style::Style;

/// One language's rules and words.
pub struct Locale {
    file: LocaleFile,
    numbers: Arc<Numbers>,
    path: String,
    /// Decimals of a share in prose, tables and charts.
    share_decimals: u8,
    /// The date style of prose that names none.
    date_style: String,
    /// What is doubtful about the locale file.
    doubt: Option<Diagnostic>,
}

impl Locale {
    /// Reads `locale/<language>.toml`.
    ///
    /// # Errors
    /// The file is missing, malformed, or lacks a key that the program needs.
    pub fn load(assets: &Assets, language: &str) -> Result<Self, Diagnostics> {
        let path = format!("locale/{language}.toml");
        let text = assets.text(&path).map_err(Diagnostics::from)?;
        let file = LocaleFile::parse(&path, &text)?;
        let numbers = Arc::new(Numbers::new(&path, &file.language, &file.region).map_err(Diagnostics::from)?);
        let [date_style, _] = dates::STYLES.map(str::to_owned);
        let doubt = hyphenation::unhyphenated(&file, &path, &text);
        let locale = Self { file, numbers, path, share_decimals: 1, date_style, doubt };
        let faults: Diagnostics = locale.faulty_date_patterns().into_iter().collect();
        if faults.has_errors() { Err(faults) } else { Ok(locale) }
    }

    /// BCP 47 language: `kk`.
    pub fn language(&self) -> &str {
        &self.file.language
    }

    /// BCP 47 language with region: `kk-KZ`.
    pub fn region(&self) -> &str {
        &self.file.region
    }

    /// What is doubtful about the locale file: justified text whose words cannot be broken.
    pub fn doubt(&self) -> Option<&Diagnostic> {
        self.doubt.as_ref()
    }

    /// Whether running text is justified: as the locale file says, where words can be broken.
    pub fn justifies(&self) -> bool {
        self.file.justify && hyphenation::hyphenates(&self.file)
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
    /// [`Code::LocaleKey`] where the alphabet of annexes is too short.
    pub fn annex(&self, index: usize) -> Result<(char, String), Diagnostic> {
        let letters = &self.file.caption.annex_letters;
        let letter = letters.chars().nth(index).ok_or_else(|| {
            let message = say!("locale-annex-letters-few", letters = letters.chars().count());
            Diagnostic::new(Code::LocaleKey, message)
                .at(Location::file(&self.path))
                .hint(say!("hint-locale-annex-letters"))
        })?;
        Ok((letter, fill(&self.file.caption.annex, &[("l", &letter.to_string())])))
    }

    fn lacks(&self, table: &str, key: &str) -> Diagnostic {
        Diagnostic::new(Code::LocaleKey, say!("locale-key-missing", key = key, table = table))
            .at(Location::file(&self.path))
            .hint(say!("hint-locale-key", key = key, table = table))
    }
}

/// Fills `{name}` places of a pattern.
fn fill(pattern: &str, places: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        match places.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => out.push_str(value),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

fn split_at_number(pattern: &str) -> (&str, &str) {
    pattern.split_once("{n}").unwrap_or((pattern, ""))
}

type Words = IndexMap<String, String>;

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn places_are_filled_once_and_data_is_not_read_as_a_pattern() {
        assert_eq!(fill("{a} of {b}", &[("a", "{b}"), ("b", "x")]), "{b} of x");
        assert_eq!(fill("{unknown}!", &[]), "{unknown}!");
    }
}
