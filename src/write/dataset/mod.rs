//! The package of data: a [`Dataset`] into a zip of CSV tables (UTF-8, RFC 4180) with `datapackage.json`
//! (Frictionless Data Package v1, Table Schema v1).
//!
//! The standard has one language: titles and descriptions stand in the package's first, and in all languages in
//! properties of the same name in the plural (`titles`), which the standard leaves to the publisher.

mod descriptor;

use csv::{Terminator, WriterBuilder};

use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::document::dataset::{DataTable, Dataset, Value};
use crate::opc::archive;

/// The file that describes the package; it stands first.
const DESCRIPTOR: &str = "datapackage.json";

/// The bytes of the file.
///
/// # Errors
/// [`Code::WorkbookBuild`] where a table or the archive cannot be written.
pub fn write(dataset: &Dataset) -> Result<Vec<u8>, Diagnostics> {
    let refused =
        |detail: String| Diagnostic::new(Code::WorkbookBuild, say!("workbook-refused", detail = detail));
    let mut tables = Vec::new();
    for table in &dataset.tables {
        tables.push((path(table), csv(table).map_err(|error| refused(error.to_string()))?));
    }
    let descriptor = descriptor::descriptor(dataset, &tables);
    let mut files = vec![(DESCRIPTOR.to_owned(), descriptor.into_bytes())];
    files.extend(dataset.files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())));
    files.extend(tables);
    Ok(archive::zip(files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())))
        .map_err(|error| refused(error.to_string()))?)
}

/// Path of a table's file.
fn path(table: &DataTable) -> String {
    format!("data/{}.csv", table.name)
}

/// A table as CSV; lines end with CRLF, as RFC 4180 has it.
fn csv(table: &DataTable) -> Result<Vec<u8>, csv::Error> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(table.fields.iter().map(|field| field.name.as_str()))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(printed))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn printed(value: &Value) -> String {
    match value {
        Value::Missing => String::new(),
        Value::Text(text) => text.clone(),
        Value::Whole(number) => number.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Date(date) => date.to_string(),
    }
}
