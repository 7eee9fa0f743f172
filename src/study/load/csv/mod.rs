//! Result records from a CSV table, as R's `write.csv` and `write.csv2`, Excel, SPSS and pandas write
//! them: comma, semicolon or tab between columns, decimal point or comma, with or without row names.
//!
//! The columns are those of a record, with `by` (breakdown id; `breakdown` where a program reserves the
//! word) and `group` (group code) in place of the object, and `ci_low`, `ci_high` in place of the pair. A
//! group of several breakdowns joins ids and codes by `|`. What is wrong with a whole column is said once;
//! rows in which nothing was counted are groups that nobody was asked in.

mod cells;
mod faults;

use std::cell::OnceCell;

use csv::{ReaderBuilder, StringRecord};
use indexmap::IndexMap;

use crate::diag::{Code, Diagnostic, Location, say};
use crate::source::LineCounter;
use crate::study::nearest;
use crate::study::results::Record;
use cells::{Marks, Row};
use faults::Faults;

/// Columns that a table must have.
const REQUIRED: &[&str] =
    &["question", "option", "n", "n_option", "n_weighted", "deff", "share", "ci_low", "ci_high"];
/// Columns that may be absent where every row would be empty.
const OPTIONAL: &[&str] = &["item", "by", "group"];
/// Rows among which the head is looked for: titles and blank lines may stand above it.
const MOST_TITLES: usize = 10;

/// Reads the records of a table.
///
/// # Errors
/// [`Code::CsvTable`] for the table's form, [`Code::WrongValue`] for its cells.
pub fn records(path: &str, text: &str) -> Result<Vec<Record>, Vec<Diagnostic>> {
    let mut table = open(text).map_err(|e| vec![broken(path, text, &e)])?;
    let columns = columns(path, &table.head, table.line)?;
    let width = table.head.len();
    let mut lines = LineCounter::new(text.as_bytes());
    let mut records = Vec::new();
    let mut faults = Faults::default();
    let marks = OnceCell::new();
    let mut row = StringRecord::new();
    loop {
        match table.rows.read_record(&mut row) {
            Ok(false) => break,
            Ok(true) if is_blank(&row) => {}
            Ok(true) => {
                let line = lines.line_of(begin(&row));
                if row.len() > width {
                    let message = say!("csv-row-too-long"; cells = row.len(), columns = width);
                    let fault = Diagnostic::new(Code::CsvTable, message).at(Location::line(path, line));
                    faults.push(("", "csv-row-too-long"), fault.hint(say!("hint-csv-row-too-long")));
                    continue;
                }
                let marks = || marks.get_or_init(|| Marks::of(text, &columns));
                let read = Row { path, line, columns: &columns, cells: &row, marks: &marks };
                records.extend(cells::record(&read, &mut faults));
            }
            Err(error) => faults.push(("", "csv-broken"), broken(path, text, &error)),
        }
    }
    let mut faults = faults.folded();
    if records.is_empty() && faults.is_empty() {
        let fault = Diagnostic::new(Code::CsvTable, say!("csv-empty", path = path));
        faults.push(fault.at(Location::file(path)).hint(say!("hint-csv-columns", columns = all_columns())));
    }
    if faults.is_empty() { Ok(records) } else { Err(faults) }
}

/// The line on which each record of a table begins, in the order of the records.
pub fn lines(text: &str) -> Vec<u32> {
    let Ok(mut table) = open(text) else { return Vec::new() };
    let mut counter = LineCounter::new(text.as_bytes());
    let mut lines = Vec::new();
    let mut row = StringRecord::new();
    while table.rows.read_record(&mut row).unwrap_or(false) {
        if !is_blank(&row) {
            lines.push(counter.line_of(begin(&row)));
        }
    }
    lines
}

/// A table whose head has been read.
struct Table<'t> {
    head: StringRecord,
    /// The line of the head.
    line: u32,
    rows: csv::Reader<&'t [u8]>,
}

