//! Tables: a repeated header row, whole rows, widths of the model over the text width.

use docx_rs::{
    AlignmentType, HeightRule, Paragraph, Table as WordTable, TableCell, TableLayoutType, TableRow, WidthType,
};

use super::additions::{Addition, Story, TableAddition};
use super::behind;
use super::block_writer::BlockWriter;
use super::caption::{caption, caption_text, notes};
use super::flow::keep_rows;
use super::side_by_side;
use crate::diag::say;
use crate::document::{Align, Cell, Column, Table, plain_text};
use crate::quantity::{Pt, Twips, whole};

/// A table that takes a smaller share of the page stays whole.
const SHORT: f64 = 0.33;
/// Mean width of a letter and height of a line, in the size of the type; white in a cell above and below its text.
const LETTER: f64 = 0.52;
const LINE: f64 = 1.15;
const CELL_WHITE: Pt = Pt(3.0);
/// White below a table that no notes set apart from the text.
const WHITE_BELOW: Pt = Pt(9.0);

/// Writes a table with its caption and notes.
pub fn table<'a>(writer: &mut BlockWriter<'a>, table: &'a Table) {
    if !is_even(writer, table) {
        return;
    }
    if table.landscape {
        writer.flow.end_section(false);
    }
    let children = caption(writer, "Table", &table.label, &table.caption);
    writer.flow.push(Paragraph::new().style("Caption").keep_next(true), children);
    let word_table = word_table(writer, table);
    writer.flow.push_table(word_table);
    notes(writer, &table.notes);
    if table.landscape {
        writer.flow.end_section(true);
    } else if table.notes.is_empty() {
        writer.flow.push_white(WHITE_BELOW);
    }
}

fn is_even(writer: &mut BlockWriter<'_>, table: &Table) -> bool {
    let columns = table.columns.len();
    let is_odd = |cells: &[Cell]| !cells.is_empty() && cells.len() != columns;
    let is_uneven = table.rows.iter().any(|row| row.cells.len() != columns);
    if columns == 0 || is_uneven || is_odd(&table.head) {
        writer.inline.fault(say!("docx-table-uneven", label = &table.label, columns = columns));
        return false;
    }
    if table.rows.is_empty() && table.head.is_empty() {
        writer.inline.fault(say!("table-without-rows", label = &table.label));
        return false;
    }
    true
}

fn word_table<'a>(writer: &mut BlockWriter<'a>, table: &'a Table) -> WordTable {
    let mark = writer.inline.additions.note(
        Story::Body,
        Addition::Table(TableAddition {
            title: caption_text(&table.caption),
            description: table.head.iter().map(|c| plain_text(c)).collect::<Vec<_>>().join("; "),
            has_header_row: !table.head.is_empty(),
        }),
    );
    let widths = column_widths(&table.columns, table_width(writer, table));
    let rows = rows(writer, table, &widths);
    let is_short =
        estimated_height(writer, table, &widths) < writer.context().page_style().page.text_height() * SHORT;
    // A reference document may have wider letters than those that the widths were measured with.
    let is_fitted = writer.context().options.reference.is_some();
    let layout = if is_fitted { TableLayoutType::Autofit } else { TableLayoutType::Fixed };
    let mut word_table = WordTable::new(rows)
        .style(mark.to_string())
        .layout(layout)
        .width(length(widths.iter().copied().sum()), WidthType::Dxa)
        .set_grid(widths.into_iter().map(length).collect());
    keep_ends(&mut word_table, table, table.whole || is_short);
    word_table
}

/// What a table takes, in lines of its type: enough to know a short one.
fn estimated_height(writer: &BlockWriter<'_>, table: &Table, widths: &[Twips]) -> Pt {
    let size = writer.context().page_style().sizes.table;
    let lines = |cells: &[Cell]| {
        let lines = cells.iter().zip(widths).map(|(cell, width)| {
            let letters = whole::float(plain_text(cell).chars().count());
            (letters * LETTER * (size / width.pt().max(size))).ceil()
        });
        lines.fold(1.0, f64::max)
    };
    let least = Pt(table.row_height.unwrap_or_default());
    let rows = table.rows.iter().map(|row| if row.group().is_some() { 1.0 } else { lines(&row.cells) });
    let heights =
        rows.chain([lines(&table.head)]).map(|lines| (size * (LINE * lines) + CELL_WHITE).max(least));
    heights.sum()
}

fn rows<'a>(writer: &mut BlockWriter<'a>, table: &'a Table, widths: &[Twips]) -> Vec<TableRow> {
    let mut rows = Vec::new();
    if !table.head.is_empty() {
        rows.push(row(writer, &table.head, table, (widths, &[]), RowKind::Header));
    }
    let tails = behind::tails(writer, table);
    for of in &table.rows {
        let kind = if of.strong { RowKind::Strong } else { RowKind::Plain };
        rows.push(match of.group() {
            Some(name) => group(writer, name, widths),
            None => row(writer, &of.cells, table, (widths, &tails), kind),
        });
    }
    rows
}

