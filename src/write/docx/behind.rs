//! What stands behind a number in a column – a sign, the letters of other groups – gets room of its own in every cell,
//! so that decimals stand below one another.

use super::block_writer::BlockWriter;
use crate::document::{Align, Cell, Inline, Table};
use crate::quantity::{Pt, Twips};

/// What may stand behind a number.
pub const BEHIND_NUMBERS: &str = "\u{A0}†ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The widest in each column of numbers.
pub fn tails(writer: &BlockWriter<'_>, table: &Table) -> Vec<Twips> {
    let widest = |column: usize| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
        cells.map(|cell| tail_width(writer, cell)).max().unwrap_or_default()
    };
    let columns = table.columns.iter().enumerate();
    columns.map(|(at, of)| if of.align == Align::Right { widest(at) } else { Twips(0) }).collect()
}

/// How wide it is in a cell; 0 where there is none.
pub fn tail_width(writer: &BlockWriter<'_>, cell: &Cell) -> Twips {
    let widths = &writer.context().options.letter_widths;
    let ems: f64 = tail(cell).chars().filter_map(|c| widths.get(&c)).sum();
    (writer.context().page_style().sizes.table * ems).max(Pt(0.0)).twips()
}

/// The sign, the letters after a no-break space, or both.
fn tail(cell: &Cell) -> &str {
    let Some(Inline::Text(text)) = cell.last() else { return "" };
    let letters = text.trim_end_matches(|c: char| c.is_ascii_uppercase());
    let bare = match letters.strip_suffix('\u{A0}') {
        Some(bare) if letters.len() < text.len() => bare,
        Some(_) | None => text,
    };
    let bare = bare.strip_suffix('†').unwrap_or(bare);
    text.get(bare.len()..).unwrap_or_default()
}
