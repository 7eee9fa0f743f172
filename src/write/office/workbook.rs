//! The workbook behind a chart: the parts that are the same in every one, as `rust_xlsxwriter` makes them and packed once,
//! with the cells of the plan.

use std::io::{Cursor, Read};
use std::sync::LazyLock;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use zip::ZipArchive;
use zip::result::ZipResult;

use super::sheet::{Sheet, sheet};
use crate::chart::office_plan::Plan;
use crate::opc::archive::Archive;

/// The worksheet's name.
pub const SHEET: &str = "Sheet1";
/// The day that the workbook carries: a file needs one, and the same input gives the same bytes.
pub const DAY: (u16, u8, u8) = (2026, 1, 1);
/// The parts that differ from chart to chart.
const CELLS: &str = "xl/worksheets/sheet1.xml";
const STRINGS: &str = "xl/sharedStrings.xml";

/// A workbook whose sheet has the width of its columns and one string.
static COMMON: LazyLock<Result<Common, String>> = LazyLock::new(|| {
    let file = common().map_err(|error| error.to_string())?;
    let part = |path: &str| part(&file, path).map_err(|error| error.to_string());
    Ok(Common { cells: part(CELLS)?, strings: part(STRINGS)?, file })
});

/// What every workbook has.
struct Common {
    /// The parts, packed.
    file: Vec<u8>,
    /// The text around the cells.
    cells: String,
    /// The text around the strings.
    strings: String,
}

fn common() -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let day = ExcelDateTime::from_ymd(DAY.0, DAY.1, DAY.2)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let sheet = workbook.add_worksheet();
    sheet.set_name(SHEET)?;
    sheet.set_column_width(0, 40)?;
    sheet.write_string(0, 0, SHEET)?;
    workbook.save_to_buffer()
}

fn part(file: &[u8], path: &str) -> ZipResult<String> {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(file))?.by_name(path)?.read_to_string(&mut text)?;
    Ok(text)
}

/// The sheet with its columns; printed texts are formulas that follow their numbers.
///
/// # Errors
/// A plain sentence for what a workbook does not take.
pub fn write(plan: &Plan) -> Result<Vec<u8>, String> {
    let sheet = sheet(plan).map_err(|error| error.to_string())?;
    with_sheet(COMMON.as_ref().map_err(Clone::clone)?, &sheet).map_err(|error| error.to_string())
}

fn with_sheet(common: &Common, sheet: &Sheet) -> ZipResult<Vec<u8>> {
    let mut parts = ZipArchive::new(Cursor::new(&common.file))?;
    let mut archive = Archive::default();
    for at in 0..parts.len() {
        let part = parts.by_index_raw(at)?;
        match part.name() {
            CELLS => archive.pack(CELLS, with_cells(&common.cells, sheet).as_bytes())?,
            STRINGS => archive.pack(STRINGS, with_strings(&common.strings, sheet).as_bytes())?,
            _ => archive.copy(part)?,
        }
    }
    archive.finish()
}

fn with_cells(common: &str, sheet: &Sheet) -> String {
    let range = between(common, "<dimension ref=\"", "\"", &sheet.range);
    between(&range, "<sheetData>", "</sheetData>", &sheet.rows)
}

fn with_strings(common: &str, sheet: &Sheet) -> String {
    let (items, count, named) = &sheet.strings;
    let counted = between(common, " count=\"", "\"", &named.to_string());
    let counted = between(&counted, " uniqueCount=\"", "\">", &count.to_string());
    between(&counted, &format!("\"{count}\">"), "</sst>", items)
}

/// A text with something else between two marks.
fn between(text: &str, start: &str, end: &str, inner: &str) -> String {
    let parts = text.split_once(start).and_then(|(before, rest)| Some((before, rest.split_once(end)?.1)));
    parts.map_or_else(|| text.to_owned(), |(before, after)| format!("{before}{start}{inner}{end}{after}"))
}