/// Width between the margins of the table's page.
fn table_width(writer: &BlockWriter<'_>, table: &Table) -> Twips {
    let page = writer.context().page_style().page;
    let page = if table.landscape { page.landscape() } else { page };
    page.table_width().twips()
}

/// The name of a group over all columns.
fn group<'a>(writer: &mut BlockWriter<'a>, name: &'a Cell, widths: &[Twips]) -> TableRow {
    let whole = Column { align: Align::Left, width: 1.0 };
    let width = widths.iter().copied().sum();
    let cell = cell(writer, name, (&whole, Twips(0)), width, RowKind::Strong).grid_span(widths.len());
    TableRow::new(vec![cell]).cant_split()
}

fn row<'a>(
    writer: &mut BlockWriter<'a>,
    cells: &'a [Cell],
    table: &Table,
    (widths, tails): (&[Twips], &[Twips]),
    kind: RowKind,
) -> TableRow {
    let tails = tails.iter().copied().chain(std::iter::repeat(Twips(0)));
    let cells = cells.iter().zip(table.columns.iter().zip(tails)).zip(widths);
    let cells = cells.map(|((of, (column, widest)), &width)| {
        let beside = if widest > Twips(0) { widest - behind::tail_width(writer, of) } else { widest };
        cell(writer, of, (column, beside), width, kind)
    });
    let cells = cells.collect();
    let row = TableRow::new(cells).cant_split();
    match table.row_height.filter(|_| kind != RowKind::Header) {
        Some(height) => row.row_height(height_in_twips(Pt(height))).height_rule(HeightRule::AtLeast),
        None => row,
    }
}

/// A row's height as docx-rs takes it: whole twips, as many as Word has room for (22 inches).
pub fn height_in_twips(height: Pt) -> f32 {
    f32::from(u16::try_from(height.twips().0).unwrap_or(u16::MAX))
}

fn cell<'a>(
    writer: &mut BlockWriter<'a>,
    cell: &'a Cell,
    (column, beside): (&Column, Twips),
    width: Twips,
    kind: RowKind,
) -> TableCell {
    let style = if kind == RowKind::Header { "TableHeading" } else { "TableText" };
    let mut paragraph = Paragraph::new().style(style).align(alignment(column.align));
    if beside > Twips(0) {
        paragraph = paragraph.indent(None, None, Some(beside.0), None);
    }
    paragraph.children = match kind {
        RowKind::Strong => writer.inline.strong_inlines(cell),
        RowKind::Header | RowKind::Plain => writer.inlines(cell),
    };
    TableCell::new().width(length(width), WidthType::Dxa).add_paragraph(paragraph)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RowKind {
    Header,
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

/// A length as docx-rs takes it; there are none below 0.
pub fn length(twips: Twips) -> usize {
    usize::try_from(twips.0).unwrap_or(0)
}

/// Widths that add up to the whole; shares that make no sense become equal ones.
fn column_widths(columns: &[Column], total: Twips) -> Vec<Twips> {
    let sum: f64 = columns.iter().map(|c| c.width).sum();
    let is_sound = sum.is_finite() && sum > 0.0 && columns.iter().all(|c| c.width > 0.0);
    let share = |c: &Column| if is_sound { c.width / sum } else { 1.0 / whole::float(columns.len()) };
    let shares: Vec<f64> = columns.iter().map(share).collect();
    side_by_side::column_widths(total, &shares)
}

/// So many rows under one that leads them stay with it.
const LED: usize = 4;

/// Whether a row leads the one after it: the name of a group or a total its first, one that is continued the next; of a
/// small group every row but the last.
fn leads(table: &Table, at: usize) -> bool {
    let Some([of, next]) = table.rows.get(at..at + 2) else { return false };
    if next.strong {
        return false;
    }
    let start = table.rows.iter().take(at + 1).rposition(|row| row.strong);
    let led = start.map(|start| table.rows.iter().skip(start + 1).take_while(|row| !row.strong).count());
    of.strong || next.cells.first().is_some_and(Vec::is_empty) || led.is_some_and(|led| led <= LED)
}

/// Keeps a table whole where it is to be, else its first rows with the head, its last ones together, and a row that leads
/// others with the first of them; and all with the notes.
fn keep_ends(word_table: &mut WordTable, table: &Table, is_whole: bool) {
    let rows = word_table.rows.len();
    let last = rows.saturating_sub(1);
    if is_whole {
        keep_rows(word_table, 0, last);
    } else {
        keep_rows(word_table, 0, last.min(3));
        keep_rows(word_table, last.saturating_sub(2), last);
        let head = rows - table.rows.len();
        for (at, _) in table.rows.windows(2).enumerate().filter(|(at, _)| leads(table, *at)) {
            keep_rows(word_table, head + at, head + at + 1);
        }
    }
    if !table.notes.is_empty() {
        keep_rows(word_table, last, rows);
    }
}
