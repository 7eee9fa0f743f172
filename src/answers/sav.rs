//! Answers from an SPSS system file, with what it says of its codes.

use std::collections::HashMap;

use jiff::civil::{Date, date};
use jiff::{SignedDuration, ToSpan};

use super::{Column, Extent, Labels, Table, no_table, number_text};
use crate::diag::Diagnostic;
use crate::quantity::whole;
use crate::spss::{Datum, Kind, SystemFile, Value, Variable};

/// The day from which SPSS counts seconds.
const EPOCH: Date = date(1582, 10, 14);

pub fn read(path: &str, bytes: &[u8], extent: Extent<'_>) -> Result<Table, Diagnostic> {
    let file = SystemFile::parse(bytes).map_err(|e| no_table(path, e))?;
    let mut table = Table { first_row: 1, ..Table::default() };
    table.columns = file.variables.iter().map(column).collect();
    // Places of the numbers met so far, so that each is written as a text once.
    let mut places: Vec<HashMap<u64, u32>> = vec![HashMap::new(); table.columns.len()];
    let kinds: Vec<Kind> = file.variables.iter().map(|v| v.kind).collect();
    file.for_each(|case| {
        if !extent.has(table.rows) {
            return false;
        }
        for (((column, value), places), kind) in
            table.columns.iter_mut().zip(case).zip(&mut places).zip(&kinds)
        {
            match value {
                Value::SystemMissing => column.push(""),
                Value::Text(text) => column.push(text),
                Value::Number(number) => {
                    let known = places.get(&number.to_bits()).copied();
                    let place = known.unwrap_or_else(|| {
                        let place = column.place(&text(*number, *kind));
                        places.insert(number.to_bits(), place);
                        place
                    });
                    column.push_place(place);
                }
            }
        }
        table.rows += 1;
        true
    })
    .map_err(|e| no_table(path, e))?;
    Ok(table)
}

fn column(variable: &Variable) -> Column {
    let code = |datum: &Datum| match datum {
        Datum::Number(number) => text(*number, variable.kind),
        Datum::Text(text) => text.trim().to_owned(),
    };
    let labels = Labels {
        column: variable.label.clone(),
        values: variable.labels.iter().map(|(value, label)| (code(value), label.clone())).collect(),
        missing: variable.missing.values.iter().map(code).collect(),
        missing_span: variable.missing.span,
    };
    let mut column = Column::new(variable.name.clone());
    column.labels = labels;
    column
}

/// A number as a codebook writes it; a day as YYYY-MM-DD.
fn text(number: f64, kind: Kind) -> String {
    let day = (kind == Kind::Day)
        .then(|| {
            let days = SignedDuration::from_secs(whole::nearest(number)).as_hours().div_euclid(24);
            EPOCH.checked_add(i32::try_from(days).ok()?.days()).ok()
        })
        .flatten();
    day.map_or_else(|| number_text(number), |day| day.to_string())
}
