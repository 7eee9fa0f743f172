//! Tables of answers, a row a respondent: CSV, XLSX and SPSS files as columns of codes.
//!
//! A column keeps each distinct value once and a small number a row ([`Codes`]), so that a hundred thousand people
//! with three hundred answers each take tens of megabytes. Every value is a text, as a codebook names it: `1`, not
//! `1.0`; an empty cell, and what SPSS calls system-missing, is the empty text. What a code means is not known here.

mod codes;
mod column;
mod csv;
mod sav;
mod sheet;

pub use codes::Codes;
pub use column::{Column, Labels, Span, number_text};
pub use sheet::{Sheets, sheets};

use crate::diag::{Code, Diagnostic, Location, Message, say};
use crate::quantity::whole;

/// A table of answers.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// Number of respondents.
    pub rows: usize,
    /// Row of the file, as a spreadsheet or an editor counts, in which the first respondent stands; 1 where the file
    /// has no head.
    pub first_row: usize,
    /// The line in which each respondent stands, where cells may hold line ends; empty where row follows row.
    pub lines: Vec<u32>,
    /// Path as the user named it.
    pub path: String,
}

/// What of a table is read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Extent<'a> {
    /// Sheet of a workbook; none is the first.
    pub sheet: Option<&'a str>,
    /// Rows at most; none is all.
    pub most_rows: Option<usize>,
}

impl Extent<'_> {
    /// Whether a row, counted from 0, is still wanted.
    fn has(&self, row: usize) -> bool {
        self.most_rows.is_none_or(|most| row < most)
    }
}

impl Table {
    /// Reads a table; its kind is told by the ending of `path`.
    ///
    /// # Errors
    /// [`Code::AnswersFile`] where it is of another kind, damaged, or has no head; [`Code::NotUtf8`] of a CSV file.
    pub fn read(path: &str, bytes: Vec<u8>, extent: Extent<'_>) -> Result<Self, Diagnostic> {
        let ending = path.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
        let mut table = match ending.as_str() {
            "csv" | "tsv" | "txt" => csv::read(path, bytes, extent),
            "xlsx" | "xlsm" => sheet::read(path, bytes, extent),
            "sav" | "zsav" => sav::read(path, &bytes, extent),
            _ => Err(Diagnostic::new(Code::AnswersFile, say!("answers-kind", path = path))
                .at(Location::file(path))
                .hint(say!("hint-answers-kind"))),
        }?;
        table.path = path.to_owned();
        if let Some(twice) = table.twice() {
            let message = say!("answers-column-twice", column = twice);
            return Err(Diagnostic::new(Code::AnswersFile, message)
                .at(Location::file(path))
                .hint(say!("hint-answers-column-twice")));
        }
        Ok(table)
    }

    /// A column by its name; exports of forms put the groups of a question before it, `main/trust/police`.
    pub fn column(&self, name: &str) -> Option<&Column> {
        let own = self.columns.iter().find(|column| column.name == name);
        own.or_else(|| self.column_in_group(name))
    }

    /// The one column that has a name behind those of its groups.
    fn column_in_group(&self, name: &str) -> Option<&Column> {
        let is_own = |column: &&Column| {
            column
                .name
                .strip_suffix(name)
                .is_some_and(|groups| groups.len() > 1 && groups.ends_with(['/', '-']))
        };
        let mut found = self.columns.iter().filter(is_own);
        found.next().filter(|_| !name.is_empty() && found.next().is_none())
    }

    /// The row of the file in which a respondent, counted from 0, stands.
    pub fn file_row(&self, row: usize) -> usize {
        self.lines.get(row).map_or(self.first_row + row, |line| whole::count(*line))
    }

    /// The first name that two columns have.
    fn twice(&self) -> Option<&str> {
        let mut seen = std::collections::HashSet::new();
        self.columns.iter().map(|c| c.name.as_str()).find(|name| !seen.insert(*name))
    }
}

/// The finding of a file that cannot be read as a table.
fn broken(path: &str, detail: &dyn std::fmt::Display) -> Diagnostic {
    refused(path, say!("answers-broken", path = path, detail = detail))
}

/// The finding of a file that can be read and holds no table.
fn no_table(path: &str, cause: Message) -> Diagnostic {
    refused(path, say!("answers-broken", path = path).because(cause))
}

fn refused(path: &str, message: Message) -> Diagnostic {
    Diagnostic::new(Code::AnswersFile, message).at(Location::file(path)).hint(say!("hint-answers-broken"))
}
