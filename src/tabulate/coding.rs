//! The values of a column as places of a code list; what no list declares is a finding.

use super::Input;
use crate::answers::Column;
use crate::diag::{Code, Diagnostic, Location, Message, say};

/// What a value means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The code at this place of the list.
    Code(u16),
    /// No answer.
    Missing,
    /// Nothing declares it.
    Unknown,
}

/// A code with a decimal point that says nothing, as pandas writes whole numbers of a column with gaps: `1.0`.
pub fn plain(value: &str) -> &str {
    match value.split_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|b| b == b'0') => {
            if whole.parse::<i64>().is_ok() { whole } else { value }
        }
        _ => value,
    }
}

/// How often an answer holds the separator at most.
const MOST_SEPARATORS: usize = 8;

/// The answers in a cell; one that holds the separator itself, as a form's "Water, gas" between commas, is taken as a
/// whole where it is known.
pub fn parts<'v>(value: &'v str, separator: &str, is_known: impl Fn(&str) -> bool) -> Vec<&'v str> {
    let mut parts = Vec::new();
    let mut rest = value;
    while !rest.is_empty() {
        let ends = rest.match_indices(separator).map(|(at, _)| at).chain([rest.len()]);
        let ends: Vec<usize> = ends.take(MOST_SEPARATORS + 1).collect();
        let known = ends.iter().rev().find(|end| is_known(rest[..**end].trim()));
        let end = known.or(ends.first()).copied().unwrap_or(rest.len());
        parts.push(rest[..end].trim());
        rest = rest.get(end + separator.len()..).unwrap_or_default();
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// What each distinct value of a column means, by `meaning`, which is asked for the value as it stands and, where it
/// does not know it, for its plain form.
pub fn meanings(column: &Column, meaning: impl Fn(&str) -> Meaning) -> Vec<Meaning> {
    let of = |value: &String| match meaning(value) {
        Meaning::Unknown => meaning(plain(value)),
        known @ (Meaning::Code(_) | Meaning::Missing) => known,
    };
    column.values.iter().map(of).collect()
}

/// Values that nothing declares: how many of the rows that count have them, and the first such row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undeclared {
    pub value: String,
    pub count: usize,
    pub row: usize,
}

impl Undeclared {
    /// The finding, at the place of the plan that names the column.
    pub fn finding(&self, input: Input<'_>, column: &str, pointer: &str) -> Diagnostic {
        let row = input.table.file_row(self.row);
        let message: Message = if self.value.is_empty() {
            say!("answers-blank", column = column, row = row; count = self.count)
        } else {
            say!("answers-code", column = column, value = self.value, row = row; count = self.count)
        };
        Diagnostic::new(Code::AnswersCode, message)
            .at(Location::pointer(crate::study::tabulation::Tabulation::FILE, pointer))
            .hint(say!("hint-answers-code"))
    }
}

/// The undeclared values among the rows that count, in the order of the column's values.
pub fn undeclared(
    column: &Column,
    meanings: &[Meaning],
    rows: impl Iterator<Item = usize>,
) -> Vec<Undeclared> {
    if !meanings.contains(&Meaning::Unknown) {
        return Vec::new();
    }
    let mut counts: Vec<(usize, usize)> = vec![(0, 0); column.values.len()];
    for row in rows {
        if let Some((count, first)) = counts.get_mut(column.codes.at(row)) {
            if *count == 0 {
                *first = row;
            }
            *count += 1;
        }
    }
    let unknown = column.values.iter().zip(meanings).zip(counts);
    unknown
        .filter(|((_, meaning), (count, _))| **meaning == Meaning::Unknown && *count > 0)
        .map(|((value, _), (count, row))| Undeclared { value: value.clone(), count, row })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{parts, plain};

    #[test]
    fn an_answer_may_hold_the_separator() {
        let known = |part: &str| ["Вода, газ", "Дороги", "Вода"].contains(&part);
        assert_eq!(parts("Дороги, Вода, газ", ", ", known), ["Дороги", "Вода, газ"]);
        assert_eq!(parts("Вода, Дороги, другое", ", ", known), ["Вода", "Дороги", "другое"]);
        assert_eq!(parts("1  2", " ", |_| true), ["1  2"]);
        assert_eq!(parts("1  2", " ", |part| part.len() == 1), ["1", "2"]);
        assert_eq!(parts("", " ", known), Vec::<&str>::new());
    }

    #[test]
    fn only_zeros_behind_a_whole_number_are_taken_off() {
        assert_eq!(
            ["1.0", "-1.00", "1.5", "a.0", "1.", "98"].map(plain),
            ["1", "-1", "1.5", "a.0", "1.", "98"]
        );
    }
}
