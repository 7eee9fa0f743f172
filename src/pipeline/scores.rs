//! Where indices and risk stand in their files: by stage, of all or of a territory.

use serde_json::Value;

use super::derivations::{Found, SLACK};
use crate::facts::part_ids;

/// A value of an index, by the steps of its id behind that of the index.
pub(super) fn of_index(file: Option<&Value>, index: &str, rest: &[&str], value: f64) -> Option<Found> {
    let list = file?.get("indices")?.as_array()?;
    let at = list.iter().position(|own| own["id"] == index)?;
    let path = format!("/indices/{at}");
    match rest {
        ["components", part, "weight"] => {
            let parts = list[at]["components"].as_array()?.iter();
            let names = parts.map(|own| (own["question"].as_str().unwrap_or_default(), own["item"].as_str()));
            let part = part_ids(names).iter().position(|id| id == part)?;
            let weight = &list[at]["components"][part]["weight"];
            held("indices.json", format!("{path}/components/{part}/weight"), weight, value)
        }
        // A component is computed from the records of its question.
        ["components", ..] => None,
        [territory, field] if territory.starts_with("territories[") => {
            let is_territory = |row: &Value| row["by"]["territory"].is_string();
            in_rows(
                "indices.json",
                (&list[at]["values"], &format!("{path}/values")),
                is_territory,
                field,
                value,
            )
        }
        [field, ..] => {
            let field = end_of(rest, field);
            let is_whole = |row: &Value| row.get("by").is_none_or(Value::is_null);
            in_rows("indices.json", (&list[at]["values"], &format!("{path}/values")), is_whole, field, value)
        }
        [] => None,
    }
}

/// A value of the risk, by the steps of its id behind `facts.risk`.
pub(super) fn of_risk(file: Option<&Value>, rest: &[&str], value: f64) -> Option<Found> {
    let file = file?;
    let rows = (&file["scores"], "/scores");
    match rest {
        ["components", id, "weight"] => {
            let at = file["components"].as_array()?.iter().position(|own| own["id"] == *id)?;
            held("risk.json", format!("/components/{at}/weight"), &file["components"][at]["weight"], value)
        }
        ["city"] => {
            let is_whole = |row: &Value| row.get("territory").or(row.get("by")).is_none_or(Value::is_null);
            in_rows("risk.json", rows, is_whole, "score", value)
        }
        ["territories", id, field, ..] => {
            let is_own =
                |row: &Value| row["territory"] == *id || row["by"]["territory"].as_str() == Some(*id);
            match place(field, "parts") {
                Some(part) => {
                    let component = file["components"][part]["id"].as_str()?;
                    in_rows("risk.json", rows, is_own, &format!("components/{component}"), value)
                }
                None => in_rows("risk.json", rows, is_own, end_of(rest, field), value),
            }
        }
        _ => None,
    }
}

/// The last of the rows that has the value in a field.
fn in_rows(
    file: &str,
    (rows, path): (&Value, &str),
    is_wanted: impl Fn(&Value) -> bool,
    field: &str,
    value: f64,
) -> Option<Found> {
    let pointers: Vec<&str> = match field {
        "low" | "low-high" | "previous_low" => vec!["ci/0"],
        "high" | "previous_high" => vec!["ci/1"],
        "previous" => vec!["value"],
        other => vec![other],
    };
    for (at, row) in rows.as_array()?.iter().enumerate().rev().filter(|(_, row)| is_wanted(row)) {
        for pointer in &pointers {
            let own = row.pointer(&format!("/{pointer}"));
            if own.and_then(Value::as_f64).is_some_and(|own| (own - value).abs() < SLACK) {
                return held(file, format!("{path}/{at}/{pointer}"), own?, value);
            }
        }
    }
    None
}

fn held(file: &str, pointer: String, own: &Value, value: f64) -> Option<Found> {
    let is_held = own.as_f64().is_some_and(|own| (own - value).abs() < SLACK);
    let place = (file.to_owned(), pointer, own.to_string());
    is_held.then_some(Found { place: Some(place), inputs: Vec::new() })
}

/// The place in a list that a step names: 3 of `parts[3]`.
fn place(step: &str, list: &str) -> Option<usize> {
    step.strip_prefix(list)?.strip_prefix('[')?.strip_suffix(']')?.parse().ok()
}

/// The field that the last step names: the ends of an interval stand behind the value's own.
fn end_of<'s>(rest: &[&'s str], field: &'s str) -> &'s str {
    rest.last().copied().filter(|last| matches!(*last, "low" | "high")).unwrap_or(field)
}
