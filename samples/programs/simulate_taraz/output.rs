//! Writes the figures into the study folder. Files with hand-written texts keep them.

use std::path::Path;

use indexmap::IndexMap;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::input::{Component, Study, read};
use super::measures::{Measured, composite};
use super::model::{Model, StageDates};
use super::people::Person;
use super::quotas::Cell;
use super::tabulate::{by, groups, members, records, round};

/// One record a line, so that a change of one figure is a change of one line.
pub fn results(
    folder: &Path,
    stage: &str,
    dates: &StageDates,
    study: &Study,
    people: &[Person],
) -> Result<(), String> {
    let start = people.iter().map(|p| p.day.as_str()).min().unwrap_or_default();
    let end = people.iter().map(|p| p.day.as_str()).max().unwrap_or_default();
    let head = [
        ("stage", line(&stage)?),
        ("date", line(&dates.date)?),
        ("collected", line(&json!({"start": start, "end": end}))?),
    ];
    let mut text = String::from("{\n");
    for (key, value) in head {
        text += &format!("  \"{key}\": {value},\n");
    }
    text += "  \"records\": [\n";
    text += &lines(&records(study, people), "    ")?;
    text += "\n  ]\n}\n";
    let results = folder.join("results");
    std::fs::create_dir_all(&results).map_err(|e| format!("cannot make {}: {e}", results.display()))?;
    write(&results.join(format!("{stage}.json")), &text)
}

pub fn indices(
    folder: &Path,
    study: &Study,
    preliminary: &[Person],
    finals: &[Person],
) -> Result<(), String> {
    let path = folder.join("indices.json");
    let mut file: Map<String, Value> = read(&path)?;
    let listed = file.get_mut("indices").and_then(Value::as_array_mut).ok_or("indices.json: no `indices`")?;
    for (index, entry) in study.indices.iter().zip(listed) {
        let mut values = Vec::new();
        for (stage, people) in [("preliminary", preliminary), ("final", finals)] {
            for group in groups(study, &["sex", "age", "territory"]) {
                if let Some(measured) = composite(study, &index.components, &members(people, group)) {
                    let mut value = json!({"stage": stage});
                    if let Some(by) = by(group) {
                        value["by"] = json!(by);
                    }
                    put(&mut value, "value", &measured);
                    values.push(value);
                }
            }
        }
        entry["values"] = Value::Array(values);
    }
    write(&path, &tidy(&Value::Object(file))?)
}

pub fn risk(
    folder: &Path,
    model: &Model,
    study: &Study,
    preliminary: &[Person],
    finals: &[Person],
) -> Result<(), String> {
    let path = folder.join("risk.json");
    let mut file: Map<String, Value> = read(&path)?;
    let declared: IndexMap<String, f64> = file
        .get("components")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|c| Some((c["id"].as_str()?.to_owned(), c["weight"].as_f64()?)))
        .collect();
    if !declared.keys().eq(model.risk.keys()) {
        return Err("risk.json and model.json name different components".to_owned());
    }
    let mut scores = Vec::new();
    for (stage, people) in [("preliminary", preliminary), ("final", finals)] {
        for group in groups(study, &["territory"]) {
            let members = members(people, group);
            // One flat list of scale items: a component's declared weight times the item's share in it.
            let flat: Vec<Component> = model
                .risk
                .iter()
                .flat_map(|(id, items)| {
                    let share = declared[id];
                    items.iter().map(move |item| Component { weight: item.weight * share, ..item.clone() })
                })
                .collect();
            let Some(favourable) = composite(study, &flat, &members) else { continue };
            let mut means = favourable.means.iter();
            let mut parts = Map::new();
            for (id, items) in &model.risk {
                let mean: f64 = items.iter().zip(means.by_ref()).map(|(item, mean)| item.weight * mean).sum();
                parts.insert(id.clone(), json!(round(100.0 - mean, 4)));
            }
            // Risk is the unfavourable side of the same scales.
            let measured = Measured {
                value: 100.0 - favourable.value,
                ci: (100.0 - favourable.ci.1, 100.0 - favourable.ci.0),
                ..favourable
            };
            let mut score = json!({"stage": stage});
            if let Some((_, territory)) = group {
                score["territory"] = json!(territory);
            }
            put(&mut score, "score", &measured);
            score["components"] = Value::Object(parts);
            scores.push(score);
        }
    }
    file.insert("scores".to_owned(), Value::Array(scores));
    write(&path, &tidy(&Value::Object(file))?)
}

fn put(target: &mut Value, name: &str, measured: &Measured) {
    target["n"] = json!(measured.n);
    target[name] = json!(round(measured.value, 4));
    target["ci"] = json!([round(measured.ci.0, 4), round(measured.ci.1, 4)]);
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

/// JSON on one line, with a space after commas and colons outside strings.
fn line(value: &impl Serialize) -> Result<String, String> {
    let dense = serde_json::to_string(value).map_err(|e| e.to_string())?;
    let (mut text, mut quoted, mut escaped) = (String::with_capacity(dense.len() + 16), false, false);
    for c in dense.chars() {
        text.push(c);
        if escaped {
            escaped = false;
        } else {
            match c {
                '\\' => escaped = quoted,
                '"' => quoted = !quoted,
                ',' | ':' if !quoted => text.push(' '),
                _ => {}
            }
        }
    }
    Ok(text)
}

fn lines<T: Serialize>(items: &[T], pad: &str) -> Result<String, String> {
    let written: Result<Vec<String>, String> =
        items.iter().map(|item| Ok(format!("{pad}{}", line(item)?))).collect();
    Ok(written?.join(",\n"))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|e| format!("cannot write {}: {e}", path.display()))
}
