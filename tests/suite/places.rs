//! What `check` writes for other programs names the place as the user knows it: sheet and cell of a workbook, line and
//! column of a table or of a JSON file.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::support::book::changed;
use crate::support::starter;

fn told(study: &Path, format: &str) -> Value {
    let arguments = ["--ui-lang", "en", "check", study.to_str().unwrap(), "--format", format];
    let run = Command::new(env!("CARGO_BIN_EXE_esep")).args(arguments).output().unwrap();
    serde_json::from_slice(&run.stdout).unwrap_or_else(|e| panic!("{format}: {e}"))
}

/// The first error, in JSON and in SARIF.
fn first_errors(study: &Path) -> (Value, Value) {
    let (own, sarif) = (told(study, "json"), told(study, "sarif"));
    let of = |list: &Value, field: &str| {
        list.as_array().unwrap().iter().find(|one| one[field] == "error").cloned().unwrap()
    };
    (of(&own["diagnostics"], "severity"), of(&sarif["runs"][0]["results"], "level"))
}

fn places(found: &Value) -> Value {
    ["code", "file", "sheet", "cell", "line", "column"]
        .iter()
        .map(|f| ((*f).to_owned(), found[f].clone()))
        .collect()
}

#[test]
fn a_cell_of_a_workbook() {
    let study = changed(|book| book.text("Кейсы", "D4", "скоро"));
    let (own, sarif) = first_errors(study.path());
    let expected = json!({"code": "E112", "file": "study.xlsx", "sheet": "Кейсы", "cell": "D4", "line": null, "column": null});
    assert_eq!(places(&own), expected);
    let location = &sarif["locations"][0];
    assert_eq!(
        location["physicalLocation"],
        json!({"artifactLocation": {"uri": "study.xlsx"}}),
        "a cell has no line"
    );
    assert_eq!(location["logicalLocations"][0]["fullyQualifiedName"], "'Кейсы'!D4");
}

#[test]
fn a_line_of_a_table() {
    let study = starter();
    let path = study.path().join("results/final.csv");
    let table = std::fs::read_to_string(&path).unwrap();
    // A blank line and a cell with a line end stand before the broken one.
    let mut lines: Vec<String> = table.lines().map(str::to_owned).collect();
    lines[1] = lines[1].replacen("q-problems", "\"q-problems\n\"", 1);
    lines.insert(2, String::new());
    lines[4] = lines[4].replacen(";0,", ";x0,", 1);
    std::fs::write(&path, lines.join("\n")).unwrap();
    let (own, sarif) = first_errors(study.path());
    assert_eq!((own["file"].as_str(), own["line"].as_u64()), (Some("results/final.csv"), Some(6)), "{own}");
    let region = &sarif["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["startLine"], 6, "{sarif}");
}

#[test]
fn a_line_and_column_of_a_json_file() {
    let study = starter();
    let path = study.path().join("cases.json");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replacen("\"t-qosymzhar\"", "\"t-none\"", 1)).unwrap();
    let at = text.find("\"t-qosymzhar\"").unwrap();
    let line = u64::try_from(text[..at].matches('\n').count()).unwrap() + 1;
    let column = u64::try_from(text[..at].rsplit('\n').next().unwrap().chars().count()).unwrap() + 1;
    let (own, sarif) = first_errors(study.path());
    assert_eq!(own["line"].as_u64(), Some(line));
    let region = &sarif["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        (region["startLine"].as_u64(), own["column"].as_u64()),
        (Some(line), region["startColumn"].as_u64())
    );
    assert!(own["column"].as_u64().is_some_and(|own| own <= column), "{own}");
}
