//! Gives line and column to the findings that have a JSON path only.

use std::collections::BTreeMap;

use super::csv;
use crate::diag::{Diagnostics, Location};
use crate::source::{SourceText, Spans};

/// Places inside a JSON file get line and column; places inside a CSV table, which rules give as
/// `/records/<row>/<column>`, get the row's line and keep the column's name.
pub fn locate(findings: &mut Diagnostics, texts: &BTreeMap<String, SourceText>) {
    let mut spans: BTreeMap<&str, Spans<'_>> = BTreeMap::new();
    let mut rows: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for finding in findings.iter_mut() {
        let Some(place) = finding.location.as_mut().filter(|p| p.line.is_none()) else { continue };
        let (Some(pointer), Some((file, text))) = (&place.pointer, texts.get_key_value(&place.file)) else {
            continue;
        };
        if file.ends_with(".csv") {
            let lines = rows.entry(file).or_insert_with(|| csv::lines(&text.text));
            in_table(place, lines);
        } else {
            let spans = spans.entry(file).or_insert_with(|| Spans::new(&text.text));
            let (line, column) = spans.locate(pointer);
            place.line = Some(line);
            place.column = Some(column);
        }
    }
}

fn in_table(place: &mut Location, lines: &[u32]) {
    let pointer = place.pointer.take().unwrap_or_default();
    let mut tokens = pointer.trim_start_matches("/records/").split('/');
    let row = tokens.next().and_then(|row| row.parse::<usize>().ok());
    place.line = Some(row.and_then(|row| lines.get(row).copied()).unwrap_or(1));
    place.pointer = tokens.next().map(str::to_owned);
}
