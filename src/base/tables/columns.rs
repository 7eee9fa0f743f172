//! How a table of the package is declared.

use crate::document::dataset::{FieldKind, Reference};

/// A table: name, columns, key, references.
pub struct TableSpec {
    /// Its name.
    pub name: &'static str,
    /// Columns that together tell a row from all others.
    pub key: &'static [&'static str],
    /// Columns whose values are keys of other tables.
    pub references: &'static [Reference],
    /// The columns.
    pub columns: &'static [Column],
}

/// A column.
pub struct Column {
    /// Its name.
    pub name: &'static str,
    word: Option<&'static str>,
    /// What kind of values.
    pub kind: FieldKind,
    /// Whether it stands once for each language.
    pub localized: bool,
    /// Whether every row has a value.
    pub required: bool,
    /// Least and greatest value.
    pub range: Option<(i32, i32)>,
    /// All values that may stand there.
    pub choices: &'static [&'static str],
}

impl Column {
    const fn of(name: &'static str, kind: FieldKind) -> Self {
        Self { name, word: None, kind, localized: false, required: true, range: None, choices: &[] }
    }

    /// Codes and words of one language.
    pub const fn text(name: &'static str) -> Self {
        Self::of(name, FieldKind::Text)
    }

    /// A text in each language.
    pub const fn texts(name: &'static str) -> Self {
        Self { localized: true, ..Self::of(name, FieldKind::Text) }
    }

    /// A web address.
    pub const fn address(name: &'static str) -> Self {
        Self::of(name, FieldKind::Address)
    }

    /// A code of a closed list.
    pub const fn choice(name: &'static str, choices: &'static [&'static str]) -> Self {
        Self { choices, ..Self::of(name, FieldKind::Text) }
    }

    /// A count.
    pub const fn whole(name: &'static str) -> Self {
        Self { range: Some((0, i32::MAX)), ..Self::of(name, FieldKind::Whole) }
    }

    /// A number between two.
    pub const fn number(name: &'static str, least: i32, most: i32) -> Self {
        Self { range: Some((least, most)), ..Self::of(name, FieldKind::Number) }
    }

    /// A day.
    pub const fn date(name: &'static str) -> Self {
        Self::of(name, FieldKind::Date)
    }

    /// The same where a row may lack a value.
    pub const fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// The same under another word than its name.
    pub const fn called(mut self, word: &'static str) -> Self {
        self.word = Some(word);
        self
    }

    /// Key of its title among the words.
    pub fn word(&self) -> &'static str {
        self.word.unwrap_or(self.name)
    }
}

/// Columns that are the key of another table under the same names.
pub const fn refers(fields: &'static [&'static str], table: &'static str) -> Reference {
    Reference { fields, table, keys: fields }
}
