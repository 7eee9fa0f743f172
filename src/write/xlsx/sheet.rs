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
/// Characters that one page across can hold and still be read.
const PAPER: f64 = 260.0;
/// Most pages side by side.
const MOST_ACROSS: usize = 3;

/// Writes a sheet; `names` are those of all sheets.
pub fn write(sheet: &mut Worksheet, own: &Sheet, meta: &Meta, names: &[&str]) -> Result<(), XlsxError> {
    sheet.set_name(&own.name)?;
    let widths = layout::widths(own, names);
    for (column, width) in widths.iter().enumerate() {
        sheet.set_column_width(place(column), *width)?;
    }
    let has_head = own.lines.iter().any(|line| matches!(line, Line::Head(_)));
    let mut writer =
        Writer { sheet, names, widths: &widths, row: 0, has_head, first_head: None, last_of_first: 0 };
    writer.top(own)?;
    for (at, line) in own.lines.iter().enumerate() {
        writer.line(line, own.lines.get(at + 1))?;
    }
    let Writer { row: end, first_head, last_of_first, .. } = writer;
    let last_column = place(widths.len().saturating_sub(1));
    view(sheet, own, (first_head, last_of_first), last_column)?;
    // What is far wider than the paper stands on several pages side by side, else nobody could read it.
    let pages = whole::nearest_count((widths.iter().sum::<f64>() / PAPER).ceil()).clamp(1, MOST_ACROSS);
    sheet.set_print_fit_to_pages(u16::try_from(pages).unwrap_or(1), 0);
    if pages > 1 && own.frozen_columns > 0 {
        sheet.set_repeat_columns(0, own.frozen_columns - 1)?;
    }
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
    sheet.set_landscape().set_paper_size(A4);
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
    /// Whether the sheet has a table with a head; else its values stand beside their names.
    has_head: bool,
    /// Row of the first head.
    first_head: Option<u32>,
    /// Last row of the table below it.
    last_of_first: u32,
}

impl Writer<'_> {
    /// Title and notes.
    fn top(&mut self, own: &Sheet) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, &own.title, &title())?;
        self.sheet.set_row_height(self.row, TITLE * 1.6)?;
        self.row += 1;
        for note in &own.notes {
            self.paragraph(note, &text().set_font_color(Color::RGB(FAINT)))?;
        }
        self.row += 1;
        Ok(())
    }

    /// A line; `next` is the one below, whose numbers say where a head stands.
    fn line(&mut self, line: &Line, next: Option<&Line>) -> Result<(), XlsxError> {
        match line {
            Line::Blank => self.row += 1,
            Line::Paragraph(said) => self.paragraph(said, &text().set_font_color(Color::RGB(FAINT)))?,
            Line::Caption(said) => self.paragraph(said, &text().set_bold().set_font_size(CAPTION))?,
            Line::Head(heads) => self.head(heads, next)?,
            Line::Row(cells) => self.cells(cells, &body())?,
            Line::Faint(cells) => self.cells(cells, &body().set_font_color(Color::RGB(FAINT)))?,
        }
        Ok(())
    }

    fn head(&mut self, heads: &[String], below: Option<&Line>) -> Result<(), XlsxError> {
        let left = text()
            .set_align(FormatAlign::Left)
            .set_indent(1)
            .set_bold()
            .set_background_color(Color::RGB(HEAD))
            .set_border_bottom(FormatBorder::Thin)
            .set_border_color(Color::RGB(RULE));
        let right = left.clone().set_indent(0).set_align(FormatAlign::Right);
        for (column, head) in heads.iter().enumerate() {
            let is_number = below.is_some_and(|line| has_number(line, column));
            let format = if is_number { &right } else { &left };
            self.sheet.write_string_with_format(self.row, place(column), head, format)?;
        }
        self.height(heads.iter().map(String::as_str).enumerate())?;
        if self.first_head.is_none() {
            (self.first_head, self.last_of_first) = (Some(self.row), self.row);
        }
        self.row += 1;
        Ok(())
    }

    /// Room for all lines of a row's texts.
    fn height<'t>(&mut self, texts: impl Iterator<Item = (usize, &'t str)>) -> Result<(), XlsxError> {
        let lines = layout::most_lines(texts, self.widths);
        if lines > 1.0 {
            self.sheet.set_row_height(self.row, lines * LINE + 2.0)?;
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
        let texts = cells.iter().enumerate().filter_map(|(column, cell)| match cell {
            SheetCell::Text(said) | SheetCell::Url(said) => Some((column, said.as_str())),
            SheetCell::Empty
            | SheetCell::Withheld
            | SheetCell::Number { .. }
            | SheetCell::Ordinal(_)
            | SheetCell::Date(_)
            | SheetCell::Sheet(_) => None,
        });
        self.height(texts)?;
        // The table of the first head ends where a line of another kind comes.
        if self.first_head.is_some() && self.last_of_first + 1 == self.row {
            self.last_of_first = self.row;
        }
        self.row += 1;
        Ok(())
    }

    fn cell(&mut self, column: u16, cell: &SheetCell, format: &Format) -> Result<(), XlsxError> {
        let (sheet, row) = (&mut *self.sheet, self.row);
        let (side, indent) = if self.has_head { (FormatAlign::Right, 0) } else { (FormatAlign::Left, 1) };
        let link = || {
            format
                .clone()
                .set_indent(1)
                .set_font_color(Color::RGB(LINK))
                .set_underline(FormatUnderline::Single)
        };
        match cell {
            SheetCell::Empty => sheet.write_blank(row, column, format)?,
            SheetCell::Withheld => {
                let right = format.clone().set_indent(indent).set_align(side);
                sheet.write_string_with_format(row, column, WITHHELD, &right)?
            }
            SheetCell::Text(said) => sheet.write_string_with_format(
                row,
                column,
                said,
                &format.clone().set_align(FormatAlign::Left).set_indent(1),
            )?,
            SheetCell::Number { number, marks } => {
                let shown =
                    format.clone().set_indent(indent).set_align(side).set_num_format(shown_as(number, marks));
                sheet.write_number_with_format(row, column, number.shown(), &shown)?
            }
            SheetCell::Ordinal(number) => {
                let digits = if *number >= 1000 { "#,##0" } else { "0" };
                let shown = format.clone().set_indent(indent).set_align(side).set_num_format(digits);
                sheet.write_number_with_format(row, column, whole::float(*number), &shown)?
            }
            SheetCell::Date(date) => {
                let day = ExcelDateTime::from_ymd(
                    u16::try_from(date.year()).unwrap_or_default(),
                    u8::try_from(date.month()).unwrap_or_default(),
                    u8::try_from(date.day()).unwrap_or_default(),
                )?;
                let shown =
                    format.clone().set_indent(1).set_align(FormatAlign::Left).set_num_format("dd.mm.yyyy");
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

/// Whether a line has a number, or a dash for one, in a column.
fn has_number(line: &Line, column: usize) -> bool {
    match line {
        Line::Row(cells) | Line::Faint(cells) => {
            matches!(
                cells.get(column),
                Some(SheetCell::Number { .. } | SheetCell::Ordinal(_) | SheetCell::Withheld)
            )
        }
        Line::Blank | Line::Paragraph(_) | Line::Caption(_) | Line::Head(_) => false,
    }
}

/// The first line of a sheet, which may go on over the columns beside its own.
fn title() -> Format {
    Format::new()
        .set_font_name(FACE)
        .set_font_size(TITLE)
        .set_bold()
        .set_font_color(Color::RGB(INK))
        .set_align(FormatAlign::Top)
}

/// What all other texts have in common.
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
