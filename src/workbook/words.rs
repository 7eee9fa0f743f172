//! Names of sheets, heads of columns and labels of values: one spelling is written, every language's is read.

use super::plan::{Field, Table};
use super::slots::{Slot, Tail};
use crate::diag::{Catalogue, UiLanguage};

/// Languages in the order of their columns; others stand behind them.
pub const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];
/// The case forms of a name, the nominative first; `gender` stands among them.
pub const CASES: &[&str] =
    &["nom", "gen", "dat", "acc", "loc", "abl", "ins", "prep", "pl_nom", "pl_gen", "pl_dat", "gender"];
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

/// A text as heads and labels are compared: composed letters, one space, small letters, the Cyrillic io as ie.
pub fn folded(text: &str) -> String {
    let lower = super::cells::composed(text).to_lowercase().replace('\u{451}', "\u{435}");
    lower
        .split(|c: char| c.is_whitespace() || c == '\u{A0}')
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashMap};

    use super::{Words, folded};
    use crate::diag::UiLanguage;
    use crate::workbook::heads::spread;
    use crate::workbook::plan::{Plan, Shape};

    #[test]
    fn every_sheet_column_and_value_has_a_name_in_each_language() {
        let plan = Plan::new(UiLanguage::En);
        assert!(plan.tables.len() > 50, "{} tables", plan.tables.len());
        let mut missing = BTreeSet::new();
        for words in Words::all() {
            for table in &plan.tables {
                missing.extend(
                    words
                        .text(&format!("sheet-{}", table.name.replace('_', "-")))
                        .is_none()
                        .then(|| table.name.clone()),
                );
                for (type_name, field) in table.fields.iter().flat_map(|f| &f.labels) {
                    let named = [format!("column-{type_name}-{field}"), format!("column-{field}")];
                    let is_named = named.iter().any(|id| words.text(id).is_some());
                    missing.extend(
                        (!is_named).then(|| format!("{} column-{type_name}-{field}", words.0.code())),
                    );
                }
                let parents =
                    table.ancestors(&plan).into_iter().map(|t| format!("key-{}", t.name.replace('_', "-")));
                missing.extend(parents.filter(|id| words.text(id).is_none()));
            }
            for choices in &plan.choices {
                let values =
                    choices.values.iter().map(|(value, _)| format!("value-{}-{value}", choices.type_name));
                let ids = values.chain([format!("list-{}", choices.type_name)]);
                missing.extend(ids.filter(|id| words.text(id).is_none()));
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }

    /// Whatever language a head is in, it means one column, and a sheet's name one sheet.
    #[test]
    fn no_name_means_two_things() {
        let plan = Plan::new(UiLanguage::En);
        let mut sheets: HashMap<String, usize> = HashMap::new();
        for words in Words::all() {
            for (at, table) in plan.tables.iter().enumerate() {
                let name = words.sheet(table);
                assert!(
                    name.chars().count() <= 31 && !name.contains(['[', ']', '*', '?', ':', '/', '\\', '\'']),
                    "{name}"
                );
                assert_eq!(*sheets.entry(folded(&name)).or_insert(at), at, "{name}");
            }
        }
        for table in &plan.tables {
            let slots = spread(table, &[]).slots(table);
            let mut heads: HashMap<String, usize> = HashMap::new();
            for words in Words::all() {
                for (at, slot) in slots.iter().enumerate() {
                    let head = match table.shape {
                        Shape::Card => {
                            format!("{} {:?}", words.row(&table.fields[slot.field], slot), slot.tail)
                        }
                        Shape::Files | Shape::Things | Shape::Values => {
                            words.head(&table.fields[slot.field], slot)
                        }
                    };
                    assert_eq!(*heads.entry(folded(&head)).or_insert(at), at, "{}: {head}", table.name);
                }
                for (depth, ancestor) in table.ancestors(&plan).into_iter().enumerate() {
                    let at = usize::MAX - depth;
                    assert_eq!(
                        *heads.entry(folded(&words.key(ancestor))).or_insert(at),
                        at,
                        "{}",
                        table.name
                    );
                }
            }
        }
    }
}
