//! Findings for code-review services and editors: SARIF 2.1.0 (OASIS Standard, 27 March 2020).

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::json::severity;
use esep::diag::{Catalogue, Code, Diagnostic, Diagnostics, UiLanguage};
use esep::study::Thresholds;

/// One log with one run.
pub fn log(findings: &Diagnostics, language: UiLanguage) -> String {
    let codes: BTreeSet<Code> = findings.iter().map(|d| d.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let results: Vec<Value> = findings.iter().map(|d| result(d, &codes, language)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "language": language.code(),
                "rules": codes.iter().map(|code| rule(*code, language)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: Code, language: UiLanguage) -> Value {
    let places = Thresholds::embedded().printed(language);
    let text =
        |attribute| Catalogue::of(language).text_with(code.as_str(), attribute, &places).unwrap_or_default();
    json!({
        "id": code.as_str(),
        "shortDescription": {"text": text(None)},
        "fullDescription": {"text": text(Some("why"))},
        "help": {"text": text(Some("fix"))},
        "defaultConfiguration": {"level": severity(code.severity())},
    })
}

fn result(finding: &Diagnostic, codes: &[Code], language: UiLanguage) -> Value {
    let mut message = finding.message.render(language);
    if let Some(hint) = &finding.hint {
        message = format!("{message}. {}", hint.render(language));
    }
    let mut result = json!({
        "ruleId": finding.code.as_str(),
        "ruleIndex": codes.iter().position(|c| *c == finding.code),
        "level": severity(finding.severity),
        "message": {"text": message},
    });
    if let Some(place) = &finding.location {
        let mut physical = json!({"artifactLocation": {"uri": place.file.replace(' ', "%20")}});
        if let Some(line) = place.line {
            physical["region"] = json!({"startLine": line, "startColumn": place.column.unwrap_or(1)});
        }
        let mut location = json!({"physicalLocation": physical});
        if let Some(cell) = &place.cell {
            let sheet = format!("'{}'", cell.sheet.replace('\'', "''"));
            let name = cell.address().map_or(sheet.clone(), |address| format!("{sheet}!{address}"));
            location["logicalLocations"] = json!([{"fullyQualifiedName": name, "kind": "member"}]);
            location["message"] = json!({"text": place.render(language)});
        }
        if let Some(pointer) = place.pointer.as_ref().filter(|p| !p.is_empty()) {
            location["logicalLocations"] = json!([{"fullyQualifiedName": pointer, "kind": "member"}]);
        }
        result["locations"] = json!([location]);
    }
    result
}
