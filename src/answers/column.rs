//! A column of answers: its distinct values once, and which of them each row holds.

use std::collections::HashMap;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::Codes;
use crate::quantity::whole;

/// Distinct values that are looked for one by one; more are found by their hash.
const FEW: usize = 12;

/// What a file says of a column's codes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Labels {
    /// The column's own label: the wording of a question, as a rule.
    pub column: Option<String>,
    /// Code and label, in the file's order.
    pub values: Vec<(String, String)>,
    /// Codes that the file itself calls missing.
    pub missing: Vec<String>,
    /// Numbers that the file itself calls missing: least and greatest.
    pub missing_span: Option<Span>,
}

/// Least and greatest number of a range, both included.
pub type Span = (f64, f64);

/// A column of answers.
#[derive(Debug, Clone, Default)]
pub struct Column {
    /// Its name in the head.
    pub name: String,
    /// Its distinct values, in the order in which they first appear.
    pub values: Vec<String>,
    /// Which value each row holds.
    pub codes: Codes,
    /// What the file says of its codes.
    pub labels: Labels,
    /// Places by value, where there are many.
    found: HashMap<String, u32>,
    /// Place of the value that came last: neighbours are often alike.
    last: u32,
}

impl Column {
    /// A column without rows.
    pub fn new(name: impl Into<String>) -> Self {
        let name: String = name.into();
        let name = if is_composed(&name) { name } else { name.nfc().collect() };
        Self { name, ..Self::default() }
    }

    /// Adds the value of the next row; spaces at its ends do not count.
    pub fn push(&mut self, value: &str) {
        let place = self.place(value.trim());
        self.push_place(place);
    }

    /// Adds the next row by the place of its value ([`Column::place`]).
    pub(super) fn push_place(&mut self, place: u32) {
        self.last = place;
        self.codes.push(place);
    }

    /// The place of a value, which is added where it is new.
    pub(super) fn place(&mut self, value: &str) -> u32 {
        if self.values.get(whole::count(self.last)).is_some_and(|last| last == value) {
            return self.last;
        }
        if let Some(known) = self.known(value) {
            return known;
        }
        if is_composed(value) {
            return self.add(value);
        }
        let composed: String = value.nfc().collect();
        self.known(&composed).unwrap_or_else(|| self.add(&composed))
    }

    fn known(&self, value: &str) -> Option<u32> {
        if self.values.len() <= FEW {
            self.values.iter().position(|v| v == value).map(whole::count_u32)
        } else {
            self.found.get(value).copied()
        }
    }

    fn add(&mut self, value: &str) -> u32 {
        let place = whole::count_u32(self.values.len());
        self.values.push(value.to_owned());
        if self.values.len() == FEW + 1 {
            self.found = self.values.iter().cloned().zip(0..).collect();
        } else if self.values.len() > FEW {
            self.found.insert(value.to_owned(), place);
        }
        place
    }

    /// How many rows hold each distinct value, and the first that does, counted from 0.
    pub fn counts(&self) -> Vec<(usize, usize)> {
        let mut counts = vec![(0, 0); self.values.len()];
        for row in 0..self.codes.len() {
            if let Some((count, first)) = counts.get_mut(self.codes.at(row)) {
                if *count == 0 {
                    *first = row;
                }
                *count += 1;
            }
        }
        counts
    }
}

/// Whether a text is in composed letters (Unicode NFC), as codebooks and plans are.
fn is_composed(text: &str) -> bool {
    text.is_ascii() || is_nfc(text)
}

/// A number as a codebook writes it: whole numbers without a decimal point.
pub fn number_text(number: f64) -> String {
    // Negative zero is zero.
    if number == 0.0 { "0".to_owned() } else { format!("{number}") }
}

#[cfg(test)]
mod tests {
    use super::{Column, number_text};

    #[test]
    fn a_value_stands_once_however_many_there_are() {
        let mut column = Column::new("q");
        for row in 0..1000 {
            column.push(&format!(" {} ", row % 40));
        }
        assert_eq!((column.values.len(), column.codes.len()), (40, 1000));
        assert_eq!(column.values[column.codes.at(999)], "39");
        assert_eq!(column.counts()[39], (25, 39));
    }

    #[test]
    fn numbers_are_written_as_codes() {
        assert_eq!([1.0, -0.0, 0.5, 1e15].map(number_text), ["1", "0", "0.5", "1000000000000000"]);
    }
}
