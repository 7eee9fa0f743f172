//! Drop-downs: the values of closed lists, and the keys of other sheets.

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Worksheet, XlsxError};

use super::plan::{Field, Key, Scalar};
use super::slots::Slot;
use super::writer::{SPARE, Writer};
use crate::quantity::whole;

impl Writer<'_> {
    /// A drop-down for a closed list, or for the keys of another sheet.
    pub(super) fn choose(
        &self,
        sheet: &mut Worksheet,
        (first, column, last): (u32, u16, u32),
        field: &Field,
        slot: &Slot,
    ) -> Result<(), XlsxError> {
        if slot.many {
            return Ok(());
        }
        match (&slot.scalar, &field.refers) {
            (Scalar::Choice(type_name), _) => {
                let Some(at) = self.plan.choices.iter().position(|c| c.type_name == *type_name) else {
                    return Ok(());
                };
                let count = self.plan.choices.get(at).map_or(0, |c| c.values.len());
                let source = self.list_range(at * 2, count);
                self.validate(sheet, (first, column, last), &source, DataValidationErrorStyle::Stop)
            }
            (Scalar::Flag, _) => {
                let source = self.list_range(self.plan.choices.len() * 2, 2);
                self.validate(sheet, (first, column, last), &source, DataValidationErrorStyle::Stop)
            }
            (_, Some(table)) => self.refer(sheet, (first, column, last), table),
            (Scalar::Text | Scalar::Date | Scalar::Time | Scalar::Number { .. }, None) => Ok(()),
        }
    }

    pub(super) fn refer(
        &self,
        sheet: &mut Worksheet,
        area: (u32, u16, u32),
        table: &str,
    ) -> Result<(), XlsxError> {
        let Some(at) = self.plan.table(table) else { return Ok(()) };
        let Some(target) = self.plan.tables.get(at) else { return Ok(()) };
        let ancestors = target.ancestors(self.plan).len();
        let own = match &target.key {
            Key::Field(field) => {
                self.slots(at, target).iter().position(|s| s.path == [field.clone()]).unwrap_or(0)
            }
            Key::None | Key::Number | Key::File => 0,
        };
        let column = column_number_to_name(u16::try_from(ancestors + own).unwrap_or(0));
        let count = self.rows.get(at).map_or(0, Vec::len);
        let last = whole::count_u32(count) + SPARE;
        let source = format!("='{}'!${column}$2:${column}${}", self.words.sheet(target), last + 1);
        self.validate(sheet, area, &source, DataValidationErrorStyle::Information)
    }

    fn list_range(&self, column: usize, count: usize) -> String {
        let column = column_number_to_name(u16::try_from(column).unwrap_or(0));
        format!("='{}'!${column}$2:${column}${}", self.words.word("sheet-lists"), count + 1)
    }

    fn validate(
        &self,
        sheet: &mut Worksheet,
        (first, column, last): (u32, u16, u32),
        source: &str,
        style: DataValidationErrorStyle,
    ) -> Result<(), XlsxError> {
        let rule = DataValidation::new().allow_list_formula(Formula::new(source)).set_error_style(style);
        let rule = rule.set_error_message(self.words.word("workbook-choose"))?;
        sheet.add_data_validation(first, column, last, column, &rule)?;
        Ok(())
    }
}
