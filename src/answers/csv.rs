//! Answers from a CSV table: a head and a row a respondent; comma, semicolon or tab between columns.

use csv::{ByteRecord, ReaderBuilder};

use super::{Column, Extent, Table, broken, no_table};
use crate::diag::{Code, Diagnostic, Location, say};
use crate::source::LineCounter;

/// The byte order mark in UTF-8.
const BOM: &[u8] = b"\xEF\xBB\xBF";

pub fn read(path: &str, bytes: Vec<u8>, extent: Extent<'_>) -> Result<Table, Diagnostic> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..good].iter().filter(|b| **b == b'\n').count() + 1;
        Diagnostic::new(Code::NotUtf8, say!("input-not-utf8", path = path))
            .at(Location::line(path, u32::try_from(line).unwrap_or(u32::MAX)))
            .hint(say!("hint-input-utf8"))
    })?;
    let text = text.as_bytes().strip_prefix(BOM).unwrap_or(text.as_bytes());
    let head_end = text.iter().position(|b| *b == b'\n').unwrap_or(text.len());
    let mut rows = ReaderBuilder::new()
        .delimiter(delimiter(&text[..head_end]))
        .has_headers(false)
        .flexible(true)
        .from_reader(text);
    let mut row = ByteRecord::new();
    if !rows.read_byte_record(&mut row).map_err(|e| broken(path, &e))? {
        return Err(no_table(path, say!("answers-empty")));
    }
    let mut table = Table { first_row: 2, ..Table::default() };
    let mut lines = LineCounter::new(text);
    table.columns = row.iter().map(|name| Column::new(cell(name).trim())).collect();
    while rows.read_byte_record(&mut row).map_err(|e| broken(path, &e))? {
        if row.iter().all(|cell| cell.iter().all(u8::is_ascii_whitespace)) {
            continue;
        }
        if row.len() > table.columns.len() {
            return Err(too_long(path, &row, (lines.line_of(begin(&row)), table.columns.len())));
        }
        if !extent.has(table.rows) {
            break;
        }
        for (at, column) in table.columns.iter_mut().enumerate() {
            column.push(cell(row.get(at).unwrap_or_default()));
        }
        table.lines.push(lines.line_of(begin(&row)));
        table.rows += 1;
    }
    // The row names of R's write.csv have no heading.
    table.columns.retain(|column| !column.name.is_empty());
    Ok(table)
}

/// The whole text is valid UTF-8, and cells end at ASCII characters.
fn cell(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// The offset at which reading a row began.
fn begin(row: &ByteRecord) -> u64 {
    row.position().map_or(0, csv::Position::byte)
}

/// What stands most often between the names of the head.
fn delimiter(head: &[u8]) -> u8 {
    let count = |d: u8| head.iter().filter(|b| **b == d).count();
    b";\t,".iter().copied().max_by_key(|d| count(*d)).unwrap_or(b',')
}

fn too_long(path: &str, row: &ByteRecord, (line, columns): (u32, usize)) -> Diagnostic {
    Diagnostic::new(Code::AnswersFile, say!("csv-row-too-long"; cells = row.len(), columns = columns))
        .at(Location::line(path, line))
        .hint(say!("hint-csv-row-too-long"))
}

#[cfg(test)]
mod tests {
    use crate::answers::{Extent, Table};

    #[test]
    fn dialects_give_the_same_columns() {
        let texts = [
            "\u{feff}id,q1,q2\n7,1,да\n8,,нет\n",
            "id;q1;q2\r\n7;1;да\r\n8;;нет\r\n\r\n",
            "\"\",\"id\",\"q1\",\"q2\"\n\"1\",7,1,\"да\"\n\"2\",8,,\"нет\"\n",
        ];
        for text in texts {
            let table =
                Table::read("a.csv", text.into(), Extent::default()).unwrap_or_else(|e| panic!("{e}"));
            let names: Vec<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
            assert_eq!((names, table.rows), (vec!["id", "q1", "q2"], 2), "{text}");
            assert_eq!(table.columns[2].values, ["да", "нет"]);
            assert_eq!(table.columns[1].values, ["1", ""]);
        }
    }

    #[test]
    fn a_respondent_stands_in_the_line_where_the_row_begins() {
        for end in ["\n", "\r\n"] {
            let text = "id,q\n1,\"two\nlines\"\n2,x\n\n,\n3,y\n".replace('\n', end);
            let table =
                Table::read("a.csv", text.into(), Extent::default()).unwrap_or_else(|e| panic!("{e}"));
            assert_eq!((0..3).map(|row| table.file_row(row)).collect::<Vec<_>>(), [2, 4, 7], "{end:?}");
        }
        let fault = Table::read("a.csv", "a,b\n1,\"x\ny\"\n1,2,3\n".into(), Extent::default()).unwrap_err();
        assert_eq!(fault.location.and_then(|location| location.line), Some(4));
    }

    #[test]
    fn heads_and_values_in_letters_of_two_parts_are_those_in_one() {
        // и with a breve of its own, as macOS writes й.
        let text = "\u{438}\u{306}од,q\nча\u{438}\u{306},1\nчай,2\n";
        let table = Table::read("a.csv", text.into(), Extent::default()).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(table.column("йод").map(|column| &column.values[..]), Some(&["чай".to_owned()][..]));
        assert!(Table::read("a.csv", "\u{438}\u{306},й\n1,2\n".into(), Extent::default()).is_err());
    }

    #[test]
    fn a_row_that_does_not_fit_and_a_name_twice_are_refused() {
        for text in ["a,b\n1,2,3\n", "a,a\n1,2\n", ""] {
            assert!(Table::read("a.csv", text.into(), Extent::default()).is_err(), "{text}");
        }
    }
}
