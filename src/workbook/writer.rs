//! The files of the contract into a workbook.

use indexmap::{IndexMap, IndexSet};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet,
    XlsxError,
};
use serde_json::Value;

use super::cells::{Written, written};
use super::plan::{Field, Key, Kind, Plan, Scalar, Shape, Table};
use super::slots::{Slot, Spread, Tail, value_at};
use super::words::Words;
use crate::opc::archive::of_one_system;
use crate::quantity::whole;
use crate::study::FILES;

/// The day that a workbook carries: a file needs one, and the same input gives the same bytes.
const DAY: (u16, u8, u8) = (2026, 1, 1);
/// Rows below the last one that have drop-downs, too.
pub(super) const SPARE: u32 = 500;
/// Widths of columns, in characters: of texts, of codes, of numbers and days.
pub(super) const WIDTHS: (f64, f64, f64) = (42.0, 18.0, 13.0);

/// Width of a card's columns of texts, in characters.
const CARD_WIDTH: f64 = 60.0;
/// Height of a line, in points.
pub(super) const LINE: u32 = 15;
/// Most lines to which a row grows: a row is at most 409 points high.
const MOST_LINES: u32 = 26;

/// A row of a table: the keys of the things it stands in, its own number, the thing.
pub(super) struct Row<'v> {
    keys: Vec<String>,
    own: String,
    thing: &'v Value,
}

/// Writes the files of a study, by their paths, as a workbook that speaks `words`.
///
/// # Errors
/// What the writer of workbooks refuses, such as a text of more than 32,767 characters.
pub fn write(plan: &Plan, files: &IndexMap<String, Value>, words: Words) -> Result<Vec<u8>, XlsxError> {
    let mut writer =
        Writer { plan, words, rows: Vec::new(), formats: Formats::new(), languages: IndexSet::new() };
    writer.collect(files);
    let mut workbook = Workbook::new();
    let day = ExcelDateTime::from_ymd(DAY.0, DAY.1, DAY.2)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    writer.guide(workbook.add_worksheet())?;
    for at in 0..plan.tables.len() {
        let sheet = workbook.add_worksheet();
        writer.table(sheet, at)?;
    }
    writer.lists(workbook.add_worksheet())?;
    workbook.save_to_buffer().map(of_one_system)
}

pub(super) struct Formats {
    pub(super) head: Format,
    pub(super) needed: Format,
    pub(super) key: Format,
    pub(super) code: Format,
    pub(super) text: Format,
    pub(super) number: Format,
    pub(super) day: Format,
    pub(super) time: Format,
    pub(super) title: Format,
}

impl Formats {
    fn new() -> Self {
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_border_bottom(FormatBorder::Thin)
            .set_background_color(Color::RGB(0xDD_E6_F0));
        let top = Format::new().set_align(FormatAlign::Top);
        Self {
            needed: head.clone().set_background_color(Color::RGB(0xC3_D5_E8)),
            key: top.clone().set_num_format("@").set_font_color(Color::RGB(0x1F_4E_79)),
            head,
            code: top.clone().set_num_format("@"),
            text: top.clone().set_num_format("@").set_text_wrap(),
            number: top.clone(),
            day: top.clone().set_num_format("dd\\.mm\\.yyyy").set_align(FormatAlign::Left),
            time: top.set_num_format("hh:mm"),
            title: Format::new().set_bold().set_font_size(14.0),
        }
    }

    fn of(&self, slot: &Slot) -> &Format {
        match (&slot.tail, &slot.scalar) {
            (Tail::Language(_) | Tail::Form(..), _) => &self.text,
            (_, Scalar::Date) => &self.day,
            (_, Scalar::Time) => &self.time,
            (_, Scalar::Number { .. }) if !slot.many => &self.number,
            (Tail::Whole | Tail::Key(_), _) => &self.code,
        }
    }
}

