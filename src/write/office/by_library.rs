//! The workbook of a plan as `rust_xlsxwriter` alone writes it: what [`workbook`](super::workbook) has to come to.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Formula, Workbook, Worksheet, XlsxError};

use super::sheet::formula;
use super::workbook::{DAY, SHEET};
use crate::chart::office_plan::{Cells, Plan, cell};
use crate::quantity::whole;

/// The workbook.
pub fn workbook(plan: &Plan) -> Result<Vec<u8>, XlsxError> {
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
        cells(sheet, number, &column.cells)?;
    }
    workbook.save_to_buffer()
}

fn cells(sheet: &mut Worksheet, column: u16, cells: &Cells) -> Result<(), XlsxError> {
    let row = |at: usize| whole::count_u32(at + 1);
    match cells {
        Cells::Numbers(numbers) => {
            for (at, number) in numbers.iter().enumerate().filter_map(|(at, n)| Some((at, (*n)?))) {
                sheet.write_number(row(at), column, number)?;
            }
        }
        Cells::Worked(worked) => {
            for (at, (formula, number)) in
                worked.iter().enumerate().filter_map(|(at, w)| Some((at, w.as_ref()?)))
            {
                let formula = Formula::new(formula.as_str()).set_result(number.to_string());
                sheet.write_formula(row(at), column, formula)?;
            }
        }
        Cells::Printed { of, numbers } => {
            for (at, printed) in numbers.iter().enumerate().filter_map(|(at, p)| Some((at, p.as_ref()?))) {
                let formula = Formula::new(formula(&cell(*of, at), printed)).set_result(&printed.text);
                sheet.write_formula(row(at), column, formula)?;
            }
        }
    }
    Ok(())
}
