//! A workbook: sheets of titled tables with numbers, as a reader of a spreadsheet opens them.
//!
//! Like the rest of the model it is resolved: texts are in one language, numbers carry their decimals, links their
//! targets. How it looks is the writer's.

use jiff::civil::Date;

use super::Meta;
use crate::quantity::Number;

/// A workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    /// What the file says about itself.
    pub meta: Meta,
    /// The sheets in their order.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Name on the tab, at most 31 characters, none of `[ ] : * ? / \`.
    pub name: String,
    /// What stands in its first line.
    pub title: String,
    /// What it holds, for the list of sheets.
    pub about: String,
    /// Paragraphs below the title.
    pub notes: Vec<String>,
    /// The lines below.
    pub lines: Vec<Line>,
    /// Whether the first head stays in view, with buttons to filter and sort by: of a sheet with one table.
    pub filtered: bool,
    /// Columns that stay in view at the left.
    pub frozen_columns: u16,
    /// Widest that a column may become, in characters; longer texts break into lines.
    pub widest: u16,
}

/// A line of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// An empty one.
    Blank,
    /// A paragraph over the whole width.
    Paragraph(String),
    /// The title of a table.
    Caption(String),
    /// The head of a table.
    Head(Vec<String>),
    /// A row of a table.
    Row(Vec<SheetCell>),
    /// A row that says something about the one above: limits of an interval, a base.
    Faint(Vec<SheetCell>),
}

/// A cell of a workbook.
#[derive(Debug, Clone, PartialEq)]
pub enum SheetCell {
    /// Nothing applies.
    Empty,
    /// There is a value that is not shown: a small base, a small cell.
    Withheld,
    /// Words.
    Text(String),
    /// A number; `marks` stand behind it and are no part of the value.
    Number {
        /// The number, shown with its decimals.
        number: Number,
        /// Letters of the groups whose values it exceeds.
        marks: String,
    },
    /// A number in a row, or of rows: what the workbook counts in itself.
    Ordinal(usize),
    /// A day.
    Date(Date),
    /// A link to another sheet, by its place in the book.
    Sheet(usize),
    /// A web address.
    Url(String),
}

impl SheetCell {
    /// A cell of words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A cell of a number without marks.
    pub fn number(number: Number) -> Self {
        Self::Number { number, marks: String::new() }
    }
}

impl Book {
    /// How many rows of tables the book has.
    pub fn rows(&self) -> usize {
        let lines = self.sheets.iter().flat_map(|sheet| &sheet.lines);
        lines.filter(|line| matches!(line, Line::Row(_) | Line::Faint(_))).count()
    }
}
