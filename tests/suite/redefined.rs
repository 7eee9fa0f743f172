//! A measure that was redefined between two stages of results is not compared, and the reader is told.

use std::path::Path;

use esep::diag::Code;
use esep::document::Document;
use esep::pipeline::{BuildContext, Request};
use serde_json::{Value, json};

use crate::support::{copy_of_sample, document, edit, plain, read_json, request, sample, sample_document};

const WHAT: &str = "в формулу добавлена новая составляющая";

fn redefined(since: &str) -> Value {
    json!({"since": since, "what": {"kk": "формулаға жаңа құрамдас бөлік қосылды", "ru": WHAT}})
}

/// Text of the Russian final report, and the text alternative of its slope of the indices; nothing where none moved.
fn report(study: &Path) -> (String, String) {
    told(&document(&request(study, "final", "ru")))
}

/// Lets an index move between the two stages, so that it is drawn. Without a method no value is recomputed.
fn moved(index: &mut Value) {
    for value in index["values"].as_array_mut().unwrap() {
        if value["stage"] == "preliminary" {
            value["value"] = json!(10.0);
            value["ci"] = json!([9.0, 11.0]);
        }
    }
    index.as_object_mut().unwrap().remove("method");
}

/// The same of the untouched sample.
fn untouched() -> (String, String) {
    told(sample_document("final", "ru"))
}

fn told(document: &Document) -> (String, String) {
    let slope = document.figures().into_iter().find(|f| f.label == "fig-indices-slope");
    let alt = slope.map(|slope| slope.drawings.iter().map(|d| d.alt.clone()).collect()).unwrap_or_default();
    (plain(document), alt)
}

#[test]
fn a_redefined_index_is_told_and_left_out_of_the_comparison() {
    let study = copy_of_sample();
    let index = read_json(&sample(), "indices.json")["indices"][0].clone();
    let name = index["name"]["ru"].as_str().unwrap();
    edit(study.path(), "indices.json", |file| {
        moved(&mut file["indices"][1]);
        file["indices"][0]["redefined"] = redefined("2026-10-10");
    });
    let (text, slope) = report(study.path());
    assert!(text.contains(&format!("Показатель «{name}» несопоставим с предварительным значением: {WHAT}.")));
    assert!(!slope.is_empty() && !slope.contains(name), "{slope}");
    // Redefined before both stages: the two are of one definition.
    edit(study.path(), "indices.json", |file| file["indices"][0]["redefined"] = redefined("2026-06-01"));
    let (text, slope) = report(study.path());
    assert!(!text.contains("несопоставим:") && slope.contains(name));
}

#[test]
fn no_change_of_a_finding_is_claimed_where_its_question_was_redefined() {
    let study = copy_of_sample();
    let findings = read_json(&sample(), "recommendations.json")["findings"].as_array().unwrap().clone();
    let finding = findings.iter().find(|f| f["measure"]["share"].is_object()).unwrap();
    let question = finding["measure"]["share"]["question"].as_str().unwrap().to_owned();
    let statement = finding["statement"]["ru"].as_str().unwrap().to_owned();
    let (text, _) = untouched();
    assert!(!text.contains("несопоставим") && !text.contains("Несопоставимо"));
    edit(study.path(), "codebook.json", |file| {
        let questions = file["questions"].as_array_mut().unwrap();
        let asked = questions.iter_mut().find(|q| q["id"] == json!(question)).unwrap();
        asked["redefined"] = redefined("2026-10-10");
    });
    let (text, _) = report(study.path());
    assert!(text.contains(&format!(
        "Значения показателя вывода «{statement}» на двух этапах несопоставимы: {WHAT}."
    )));
    assert!(text.contains("Несопоставимо"));
}

#[test]
fn a_redefined_index_never_counts_as_changed() {
    let study = copy_of_sample();
    edit(study.path(), "indices.json", |file| moved(&mut file["indices"][0]));
    let changed = |text: &str| text.contains("По сравнению с предварительными данными изменились индексы");
    assert!(changed(&report(study.path()).0));
    edit(study.path(), "indices.json", |file| file["indices"][0]["redefined"] = redefined("2026-10-10"));
    let (text, _) = report(study.path());
    assert!(!changed(&text) && text.contains(&format!(": {WHAT}.")));
}

#[test]
fn values_before_a_redefinition_are_not_recomputed_by_the_new_formula() {
    let study = copy_of_sample();
    edit(study.path(), "indices.json", |file| {
        for value in file["indices"][0]["values"].as_array_mut().unwrap() {
            if value["stage"] == "preliminary" {
                value["value"] = json!(10.0);
                value["ci"] = json!([9.0, 11.0]);
            }
        }
    });
    let request = Request { study: study.path().to_owned(), ..Request::default() };
    let faults = BuildContext::open(&request).map(|_| ()).unwrap_err();
    assert!(faults.iter().any(|fault| fault.code == Code::IndexFormula), "{faults:?}");
    edit(study.path(), "indices.json", |file| file["indices"][0]["redefined"] = redefined("2026-10-10"));
    assert!(BuildContext::open(&request).is_ok());
}
