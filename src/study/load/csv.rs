//! Result records from a CSV table, as R's `write.csv` and `write.csv2`, Excel, SPSS and pandas write
//! them: comma, semicolon or tab between columns, decimal point or comma, with or without row names.
//!
//! The columns are those of a record, with `by` (breakdown id; `breakdown` where a program reserves the
//! word) and `group` (group code) in place of the object, and `ci_low`, `ci_high` in place of the pair. A
//! group of several breakdowns joins ids and codes by `|`.

use csv::{ReaderBuilder, StringRecord};
use indexmap::IndexMap;

use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::nearest;
use crate::study::results::{Record, count};

/// Columns that a table must have.
const REQUIRED: &[&str] =
    &["question", "option", "n", "n_option", "n_weighted", "deff", "share", "ci_low", "ci_high"];
/// Columns that may be absent where every row would be empty.
const OPTIONAL: &[&str] = &["item", "by", "group"];
/// Faults told of one table; what follows is most often the same fault again.
const MOST_FAULTS: usize = 50;

/// Reads the records of a table.
///
/// # Errors
/// [`Code::CsvTable`] for the table's form, [`Code::WrongValue`] for its cells.
pub fn records(path: &str, text: &str) -> Result<Vec<Record>, Vec<Diagnostic>> {
    let (head, mut rows) = open(text);
    let head = head.map_err(|e| vec![broken(path, &e)])?;
    let (columns, width) = (columns(path, &head)?, head.len());
    let mut records = Vec::new();
    let mut faults = Vec::new();
    let mut row = StringRecord::new();
    loop {
        match rows.read_record(&mut row) {
            Ok(false) => break,
            Ok(true) if row.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(true) => {
                let line = line_of(&row);
                if row.len() > width {
                    let message = say!("csv-row-too-long"; cells = row.len(), columns = width);
                    let fault = Diagnostic::new(Code::CsvTable, message).at(Location::line(path, line));
                    faults.push(fault.hint(say!("hint-csv-row-too-long")));
                    continue;
                }
                match record(&Row { path, line, columns: &columns, cells: &row }) {
                    Ok(record) => records.push(record),
                    Err(found) => faults.extend(found),
                }
            }
            Err(error) => faults.push(broken(path, &error)),
        }
        if faults.len() >= MOST_FAULTS {
            break;
        }
    }
    if records.is_empty() && faults.is_empty() {
        let fault = Diagnostic::new(Code::CsvTable, say!("csv-empty", path = path));
        faults.push(fault.at(Location::file(path)).hint(say!("hint-csv-columns", columns = all_columns())));
    }
    if faults.is_empty() { Ok(records) } else { Err(faults) }
}

/// The line on which each record of a table begins, in the order of the records.
pub fn lines(text: &str) -> Vec<u32> {
    let (_, mut rows) = open(text);
    let mut lines = Vec::new();
    let mut row = StringRecord::new();
    while rows.read_record(&mut row).unwrap_or(false) {
        if !row.iter().all(|cell| cell.trim().is_empty()) {
            lines.push(line_of(&row));
        }
    }
    lines
}

type Rows<'t> = csv::Reader<&'t [u8]>;

/// The table's head and a reader of its rows. Excel may name the separator in a line before the head.
fn open(text: &str) -> (Result<StringRecord, csv::Error>, Rows<'_>) {
    let first = text.lines().next().unwrap_or_default();
    let named = first.trim_matches('"').strip_prefix("sep=").and_then(|s| s.bytes().next());
    let delimiter = named.unwrap_or_else(|| delimiter(first));
    let mut rows = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut head = StringRecord::new();
    let mut read = rows.read_record(&mut head);
    if named.is_some() && read.is_ok() {
        read = rows.read_record(&mut head);
    }
    (read.map(|_| head), rows)
}

/// What stands most often between the names of the head.
fn delimiter(head: &str) -> u8 {
    let count = |d: u8| head.bytes().filter(|b| *b == d).count();
    b";\t,".iter().copied().max_by_key(|d| count(*d)).unwrap_or(b',')
}

fn line_of(row: &StringRecord) -> u32 {
    row.position().and_then(|p| u32::try_from(p.line()).ok()).unwrap_or(1)
}

fn all_columns() -> String {
    [REQUIRED, OPTIONAL].concat().join(", ")
}

