//! A data package: tidy tables with their schemas, for other programs.
//!
//! One table, one kind of thing; one row, one of them; texts in languages stand in columns of their own
//! (`label_kk`, `label_ru`). The form is Frictionless Data Package v1 with Table Schemas; writing it is the writer's.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::quantity::Rounded;

/// A text by language.
pub type Texts = BTreeMap<String, String>;

/// A data package.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    /// Id of the study, lower case.
    pub name: String,
    /// What the package is called, by language.
    pub title: Texts,
    /// What it holds, by language.
    pub description: Texts,
    /// Who answers for it.
    pub author: String,
    /// The languages of its texts; the first stands where a format has room for one.
    pub languages: Vec<String>,
    /// The cut-off date, the only date of the package.
    pub date: Date,
    /// Words by which it is found, by language.
    pub keywords: Texts,
    /// The tables.
    pub tables: Vec<DataTable>,
    /// Further files by their path: a codebook, what to read first.
    pub files: BTreeMap<String, String>,
}

/// A tidy table.
#[derive(Debug, Clone, PartialEq)]
pub struct DataTable {
    /// Its name, of which the file's is made.
    pub name: &'static str,
    /// What it is called, by language.
    pub title: Texts,
    /// Its columns.
    pub fields: Vec<Field>,
    /// Columns that together tell a row from all others.
    pub key: Vec<&'static str>,
    /// Columns whose values are keys of other tables.
    pub references: Vec<Reference>,
    /// The rows, as wide as `fields`.
    pub rows: Vec<Vec<Value>>,
}

/// Columns whose values are a key of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// Columns of the own table.
    pub fields: &'static [&'static str],
    /// Name of the other table.
    pub table: &'static str,
    /// The columns there.
    pub keys: &'static [&'static str],
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its name: letters, digits and `_`.
    pub name: String,
    /// What it holds, by language.
    pub title: Texts,
    /// What kind of values.
    pub kind: FieldKind,
    /// Whether every row has a value.
    pub required: bool,
    /// Least and greatest value, of numbers.
    pub range: Option<(i32, i32)>,
    /// All values that may stand there; empty where any may.
    pub choices: Vec<String>,
}

/// Kinds of values, as Table Schema knows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Words, codes.
    Text,
    /// A web address.
    Address,
    /// A whole number.
    Whole,
    /// A number with decimals.
    Number,
    /// A day, YYYY-MM-DD.
    Date,
}

/// A value of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// None, or one that is not shown.
    Missing,
    /// Words, codes.
    Text(String),
    /// A whole number.
    Whole(u64),
    /// A number to the decimals that documents print.
    Number(Rounded),
    /// A day.
    Date(Date),
}

impl Dataset {
    /// How many rows the tables have.
    pub fn rows(&self) -> usize {
        self.tables.iter().map(|table| table.rows.len()).sum()
    }
}
