//! The cells of a row as a record: codes, numbers as programs write them, what programs write where nothing was
//! counted.

use std::collections::HashMap;
use std::sync::OnceLock;

use csv::StringRecord;
use ecow::EcoString;
use indexmap::IndexMap;

use super::faults::Faults;
use crate::diag::{Catalogue, Code, Diagnostic, Location, Message, UiLanguage, say};
use crate::quantity::{DecimalMark, decimal_mark, is_doubtful, written};
use crate::study::results::{GroupCodes, Record, count};

/// Columns of numbers.
const NUMBERS: [&str; 7] = ["n", "n_option", "n_weighted", "deff", "share", "ci_low", "ci_high"];
/// Columns that are 0 where nobody was asked.
const COUNTED: [&str; 2] = ["n", "n_option"];
/// Blank cells, a code among them, with which a row may still be a record that lacks something.
const MOST_BLANK: usize = 3;
/// Columns of shares, 0–1, which a sign of per cent may stand in.
const SHARES: [&str; 3] = ["share", "ci_low", "ci_high"];

/// What programs write for a number that there is none of: R, pandas, Excel, SPSS, SQL.
const NOTHING: [&str; 11] = ["na", "nan", "n/a", "#n/a", "null", "none", "-", "–", ".", "#div/0!", "#null!"];

/// Whether a cell says that there is no number, in a program's words or in people's of any language of the program.
fn is_nothing(cell: &str) -> bool {
    if cell.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    static WORDS: OnceLock<Vec<String>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let lists = UiLanguage::ALL.iter().filter_map(|own| Catalogue::of(*own).text("words-nothing", None));
        lists
            .flat_map(|list| list.split(',').map(|word| word.trim().to_owned()).collect::<Vec<_>>())
            .collect()
    });
    let cell = cell.to_lowercase();
    NOTHING.contains(&cell.as_str()) || words.contains(&cell)
}

/// The decimal marks that the cells of a table give away.
pub struct Marks {
    columns: HashMap<&'static str, DecimalMark>,
    table: Option<DecimalMark>,
}

impl Marks {
    /// Looks through a whole table; where cells contradict each other, they show nothing.
    pub fn of(text: &str, columns: &IndexMap<&'static str, usize>) -> Self {
        let mut seen: HashMap<&'static str, Option<DecimalMark>> = HashMap::new();
        let mut all: Option<Option<DecimalMark>> = None;
        let join = |known: Option<Option<DecimalMark>>, mark| match known {
            None => Some(mark),
            Some(one) if one == mark => Some(mark),
            Some(_) => None,
        };
        let Ok(mut table) = super::open(text) else { return Self { columns: HashMap::new(), table: None } };
        let mut row = StringRecord::new();
        while table.rows.read_record(&mut row).unwrap_or(false) {
            for column in NUMBERS {
                let cell = columns.get(column).and_then(|at| row.get(*at)).unwrap_or_default();
                let Some(mark) = decimal_mark(cell) else { continue };
                let own = join(seen.get(column).copied(), Some(mark)).flatten();
                seen.insert(column, own);
                all = Some(join(all, Some(mark)).flatten());
            }
        }
        let columns = seen.into_iter().filter_map(|(column, mark)| Some((column, mark?))).collect();
        Self { columns, table: all.flatten() }
    }

    /// The mark of a column: counts have none but their own, other numbers that of the table.
    fn get(&self, column: &str) -> Option<DecimalMark> {
        let own = self.columns.get(column).copied();
        if COUNTED.contains(&column) { own } else { own.or(self.table) }
    }
}

/// One row with what is needed to read it.
pub struct Row<'r, 'm> {
    pub path: &'r str,
    pub line: u32,
    pub columns: &'r IndexMap<&'static str, usize>,
    pub cells: &'r StringRecord,
    /// The decimal marks of the table, looked for where a number is in doubt.
    pub marks: &'r dyn Fn() -> &'m Marks,
}

/// The record of a row; none where a cell is faulty.
pub fn record(row: &Row<'_, '_>, faults: &mut Faults) -> Option<Record> {
    let mut reader = Reader { row, faults, sound: true };
    if let Some(blank) = row.no_record() {
        let message = say!("csv-no-record", columns = blank.join("`, `"));
        reader.fault(("", "no-record"), message, say!("hint-csv-no-record"));
        return None;
    }
    let (question, option) = (reader.needed("question"), reader.needed("option"));
    let item = row.text("item").map(Into::into);
    let by = reader.by();
    let record = if row.nobody_asked() {
        let nothing = 0.0;
        Record {
            question,
            item,
            option,
            by,
            n: 0,
            n_option: 0,
            n_weighted: nothing,
            deff: 1.0,
            share: nothing,
            ci: (nothing, nothing),
        }
    } else {
        Record {
            question,
            item,
            option,
            by,
            n: reader.count("n"),
            n_option: reader.count("n_option"),
            n_weighted: reader.number("n_weighted"),
            deff: reader.number("deff"),
            share: reader.number("share"),
            ci: (reader.number("ci_low"), reader.number("ci_high")),
        }
    };
    reader.sound.then_some(record)
}

