//! The cells of a plan as the parts of a workbook hold them: rows of a worksheet, and a table of their strings
//! (ISO/IEC 29500-1, 18.3.1.73 and 18.4.9).

use std::collections::HashMap;

use rust_xlsxwriter::XlsxError;
use rust_xlsxwriter::utility::{cell_range, row_col_to_cell};

use crate::chart::office_plan::{Cells, Plan, cell};
use crate::quantity::{Number, whole};

/// Most columns of a worksheet, and most characters of a cell, in UTF-16.
const COLUMNS: usize = 16_384;
const CHARACTERS: usize = 32_767;
/// So many rows share the mark of which columns they have.
const BLOCK: usize = 16;

/// What a worksheet says.
#[derive(Debug)]
pub struct Sheet {
    /// The cells from the first to the last that holds something: `A1:B2`.
    pub range: String,
    /// `row`, one after the other.
    pub rows: String,
    /// `si`, one after the other, and how many; how often the sheet names one of them.
    pub strings: (String, usize, usize),
}

/// What a cell holds.
enum Content<'p> {
    Text(&'p str),
    Number(f64),
    /// A formula and its result.
    Formula(String, String),
}

/// A row's number with the cells that hold something, by their columns.
type Row<'p> = (usize, Vec<(u16, Content<'p>)>);

/// The sheet of a plan.
///
/// # Errors
/// More columns or longer texts than a worksheet takes.
pub fn sheet(plan: &Plan) -> Result<Sheet, XlsxError> {
    if plan.columns.len() >= COLUMNS {
        return Err(XlsxError::RowColumnLimitError);
    }
    let rows: Vec<Row<'_>> =
        (0..=plan.names.len()).map(|at| (at, row(plan, at))).filter(|(_, cells)| !cells.is_empty()).collect();
    let mut strings = Strings::default();
    let mut out = String::new();
    for block in rows.chunk_by(|(a, _), (b, _)| a / BLOCK == b / BLOCK) {
        let (first, last) = columns(block);
        for (at, cells) in block {
            out.push_str(&format!("<row r=\"{}\" spans=\"{}:{}\">", at + 1, first + 1, last + 1));
            for (column, content) in cells {
                let address = row_col_to_cell(whole::count_u32(*at), *column);
                out.push_str(&written(&address, content, &mut strings)?);
            }
            out.push_str("</row>");
        }
    }
    let (first, last) = columns(&rows);
    let edge = |row: Option<&Row<'_>>| row.map_or(0, |(at, _)| whole::count_u32(*at));
    let range = cell_range(edge(rows.first()), first, edge(rows.last()), last);
    Ok(Sheet { range, rows: out, strings: (strings.items, strings.places.len(), strings.named) })
}

/// The first and the last column of some rows.
fn columns(rows: &[Row<'_>]) -> (u16, u16) {
    let columns = || rows.iter().flat_map(|(_, cells)| cells.iter().map(|(column, _)| *column));
    (columns().min().unwrap_or_default(), columns().max().unwrap_or_default())
}

/// The cells of a row, the heads for 0.
fn row(plan: &Plan, at: usize) -> Vec<(u16, Content<'_>)> {
    let own = at.checked_sub(1);
    let name = own.and_then(|own| plan.names.get(own)).map(|name| Content::Text(name));
    let others = plan.columns.iter().map(|column| match own {
        None => Some(Content::Text(&column.head)),
        Some(own) => content(&column.cells, own),
    });
    let all = (0..).zip(std::iter::once(name).chain(others));
    let is_empty = |content: &Content<'_>| matches!(content, Content::Text(text) if text.is_empty());
    all.filter_map(|(column, content)| Some((column, content.filter(|content| !is_empty(content))?)))
        .collect()
}

/// What a column has in a row: printed texts and what follows from other columns are formulas, which follow an edit.
fn content(cells: &Cells, row: usize) -> Option<Content<'_>> {
    match cells {
        Cells::Numbers(numbers) => numbers.get(row).copied().flatten().map(Content::Number),
        Cells::Worked(worked) => {
            let (formula, number) = worked.get(row)?.as_ref()?;
            Some(Content::Formula(formula.clone(), number.to_string()))
        }
        Cells::Printed { of, numbers } => {
            let printed = numbers.get(row)?.as_ref()?;
            Some(Content::Formula(formula(&cell(*of, row), printed), printed.text.clone()))
        }
    }
}

/// The formula that prints a cell as the document prints the number.
pub fn formula(cell: &str, printed: &Number) -> String {
    let bare = if printed.is_grouped() { "FALSE" } else { "TRUE" };
    let sign = printed.sign().replace('"', "\"\"");
    let tail = if sign.is_empty() { String::new() } else { format!("&\"{sign}\"") };
    format!("FIXED({cell},{},{bare}){tail}", printed.decimals)
}

/// `c`.
fn written<'p>(address: &str, content: &Content<'p>, strings: &mut Strings<'p>) -> Result<String, XlsxError> {
    Ok(match content {
        Content::Text(text) => {
            if text.encode_utf16().count() > CHARACTERS {
                return Err(XlsxError::MaxStringLengthExceeded);
            }
            format!("<c r=\"{address}\" t=\"s\"><v>{}</v></c>", strings.place(text))
        }
        Content::Number(number) => format!("<c r=\"{address}\"><v>{number}</v></c>"),
        Content::Formula(formula, result) => {
            let result = if result.is_empty() { "0" } else { result };
            let kind = if result.parse::<f64>().is_ok() { "" } else { " t=\"str\"" };
            let (formula, result) = (escaped(formula), escaped(result));
            format!("<c r=\"{address}\"{kind}><f>{formula}</f><v>{result}</v></c>")
        }
    })
}

/// The strings of a workbook, each once.
#[derive(Default)]
struct Strings<'p> {
    items: String,
    places: HashMap<&'p str, usize>,
    named: usize,
}

impl<'p> Strings<'p> {
    /// The place of a string among them.
    fn place(&mut self, text: &'p str) -> usize {
        self.named += 1;
        let next = self.places.len();
        *self.places.entry(text).or_insert_with(|| {
            let is_edge = |c: char| matches!(c, '\t' | '\n' | ' ');
            let kept = text.starts_with(is_edge) || text.ends_with(is_edge);
            let space = if kept { " xml:space=\"preserve\"" } else { "" };
            let text = escaped(&literal(text));
            self.items.push_str(&format!("<si><t{space}>{text}</t></si>"));
            next
        })
    }
}

/// A text in which an office program reads no escape of its own: `_x0041_` is an A (ISO/IEC 29500-1, 22.4.2.4).
fn literal(text: &str) -> String {
    let is_escape = |at: usize| {
        let rest = text.as_bytes().get(at + 2..at + 7);
        rest.is_some_and(|rest| rest.ends_with(b"_") && rest.iter().take(4).all(u8::is_ascii_hexdigit))
    };
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, _) in text.match_indices("_x").filter(|(at, _)| is_escape(*at)) {
        out.push_str(&text[done..at]);
        out.push_str("_x005F");
        done = at;
    }
    out.push_str(&text[done..]);
    out
}

/// Text with the escapes of XML; ends of lines stay, as office programs write them.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn what_looks_like_an_escape_stays_as_it_is() {
        assert_eq!(literal("_x0041_ a_x _x00G1_"), "_x005F_x0041_ a_x _x00G1_");
        assert_eq!(literal("Ә_x"), "Ә_x");
    }
}
