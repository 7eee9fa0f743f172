//! Names of sheets, heads of columns and labels of values: one spelling is written, every language's is read.

use super::plan::{Field, Table};
use super::slots::{Slot, Tail};
use crate::diag::{Catalogue, UiLanguage};

/// The case forms of a name, the nominative first; `gender` stands among them.
pub const CASES: &[&str] = &["nom", "gen", "dat", "acc", "loc", "abl", "ins", "prep", "gender"];
/// What parts an object's name from its field's.
const INSIDE: &str = " – ";

/// The words of a language of the user interface.
#[derive(Debug, Clone, Copy)]
pub struct Words(pub UiLanguage);

impl Words {
    /// All languages.
    pub fn all() -> [Self; 3] {
        UiLanguage::ALL.map(Words)
    }

    fn text(self, id: &str) -> Option<String> {
        Catalogue::of(self.0).text(id, None)
    }

    /// A word of the catalogue, or its id.
    pub fn word(self, id: &str) -> String {
        self.text(id).unwrap_or_else(|| id.to_owned())
    }

    /// The name of a sheet.
    pub fn sheet(self, table: &Table) -> String {
        let id = table.name.replace('_', "-");
        self.text(&format!("sheet-{id}")).unwrap_or_else(|| table.name.chars().take(31).collect())
    }

    /// The head of the column in which other sheets name a row of this one.
    pub fn key(self, table: &Table) -> String {
        let id = table.name.replace('_', "-");
        self.text(&format!("key-{id}")).unwrap_or_else(|| format!("{} id", table.name))
    }

    /// What a field is called, the objects on the way to it first.
    pub fn field(self, field: &Field) -> String {
        let named = field.labels.iter().map(|(type_name, field)| self.label(type_name, field));
        named.collect::<Vec<_>>().join(INSIDE)
    }

    fn label(self, type_name: &str, field: &str) -> String {
        let own = self.text(&format!("column-{type_name}-{field}"));
        own.or_else(|| self.text(&format!("column-{field}"))).unwrap_or_else(|| field.to_owned())
    }

    /// The head of a column of a table.
    pub fn head(self, field: &Field, slot: &Slot) -> String {
        let label = self.row(field, slot);
        match &slot.tail {
            Tail::Whole | Tail::Key(_) => label,
            Tail::Language(language) | Tail::Form(language, _) => {
                format!("{label} ({})", self.language(language))
            }
        }
    }

    /// The head of a row of a card.
    pub fn row(self, field: &Field, slot: &Slot) -> String {
        let label = self.field(field);
        match &slot.tail {
            Tail::Whole | Tail::Language(_) => label,
            Tail::Key(key) => format!("{label}: {key}"),
            Tail::Form(_, case) if case == "nom" => label,
            Tail::Form(_, case) => format!("{label}, {}", self.word(&format!("case-{case}"))),
        }
    }

    /// The short name of a language: its code where there is none.
    pub fn language(self, code: &str) -> String {
        self.text(&format!("language-{code}")).unwrap_or_else(|| code.to_owned())
    }

    /// What a value of a closed list is called.
    pub fn value(self, type_name: &str, value: &str) -> String {
        self.text(&format!("value-{type_name}-{value}")).unwrap_or_else(|| value.to_owned())
    }

    /// Yes or no.
    pub fn flag(self, flag: bool) -> String {
        self.word(if flag { "value-yes" } else { "value-no" })
    }
}

/// A text as heads and labels are compared: composed letters, one space, small letters, «ё» as «е».
pub fn folded(text: &str) -> String {
    let lower = super::cells::composed(text).to_lowercase().replace('ё', "е");
    lower
        .split(|c: char| c.is_whitespace() || c == '\u{A0}')
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
