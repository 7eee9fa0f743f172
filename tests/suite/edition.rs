//! The public edition withholds small cells and what is restricted, says so, and keeps the counts.

use std::path::Path;

use esep::diag::UiLanguage;
use esep::document::{Block, Body, Document, plain_text};
use esep::pipeline::{BuildContext, Request, new_study};
use esep::study::passport::Edition;
use serde_json::Value;

use crate::support::{folder, sample};

fn document(study: &Path, edition: Edition, deliverable: &str) -> Document {
    let request = Request {
        study: study.to_owned(),
        deliverables: vec![deliverable.into()],
        languages: vec!["ru".into()],
        edition: Some(edition),
        ..Request::default()
    };
    let context = BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:?}"));
    context.resolved(&context.jobs()[0]).unwrap_or_else(|f| panic!("{f:?}")).0
}

/// Cells of the table with a label.
fn cells(document: &Document, label: &str) -> Vec<Vec<String>> {
    let Body::Report(blocks) = &document.body else { panic!("the final report is a report") };
    let tables = blocks.iter().filter_map(|b| match b {
        Block::Table(table) if table.label == label => Some(table),
        _ => None,
    });
    tables.flat_map(|t| &t.rows).map(|row| row.cells.iter().map(|c| plain_text(c)).collect()).collect()
}

#[test]
fn small_cells_are_dashes_and_never_alone() {
    let text = std::fs::read_to_string(sample().join("results/final.json")).unwrap();
    let results: Value = serde_json::from_str(&text).unwrap();
    let small: Vec<&str> = results["records"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|r| {
            r["by"].is_null() && r["item"].is_null() && (1..5).contains(&r["n_option"].as_u64().unwrap())
        })
        .map(|r| r["question"].as_str().unwrap())
        .collect();
    assert!(!small.is_empty(), "the sample has no small cell in a total");
    let customer = document(&sample(), Edition::Customer, "final");
    let public = document(&sample(), Edition::Public, "final");
    for question in small {
        let label = format!("tab-top-{question}");
        let dashes = |d: &Document| cells(d, &label).iter().filter(|r| r.iter().any(|c| c == "—")).count();
        assert_eq!(dashes(&customer), 0, "{question}");
        assert!(dashes(&public) >= 2, "{question}");
    }
}

#[test]
fn restricted_things_are_not_printed_and_still_count() {
    let study = folder();
    new_study(study.path(), UiLanguage::En).unwrap_or_else(|f| panic!("{f:?}"));
    let read = |file: &str| -> Value {
        serde_json::from_str(&std::fs::read_to_string(study.path().join(file)).unwrap()).unwrap()
    };
    let mut secret: Vec<String> = Vec::new();
    let mut take = |list: &Value, field: &str| {
        let restricted = list.as_array().unwrap().iter().filter(|x| x["restricted"] == true);
        secret.extend(restricted.map(|x| x[field]["ru"].as_str().unwrap().trim_end_matches('.').to_owned()));
    };
    take(&read("cases.json")["cases"], "description");
    take(&read("experts.json")["experts"], "judgement");
    for group in read("focus-groups.json")["groups"].as_array().unwrap() {
        let quotes = group["statements"].as_array().unwrap().iter().map(|s| s["quote"].clone());
        take(&quotes.filter(|q| !q.is_null()).collect(), "text");
    }
    assert!(secret.len() >= 3, "the starter study restricts too little: {secret:?}");
    let plain = |d: &Document| d.text().replace('\u{A0}', " ");
    let customer = plain(&document(study.path(), Edition::Customer, "final"));
    let public = plain(&document(study.path(), Edition::Public, "final"));
    for text in &secret {
        assert!(customer.contains(text), "{text}");
        assert!(!public.contains(text), "{text}");
    }
    assert!(!customer.contains("убличной версии") && public.contains("убличной версии"));
    let terms = |edition| cells(&document(study.path(), edition, "final"), "tab-terms");
    assert_eq!(terms(Edition::Customer), terms(Edition::Public));
}