/// Where each known column stands.
fn columns(path: &str, head: &StringRecord) -> Result<IndexMap<&'static str, usize>, Vec<Diagnostic>> {
    let known: Vec<String> = [REQUIRED, OPTIONAL].concat().iter().map(|c| (*c).to_owned()).collect();
    let mut columns = IndexMap::new();
    let mut faults = Vec::new();
    let mut fault = |message, hint| {
        faults.push(Diagnostic::new(Code::CsvTable, message).at(Location::line(path, 1)).hint(hint));
    };
    for (at, name) in head.iter().map(str::trim).enumerate() {
        // The row names of R's write.csv have no heading.
        if name.is_empty() {
            continue;
        }
        // SPSS keeps the word BY for itself.
        let name = if name == "breakdown" { "by" } else { name };
        match [REQUIRED, OPTIONAL].concat().into_iter().find(|c| *c == name) {
            Some(column) if columns.insert(column, at).is_some() => {
                fault(say!("csv-column-twice", column = name), say!("hint-keep-one"));
            }
            Some(_) => {}
            None => {
                let hint = match nearest(name, &known) {
                    Some(near) => say!("hint-did-you-mean", near = near),
                    None => say!("hint-csv-columns", columns = all_columns()),
                };
                fault(say!("csv-column-unknown", column = name), hint);
            }
        }
    }
    for column in REQUIRED.iter().filter(|c| !columns.contains_key(*c)) {
        fault(say!("csv-column-missing", column = column), say!("hint-csv-columns", columns = all_columns()));
    }
    if faults.is_empty() { Ok(columns) } else { Err(faults) }
}

fn broken(path: &str, error: &csv::Error) -> Diagnostic {
    let line = error.position().and_then(|p| u32::try_from(p.line()).ok()).unwrap_or(1);
    Diagnostic::new(Code::CsvTable, say!("csv-broken", path = path, detail = error))
        .at(Location::line(path, line))
        .hint(say!("hint-csv-columns", columns = all_columns()))
}

/// One row with what is needed to read it.
struct Row<'r> {
    path: &'r str,
    line: u32,
    columns: &'r IndexMap<&'static str, usize>,
    cells: &'r StringRecord,
}

fn record(row: &Row<'_>) -> Result<Record, Vec<Diagnostic>> {
    let mut faults = Vec::new();
    let record = Record {
        question: row.needed("question", &mut faults),
        item: row.text("item").map(str::to_owned),
        option: row.needed("option", &mut faults),
        by: row.by(&mut faults),
        n: row.count("n", &mut faults),
        n_option: row.count("n_option", &mut faults),
        n_weighted: row.number("n_weighted", &mut faults),
        deff: row.number("deff", &mut faults),
        share: row.number("share", &mut faults),
        ci: (row.number("ci_low", &mut faults), row.number("ci_high", &mut faults)),
    };
    if faults.is_empty() { Ok(record) } else { Err(faults) }
}

impl<'r> Row<'r> {
    /// A cell's text; nothing where it is empty or R's `NA`.
    fn text(&self, column: &str) -> Option<&'r str> {
        let cell = self.cells.get(*self.columns.get(column)?)?.trim();
        (!cell.is_empty() && cell != "NA").then_some(cell)
    }

    fn fault(&self, column: &str, message: crate::diag::Message) -> Diagnostic {
        let place = Location { pointer: Some(column.to_owned()), ..Location::line(self.path, self.line) };
        Diagnostic::new(Code::WrongValue, message).at(place)
    }

    /// A cell that may not be empty.
    fn needed(&self, column: &str, faults: &mut Vec<Diagnostic>) -> String {
        if self.text(column).is_none() {
            let fault = self.fault(column, say!("csv-cell-empty", column = column));
            faults.push(fault.hint(say!("hint-csv-cell-empty")));
        }
        self.text(column).unwrap_or_default().to_owned()
    }

    fn number(&self, column: &str, faults: &mut Vec<Diagnostic>) -> f64 {
        let cell = self.needed(column, faults);
        match decimal(&cell) {
            _ if cell.is_empty() => 0.0,
            Some(number) => number,
            None => {
                let fault = self.fault(column, say!("csv-not-a-number", column = column, found = cell));
                faults.push(fault.hint(say!("hint-csv-number")));
                0.0
            }
        }
    }

    fn count(&self, column: &str, faults: &mut Vec<Diagnostic>) -> u32 {
        let number = self.number(column, faults);
        if let Some(count) = count(number) {
            return count;
        }
        let fault = self.fault(column, say!("csv-not-a-count", column = column, found = number));
        faults.push(fault.hint(say!("hint-csv-count")));
        0
    }

    fn by(&self, faults: &mut Vec<Diagnostic>) -> Option<IndexMap<String, String>> {
        let (by, group) = (self.text("by"), self.text("group"));
        if let (None, Some(group)) = (by, group) {
            let fault = self.fault("by", say!("csv-group-alone", group = group));
            faults.push(fault.hint(say!("hint-csv-by-group")));
        }
        let (ids, codes): (Vec<&str>, Vec<&str>) =
            (by.map(|b| b.split('|').collect())?, group.map(|g| g.split('|').collect()).unwrap_or_default());
        if ids.len() != codes.len() {
            let message =
                say!("csv-by-group", by = by.unwrap_or_default(), group = group.unwrap_or_default());
            faults.push(self.fault("group", message).hint(say!("hint-csv-by-group")));
        }
        Some(ids.iter().zip(codes).map(|(id, code)| (id.trim().to_owned(), code.trim().to_owned())).collect())
    }
}

