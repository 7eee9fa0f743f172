//! The form of a locale file and what it must contain.

use std::sync::Arc;

use indexmap::IndexMap;
use regex::Regex;
use serde::Deserialize;

use super::assertions::Assertion;
use super::declension::FormsFile;
use super::pattern::Words;
use super::respondents::AfterNumber;
use super::syllables::HyphenationFile;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::source::{Digest, Kept, SettingsKind, SettingsLayer, merged};

/// Date styles that the program itself prints; each locale file has them.
pub const DATE_STYLES: [&str; 2] = ["long", "axis"];

/// Tables that grow: an editor adds words, months' forms and styles to them.
const OPEN: &[&str] = &[
    "forms.possessives",
    "forms.acronyms",
    "date.months",
    "date.styles",
    "ordinals",
    "spelled",
    "breakdowns",
    "after_possessive",
];

/// A locale file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocaleFile {
    /// BCP 47 language: `kk`.
    pub language: String,
    /// BCP 47 language with region, whose ways CLDR follows: `kk-KZ`.
    pub region: String,
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
    /// Spaces that do not break.
    #[serde(default)]
    pub typography: Typography,
    /// How shares and ranges are written.
    pub number: NumberPatterns,
    /// How a thing's number in a row is written, by form: «{n}-й {noun}».
    #[serde(default)]
    pub ordinals: Words,
    /// Small numbers as words, from zero on, by case.
    #[serde(default)]
    pub spelled: IndexMap<String, Vec<String>>,
    /// How dates are written.
    pub date: DatePatterns,
    /// Labels of figures, tables and annexes.
    pub caption: CaptionPatterns,
    /// Case endings of numbers, by their last spoken word.
    #[serde(default)]
    pub endings: Vec<EndingClass>,
    /// Endings after a possessive one, by case, for `back` and `front` vowels.
    #[serde(default)]
    pub after_possessive: IndexMap<String, Words>,
    /// Endings of words and acronyms, where the language has them by rule.
    #[serde(default)]
    pub forms: Option<FormsFile>,
    /// What is looked for in the templates' own words.
    #[serde(default)]
    pub lint: LintFile,
    /// What a noun does after a number.
    #[serde(default)]
    pub after_number: AfterNumber,
    /// Those who answered, in the forms that sentences use: `nom`, `gen`, `pl_nom`, `pl_gen`, …
    #[serde(default)]
    pub respondents: Words,
    /// Nouns that sentences count, each in the forms that follow a number: `nom`, `gen`, `pl_gen`, `few`, …
    #[serde(default)]
    pub nouns: IndexMap<String, Words>,
    /// How an answer is broken down, by the name of the breakdown in small letters: «по возрасту»; under `other` the
    /// pattern for the names that are not listed.
    #[serde(default)]
    pub breakdowns: Words,
    /// Fixed words and sentences.
    pub words: Words,
    /// Words for the values of closed lists, by list.
    pub enums: IndexMap<String, Words>,
}

/// Spaces that do not break.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typography {
    /// Signs before a number that do not end a line; such a number takes no ending.
    #[serde(default)]
    pub number_signs: Vec<String>,
    /// Short words that do not end a line.
    #[serde(default)]
    pub keep_with_next: Vec<String>,
    /// Beginnings of names whose capital letter stays inside a sentence.
    #[serde(default)]
    pub proper_names: Vec<String>,
}

/// What the prose of templates in this language must not hold.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LintFile {
    /// Whether the language is written in Latin letters.
    #[serde(default)]
    pub is_latin: bool,
    /// Opening and closing quotation mark.
    pub quotes: String,
    /// Dashes that stand between words in other languages.
    #[serde(default)]
    pub wrong_dashes: String,
    /// Letters that no other language of the documents has; nearly every sentence holds one.
    #[serde(default)]
    pub own_letters: String,
    /// Of so many words of a sentence one has nearly always such a letter; nothing where that cannot be said.
    #[serde(default)]
    pub own_within: Option<usize>,
    /// Words of another language that no word of this one looks like: each tells of a whole sentence.
    #[serde(default)]
    pub telling_words: Vec<String>,
    /// Letters that the language lacks.
    #[serde(default)]
    pub foreign_letters: String,
    /// Words of another language, in small letters.
    #[serde(default)]
    pub foreign_words: Vec<String>,
    /// Ends of such words.
    #[serde(default)]
    pub foreign_endings: Vec<String>,
    /// Words and ends of words by which a whole sentence of another language is told; one alone says nothing.
    #[serde(default)]
    pub sentence_words: Vec<String>,
    /// Ends of such words.
    #[serde(default)]
    pub sentence_endings: Vec<String>,
    /// Words that look foreign and are not.
    #[serde(default)]
    pub known: Vec<String>,
    /// Words that claim something of the data.
    #[serde(default)]
    pub assertions: Vec<Assertion>,
}

