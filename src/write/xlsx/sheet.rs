//! A sheet: title, notes, tables, and how it is seen and printed.

use rust_xlsxwriter::{
    Color, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Url, Worksheet, XlsxError,
};

use super::layout;
use crate::document::Meta;
use crate::document::book::{Line, Sheet, SheetCell};
use crate::quantity::{Number, whole};

/// The face of the whole workbook; at hand wherever spreadsheets are.
const FACE: &str = "Arial";
/// Sizes of text, title and caption, in points.
const SIZE: f64 = 10.0;
const TITLE: f64 = 14.0;
const CAPTION: f64 = 11.0;
/// Height of a line of text, in points.
const LINE: f64 = 13.5;
const INK: u32 = 0x1F_29_33;
const FAINT: u32 = 0x5B_67_70;
const RULE: u32 = 0xBF_C7_CE;
const HEAD: u32 = 0xE8_EE_F2;
const LINK: u32 = 0x0B_4F_8A;
/// Stands in a cell whose value is not shown, as in the reports.
const WITHHELD: &str = "—";
/// Paper A4, by the number that the format gives it.
const A4: u8 = 9;
/// Widest stretch that a paragraph is set over, in characters.
const MEASURE: f64 = 120.0;

/// Writes a sheet; `names` are those of all sheets.
pub fn write(sheet: &mut Worksheet, own: &Sheet, meta: &Meta, names: &[&str]) -> Result<(), XlsxError> {
    sheet.set_name(&own.name)?;
    let widths = layout::widths(own, names);
    for (column, width) in widths.iter().enumerate() {
        sheet.set_column_width(place(column), *width)?;
    }
    let mut writer = Writer { sheet, names, widths: &widths, row: 0, first_head: None, last_of_first: 0 };
    writer.top(own)?;
    for line in &own.lines {
        writer.line(line)?;
    }
    let Writer { row: end, first_head, last_of_first, .. } = writer;
    let last_column = place(widths.len().saturating_sub(1));
    view(sheet, own, (first_head, last_of_first), last_column)?;
    print(sheet, own, meta, (first_head, end.saturating_sub(1)), last_column)
}

/// What stays in view, and the buttons to filter by.
fn view(
    sheet: &mut Worksheet,
    own: &Sheet,
    (head, last): (Option<u32>, u32),
    last_column: u16,
) -> Result<(), XlsxError> {
    sheet.set_screen_gridlines(false);
    match head.filter(|_| own.filtered) {
        Some(head) => {
            sheet.set_freeze_panes(head + 1, own.frozen_columns)?;
            sheet.autofilter(head, 0, last, last_column)?;
        }
        None => {
            sheet.set_freeze_panes(1, own.frozen_columns)?;
        }
    }
    Ok(())
}

/// The pages on paper.
fn print(
    sheet: &mut Worksheet,
    own: &Sheet,
    meta: &Meta,
    (head, end): (Option<u32>, u32),
    last_column: u16,
) -> Result<(), XlsxError> {
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.7, 0.7, 0.3, 0.3);
    sheet.set_print_area(0, 0, end, last_column)?;
    if let Some(head) = head.filter(|_| own.filtered) {
        sheet.set_repeat_rows(head, head)?;
    }
    // An ampersand is a command there.
    let said = |text: &str| text.replace('&', "&&");
    sheet.set_footer(format!("&L&8{}&R&8&A  &P / &N", said(&meta.running_head)));
    if let Some(mark) = &meta.mark {
        sheet.set_header(format!("&R&8{}", said(mark)));
    }
    Ok(())
}

struct Writer<'w> {
    sheet: &'w mut Worksheet,
    names: &'w [&'w str],
    widths: &'w [f64],
    row: u32,
    /// Row of the first head.
    first_head: Option<u32>,
    /// Last row of the table below it.
    last_of_first: u32,
}

