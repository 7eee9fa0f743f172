//! What a document says about itself, and the fixed words that writers print.

use std::collections::BTreeMap;

use serde::Serialize;

/// What a document says about itself.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Meta {
    /// BCP 47 language tag without region: `kk`, `ru`, `en`.
    pub language: String,
    /// BCP 47 tag with region, as Office wants it: `kk-KZ`.
    pub language_region: String,
    /// Name of the deliverable and title of the study.
    pub title: String,
    /// Title of the study.
    pub subject: String,
    /// Name of the grantee.
    pub author: String,
    /// Kind of document and place of the study.
    pub keywords: Vec<String>,
    /// The cut-off date of the deliverable as year, month, day; the only date a file carries.
    pub date: (i16, i8, i8),
    /// Id of the study, by which a returned file is recognised.
    pub study: String,
    /// Id of the deliverable.
    pub deliverable: String,
    /// Whether running text is justified: only where words can be hyphenated.
    pub justify: bool,
    /// The same for a document whose reader's program has to hyphenate.
    pub justify_docx: bool,
    /// A mark printed on every page (demonstration data, test), where the study sets one.
    pub mark: Option<String>,
    /// What stands before the decimals of a number.
    pub decimal_mark: String,
    /// The short text of the running head.
    pub running_head: String,
    /// Fixed words of the document's language that writers print.
    pub words: Words,
}

/// Keys of the names of a deck's layouts and placeholders.
pub const DECK_WORDS: [&str; 19] = [
    "cover",
    "illustrated",
    "section",
    "text",
    "chart",
    "picture",
    "columns",
    "table",
    "quotes",
    "closing",
    "tiles",
    "title",
    "number",
    "source",
    "rule",
    "date",
    "footer",
    "slide_number",
    "start",
];

/// Fixed words that writers put on pages, from the locale file.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Words {
    /// Heading of what the speaker says.
    pub notes: String,
    /// The word before a slide's number.
    pub slide: String,
    /// Names of a deck's layouts and placeholders.
    #[serde(skip)]
    pub deck: BTreeMap<&'static str, String>,
    /// Heading of a table's second and later pages, `{}` stands for the number.
    pub table_continued: String,
}
