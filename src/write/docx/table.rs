//! Tables: a repeated header row, whole rows, widths of the model over the text width.

use docx_rs::{
    AlignmentType, HeightRule, Paragraph, Table as DocxTable, TableCell, TableCellContent, TableChild,
    TableLayoutType, TableRow, TableRowChild, WidthType,
};

use super::body::{Child, Writer};
use super::extras;
use super::figure::caption_text;
use crate::diag::say;
use crate::document::{Align, Cell, Column, Table, plain_text};
use crate::write::units::twips;

/// A table of at most so many rows is kept on one page.
const SMALL: usize = 8;

impl<'a> Writer<'a> {
    pub fn table(&mut self, table: &'a Table) {
        if !self.is_even(table) {
            return;
        }
        if table.landscape {
            self.end_section(false);
        }
        let children = self.caption("Table", &table.label, &table.caption);
        self.push(Paragraph::new().style("Caption").keep_next(true), children);
        self.extras.tables.push(extras::Table {
            title: caption_text(&table.caption),
            description: table.head.iter().map(|c| plain_text(c)).collect::<Vec<_>>().join("; "),
            head: !table.head.is_empty(),
        });
        let built = self.built_table(table);
        self.out.push(Child::Table(Box::new(built)));
        self.note_lines(&table.notes);
        if table.landscape {
            self.end_section(true);
        }
    }

    fn is_even(&mut self, table: &Table) -> bool {
        let columns = table.columns.len();
        let odd = |cells: &[Cell]| !cells.is_empty() && cells.len() != columns;
        let uneven = table.rows.iter().any(|row| row.cells.len() != columns);
        if columns == 0 || uneven || odd(&table.head) {
            self.fault(say!("docx-table-uneven", label = &table.label, columns = columns));
            return false;
        }
        if table.rows.is_empty() && table.head.is_empty() {
            self.fault(say!("table-without-rows", label = &table.label));
            return false;
        }
        true
    }

    fn built_table(&mut self, table: &'a Table) -> DocxTable {
        let widths = column_widths(&table.columns, self.table_width(table));
        let mut rows = Vec::new();
        if !table.head.is_empty() {
            rows.push(self.row(&table.head, table, &widths, Kind::Head));
        }
        for row in &table.rows {
            let kind = if row.strong { Kind::Strong } else { Kind::Plain };
            rows.push(match row.group() {
                Some(name) => self.group(name, &widths),
                None => self.row(&row.cells, table, &widths, kind),
            });
        }
        let total = widths.iter().sum::<i32>().max(0) as usize;
        let mut built = DocxTable::new(rows)
            .style("ReportTable")
            .layout(TableLayoutType::Fixed)
            .width(total, WidthType::Dxa)
            .set_grid(widths.iter().map(|&w| w.max(0) as usize).collect());
        keep_ends(&mut built, !table.notes.is_empty());
        built
    }

    /// Width between the margins of the table's page, in twips.
    fn table_width(&self, table: &Table) -> i32 {
        let page = self.sheet.page;
        twips(if table.landscape { page.landscape().table_width() } else { page.table_width() })
    }

    /// The name of a group over all columns.
    fn group(&mut self, name: &'a Cell, widths: &[i32]) -> TableRow {
        let whole = Column { align: Align::Left, width: 1.0 };
        let cell = self.cell(name, &whole, widths.iter().sum(), Kind::Strong).grid_span(widths.len());
        TableRow::new(vec![cell]).cant_split()
    }

    fn row(&mut self, cells: &'a [Cell], table: &Table, widths: &[i32], kind: Kind) -> TableRow {
        let cells = cells.iter().zip(&table.columns).zip(widths);
        let cells = cells.map(|((cell, column), &width)| self.cell(cell, column, width, kind));
        let row = TableRow::new(cells.collect()).cant_split();
        match table.row_height.filter(|_| kind != Kind::Head) {
            Some(height) => row.row_height(twips(height) as f32).height_rule(HeightRule::AtLeast),
            None => row,
        }
    }

    fn cell(&mut self, cell: &'a Cell, column: &Column, width: i32, kind: Kind) -> TableCell {
        let style = if kind == Kind::Head { "TableHeading" } else { "TableText" };
        let mut paragraph = Paragraph::new().style(style).align(alignment(column.align));
        paragraph.children = match kind {
            Kind::Strong => self.strong_inlines(cell),
            Kind::Head | Kind::Plain => self.inlines(cell),
        };
        TableCell::new().width(width.max(0) as usize, WidthType::Dxa).add_paragraph(paragraph)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Plain,
    Strong,
}

fn alignment(align: Align) -> AlignmentType {
    match align {
        Align::Left => AlignmentType::Left,
        Align::Centre => AlignmentType::Center,
        Align::Right => AlignmentType::Right,
    }
}

/// Widths in twips that add up to the whole; shares that make no sense become equal ones.
pub fn column_widths(columns: &[Column], total: i32) -> Vec<i32> {
    let sum: f64 = columns.iter().map(|c| c.width).sum();
    let sound = sum.is_finite() && sum > 0.0 && columns.iter().all(|c| c.width > 0.0);
    let share = |c: &Column| if sound { c.width / sum } else { 1.0 / columns.len() as f64 };
    let mut edge = 0.0;
    let mut before = 0;
    columns
        .iter()
        .map(|column| {
            edge += share(column) * f64::from(total);
            let right = edge.round() as i32;
            let width = right - before;
            before = right;
            width
        })
        .collect()
}

/// Keeps every row with what follows the table.
pub fn keep_rows(table: &mut DocxTable) {
    let rows = table.rows.len();
    keep_range(table, 0, rows);
}

/// Keeps a small table whole, the first rows with the header, and the last with its notes.
fn keep_ends(table: &mut DocxTable, notes: bool) {
    let rows = table.rows.len();
    if rows <= SMALL {
        keep_range(table, 0, rows.saturating_sub(1));
    } else {
        keep_range(table, 0, 2);
        keep_range(table, rows - 2, rows - 1);
    }
    if notes {
        keep_range(table, rows.saturating_sub(1), rows);
    }
}

fn keep_range(table: &mut DocxTable, from: usize, to: usize) {
    for row in table.rows.iter_mut().take(to).skip(from) {
        let TableChild::TableRow(row) = row;
        for cell in &mut row.cells {
            let TableRowChild::TableCell(cell) = cell;
            for content in &mut cell.children {
                if let TableCellContent::Paragraph(paragraph) = content {
                    paragraph.property.keep_next = Some(true);
                }
            }
        }
    }
}