impl Writer<'_> {
    /// Title and notes.
    fn top(&mut self, own: &Sheet) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(
            self.row,
            0,
            &own.title,
            &text().set_font_size(TITLE).set_bold(),
        )?;
        self.sheet.set_row_height(self.row, TITLE * 1.6)?;
        self.row += 1;
        for note in &own.notes {
            self.paragraph(note, &text().set_font_color(Color::RGB(FAINT)))?;
        }
        self.row += 1;
        Ok(())
    }

    fn line(&mut self, line: &Line) -> Result<(), XlsxError> {
        match line {
            Line::Blank => self.row += 1,
            Line::Paragraph(said) => self.paragraph(said, &text().set_font_color(Color::RGB(FAINT)))?,
            Line::Caption(said) => self.paragraph(said, &text().set_bold().set_font_size(CAPTION))?,
            Line::Head(heads) => {
                let format = text()
                    .set_bold()
                    .set_background_color(Color::RGB(HEAD))
                    .set_border_bottom(FormatBorder::Thin)
                    .set_border_color(Color::RGB(RULE));
                for (column, head) in heads.iter().enumerate() {
                    self.sheet.write_string_with_format(self.row, place(column), head, &format)?;
                }
                if self.first_head.is_none() {
                    (self.first_head, self.last_of_first) = (Some(self.row), self.row);
                }
                self.row += 1;
            }
            Line::Row(cells) => self.cells(cells, &body())?,
            Line::Faint(cells) => self.cells(cells, &body().set_font_color(Color::RGB(FAINT)))?,
        }
        Ok(())
    }

    /// A paragraph over the columns, with room for its lines.
    fn paragraph(&mut self, said: &str, format: &Format) -> Result<(), XlsxError> {
        let mut width = 0.0;
        let mut last = 0;
        for (column, own) in self.widths.iter().enumerate() {
            if width + own > MEASURE && column > 0 {
                break;
            }
            (width, last) = (width + own, column);
        }
        if last > 0 {
            self.sheet.merge_range(self.row, 0, self.row, place(last), said, format)?;
        } else {
            self.sheet.write_string_with_format(self.row, 0, said, format)?;
        }
        self.sheet.set_row_height(self.row, layout::lines(said, width) * LINE + 2.0)?;
        self.row += 1;
        Ok(())
    }

    fn cells(&mut self, cells: &[SheetCell], format: &Format) -> Result<(), XlsxError> {
        for (column, cell) in cells.iter().enumerate() {
            self.cell(place(column), cell, format)?;
        }
        self.last_of_first = self.row;
        self.row += 1;
        Ok(())
    }

    fn cell(&mut self, column: u16, cell: &SheetCell, format: &Format) -> Result<(), XlsxError> {
        let (sheet, row) = (&mut *self.sheet, self.row);
        let link = || format.clone().set_font_color(Color::RGB(LINK)).set_underline(FormatUnderline::Single);
        match cell {
            SheetCell::Empty => sheet.write_blank(row, column, format)?,
            SheetCell::Withheld => {
                let right = format.clone().set_align(FormatAlign::Right);
                sheet.write_string_with_format(row, column, WITHHELD, &right)?
            }
            SheetCell::Text(said) => sheet.write_string_with_format(row, column, said, format)?,
            SheetCell::Number { number, marks } => {
                let shown =
                    format.clone().set_align(FormatAlign::Right).set_num_format(shown_as(number, marks));
                sheet.write_number_with_format(row, column, number.shown(), &shown)?
            }
            SheetCell::Date(date) => {
                let day = ExcelDateTime::from_ymd(
                    u16::try_from(date.year()).unwrap_or_default(),
                    u8::try_from(date.month()).unwrap_or_default(),
                    u8::try_from(date.day()).unwrap_or_default(),
                )?;
                let shown = format.clone().set_align(FormatAlign::Left).set_num_format("dd.mm.yyyy");
                sheet.write_datetime_with_format(row, column, &day, &shown)?
            }
            SheetCell::Sheet(of) => {
                let name = self.names.get(*of).copied().unwrap_or_default();
                let target = format!("internal:'{}'!A1", name.replace('\'', "''"));
                sheet.write_url_with_format(row, column, Url::new(target).set_text(name), &link())?
            }
            SheetCell::Url(address) => {
                sheet.write_url_with_format(row, column, Url::new(address.as_str()), &link())?
            }
        };
        Ok(())
    }
}

/// The format that shows a number as the reports print it, its marks behind it.
fn shown_as(number: &Number, marks: &str) -> String {
    let digits = if number.is_grouped() { "#,##0" } else { "0" };
    let mut format = digits.to_owned();
    if number.decimals > 0 {
        format.push('.');
        format.push_str(&"0".repeat(usize::from(number.decimals)));
    }
    if !marks.is_empty() {
        format.push_str(&format!("\" {marks}\""));
    }
    format
}

/// What all texts have in common.
fn text() -> Format {
    Format::new()
        .set_font_name(FACE)
        .set_font_size(SIZE)
        .set_font_color(Color::RGB(INK))
        .set_text_wrap()
        .set_align(FormatAlign::Top)
}

/// A cell of a table.
fn body() -> Format {
    text().set_border_bottom(FormatBorder::Hair).set_border_color(Color::RGB(RULE))
}

fn place(column: usize) -> u16 {
    u16::try_from(whole::count_u32(column)).unwrap_or(u16::MAX)
}
