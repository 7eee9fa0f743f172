//! What stands in a table, before its columns have widths.

use crate::document::{Align, Cell, Inline, Inlines, Row, plain_text};
use crate::locale::Locale;

/// Most characters of a cell that is set like a number.
const NUMBER_LENGTH: usize = 24;

/// Columns, head and rows of a table.
pub struct TableContent {
    /// How each column is aligned, where that is said.
    pub aligns: Vec<Option<Align>>,
    /// Cells of the head.
    pub head: Vec<Cell>,
    /// Cells of each row.
    pub rows: Vec<Vec<Cell>>,
    /// What stands below the table.
    pub notes: Vec<Inlines>,
}

impl TableContent {
    /// The texts of the study in it, with the spaces that a line must not end at.
    pub fn set(mut self, locale: &Locale) -> Self {
        for inline in self.head.iter_mut().chain(self.rows.iter_mut().flatten()).flatten() {
            if let Inline::Text(text) = inline {
                *text = locale.typography(text);
            }
        }
        self
    }

    /// Whether every filled cell of a column begins like a number.
    pub fn is_numeric(&self, column: usize) -> bool {
        let texts = || self.rows.iter().filter_map(|r| r.get(column)).map(|c| plain_text(c));
        let is_number = |t: &String| {
            t.chars().next().is_none_or(|c| c.is_ascii_digit() || matches!(c, '—' | '\u{2212}'))
                && t.chars().count() < NUMBER_LENGTH
        };
        texts().any(|t| !t.is_empty()) && texts().all(|t| is_number(&t))
    }
}

/// Whether a row names a group of rows.
pub fn is_group(cells: &[Cell]) -> bool {
    Row { strong: is_strong(cells), cells: cells.to_vec() }.group().is_some()
}

/// A row whose every filled cell is set in bold is a total.
pub fn is_strong(cells: &[Cell]) -> bool {
    let mut filled = cells.iter().filter(|c| !c.is_empty()).peekable();
    filled.peek().is_some() && filled.all(|c| matches!(c.as_slice(), [Inline::Strong(_)]))
}