/// A number with decimal point or comma, thousands set apart by spaces at most.
fn decimal(cell: &str) -> Option<f64> {
    let plain: String = cell
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{A0}' | '\u{202F}'))
        .map(|c| if c == ',' { '.' } else { c })
        .collect();
    plain.parse::<f64>().ok().filter(|n| n.is_finite())
}

#[cfg(test)]
mod tests {
    use super::{lines, records};
    use crate::study::results::Record;

    const HEAD: &str = "question;item;option;by;group;n;n_option;n_weighted;deff;share;ci_low;ci_high";

    fn one(text: &str) -> Record {
        let mut found = records("results/x.csv", text).unwrap_or_else(|f| panic!("{f:?}"));
        assert_eq!(found.len(), 1, "{found:?}");
        found.remove(0)
    }

    #[test]
    fn the_dialects_give_the_same_record() {
        let european = format!("{HEAD}\nq-a;;1;sex;f;100;40;98,5;1,2;0,4;0,3;0,5\n");
        let expected = one(&european);
        assert_eq!(expected.by.as_ref().and_then(|by| by.get("sex")).map(String::as_str), Some("f"));
        assert_eq!((expected.n, expected.item.is_none(), expected.ci), (100, true, (0.3, 0.5)));
        let american = format!("{}\nq-a,,1,sex,f,100,40,98.5,1.2,0.4,0.3,0.5\n", HEAD.replace(';', ","));
        let quoted = format!(
            "\"\";{}\n\"1\";\"q-a\";NA;\"1\";\"sex\";\"f\";100;40;98,5;1,2;4e-01;0,3;0,5\n",
            HEAD.split(';').map(|c| format!("\"{c}\"")).collect::<Vec<_>>().join(";")
        );
        let excel = format!("sep=;\r\n{HEAD}\r\nq-a;;1;sex;f;100;40;98,5;1,2;0,4;0,3;0,5\r\n;;;;;;;;;;;\r\n");
        let tabs = european.replace(';', "\t");
        for text in [american, quoted, excel, tabs] {
            assert_eq!(one(&text), expected, "{text}");
        }
    }

    #[test]
    fn every_fault_of_a_table_has_its_line_and_column() {
        let text = format!("{HEAD}\nq-a;;;;;x;1,5;1;1;0,4;0,3;0,5\n;;1;sex;;1;1;1;1;1;1;1\n");
        let faults = records("results/x.csv", &text).err().unwrap_or_default();
        let told: Vec<String> =
            faults.iter().filter_map(|f| f.place.as_ref()).map(ToString::to_string).collect();
        let expected = ["2 at option", "2 at n", "2 at n_option", "3 at question", "3 at group"];
        assert_eq!(told, expected.map(|place| format!("results/x.csv:{place}")), "{faults:#?}");
    }

    #[test]
    fn a_head_that_is_none_is_told_of() {
        let faults = records("results/x.csv", "a;b\n1;2\n").err().unwrap_or_default();
        assert!(faults.len() > 9, "{faults:?}");
        assert!(records("results/x.csv", "").is_err());
    }

    #[test]
    fn records_know_their_lines() {
        assert_eq!(lines("sep=;\na;b\n\"x\ny\";1\n;\nz;2\n"), [3, 6]);
    }
}
