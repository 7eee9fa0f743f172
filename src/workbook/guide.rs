//! The sheets around the study's own: how it is filled in, and what the values of the closed lists mean.

use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use super::writer::{LINE, WIDTHS, Writer, lines};

/// Width of the guide's texts, in characters.
const GUIDE_WIDTH: f64 = 100.0;

impl Writer<'_> {
    /// The closed lists with what their values mean.
    pub(super) fn lists(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(self.words.word("sheet-lists"))?;
        sheet.set_landscape().set_paper_size(8).set_print_fit_to_pages(1, 0);
        let meaning = self.words.word("list-meaning");
        let lists = self.plan.choices.iter().map(|choices| {
            let values = choices.values.iter();
            let values =
                values.map(|(value, note)| (self.words.value(&choices.type_name, value), note.clone()));
            (self.words.word(&format!("list-{}", choices.type_name)), values.collect::<Vec<_>>())
        });
        let flags = [true, false].map(|flag| (self.words.flag(flag), String::new()));
        let flags = (self.words.word("list-flag"), flags.to_vec());
        for (at, (title, values)) in (0u16..).zip(lists.chain([flags])) {
            let column = at * 2;
            self.head(sheet, (0, column), &title, "", false)?;
            self.head(sheet, (0, column + 1), &meaning, "", false)?;
            sheet.set_column_width(column, 26)?.set_column_width(column + 1, WIDTHS.0)?;
            for (row, (label, note)) in (1u32..).zip(values) {
                sheet.write_string_with_format(row, column, label, &self.formats.code)?;
                sheet.write_string_with_format(row, column + 1, note, &self.formats.text)?;
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        Ok(())
    }

    /// How the workbook is filled in, and what each sheet holds.
    pub(super) fn guide(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(self.words.word("sheet-guide"))?;
        sheet.set_column_width(0, 34)?.set_column_width(1, GUIDE_WIDTH)?;
        sheet.set_landscape().set_paper_size(8).set_print_fit_to_pages(1, 0);
        sheet.write_string_with_format(0, 0, self.words.word("guide-title"), &self.formats.title)?;
        let steps = self.words.word("guide-steps");
        let mut row = 2u32;
        for (number, step) in (1u32..).zip(steps.lines().map(str::trim).filter(|line| !line.is_empty())) {
            sheet.write_string_with_format(row, 0, format!("{number}."), &self.formats.code)?;
            sheet.write_string_with_format(row, 1, step, &self.formats.text)?;
            sheet.set_row_height(row, LINE * lines(step, GUIDE_WIDTH))?;
            row += 1;
        }
        row += 1;
        self.head(sheet, (row, 0), &self.words.word("guide-sheet"), "", false)?;
        self.head(sheet, (row, 1), &self.words.word("guide-holds"), "", false)?;
        for table in &self.plan.tables {
            row += 1;
            let name = self.words.sheet(table);
            let link = Url::new(format!("internal:'{name}'!A1")).set_text(&name);
            sheet.write_url(row, 0, link)?;
            sheet.write_string_with_format(row, 1, &table.note, &self.formats.text)?;
            sheet.set_row_height(row, LINE * lines(&table.note, GUIDE_WIDTH))?;
        }
        Ok(())
    }
}
