//! Writes the figures into the study folder. Files with hand-written texts keep them.

use std::path::Path;

use esep::study::json_line;
use esep::tabulate::Tabulated;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::input::{Study, read};
use super::model::{Model, StageDates};
use super::people::Person;
use super::quotas::Cell;

/// One record a line, so that a change of one figure is a change of one line.
pub fn results(folder: &Path, name: &str, dates: &StageDates, stage: &Tabulated) -> Result<(), String> {
    let collected = stage.collected;
    let head = [
        ("stage", line(&name)?),
        ("date", line(&dates.date)?),
        ("collected", line(&json!({"start": collected.start, "end": collected.end}))?),
    ];
    let mut text = String::from("{\n");
    for (key, value) in head {
        text += &format!("  \"{key}\": {value},\n");
    }
    let records: Vec<Value> = stage.records.iter().map(|record| without_null(record, "item")).collect();
    text += "  \"records\": [\n";
    text += &lines(&records, "    ")?;
    text += "\n  ]\n}\n";
    let results = folder.join("results");
    std::fs::create_dir_all(&results).map_err(|e| format!("cannot make {}: {e}", results.display()))?;
    write(&results.join(format!("{name}.json")), &text)
}

/// A value without one of its fields, where that holds nothing.
fn without_null(value: &impl Serialize, field: &str) -> Value {
    let mut value = json!(value);
    if let Value::Object(map) = &mut value
        && map.get(field).is_some_and(Value::is_null)
    {
        map.shift_remove(field);
    }
    value
}

pub fn indices(folder: &Path, stages: &[Tabulated]) -> Result<(), String> {
    let path = folder.join("indices.json");
    let mut file: Map<String, Value> = read(&path)?;
    let listed = file.get_mut("indices").and_then(Value::as_array_mut).ok_or("indices.json: no `indices`")?;
    for (at, entry) in listed.iter_mut().enumerate() {
        let values = stages.iter().flat_map(|stage| &stage.indices[at]);
        entry["values"] = values.map(|value| without_null(value, "by")).collect();
    }
    write(&path, &tidy(&Value::Object(file))?)
}

pub fn risk(folder: &Path, stages: &[Tabulated]) -> Result<(), String> {
    let path = folder.join("risk.json");
    let mut file: Map<String, Value> = read(&path)?;
    let scores = stages.iter().flat_map(|stage| &stage.scores);
    file.insert("scores".to_owned(), scores.map(|score| without_null(score, "territory")).collect());
    write(&path, &tidy(&Value::Object(file))?)
}

pub fn fieldwork(folder: &Path, model: &Model, study: &Study, people: &[Person]) -> Result<(), String> {
    let mut days: Vec<Value> = Vec::new();
    let mut dates: Vec<&str> = people.iter().map(|p| p.day.as_str()).collect();
    dates.dedup();
    for date in dates {
        for territory in &study.territories {
            let completed =
                people.iter().filter(|p| p.day == date && p.traits.territory == territory.id).count();
            if completed > 0 {
                days.push(json!({"date": date, "territory": territory.id, "completed": completed}));
            }
        }
    }
    let file = json!({
        "planned_start": model.fieldwork.planned_start,
        "planned_end": model.fieldwork.planned_end,
        "days": days,
    });
    write(&folder.join("fieldwork.json"), &tidy(&file)?)
}

pub fn sample(folder: &Path, model: &Model, study: &Study, cells: &[Cell]) -> Result<(), String> {
    let path = folder.join("sample.json");
    let mut file: Map<String, Value> = read(&path)?;
    let completed: u32 = cells.iter().map(|c| c.completed).sum();
    file.insert("planned".to_owned(), json!(model.territories.values().map(|a| a.planned).sum::<u32>()));
    let population: f64 = study.territories.iter().map(|t| t.population).sum();
    file.insert("population_size".to_owned(), json!(population as u64));
    let quotas = cells.iter().map(|cell| {
        json!({
            "cell": {"territory": cell.territory, "sex": cell.sex, "age": cell.age},
            "planned": cell.planned,
            "completed": cell.completed,
        })
    });
    file.insert("quotas".to_owned(), quotas.collect());
    if let Some(outcomes) = file.get_mut("outcomes") {
        outcomes["complete"] = json!(completed);
    }
    write(&path, &tidy(&Value::Object(file))?)
}

/// Indented JSON in which lists of figures keep one entry a line.
fn tidy(value: &Value) -> Result<String, String> {
    let mut text = String::new();
    indent(value, 0, &mut text)?;
    text.push('\n');
    Ok(text)
}

fn indent(value: &Value, depth: usize, text: &mut String) -> Result<(), String> {
    let pad = "  ".repeat(depth + 1);
    let end = "  ".repeat(depth);
    match value {
        Value::Object(map) if !map.is_empty() && !is_figures(value) => {
            text.push_str("{\n");
            for (index, (key, child)) in map.iter().enumerate() {
                let comma = if index == 0 { "" } else { ",\n" };
                text.push_str(&format!("{comma}{pad}{}: ", line(key)?));
                indent(child, depth + 1, text)?;
            }
            text.push_str(&format!("\n{end}}}"));
        }
        Value::Array(list) if !list.is_empty() => {
            text.push_str("[\n");
            for (index, child) in list.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { ",\n" });
                text.push_str(&pad);
                indent(child, depth + 1, text)?;
            }
            text.push_str(&format!("\n{end}]"));
        }
        other @ (Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_)
        | Value::Object(_)) => text.push_str(&line(other)?),
    }
    Ok(())
}

/// An entry of figures and codes, without prose, goes on one line.
fn is_figures(value: &Value) -> bool {
    let Value::Object(map) = value else { return false };
    ["completed", "score", "value", "weight"].iter().any(|key| map.contains_key(*key))
        && !map.contains_key("label")
}

fn line(value: &impl Serialize) -> Result<String, String> {
    json_line(value).map_err(|error| error.to_string())
}

fn lines<T: Serialize>(items: &[T], pad: &str) -> Result<String, String> {
    let written: Result<Vec<String>, String> =
        items.iter().map(|item| Ok(format!("{pad}{}", line(item)?))).collect();
    Ok(written?.join(",\n"))
}

pub fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|e| format!("cannot write {}: {e}", path.display()))
}
