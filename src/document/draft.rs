//! A document as the author wrote it: directives not yet bound to data, references not yet numbered.

use super::{Align, Inlines};

/// A block of a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftBlock {
    /// The line of the rendered text on which it begins, from 1.
    pub line: u32,
    /// What it is.
    pub kind: DraftKind,
}

/// The kinds of blocks that an author can write.
#[derive(Debug, Clone, PartialEq)]
pub enum DraftKind {
    /// A heading of a level from 1 to 6.
    Heading {
        /// Number of hashes before it.
        level: u8,
        /// What stands in its braces.
        attributes: Attributes,
        /// Its words.
        text: Inlines,
    },
    /// A paragraph.
    Paragraph(Inlines),
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// The number of the first item, as it was written.
        start: u32,
        /// The blocks of each item.
        items: Vec<Vec<DraftBlock>>,
    },
    /// A quotation.
    Quote(Vec<DraftBlock>),
    /// A table as it was written, row by row.
    Table {
        /// How its columns are aligned, where the author says.
        aligns: Vec<Option<Align>>,
        /// Cells of the head.
        head: Vec<Inlines>,
        /// Cells of each row.
        rows: Vec<Vec<Inlines>>,
    },
    /// `:::name key=value` … `:::`.
    Directive {
        /// Name, in small letters and hyphens.
        name: String,
        /// What stands behind the name.
        attributes: Attributes,
        /// What stands inside.
        body: Vec<DraftBlock>,
    },
    /// A new page begins.
    PageBreak,
}

/// `key=value` pairs of a directive or heading, in the order written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attributes(pub Vec<(String, String)>);

impl Attributes {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str())
    }

    /// The keys that are not among `known`, in the order written.
    pub fn unknown<'a>(&'a self, known: &'a [&str]) -> impl Iterator<Item = &'a str> {
        self.0.iter().map(|(k, _)| k.as_str()).filter(|k| !known.contains(k))
    }
}
