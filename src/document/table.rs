//! Tables.

use serde::Serialize;

use super::{Caption, Inlines};

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Unique in the document, stable between builds; ASCII.
    pub label: String,
    /// The caption, set above it.
    pub caption: Caption,
    /// How each column is set.
    pub columns: Vec<Column>,
    /// Cells of the head, one a column; empty where there is none.
    pub head: Vec<Cell>,
    /// The rows below the head.
    pub rows: Vec<Row>,
    /// Base, n, source and other notes, one paragraph each.
    pub notes: Vec<Inlines>,
    /// Whether the table stands on pages of its own, turned to landscape.
    pub landscape: bool,
    /// Whether it stands on one page with its caption and notes, and is never parted.
    pub whole: bool,
    /// Least height of a row in points, where there is to be room to write by hand.
    pub row_height: Option<f64>,
}

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Column {
    /// Where its text stands.
    pub align: Align,
    /// Relative width; the columns' widths add up to 1.
    pub width: f64,
}

/// Where a column's text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Centre,
    /// At the right, as numbers do.
    Right,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// A total or a sub-heading row is set in bold.
    pub strong: bool,
    /// One a column.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The name of a group of rows: alone in its row, it runs over all columns.
    pub fn group(&self) -> Option<&Cell> {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        let first = filled.next().filter(|_| self.strong && self.cells.len() > 2)?;
        filled.next().is_none().then_some(first)
    }
}

/// What stands in a cell.
pub type Cell = Inlines;
