//! The workbook: a [`Book`] into XLSX.
//!
//! Numbers are numbers, to the decimals that the reports print, and marks behind them belong to the format of the cell, so
//! that a marked value can be computed with. Every sheet prints on A4 across, fitted to the width of the paper, with the
//! head of its table on each page. The file has the document's date and no other.

mod layout;
mod sheet;

use std::io::{Cursor, Read};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use zip::ZipArchive;

use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::document::Meta;
use crate::document::book::Book;
use crate::opc::archive;
use crate::write::ooxml::properties;

/// Path of the properties of a package, which the crate writes without a language.
const CORE: &str = "docProps/core.xml";

/// The bytes of the file.
///
/// # Errors
/// [`Code::WorkbookBuild`] where the workbook cannot be made: a name of a sheet that it does not take.
pub fn write(book: &Book) -> Result<Vec<u8>, Diagnostics> {
    let refused =
        |detail: String| Diagnostic::new(Code::WorkbookBuild, say!("workbook-refused", detail = detail));
    let bytes = workbook(book).map_err(|error| refused(error.to_string()))?;
    let parts = with_properties(&bytes, &book.meta).map_err(refused)?;
    Ok(archive::zip(parts.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())))
        .map_err(|error| refused(error.to_string()))?)
}

fn workbook(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The parts are packed again.
    workbook.set_zip_compression_level(1);
    let (year, month, day) = book.meta.date;
    let date = ExcelDateTime::from_ymd(
        u16::try_from(year).unwrap_or_default(),
        u8::try_from(month).unwrap_or_default(),
        u8::try_from(day).unwrap_or_default(),
    )?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    for own in &book.sheets {
        sheet::write(workbook.add_worksheet(), own, &book.meta, &names)?;
    }
    workbook.save_to_buffer()
}

/// The parts of the file in their order, its properties with title, author and language.
fn with_properties(bytes: &[u8], meta: &Meta) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut parts = Vec::new();
    for place in 0..zip.len() {
        let mut part = zip.by_index(place).map_err(|error| error.to_string())?;
        let mut content = Vec::new();
        part.read_to_end(&mut content).map_err(|error| error.to_string())?;
        if part.name() == CORE {
            content = properties::core(meta).into_bytes();
        }
        parts.push((part.name().to_owned(), content));
    }
    Ok(parts)
}
