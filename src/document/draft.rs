//! A document as the author wrote it: directives not yet bound to data, references not yet numbered.

use super::Inlines;

/// A block of a draft, with the line of the rendered text on which it begins (from 1).
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    pub line: u32,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Heading { level: u8, attributes: Attributes, text: Inlines },
    Paragraph(Inlines),
    List { ordered: bool, items: Vec<Vec<Block>> },
    Quote(Vec<Block>),
    Table { aligns: Vec<Option<super::Align>>, head: Vec<Inlines>, rows: Vec<Vec<Inlines>> },
    Directive { name: String, attributes: Attributes, body: Vec<Block> },
    PageBreak,
}

/// `key=value` pairs of a directive or heading, in the order written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attributes(pub Vec<(String, String)>);

impl Attributes {
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str())
    }

    /// The keys that are not among `known`, in the order written.
    pub fn unknown<'a>(&'a self, known: &'a [&str]) -> impl Iterator<Item = &'a str> {
        self.0.iter().map(|(k, _)| k.as_str()).filter(|k| !known.contains(k))
    }
}
