//! Records and estimates as CSV: commas, decimal points, a line end after each row.

use super::Estimate;
use crate::study::results::Record;

/// The records as a table that a file of results names in `records_file`.
pub fn records_csv(records: &[Record]) -> String {
    let head = [
        "question",
        "item",
        "option",
        "by",
        "group",
        "n",
        "n_option",
        "n_weighted",
        "deff",
        "share",
        "ci_low",
        "ci_high",
    ];
    let rows = records.iter().map(|r| {
        let by = r.by.iter().flatten();
        let (ids, codes): (Vec<&str>, Vec<&str>) = by.unzip();
        vec![
            r.question.to_string(),
            r.item.as_deref().unwrap_or_default().to_owned(),
            r.option.to_string(),
            ids.join("|"),
            codes.join("|"),
            r.n.to_string(),
            r.n_option.to_string(),
            r.n_weighted.to_string(),
            r.deff.to_string(),
            r.share.to_string(),
            r.ci.0.to_string(),
            r.ci.1.to_string(),
        ]
    });
    csv(&head, rows)
}

/// The estimates, unrounded, for comparison with other programs.
pub fn estimates_csv(estimates: &[Estimate]) -> String {
    let head = [
        "question",
        "item",
        "option",
        "by",
        "group",
        "n",
        "n_option",
        "n_weighted",
        "share",
        "standard_error",
        "deff_kish",
        "deff_linearised",
        "deff",
    ];
    let rows = estimates.iter().map(|e| {
        let (by, group) = e.by.clone().unwrap_or_default();
        vec![
            e.question.clone(),
            e.item.clone().unwrap_or_default(),
            e.option.clone(),
            by,
            group,
            e.n.to_string(),
            e.n_option.to_string(),
            e.n_weighted.to_string(),
            e.share.to_string(),
            e.standard_error.to_string(),
            e.kish.to_string(),
            e.linearised.map(|deff| deff.to_string()).unwrap_or_default(),
            e.deff.to_string(),
        ]
    });
    csv(&head, rows)
}

fn csv(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = head.join(",") + "\n";
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\n', '\r', ';', '\t']) {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell.to_owned()
}
