//! A chart's numbers as a table: what is read out where the picture is not seen.

use serde::Serialize;

use super::estimate::{DASH, Estimate};
use crate::quantity::Number;

/// Rows and columns of what a chart shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Readout {
    /// Name of each column of values; none where the value is simply the row's.
    pub columns: Vec<Option<String>>,
    /// In the order drawn.
    pub rows: Vec<ReadoutRow>,
    /// What is printed beside all rows, a line to compare them with, and what it is a value of.
    pub references: Vec<Named>,
}

/// What a row of a chart shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadoutRow {
    /// What it shows it of.
    pub label: String,
    /// One per column.
    pub cells: Vec<Estimate>,
    /// What stands beside the values: a range of ranks, a tier. Empty where there is none.
    pub remark: String,
}

/// A table of printed values. The first column names the rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DataTable {
    /// Names of the columns.
    pub head: Vec<String>,
    /// As many cells in each as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// A number and the name of what has it.
pub type Named = (Number, String);

impl Readout {
    /// Rows of one value each.
    pub fn single(rows: impl Iterator<Item = ReadoutRow>) -> Self {
        Self { columns: vec![None], rows: rows.collect(), ..Self::default() }
    }

    /// Rows of a value for each of some named columns.
    pub fn named<'n>(
        columns: impl IntoIterator<Item = &'n String>,
        rows: impl Iterator<Item = ReadoutRow>,
    ) -> Self {
        let columns = columns.into_iter().cloned().map(Some).collect();
        Self { columns, rows: rows.collect(), ..Self::default() }
    }

    /// The same with a value to compare all rows with, and what it is a value of.
    #[must_use]
    pub fn beside(mut self, number: Option<&Number>, of: &str) -> Self {
        self.references.extend(number.map(|number| (number.clone(), of.to_owned())));
        self
    }

    /// All values from column `first` on, each with the name of its row and column.
    pub fn values(&self, first: usize) -> Vec<Named> {
        let is_one_column = self.columns.len().saturating_sub(first) < 2;
        let name = |row: &ReadoutRow, column: usize| match self.columns.get(column).and_then(Option::as_ref) {
            Some(name) if !is_one_column => [row.label.as_str(), name]
                .into_iter()
                .filter(|s| !s.is_empty())
                .collect::<Vec<_>>()
                .join(" – "),
            _ => row.label.clone(),
        };
        let of_row = |row: &ReadoutRow| {
            let cells = row.cells.iter().enumerate().skip(first);
            cells.filter_map(|(i, cell)| Some((cell.value.clone()?, name(row, i)))).collect::<Vec<_>>()
        };
        let all = self.rows.iter().flat_map(of_row);
        all.filter(|(number, _)| number.text != DASH).collect()
    }
}

impl ReadoutRow {
    /// A row of some cells.
    pub fn new(label: &str, cells: Vec<Estimate>) -> Self {
        Self { label: label.to_owned(), cells, remark: String::new() }
    }

    /// A row of one value.
    pub fn single(label: &str, value: Option<&Number>, interval: Option<(f64, f64)>) -> Self {
        Self::new(label, vec![Estimate { value: value.cloned(), interval }])
    }

    /// The row with a remark.
    #[must_use]
    pub fn remarked(self, remark: impl Into<String>) -> Self {
        Self { remark: remark.into(), ..self }
    }
}