pub(super) struct Writer<'v> {
    pub(super) plan: &'v Plan,
    pub(super) words: Words,
    /// Rows by table.
    pub(super) rows: Vec<Vec<Row<'v>>>,
    pub(super) formats: Formats,
    pub(super) languages: IndexSet<String>,
}

impl<'v> Writer<'v> {
    /// The rows of every table, and the languages of the study.
    fn collect(&mut self, files: &'v IndexMap<String, Value>) {
        let spoken = files.values().filter_map(|f| f.get("languages")?.as_array()).flatten();
        self.languages.extend(spoken.filter_map(Value::as_str).map(str::to_owned));
        for table in &self.plan.tables {
            let pattern = FILES.get(table.file).map_or("", |f| f.path);
            let rows = match (table.shape, table.parent) {
                (Shape::Card, _) => files
                    .get(pattern)
                    .map(|thing| Row { keys: Vec::new(), own: String::new(), thing })
                    .into_iter()
                    .collect(),
                (Shape::Files, _) => {
                    files.iter().filter_map(|(path, thing)| file_row(pattern, path, thing)).collect()
                }
                (Shape::Things | Shape::Values, None) => {
                    files.get(pattern).map(|root| inside(table, &[], root)).unwrap_or_default()
                }
                (Shape::Things | Shape::Values, Some(parent)) => {
                    let parent = self.rows.get(parent).map(Vec::as_slice).unwrap_or_default();
                    parent
                        .iter()
                        .flat_map(|row| {
                            let keys: Vec<String> =
                                row.keys.iter().cloned().chain([row.own.clone()]).collect();
                            inside(table, &keys, row.thing)
                        })
                        .collect()
                }
            };
            let mut spread = Spread::default();
            rows.iter().for_each(|row| spread.see(table, row.thing));
            self.languages.extend(spread.languages);
            self.rows.push(rows);
        }
        if self.languages.is_empty() {
            self.languages.extend(["kk", "ru"].map(str::to_owned));
        }
    }

    pub(super) fn slots(&self, at: usize, table: &Table) -> Vec<Slot> {
        let mut spread = Spread { languages: self.languages.clone(), ..Spread::default() };
        self.rows.get(at).into_iter().flatten().for_each(|row| spread.see(table, row.thing));
        spread.slots(table)
    }

    fn table(&self, sheet: &mut Worksheet, at: usize) -> Result<(), XlsxError> {
        let Some(table) = self.plan.tables.get(at) else { return Ok(()) };
        sheet.set_name(self.words.sheet(table))?;
        sheet.set_landscape().set_paper_size(8).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        let slots = self.slots(at, table);
        match table.shape {
            Shape::Card => self.card(sheet, at, table, &slots),
            Shape::Files | Shape::Things | Shape::Values => self.rows(sheet, at, table, &slots),
        }
    }

    fn rows(&self, sheet: &mut Worksheet, at: usize, table: &Table, slots: &[Slot]) -> Result<(), XlsxError> {
        let rows = self.rows.get(at).map(Vec::as_slice).unwrap_or_default();
        let last = whole::count_u32(rows.len()) + SPARE;
        let mut column = 0u16;
        for ancestor in table.ancestors(self.plan) {
            self.head(sheet, (0, column), &self.words.key(ancestor), &ancestor.note, true)?;
            sheet.set_column_width(column, WIDTHS.1)?.set_column_format(column, &self.formats.key)?;
            self.refer(sheet, (1, column, last), &ancestor.name)?;
            column += 1;
        }
        if matches!(table.key, Key::Number | Key::File) {
            self.head(sheet, (0, column), &self.words.key(table), &table.note, true)?;
            sheet.set_column_width(column, WIDTHS.1)?.set_column_format(column, &self.formats.key)?;
            column += 1;
        }
        let first = column;
        for (slot, field) in slots.iter().filter_map(|s| Some((s, table.fields.get(s.field)?))) {
            self.head(
                sheet,
                (0, column),
                &self.words.head(field, slot),
                &field.note,
                is_needed(field, slot),
            )?;
            sheet.set_column_width(column, width(slot))?.set_column_format(column, self.formats.of(slot))?;
            self.choose(sheet, (1, column, last), field, slot)?;
            column += 1;
        }
        for (number, row) in (1u32..).zip(rows) {
            let keyed = row
                .keys
                .iter()
                .chain((first > row.keys.len().try_into().unwrap_or(u16::MAX)).then_some(&row.own));
            for (column, key) in (0u16..).zip(keyed) {
                sheet.write_string_with_format(number, column, key, &self.formats.key)?;
            }
            let mut lines = 1;
            for (column, slot) in (first..).zip(slots) {
                self.cell(sheet, (number, column), slot, row.thing)?;
                lines = lines.max(lines_of(slot, row.thing, WIDTHS.0));
            }
            sheet.set_row_height(number, LINE * lines)?;
        }
        sheet.set_freeze_panes(1, first.max(1))?;
        sheet.set_row_height(0, 48)?;
        Ok(())
    }

