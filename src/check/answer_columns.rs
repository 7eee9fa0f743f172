//! Columns of the table of answers that look like personal data: names, telephone numbers, IIN, addresses. No value of
//! them is repeated.

use super::patterns::Patterns;
use crate::answers::Table;
use crate::diag::{Code, Diagnostic, Location, say};

/// Distinct values of a column that are looked at.
const LOOKED_AT: usize = 2000;
/// Values that look like names before a column is called one of names.
const NAMES: usize = 3;

/// A finding for each such column.
pub fn find(patterns: &Patterns, table: &Table) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for column in &table.columns {
        let values = || column.values.iter().take(LOOKED_AT);
        let contact =
            patterns.personal_data.iter().find(|(_, pattern)| values().any(|v| pattern.is_match(v)));
        let named = patterns.personal_columns.iter().any(|pattern| pattern.is_match(&column.name));
        let is_name = |value: &&String| patterns.personal_names.iter().any(|pattern| pattern.is_match(value));
        let message = match contact {
            Some((kind, _)) => say!("answers-personal", column = column.name, kind = kind),
            None if named => say!("answers-personal-name", column = column.name),
            None if values().filter(is_name).take(NAMES).count() == NAMES => {
                say!("answers-personal", column = column.name, kind = "name")
            }
            None => continue,
        };
        let doubt = Diagnostic::new(Code::AnswersPersonal, message).at(Location::file(&table.path));
        found.push(doubt.hint(say!("hint-answers-personal")));
    }
    found
}
