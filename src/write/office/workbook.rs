//! The workbook behind a chart, and the chart part that shows it.

use std::io::{Cursor, Read};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Formula, Workbook, Worksheet, XlsxError};

use super::chart::chart;
use super::plot_layout::PlotLayout;
use crate::chart::Colours;
use crate::chart::office_plan::{Cells, Plan, cell};
use crate::opc::archive::of_one_system;
use crate::quantity::{Number, whole};

/// The worksheet's name.
pub const SHEET: &str = "Sheet1";
/// The day that the workbook carries: a file needs one, and the same input gives the same bytes.
const DAY: (u16, u8, u8) = (2026, 1, 1);

/// What comes of a plan.
pub struct Files {
    /// The chart part as a workbook holds it.
    pub chart: String,
    /// The workbook without the chart.
    pub workbook: Vec<u8>,
}

/// Writes the workbook, and another one with the chart, whose part is taken out.
pub fn write(plan: &Plan, layout: &PlotLayout, colours: &Colours) -> Result<Files, XlsxError> {
    let mut with_chart = workbook(plan, false)?;
    let chart = chart(plan, layout, colours);
    if let Some(sheet) = with_chart.worksheets_mut().first_mut() {
        sheet.insert_chart(0, 0, &chart)?;
    }
    let part = part(&with_chart.save_to_buffer()?, "xl/charts/chart1.xml")?;
    Ok(Files { chart: part, workbook: of_one_system(workbook(plan, true)?.save_to_buffer()?) })
}

fn part(file: &[u8], path: &str) -> Result<String, XlsxError> {
    let lost = |why: String| XlsxError::ParameterError(why);
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).map_err(|e| lost(e.to_string()))?;
    let mut text = String::new();
    let mut found = zip.by_name(path).map_err(|e| lost(e.to_string()))?;
    found.read_to_string(&mut text).map_err(|e| lost(e.to_string()))?;
    Ok(text)
}

/// The sheet with its columns; `live`: printed texts are formulas that follow their numbers.
fn workbook(plan: &Plan, live: bool) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let day = ExcelDateTime::from_ymd(DAY.0, DAY.1, DAY.2)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let sheet = workbook.add_worksheet();
    sheet.set_name(SHEET)?;
    sheet.set_column_width(0, 40)?;
    for (row, name) in plan.names.iter().enumerate() {
        sheet.write_string(whole::count_u32(row + 1), 0, name)?;
    }
    for (place, column) in plan.columns.iter().enumerate() {
        let number = u16::try_from(place + 1).unwrap_or(u16::MAX);
        sheet.write_string(0, number, &column.head)?;
        cells(sheet, number, &column.cells, live)?;
    }
    Ok(workbook)
}

fn cells(sheet: &mut Worksheet, column: u16, cells: &Cells, live: bool) -> Result<(), XlsxError> {
    match cells {
        Cells::Numbers(numbers) => {
            for (row, number) in numbers.iter().enumerate() {
                if let Some(number) = number {
                    sheet.write_number(whole::count_u32(row + 1), column, *number)?;
                }
            }
        }
        Cells::Worked(worked) => {
            for (row, worked) in worked.iter().enumerate() {
                let row = whole::count_u32(row + 1);
                match worked {
                    Some((formula, number)) if live => {
                        let formula = Formula::new(formula.as_str()).set_result(number.to_string());
                        sheet.write_formula(row, column, formula)?;
                    }
                    Some((_, number)) => {
                        sheet.write_number(row, column, *number)?;
                    }
                    None => {}
                }
            }
        }
        Cells::Printed { of, numbers } => {
            for (place, printed) in numbers.iter().enumerate() {
                let row = whole::count_u32(place + 1);
                match printed {
                    Some(printed) if live => {
                        let formula = Formula::new(formula(&cell(*of, place), printed));
                        sheet.write_formula(row, column, formula.set_result(&printed.text))?;
                    }
                    Some(printed) => {
                        sheet.write_string(row, column, &printed.text)?;
                    }
                    None => {}
                }
            }
        }
    }
    Ok(())
}

/// The formula that prints a cell as the document prints the number.
fn formula(cell: &str, printed: &Number) -> String {
    let bare = if printed.is_grouped() { "FALSE" } else { "TRUE" };
    let sign = printed.sign().replace('"', "\"\"");
    let tail = if sign.is_empty() { String::new() } else { format!("&\"{sign}\"") };
    format!("FIXED({cell},{},{bare}){tail}", printed.decimals)
}
