//! The form of a locale file and what it must contain.

use indexmap::IndexMap;
use serde::Deserialize;

use super::Words;
use super::forms::FormsFile;
use super::hyphenation::HyphenationFile;
use crate::diag::{Code, Diagnostic, Diagnostics, Place, say};
use crate::source::from_toml;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocaleFile {
    pub language: String,
    pub region: String,
    /// Short words that do not end a line.
    #[serde(default)]
    pub keep_with_next: Vec<String>,
    /// Whether running text is justified; only for a language whose words are hyphenated.
    #[serde(default)]
    pub justify: bool,
    /// The same for a DOCX, whose words Word has to hyphenate; as `justify` where it is left out.
    #[serde(default)]
    pub justify_docx: Option<bool>,
    /// Where words may be broken; words stay whole where it is left out.
    #[serde(default)]
    pub hyphenation: Option<HyphenationFile>,
    /// Names of standards and rates whose digits may stand in prose.
    #[serde(default)]
    pub standards: Vec<String>,
    pub number: NumberPatterns,
    pub date: DatePatterns,
    pub caption: CaptionPatterns,
    #[serde(default)]
    pub endings: Vec<EndingClass>,
    #[serde(default)]
    pub after_possessive: IndexMap<String, Words>,
    /// Endings of words and acronyms, where the language has them by rule.
    #[serde(default)]
    pub forms: Option<FormsFile>,
    pub words: Words,
    pub enums: IndexMap<String, Words>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberPatterns {
    pub percent: String,
    pub range: String,
    pub percent_range: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatePatterns {
    /// Months as they stand in a date.
    pub months: [String; 12],
    /// Months by themselves, where they differ.
    #[serde(default)]
    pub months_nominative: Option<[String; 12]>,
    pub short: String,
    pub long: String,
    pub formal: String,
    pub month_year: String,
    pub day: String,
    pub axis: String,
    pub range_same_month: String,
    pub range_same_year: String,
    pub range: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaptionPatterns {
    pub figure: String,
    pub table: String,
    pub separator: String,
    pub table_continued: String,
    pub annex: String,
    pub annex_letters: String,
}

/// Case endings shared by the numbers whose last spoken word is one of `numbers`.
#[derive(Debug, Deserialize)]
pub struct EndingClass {
    pub numbers: Vec<String>,
    #[serde(flatten)]
    pub cases: Words,
}

impl LocaleFile {
    pub fn parse(path: &str, text: &str) -> Result<Self, Diagnostics> {
        let file: Self = from_toml(path, text, Code::LocaleKey, say!("hint-compare-locale"))?;
        let mut faults = Diagnostics::new();
        for (key, pattern) in [("figure", &file.caption.figure), ("table", &file.caption.table)] {
            if !pattern.contains("{n}") {
                faults.push(
                    Diagnostic::new(Code::LocaleKey, say!("locale-caption-without-number", key = key))
                        .at(Place::file(path))
                        .hint(say!("hint-locale-caption")),
                );
            }
        }
        if faults.has_errors() { Err(faults) } else { Ok(file) }
    }
}
