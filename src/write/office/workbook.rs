//! The workbook behind a chart: the parts that are the same in every one, as `rust_xlsxwriter` makes them and packed once,
//! with the cells of the plan.

use std::io::{Cursor, Read};
use std::sync::LazyLock;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use zip::ZipArchive;

use super::sheet::{Sheet, sheet};
use crate::chart::office_plan::Plan;
use crate::opc::archive::{Archive, Entry};

/// The worksheet's name.
pub const SHEET: &str = "Sheet1";
/// The day that the workbook carries: a file needs one, and the same input gives the same bytes.
pub const DAY: (u16, u8, u8) = (2026, 1, 1);
/// The parts that differ from chart to chart.
const CELLS: &str = "xl/worksheets/sheet1.xml";
const STRINGS: &str = "xl/sharedStrings.xml";

/// The parts of a workbook whose sheet has the width of its columns and one string.
static COMMON: LazyLock<Result<Vec<Part>, String>> =
    LazyLock::new(|| parts(&common().map_err(|error| error.to_string())?));

/// A part of every workbook.
enum Part {
    /// As it is, packed.
    Same(Entry),
    /// The text around the cells.
    Cells(String),
    /// The text around the strings.
    Strings(String),
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

fn parts(common: &[u8]) -> Result<Vec<Part>, String> {
    let unread = |error: &dyn std::fmt::Display| error.to_string();
    let mut file = ZipArchive::new(Cursor::new(common)).map_err(|e| unread(&e))?;
    let mut parts = Vec::new();
    for at in 0..file.len() {
        let mut part = file.by_index(at).map_err(|e| unread(&e))?;
        let own = match part.name() {
            CELLS => Part::Cells,
            STRINGS => Part::Strings,
            _ => {
                drop(part);
                let mut raw = file.by_index_raw(at).map_err(|e| unread(&e))?;
                parts.push(Part::Same(Entry::copied(&mut raw)?));
                continue;
            }
        };
        let mut text = String::new();
        part.read_to_string(&mut text).map_err(|e| unread(&e))?;
        parts.push(own(text));
    }
    Ok(parts)
}

/// The sheet with its columns; printed texts are formulas that follow their numbers.
///
/// # Errors
/// A plain sentence for what a workbook does not take.
pub fn write(plan: &Plan) -> Result<Vec<u8>, String> {
    let sheet = sheet(plan).map_err(|error| error.to_string())?;
    let mut archive = Archive::default();
    for part in COMMON.as_ref().map_err(Clone::clone)? {
        let own = match part {
            Part::Same(entry) => {
                archive.add(entry)?;
                continue;
            }
            Part::Cells(around) => Entry::pack(CELLS, with_cells(around, &sheet).as_bytes()),
            Part::Strings(around) => Entry::pack(STRINGS, with_strings(around, &sheet).as_bytes()),
        };
        archive.add(&own?)?;
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