/// Reads up to the head. Excel may name the separator in a line before it; titles and blank lines are passed over.
fn open(text: &str) -> Result<Table<'_>, csv::Error> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let named = first.trim_matches('"').strip_prefix("sep=").and_then(|s| s.bytes().next());
    let is_blank_line = |line: &str| line.trim_matches([' ', '"', ';', ',', '\t', '|', '\r']).is_empty();
    let tops = || text.lines().filter(|line| !is_blank_line(line)).take(MOST_TITLES);
    let mut best = (0, None);
    for (top, line) in tops().enumerate() {
        for delimiter in [b';', b'\t', b',', b'|'].into_iter().filter(|d| named.is_none_or(|n| n == *d)) {
            let cells = line.split(char::from(delimiter));
            let known = cells.filter(|cell| column(cell.trim_matches(['"', ' ', '\r'])).is_some()).count();
            if known > best.0 {
                best = (known, Some((top, delimiter)));
            }
        }
    }
    // What has no name of a column at all is told of as it stands in the first line.
    let (top, delimiter) = best.1.unwrap_or((usize::from(named.is_some()), named.unwrap_or(most(first))));
    let mut rows = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut head = StringRecord::new();
    let mut passed = 0;
    while rows.read_record(&mut head)? {
        passed += usize::from(!is_blank(&head));
        if passed > top {
            break;
        }
    }
    let line = LineCounter::new(text.as_bytes()).line_of(begin(&head));
    Ok(Table { head, line, rows })
}

/// What stands most often between the words of a line.
fn most(line: &str) -> u8 {
    let count = |d: u8| line.bytes().filter(|b| *b == d).count();
    b";\t,".iter().copied().max_by_key(|d| count(*d)).unwrap_or(b',')
}

fn is_blank(row: &StringRecord) -> bool {
    row.iter().all(|cell| cell.trim().is_empty())
}

/// The offset at which reading a row began.
fn begin(row: &StringRecord) -> u64 {
    row.position().map_or(0, csv::Position::byte)
}

fn all_columns() -> String {
    [REQUIRED, OPTIONAL].concat().join(", ")
}

/// The column that a head names, in letters of either size.
fn column(name: &str) -> Option<&'static str> {
    let name = name.trim();
    // SPSS keeps the word BY for itself.
    let name = if name.eq_ignore_ascii_case("breakdown") { "by" } else { name };
    REQUIRED.iter().chain(OPTIONAL).copied().find(|known| known.eq_ignore_ascii_case(name))
}

/// Where each known column stands.
fn columns(
    path: &str,
    head: &StringRecord,
    line: u32,
) -> Result<IndexMap<&'static str, usize>, Vec<Diagnostic>> {
    let known: Vec<String> = [REQUIRED, OPTIONAL].concat().iter().map(|c| (*c).to_owned()).collect();
    let mut columns = IndexMap::new();
    let (mut faults, mut unknown) = (Vec::new(), Vec::new());
    let mut fault = |message, hint| {
        faults.push(Diagnostic::new(Code::CsvTable, message).at(Location::line(path, line)).hint(hint));
    };
    for (at, name) in head.iter().map(str::trim).enumerate() {
        // The row names of R's write.csv have no heading.
        if name.is_empty() {
            continue;
        }
        match (column(name), nearest(name, &known)) {
            (Some(column), _) if columns.insert(column, at).is_some() => {
                fault(say!("csv-column-twice", column = column), say!("hint-keep-one"));
            }
            (Some(_), _) => {}
            (None, Some(near)) => {
                fault(
                    say!("csv-column-unknown", column = name; columns = 1),
                    say!("hint-did-you-mean", near = near),
                );
            }
            (None, None) => unknown.push(name),
        }
    }
    let missing: Vec<&str> = REQUIRED.iter().copied().filter(|c| !columns.contains_key(c)).collect();
    if !missing.is_empty() {
        let message = say!(
            "csv-column-missing", column = missing.join("`, `"), others = unknown.join("`, `");
            columns = missing.len(), unknown = unknown.len()
        );
        fault(message, say!("hint-csv-columns", columns = all_columns()));
    } else if !unknown.is_empty() {
        let message = say!("csv-column-unknown", column = unknown.join("`, `"); columns = unknown.len());
        fault(message, say!("hint-csv-columns", columns = all_columns()));
    }
    if faults.is_empty() { Ok(columns) } else { Err(faults) }
}

