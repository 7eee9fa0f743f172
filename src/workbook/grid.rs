//! The cells of a workbook as they stand in the file. What the file says of itself is not believed: every part is
//! unpacked within the limits of [`opc`](crate::opc) before it is read.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, Xlsx};
use jiff::civil::Date;

use super::cells::{Content, Moment, composed};
use crate::diag::{Code, Diagnostic, Location, say};
use crate::opc::{self, Package, XLSX_MAIN};

/// A workbook's sheets.
#[derive(Debug)]
pub struct Book {
    /// The sheets in their order.
    pub sheets: Vec<Grid>,
    /// Whether days count from 1904.
    pub is_1904: bool,
}

/// One sheet.
#[derive(Debug, Default)]
pub struct Grid {
    /// Its name.
    pub name: String,
    /// Rows and columns from 0; cells without content are left out.
    pub rows: BTreeMap<u32, BTreeMap<u32, Content>>,
    /// Rows that are hidden, or filtered out.
    pub hidden: BTreeSet<u32>,
    /// Whether a filter hides rows.
    pub is_filtered: bool,
    /// Merged cells of more than one row: first cell and last row.
    pub merged: Vec<(u32, u32, u32)>,
}

/// Reads all sheets of a workbook; `file` is its name for messages.
///
/// # Errors
/// What [`Package`] refuses, and [`Code::PackageUnreadable`] for sheets that are no XML of a workbook.
pub fn read(file: &str, bytes: &[u8]) -> Result<Book, Diagnostic> {
    let mut package = Package::open(file, bytes.to_vec(), XLSX_MAIN)?;
    let parts = sheet_parts(&mut package)?;
    let names: Vec<String> = package.names().filter(|n| n.ends_with(".xml")).map(str::to_owned).collect();
    let mut texts: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for name in names {
        let Some(part) = package.part(&name)? else { continue };
        if part.windows(9).any(|w| w == b"<!DOCTYPE") {
            let detail = "a document type declaration";
            return Err(package.hostile(say!("package-part", part = name, detail = detail)));
        }
        texts.insert(name, part);
    }
    let broken = |error: calamine::XlsxError| {
        let message = say!("package-part", part = XLSX_MAIN, detail = error);
        Diagnostic::new(Code::PackageUnreadable, message)
            .at(Location::file(file))
            .hint(say!("hint-package-book"))
    };
    let mut book: Xlsx<Cursor<&[u8]>> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let is_1904 = book.has_1904_epoch();
    let mut sheets = Vec::new();
    let tables = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = tables.map(|sheet| sheet.name.clone()).collect();
    for name in names {
        let text = parts.get(&name).and_then(|part| texts.get(part)).map(Vec::as_slice).unwrap_or_default();
        let mut grid = grid(&mut book, &name, text).map_err(broken)?;
        grid.name = name;
        sheets.push(grid);
    }
    Ok(Book { sheets, is_1904 })
}

/// The parts of the sheets by their names.
fn sheet_parts(package: &mut Package) -> Result<BTreeMap<String, String>, Diagnostic> {
    let book = package.required(XLSX_MAIN)?;
    let relations = package.required(&opc::relationships(XLSX_MAIN))?;
    let mut parts = BTreeMap::new();
    for sheet in book.find("sheets").into_iter().flat_map(|sheets| sheets.elements()) {
        let relation = relations.elements().find(|r| r.get("Id") == sheet.get("r:id"));
        let target = relation.and_then(|r| r.get("Target"));
        if let (Some(name), Some(target)) = (sheet.get("name"), target) {
            parts.insert(name.to_owned(), opc::target(XLSX_MAIN, target));
        }
    }
    Ok(parts)
}

fn grid(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, part: &[u8]) -> Result<Grid, calamine::XlsxError> {
    let mut grid = Grid::default();
    let mut cells = book.worksheet_cells_reader(name)?;
    let percents: Vec<bool> = cells
        .styles()
        .iter()
        .map(|s| s.number_format.as_ref().is_some_and(|f| f.format_code.contains('%')))
        .collect();
    while let Some((cell, style)) = cells.next_cell_with_style_id()? {
        let is_percent = percents.get(style).copied().unwrap_or_default();
        let (row, column) = cell.get_position();
        if let Some(content) = content(cell.get_value(), is_percent) {
            grid.rows.entry(row).or_default().insert(column, content);
        }
    }
    drop(cells);
    let text = String::from_utf8_lossy(part);
    if text.contains("<f") {
        let mut cells = book.worksheet_cells_reader(name)?;
        while let Some(cell) = cells.next_cell_with_formula_metadata()? {
            if cell.formula.is_some() && matches!(cell.value, DataRef::Empty) {
                grid.rows.entry(cell.pos.0).or_default().insert(cell.pos.1, Content::Uncomputed);
            }
        }
    }
    grid.hidden = hidden_rows(&text);
    grid.is_filtered = text.contains("<filterColumn");
    for area in book.merge_cells_by_sheet_name(name)?.iter().filter(|a| a.end.0 > a.start.0) {
        grid.merged.push((area.start.0, area.start.1, area.end.0));
    }
    grid.fill_merged();
    Ok(grid)
}

impl Grid {
    /// Merged cells stand for each of their rows that has other content.
    fn fill_merged(&mut self) {
        for (first, column, last) in self.merged.clone() {
            let Some(content) = self.rows.get(&first).and_then(|row| row.get(&column)).cloned() else {
                continue;
            };
            for (_, row) in self.rows.range_mut(first..=last) {
                row.entry(column).or_insert_with(|| content.clone());
            }
        }
    }
}

/// Rows of a sheet's XML with the attribute `hidden` (ECMA-376-1, 18.3.1.73).
fn hidden_rows(text: &str) -> BTreeSet<u32> {
    let tags = text.split("<row ").skip(1).filter_map(|rest| rest.split('>').next());
    let hidden = tags.filter(|tag| tag.contains("hidden=\"1\"") || tag.contains("hidden=\"true\""));
    let numbers = hidden.filter_map(|tag| {
        let number = tag.split(' ').find_map(|a| a.strip_prefix("r=\""))?;
        number.split('"').next()?.parse::<u32>().ok()?.checked_sub(1)
    });
    numbers.collect()
}

fn content(value: &DataRef<'_>, is_percent: bool) -> Option<Content> {
    let text = |text: &str| Some(composed(text)).filter(|t| !t.is_empty()).map(Content::Text);
    match value {
        DataRef::Int(number) => number.to_string().parse().ok().map(|n| Content::Number(n, is_percent)),
        DataRef::Float(number) => Some(Content::Number(*number, is_percent)),
        DataRef::String(words) => text(words),
        DataRef::SharedString(words) => text(words),
        DataRef::Bool(flag) => Some(Content::Flag(*flag)),
        DataRef::DateTime(moment) => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            let minutes = u32::from(hour) * 60 + u32::from(minute) + u32::from(second >= 30);
            let date = (|| {
                let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
                Date::new(i16::try_from(year).ok()?, month, day).ok()
            })();
            let day = date.filter(|_| moment.as_f64() >= 1.0);
            Some(Content::Moment(Moment { day, minutes: minutes.min(1439) }))
        }
        DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => {
            let day = words.get(..10).and_then(|d| d.parse::<Date>().ok());
            match day {
                Some(day) => Some(Content::Moment(Moment { day: Some(day), minutes: 0 })),
                None => text(words),
            }
        }
        DataRef::Error(error) => Some(Content::Error(error.to_string())),
        DataRef::Empty => None,
    }
}
