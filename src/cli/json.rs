//! Findings for programs, as one JSON object.

use serde_json::{Value, json};

use esep::diag::{Diagnostic, Diagnostics, Severity, UiLanguage};
use esep::pipeline::Inspection;

/// `{"diagnostics": […], "summary": {…}, "terms": […]}`; sentences in `language`, codes and severities
/// the same in every language.
pub fn report(inspection: &Inspection, language: UiLanguage) -> String {
    let mut report = object(&inspection.findings, language);
    report["terms"] = json!(inspection.terms);
    format!("{report:#}\n")
}

/// `{"diagnostics": […], "summary": {…}}`.
pub fn findings(findings: &Diagnostics, language: UiLanguage) -> String {
    format!("{:#}\n", object(findings, language))
}

/// The findings alone.
pub fn all(findings: &Diagnostics, language: UiLanguage) -> Value {
    findings.iter().map(|d| one(d, language)).collect()
}

fn object(findings: &Diagnostics, language: UiLanguage) -> Value {
    let count = |severity| findings.iter().filter(|d| d.severity == severity).count();
    json!({
        "diagnostics": findings.iter().map(|d| one(d, language)).collect::<Vec<_>>(),
        "summary": {
            "errors": count(Severity::Error),
            "warnings": count(Severity::Warning),
            "notes": count(Severity::Note),
        },
    })
}

fn one(finding: &Diagnostic, language: UiLanguage) -> Value {
    let place = finding.location.clone().unwrap_or_default();
    json!({
        "code": finding.code.as_str(),
        "severity": severity(finding.severity),
        "message": finding.message.render(language),
        "hint": finding.hint.as_ref().map(|h| h.render(language)),
        "file": finding.location.as_ref().map(|p| p.file.clone()),
        "sheet": place.cell.as_ref().map(|c| c.sheet.clone()),
        "cell": place.cell.as_ref().and_then(|c| c.address()),
        "line": place.line,
        "column": place.column,
        "pointer": place.pointer,
    })
}

/// The severity as programs read it; SARIF has the same words for its levels.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
