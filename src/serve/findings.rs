//! Faults and doubts for the page: each with its sentence in the user's language, its place, its line of data.

use std::sync::Arc;

use serde_json::{Value, json};

use super::session::{Session, Shown};
use crate::diag::{Diagnostic, Diagnostics, Location, Severity, UiLanguage};
use crate::pipeline::live::{LiveDocument, LiveStudy, differences};

/// Most findings that a page is given.
const MOST: usize = 400;
/// Characters of a line of data that are shown.
const SHOWN: usize = 160;

/// A finding as the page shows it.
pub fn one(finding: &Diagnostic, language: UiLanguage, line: Option<&str>) -> Value {
    let place = finding.location.clone().unwrap_or_default();
    json!({
        "code": finding.code.as_str(),
        "severity": match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        "message": finding.message.render(language),
        "hint": finding.hint.as_ref().map(|hint| hint.render(language)),
        "file": place.file,
        "sheet": place.cell.as_ref().map(|cell| cell.sheet.clone()),
        "cell": place.cell.as_ref().and_then(|cell| cell.address()),
        "line": place.line,
        "column": place.column,
        "text": line.map(|line| excerpt(line, place.column)),
    })
}

/// Findings as the page shows them, without their lines.
pub fn plain(findings: &Diagnostics, language: UiLanguage) -> Value {
    findings.iter().map(|finding| one(finding, language, None)).collect()
}

/// A line around a column: before, and from there on.
fn excerpt(line: &str, column: Option<u32>) -> [String; 2] {
    let letters: Vec<char> = line.chars().collect();
    let column =
        column.and_then(|c| usize::try_from(c).ok()).unwrap_or(1).saturating_sub(1).min(letters.len());
    let from = column.saturating_sub(SHOWN / 2);
    let part = |begin: usize, end: usize| letters.get(begin..end).unwrap_or_default().iter().collect();
    [part(from, column), part(column, (from + SHOWN).min(letters.len()).max(column))]
}

/// All that is wrong or doubtful now: of the study, of the documents shown, of the others; each once, the gravest first.
pub fn all(session: &Session, shown: &[String], language: UiLanguage) -> Value {
    let study = session.study();
    let broken = session.broken();
    let mut found: Vec<(Diagnostic, Value)> = Vec::new();
    let mut pending = 0;
    let mut add = |finding: &Diagnostic, document: Option<&str>, line: Option<&str>| {
        if finding.severity == Severity::Note || found.iter().any(|(known, _)| known == finding) {
            return;
        }
        let mut value = one(finding, language, line);
        if let Some(object) = value.as_object_mut() {
            object.insert("document".to_owned(), json!(document));
        }
        found.push((finding.clone(), value));
    };
    match (&broken, &study) {
        (Some(broken), _) => {
            for finding in &broken.findings {
                add(finding, None, finding.location.as_ref().and_then(|place| broken.line(place)));
            }
        }
        (None, Some(study)) => {
            let line = |finding: &Diagnostic| line_of(study, finding);
            for name in shown {
                let Some(Shown { whole, faults, .. }) = session.shown(name) else { continue };
                let doubts = whole.filter(|_| faults.is_empty()).map(|(_, document)| document);
                for finding in &faults {
                    add(finding, Some(name), line(finding).as_deref());
                }
                for finding in doubts.iter().flat_map(|document| &document.warnings) {
                    add(finding, Some(name), line(finding).as_deref());
                }
            }
            for finding in study.warnings() {
                add(finding, None, line(finding).as_deref());
            }
            for job in study.documents() {
                let name = job.name();
                let Some(looked) = session.looked(&name) else { continue };
                for finding in &looked.findings {
                    add(finding, Some(&name), line(finding).as_deref());
                }
            }
            let seen: Vec<_> = study.documents().map(|job| session.declared(&job.name())).collect();
            pending = seen.iter().filter(|declared| declared.is_none()).count();
            let declared: Vec<_> = seen.into_iter().flatten().flatten().collect();
            for finding in differences(declared.iter().map(AsRef::as_ref)) {
                add(&finding, None, line(&finding).as_deref());
            }
        }
        (None, None) => {}
    }
    found.sort_by_key(|(finding, _)| std::cmp::Reverse(finding.severity));
    let count = found.len();
    let told: Vec<Value> = found.into_iter().take(MOST).map(|(_, value)| value).collect();
    json!({"findings": told, "count": count, "pending": pending})
}

fn line_of(study: &LiveStudy, finding: &Diagnostic) -> Option<String> {
    finding.location.as_ref().and_then(|place| study.line(place)).map(str::to_owned)
}

/// Where on the pages shown a place of a file is seen: a number that comes from it, or a sentence that stands there.
pub fn jump(session: &Session, place: &Location, cell: Option<&str>, shown: &[String]) -> Value {
    let line = place.line.unwrap_or(1);
    let seen = |(study, document): &(Arc<LiveStudy>, Arc<LiveDocument>)| {
        if let Some((page, index)) = study.number_of_record(document, (&place.file, line), cell) {
            return Some(json!({"document": document.job.name(), "page": page, "index": index}));
        }
        let (page, y) = document.place_of_words(&place.file, line)?;
        Some(json!({"document": document.job.name(), "page": page, "y": y}))
    };
    shown
        .iter()
        .filter_map(|name| session.shown(name)?.whole)
        .find_map(|whole| seen(&whole))
        .unwrap_or_default()
}