/// A regular expression.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "String")]
pub struct Pattern(pub Regex);

impl TryFrom<String> for Pattern {
    type Error = regex::Error;

    fn try_from(text: String) -> Result<Self, regex::Error> {
        Regex::new(&text).map(Self)
    }
}

/// Patterns of numbers: `{n}`, `{a}`, `{b}` stand for them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberPatterns {
    /// A share with its sign.
    pub percent: String,
    /// Two numbers.
    pub range: String,
    /// Two numbers one of which is below zero.
    pub range_negative: String,
    /// Two shares with their sign.
    pub percent_range: String,
}

/// Patterns of dates.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatePatterns {
    /// The months in each form that the patterns name: `{month_gen}`.
    pub months: IndexMap<String, [String; 12]>,
    /// Patterns by the name that templates give.
    pub styles: Words,
    /// A period inside a month.
    pub range_same_month: String,
    /// A period inside a year.
    pub range_same_year: String,
    /// Any other period.
    pub range: String,
}

/// Patterns of labels: `{n}` stands for the number, `{l}` for the letter.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaptionPatterns {
    /// Label of a figure.
    pub figure: String,
    /// Label of a table.
    pub table: String,
    /// What stands between label and text.
    pub separator: String,
    /// Heading of a table's later pages.
    pub table_continued: String,
    /// Label of an annex.
    pub annex: String,
}

/// Case endings shared by the numbers whose last spoken word is one of `numbers`.
#[derive(Debug, Clone, Deserialize)]
pub struct EndingClass {
    /// Last spoken words, as `last_spoken` names them: `5`, `40`, `1000`, `%`.
    pub numbers: Vec<String>,
    /// Words that numbers are read or written with and that take the ending without a hyphen.
    #[serde(default)]
    pub words: Vec<String>,
    /// The endings, by case.
    #[serde(flatten)]
    pub cases: Words,
}

impl LocaleFile {
    /// Whether words are broken at the ends of lines.
    pub fn hyphenates(&self) -> bool {
        self.hyphenation.as_ref().is_some_and(|rules| rules.can_break(&self.language))
    }

    /// Reads a locale file from its layers, or takes what they were read to before; `path` is for messages.
    ///
    /// # Errors
    /// [`Code::LocaleKey`] for everything that is malformed or lacking.
    pub fn read(path: &str, layers: &[SettingsLayer]) -> Result<Arc<Self>, Diagnostics> {
        static READ: Kept<LocaleFile> = Kept::new(16);
        let mut digest = Digest::default();
        layers.iter().for_each(|layer| {
            digest.value("keys", &layer.keys);
            digest.part(&layer.path, layer.text.as_bytes());
        });
        READ.get(&digest.finish(), || Self::merged(path, layers))
    }

    fn merged(path: &str, layers: &[SettingsLayer]) -> Result<Self, Diagnostics> {
        let kind = SettingsKind { code: Code::LocaleKey, open: OPEN, hint: || say!("hint-compare-locale") };
        let file: Self = merged(layers, kind)?;
        let mut faults = Diagnostics::new();
        for (key, pattern) in [("figure", &file.caption.figure), ("table", &file.caption.table)] {
            if !pattern.contains("{n}") {
                faults.push(
                    Diagnostic::new(Code::LocaleKey, say!("locale-caption-without-number", key = key))
                        .at(Location::file(path))
                        .hint(say!("hint-locale-caption")),
                );
            }
        }
        for style in DATE_STYLES.into_iter().filter(|s| !file.date.styles.contains_key(*s)) {
            let message = say!("locale-key-missing", key = style, table = "date.styles");
            faults.push(Diagnostic::new(Code::LocaleKey, message).at(Location::file(path)).hint(say!(
                "hint-locale-key",
                key = style,
                table = "date.styles"
            )));
        }
        if faults.has_errors() { Err(faults) } else { Ok(file) }
    }
}