impl<'r> Row<'r, '_> {
    fn cell(&self, column: &str) -> &'r str {
        self.columns.get(column).and_then(|at| self.cells.get(*at)).unwrap_or_default().trim()
    }

    /// A cell's text; nothing where it is empty or R's `NA`.
    fn text(&self, column: &str) -> Option<&'r str> {
        let cell = self.cell(column);
        (!cell.is_empty() && cell != "NA").then_some(cell)
    }

    /// The blank cells of a row that is no record: a total, or a note below the table.
    fn no_record(&self) -> Option<Vec<&'static str>> {
        let is_blank = |column: &&'static str| self.text(column).is_none();
        let blank: Vec<&'static str> =
            ["question", "option"].into_iter().chain(NUMBERS).filter(is_blank).collect();
        let lacks_code = blank.iter().any(|column| ["question", "option"].contains(column));
        (lacks_code && blank.len() > MOST_BLANK).then_some(blank)
    }

    /// Whether nothing was counted: no base and no answers, and a number in no other cell.
    fn nobody_asked(&self) -> bool {
        let is_nothing = |column| {
            let cell = self.cell(column);
            cell.is_empty() || is_nothing(cell)
        };
        let is_none = |column| {
            is_nothing(column) || written(self.cell(column), None, true).is_some_and(|w| w.number == 0.0)
        };
        let estimates = ["deff", "share", "ci_low", "ci_high"];
        COUNTED.into_iter().all(is_none) && is_none("n_weighted") && estimates.into_iter().all(is_nothing)
    }
}

struct Reader<'r, 'm, 'f> {
    row: &'r Row<'r, 'm>,
    faults: &'f mut Faults,
    sound: bool,
}

impl Reader<'_, '_, '_> {
    fn fault(&mut self, (column, kind): (&'static str, &'static str), message: Message, hint: Message) {
        let place =
            Location { pointer: Some(column.to_owned()), ..Location::line(self.row.path, self.row.line) };
        self.faults.push((column, kind), Diagnostic::new(Code::WrongValue, message).at(place).hint(hint));
        self.sound = false;
    }

    /// A cell that may not be empty.
    fn needed(&mut self, column: &'static str) -> EcoString {
        let found = self.row.text(column);
        if found.is_none() {
            let message = say!("csv-cell-empty", column = column);
            self.fault((column, "empty"), message, say!("hint-csv-cell-empty"));
        }
        found.unwrap_or_default().into()
    }

    fn number(&mut self, column: &'static str) -> f64 {
        let cell = self.row.cell(column);
        if let Some(number) = plain(cell) {
            return number;
        }
        if cell.is_empty() || is_nothing(cell) {
            let message = match cell {
                "" => say!("csv-cell-empty", column = column),
                word => say!("csv-cell-nothing", column = column, found = word),
            };
            self.fault((column, "empty"), message, say!("hint-csv-number-empty"));
            return 0.0;
        }
        let is_count = COUNTED.contains(&column);
        let mark = if is_doubtful(cell) { (self.row.marks)().get(column) } else { None };
        match written(cell, mark, is_count) {
            Some(read) if !read.is_percent || SHARES.contains(&column) => read.number,
            Some(_) | None => {
                let message = say!("csv-not-a-number", column = column, found = cell);
                let hint =
                    if is_doubtful(cell) { say!("hint-csv-doubtful") } else { say!("hint-csv-number") };
                self.fault((column, "number"), message, hint);
                0.0
            }
        }
    }

    fn count(&mut self, column: &'static str) -> u32 {
        let before = self.sound;
        let number = self.number(column);
        if let Some(count) = count(number) {
            return count;
        }
        if before == self.sound {
            let message = say!("csv-not-a-count", column = column, found = self.row.cell(column));
            self.fault((column, "count"), message, say!("hint-csv-count"));
        }
        0
    }

    fn by(&mut self) -> Option<GroupCodes> {
        let (by, group) = (self.row.text("by"), self.row.text("group"));
        if let (None, Some(group)) = (by, group) {
            let message = say!("csv-group-alone", group = group);
            self.fault(("by", "alone"), message, say!("hint-csv-by-group"));
        }
        let (ids, codes): (Vec<&str>, Vec<&str>) =
            (by.map(|b| b.split('|').collect())?, group.map(|g| g.split('|').collect()).unwrap_or_default());
        if ids.len() != codes.len() {
            let message =
                say!("csv-by-group", by = by.unwrap_or_default(), group = group.unwrap_or_default());
            self.fault(("group", "together"), message, say!("hint-csv-by-group"));
        }
        Some(ids.iter().zip(codes).map(|(id, code)| (id.trim(), code.trim())).collect())
    }
}

/// A number as most programs write it: digits, and a point or a comma that can only be the decimal mark.
fn plain(cell: &str) -> Option<f64> {
    let decimals = match cell.find([',', '.']) {
        None => 0,
        Some(at) => cell.len() - at - 1,
    };
    let is_plain = cell.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'));
    if !is_plain || decimals == 3 && !cell.starts_with('0') {
        return None;
    }
    if cell.contains(',') { cell.replacen(',', ".", 1).parse().ok() } else { cell.parse().ok() }
}