    fn card(&self, sheet: &mut Worksheet, at: usize, table: &Table, slots: &[Slot]) -> Result<(), XlsxError> {
        let thing = self.rows.get(at).and_then(|rows| rows.first()).map_or(&Value::Null, |row| row.thing);
        self.head(sheet, (0, 0), &self.words.word("card-field"), &table.note, false)?;
        self.head(sheet, (0, 1), &self.words.word("card-value"), "", false)?;
        sheet.set_column_width(0, 52)?.set_column_width(1, 26)?;
        let mut languages = Vec::new();
        if table.fields.iter().any(|f| matches!(f.kind, Kind::Text | Kind::Name)) {
            for (column, language) in (2u16..).zip(&self.languages) {
                self.head(sheet, (0, column), &self.words.language(language), "", false)?;
                sheet.set_column_width(column, CARD_WIDTH)?;
                languages.push(language.as_str());
            }
        }
        let mut labels: IndexMap<String, u32> = IndexMap::new();
        let mut heights: IndexMap<u32, u32> = IndexMap::new();
        for slot in slots {
            let Some(field) = table.fields.get(slot.field) else { continue };
            let label = self.words.row(field, slot);
            let next = whole::count_u32(labels.len()) + 1;
            let is_new = !labels.contains_key(&label);
            let row = *labels.entry(label.clone()).or_insert(next);
            if is_new {
                self.head(sheet, (row, 0), &label, &field.note, is_needed(field, slot))?;
            }
            let column = match &slot.tail {
                Tail::Whole | Tail::Key(_) => Some(0),
                Tail::Language(language) | Tail::Form(language, _) => {
                    languages.iter().position(|l| l == language).map(|at| at + 1)
                }
            };
            let Some(column) = column.and_then(|c| u16::try_from(c + 1).ok()) else { continue };
            sheet.set_cell_format(row, column, self.formats.of(slot))?;
            self.choose(sheet, (row, column, row), field, slot)?;
            self.cell(sheet, (row, column), slot, thing)?;
            let lines = heights.entry(row).or_insert(1);
            *lines = lines_of(slot, thing, CARD_WIDTH).max(*lines);
        }
        for (row, lines) in heights {
            sheet.set_row_height(row, LINE * lines)?;
        }
        sheet.set_freeze_panes(1, 1)?;
        Ok(())
    }

    pub(super) fn head(
        &self,
        sheet: &mut Worksheet,
        at: (u32, u16),
        text: &str,
        note: &str,
        needed: bool,
    ) -> Result<(), XlsxError> {
        let format = if needed { &self.formats.needed } else { &self.formats.head };
        sheet.write_string_with_format(at.0, at.1, text, format)?;
        if !note.is_empty() {
            let lines = whole::count_u32(note.chars().count()) / 38 + 2;
            let note = Note::new(note).set_author("esep").add_author_prefix(false);
            sheet.insert_note(at.0, at.1, &note.set_width(260).set_height(lines * 17))?;
        }
        Ok(())
    }

