//! Answers from a workbook, row by row: the first row is the head.
//!
//! Rows are never laid out as a rectangle: two cells at the far corners of a sheet claim sixteen thousand million.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, copy, sink};

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use zip::ZipArchive;

use super::{Column, Extent, Table, broken, no_table, number_text};
use crate::diag::{Code, Diagnostic, Location, say};
use crate::quantity::whole;

/// Bytes of all parts of a workbook at most, unpacked.
const MOST_UNPACKED: u64 = 4 << 30;
/// Cells of a sheet of a questionnaire at most, empty ones between others, too.
const MOST_CELLS: usize = 1 << 20;

/// Sheets of a workbook, each as rows of texts.
pub type Sheets = Vec<(String, Vec<Vec<String>>)>;

/// The texts of a row that has any, by column from 0.
type Row = BTreeMap<u32, String>;

type Book = Xlsx<Cursor<Vec<u8>>>;

pub fn read(path: &str, bytes: Vec<u8>, extent: Extent<'_>) -> Result<Table, Diagnostic> {
    let mut book = opened(path, bytes)?;
    let names = book.sheet_names();
    let name = match extent.sheet {
        Some(wanted) => names.iter().find(|name| *name == wanted).ok_or_else(|| {
            let message = say!("answers-sheet", sheet = wanted, sheets = names.join(", "));
            Diagnostic::new(Code::AnswersFile, message).at(Location::file(path))
        })?,
        None => names.first().ok_or_else(|| no_table(path, say!("answers-empty")))?,
    };
    let mut head: Option<Row> = None;
    let mut table = Table::default();
    each_row(path, &mut book, name, |at, row| {
        let Some(head) = &head else {
            table.first_row = line(at) + 1;
            let named = row.into_iter().map(|(column, name)| (column, name.trim().to_owned()));
            let named: Row = named.filter(|(_, name)| !name.is_empty()).collect();
            table.columns = named.values().map(|name| Column::new(name.as_str())).collect();
            head = Some(named);
            return true;
        };
        if !extent.has(table.rows) {
            return false;
        }
        for (column, at) in table.columns.iter_mut().zip(head.keys()) {
            column.push(row.get(at).map_or("", String::as_str));
        }
        table.lines.push(whole::count_u32(line(at)));
        table.rows += 1;
        true
    })?;
    match head {
        Some(_) => Ok(table),
        None => Err(no_table(path, say!("answers-empty"))),
    }
}

/// The sheets of these names, however they are written, as texts: of a questionnaire that is written in a workbook.
///
/// # Errors
/// [`Code::AnswersFile`] where it is no workbook, or a sheet is larger than a questionnaire.
pub fn sheets(path: &str, bytes: Vec<u8>, wanted: &[&str]) -> Result<Sheets, Diagnostic> {
    let mut book = opened(path, bytes)?;
    let mut sheets = Sheets::new();
    let is_wanted = |name: &String| wanted.iter().any(|wanted| name.eq_ignore_ascii_case(wanted));
    for name in book.sheet_names().into_iter().filter(is_wanted) {
        let mut rows: Vec<Row> = Vec::new();
        let (mut cells, mut width) = (0, 0);
        each_row(path, &mut book, &name, |_, row| {
            width = width.max(row.last_key_value().map_or(0, |(column, _)| whole::count(*column) + 1));
            rows.push(row);
            cells = width * rows.len();
            cells <= MOST_CELLS
        })?;
        if cells > MOST_CELLS {
            return Err(no_table(path, say!("answers-too-large")));
        }
        let text = |row: &Row, at| row.get(&whole::count_u32(at)).map_or("", |text| text.trim()).to_owned();
        let texts = |row: &Row| (0..width).map(|at| text(row, at)).collect();
        sheets.push((name, rows.iter().map(texts).collect()));
    }
    Ok(sheets)
}

/// A workbook whose parts are not larger than memory has room for.
fn opened(path: &str, bytes: Vec<u8>) -> Result<Book, Diagnostic> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(path, &e))?;
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|e| broken(path, &e))?;
        // What a part claims to be may be wrong; it is unpacked to count.
        let unpacked = copy(&mut part.take(left + 1), &mut sink()).map_err(|e| broken(path, &e))?;
        left = left.checked_sub(unpacked).ok_or_else(|| no_table(path, say!("answers-too-large")))?;
    }
    Xlsx::new(archive.into_inner()).map_err(|e| broken(path, &e))
}

/// Goes through the rows of a sheet that have a text, in their order, until one is not wanted.
fn each_row(
    path: &str,
    book: &mut Book,
    name: &str,
    mut take: impl FnMut(u32, Row) -> bool,
) -> Result<(), Diagnostic> {
    let failed = |error: XlsxError| broken(path, &error);
    let mut cells = book.worksheet_cells_reader(name).map_err(failed)?;
    let (mut at, mut row) = (0, Row::new());
    while let Some(cell) = cells.next_cell().map_err(failed)? {
        let (line, column) = cell.get_position();
        if line < at {
            return Err(no_table(path, say!("cause-damaged")));
        }
        if line > at {
            if !row.is_empty() && !take(at, std::mem::take(&mut row)) {
                return Ok(());
            }
            at = line;
        }
        let text = text(cell.get_value());
        if !text.is_empty() {
            row.insert(column, text);
        }
    }
    if !row.is_empty() {
        take(at, row);
    }
    Ok(())
}

/// The row of the file, as a spreadsheet counts, of one that is counted from 0.
fn line(at: u32) -> usize {
    whole::count(at) + 1
}

/// A cell as a codebook writes it: whole numbers without a decimal point, days as YYYY-MM-DD.
fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::Bool(true) => "1".to_owned(),
        DataRef::Bool(false) => "0".to_owned(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
    }
}
