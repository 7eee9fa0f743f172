//! Answers from a workbook: the first row is the head.

use std::io::Cursor;

use calamine::{Data, DataType, Range, Reader, open_workbook_auto_from_rs};

use super::{Column, Extent, Table, broken, no_table, number_text};
use crate::diag::{Code, Diagnostic, Location, say};
use crate::quantity::whole;

/// Cells of a sheet at most: a sheet that claims more is no table of answers.
const MOST_CELLS: usize = 120_000_000;

/// Sheets of a workbook, each as rows of texts.
pub type Sheets = Vec<(String, Vec<Vec<String>>)>;

pub fn read(path: &str, bytes: Vec<u8>, extent: Extent<'_>) -> Result<Table, Diagnostic> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| broken(path, &e))?;
    let names = book.sheet_names();
    let name = match extent.sheet {
        Some(wanted) => names.iter().find(|name| *name == wanted).ok_or_else(|| {
            let message = say!("answers-sheet", sheet = wanted, sheets = names.join(", "));
            Diagnostic::new(Code::AnswersFile, message).at(Location::file(path))
        })?,
        None => names.first().ok_or_else(|| no_table(path, say!("answers-empty")))?,
    };
    let range = book.worksheet_range(name).map_err(|e| broken(path, &e))?;
    let (height, width) = range.get_size();
    if height.saturating_mul(width) > MOST_CELLS {
        return Err(no_table(path, say!("answers-too-large")));
    }
    let mut rows = range.rows();
    let head = rows.next().ok_or_else(|| no_table(path, say!("answers-empty")))?;
    let start = range.start().map_or(0, |(row, _)| usize::try_from(row).unwrap_or_default());
    let mut table = Table { first_row: start + 2, ..Table::default() };
    table.columns = head.iter().map(|name| Column::new(text(name).trim())).collect();
    for (at, row) in (start + 2..).zip(rows).filter(|(_, row)| row.iter().any(|cell| !cell.is_empty())) {
        if !extent.has(table.rows) {
            break;
        }
        for (column, cell) in table.columns.iter_mut().zip(row) {
            column.push(&text(cell));
        }
        table.lines.push(whole::count_u32(at));
        table.rows += 1;
    }
    table.columns.retain(|column| !column.name.is_empty());
    Ok(table)
}

/// All sheets of a workbook as texts, for a questionnaire that is written in one.
///
/// # Errors
/// [`Code::AnswersFile`] where it is no workbook.
pub fn sheets(path: &str, bytes: Vec<u8>) -> Result<Sheets, Diagnostic> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| broken(path, &e))?;
    let mut sheets = Sheets::new();
    for name in book.sheet_names() {
        let range: Range<Data> = book.worksheet_range(&name).map_err(|e| broken(path, &e))?;
        let rows = range.rows().map(|row| row.iter().map(|cell| text(cell).trim().to_owned()).collect());
        sheets.push((name, rows.collect()));
    }
    Ok(sheets)
}

/// A cell as a codebook writes it: whole numbers without a decimal point, days as YYYY-MM-DD.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number_text(*number),
        Data::Bool(true) => "1".to_owned(),
        Data::Bool(false) => "0".to_owned(),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
    }
}