    fn cell(
        &self,
        sheet: &mut Worksheet,
        at: (u32, u16),
        slot: &Slot,
        thing: &Value,
    ) -> Result<(), XlsxError> {
        let Some(value) = value_at(thing, &slot.path).filter(|v| !v.is_null()) else { return Ok(()) };
        let format = self.formats.of(slot);
        match written(slot, value, self.words) {
            Some(Written::Text(text)) => {
                sheet.write_string_with_format(at.0, at.1, text, format)?;
            }
            Some(Written::Number(number)) => {
                sheet.write_number_with_format(at.0, at.1, number, format)?;
            }
            Some(Written::Day(day)) => {
                let (year, month, of_month) = (day.year(), day.month(), day.day());
                let parts = (u16::try_from(year), u8::try_from(month), u8::try_from(of_month));
                match parts {
                    (Ok(y), Ok(m), Ok(d)) if y >= 1900 => {
                        let day = ExcelDateTime::from_ymd(y, m, d)?;
                        sheet.write_datetime_with_format(at.0, at.1, &day, format)?;
                    }
                    _ => {
                        sheet.write_string_with_format(at.0, at.1, day.to_string(), format)?;
                    }
                }
            }
            Some(Written::Minutes(minutes)) => {
                let part = f64::from(minutes) / 1440.0;
                sheet.write_number_with_format(at.0, at.1, part, format)?;
            }
            None => {}
        }
        Ok(())
    }
}

/// Whether a column must be filled in: of a name, the nominative alone.
fn is_needed(field: &Field, slot: &Slot) -> bool {
    let is_other_case = matches!(&slot.tail, Tail::Form(_, case) if case != "nom");
    field.required && !is_other_case
}

fn width(slot: &Slot) -> f64 {
    match (&slot.tail, &slot.scalar) {
        (Tail::Language(_) | Tail::Form(..), _) => WIDTHS.0,
        _ if slot.many => 30.0,
        (_, Scalar::Choice(_)) => 24.0,
        (_, Scalar::Number { .. } | Scalar::Date | Scalar::Time | Scalar::Flag) => WIDTHS.2,
        (_, Scalar::Text) => WIDTHS.1,
    }
}

/// The lines that a slot's text takes in a column so many characters wide.
fn lines_of(slot: &Slot, thing: &Value, width: f64) -> u32 {
    match (&slot.tail, value_at(thing, &slot.path).and_then(Value::as_str)) {
        (Tail::Language(_) | Tail::Form(..), Some(text)) => lines(text, width),
        (Tail::Language(_) | Tail::Form(..) | Tail::Whole | Tail::Key(_), _) => 1,
    }
}

/// The lines that a text takes in a column so many characters wide.
pub(super) fn lines(text: &str, width: f64) -> u32 {
    let long =
        |line: &str| whole::nearest_unsigned((whole::float(line.chars().count()) / (width * 0.95)).ceil());
    text.lines().map(|line| long(line).max(1)).sum::<u32>().clamp(1, MOST_LINES)
}

fn file_row<'v>(pattern: &str, path: &str, thing: &'v Value) -> Option<Row<'v>> {
    let (begin, end) = pattern.split_once('*')?;
    let name = path.strip_prefix(begin)?.strip_suffix(end)?;
    Some(Row { keys: Vec::new(), own: name.to_owned(), thing })
}

/// The rows of a list inside a thing.
fn inside<'v>(table: &Table, keys: &[String], thing: &'v Value) -> Vec<Row<'v>> {
    let items = value_at(thing, &table.path).and_then(Value::as_array).into_iter().flatten();
    let row = |(at, thing): (usize, &'v Value)| {
        let own = match &table.key {
            Key::Field(field) => thing.get(field).and_then(Value::as_str).unwrap_or_default().to_owned(),
            Key::Number => (at + 1).to_string(),
            Key::None | Key::File => String::new(),
        };
        Row { keys: keys.to_vec(), own, thing }
    };
    items.enumerate().map(row).collect()
}