fn broken(path: &str, text: &str, error: &csv::Error) -> Diagnostic {
    let offset = error.position().map_or(0, csv::Position::byte);
    let line = LineCounter::new(text.as_bytes()).line_of(offset);
    Diagnostic::new(Code::CsvTable, say!("csv-broken", path = path, detail = error))
        .at(Location::line(path, line))
        .hint(say!("hint-csv-columns", columns = all_columns()))
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
        assert_eq!(expected.by.as_ref().and_then(|by| by.get("sex")), Some("f"));
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
            faults.iter().filter_map(|f| f.location.as_ref()).map(ToString::to_string).collect();
        let expected = ["2 at option", "2 at n", "2 at n_option", "3 at question", "3 at group"];
        assert_eq!(told, expected.map(|place| format!("results/x.csv:{place}")), "{faults:#?}");
    }

    #[test]
    fn a_head_that_is_none_is_told_of() {
        let faults = records("results/x.csv", "a;b\n1;2\n").err().unwrap_or_default();
        // All that are missing, with the two that there are none of.
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(records("results/x.csv", "").is_err());
    }

    #[test]
    fn records_know_their_lines() {
        let text = "sep=;\na;b\n\"x\ny\";1\n;\nz;2\n";
        for ending in ["\n", "\r\n"] {
            assert_eq!(lines(&text.replace('\n', ending)), [3, 6], "{ending:?}");
        }
        let titled = format!("\nTopline\n\n{HEAD}\nq;;1\n\nq;;2\n");
        assert_eq!(lines(&titled), [5, 7]);
    }

    #[test]
    fn rows_in_which_nothing_was_counted_are_groups_that_nobody_was_asked_in() {
        for blank in ["NaN", "NA", "", "#DIV/0!", "."] {
            for n in ["0", blank] {
                let cells = [blank; 4].join(";");
                let record = one(&format!("{HEAD}\nq-a;;1;sex;f;{n};0;{blank};{cells}\n"));
                assert_eq!((record.n, record.n_weighted, record.ci), (0, 0.0, (0.0, 0.0)), "{blank} {n}");
            }
            // Someone was asked, and the share is not known.
            let text = format!("{HEAD}\nq-a;;1;sex;f;9;4;9;1;{blank};0,1;0,2\n");
            assert!(records("results/x.csv", &text).is_err(), "{blank}");
        }
    }

    #[test]
    fn a_column_of_faults_is_one_fault() {
        let rows: String =
            (1..=40).map(|i| format!("q-a;;{i};;;100;abc{i};98,5;1,2;0,4;0,3;0,5\n")).collect();
        let faults = records("results/x.csv", &format!("{HEAD}\n{rows}")).err().unwrap_or_default();
        assert_eq!(faults.len(), 1, "{faults:#?}");
    }

    #[test]
    fn thousands_and_per_cent_are_read_by_their_column() {
        let head = HEAD.replace(';', ",");
        let record = one(&format!("{head}\nq,,1,,,\"2,520\",\"1,521\",\"2,520\",1.17,60.3%,58.3 %,62.4%\n"));
        assert_eq!((record.n, record.n_option, record.n_weighted), (2520, 1521, 2520.0));
        assert_eq!((record.share, record.ci), (0.603, (0.583, 0.624)));
        // A comma is the decimal mark of this column: what stands there is no count, and is quoted as it is.
        let text = format!("{HEAD}\nq;;1;;;2,520;1,5;2520;1,17;0,6;0,5;0,7\n");
        assert_eq!(records("results/x.csv", &text).err().unwrap_or_default().len(), 1);
    }
}
