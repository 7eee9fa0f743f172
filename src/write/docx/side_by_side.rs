//! Paragraphs side by side: a table without lines whose cells are read one after the other.

use docx_rs::{Table, TableCell, TableLayoutType, TableRow, WidthType};

use super::block_writer::BlockWriter;
use super::flow::{BodyChild, without_room};
use super::table::length;
use crate::quantity::{Twips, whole};

/// Style of the table: neither lines nor margins.
const STYLE: &str = "LayoutTable";

/// Writes `count` parts in rows of as many as there are shares, each with what `write` adds for its index; the columns
/// are shares of `width`.
pub fn side_by_side<'a>(
    writer: &mut BlockWriter<'a>,
    (width, shares): (Twips, &[f64]),
    count: usize,
    mut write: impl FnMut(&mut BlockWriter<'a>, usize),
) {
    let widths = column_widths(width, shares);
    let mut parts = (0..count).map(|at| part(writer, |writer| write(writer, at)));
    let rows = (0..count.div_ceil(widths.len().max(1))).map(|_| {
        let cells = widths.iter().map(|width| cell(*width, parts.next().unwrap_or_default()));
        TableRow::new(cells.collect()).cant_split()
    });
    let table = layout_table(rows.collect(), &widths);
    writer.flow.push_table(table);
}

/// Widths of columns in whole twips, which add up to the whole.
pub fn column_widths(width: Twips, shares: &[f64]) -> Vec<Twips> {
    let mut edge = 0.0;
    let mut before = Twips(0);
    let column = |share: &f64| {
        edge += share * f64::from(width.0);
        let right = Twips(i32::try_from(whole::nearest(edge)).unwrap_or(i32::MAX));
        let column = right - before;
        before = right;
        column
    };
    shares.iter().map(column).collect()
}

/// What `write` adds, for a cell.
pub fn part<'a>(writer: &mut BlockWriter<'a>, write: impl FnOnce(&mut BlockWriter<'a>)) -> Vec<BodyChild> {
    let start = writer.flow.len();
    write(writer);
    writer.flow.split_off(start)
}

/// A table without lines.
pub fn layout_table(rows: Vec<TableRow>, widths: &[Twips]) -> Table {
    Table::without_borders(rows)
        .style(STYLE)
        .layout(TableLayoutType::Fixed)
        .width(length(widths.iter().copied().sum()), WidthType::Dxa)
        .set_grid(widths.iter().copied().map(length).collect())
}

/// A cell needs a paragraph at its end, whatever stands in it.
pub fn cell(width: Twips, children: Vec<BodyChild>) -> TableCell {
    let cell = TableCell::new().width(length(width), WidthType::Dxa);
    let ends_with_paragraph = matches!(children.last(), Some(BodyChild::Paragraph(_)));
    let cell = children.into_iter().fold(cell, |cell, child| match child {
        BodyChild::Paragraph(paragraph) => cell.add_paragraph(*paragraph),
        BodyChild::Table(table) => cell.add_table(*table),
    });
    if ends_with_paragraph { cell } else { cell.add_paragraph(without_room()) }
}
