//! The public edition withholds small cells and what is restricted, says so, and keeps the counts.

use std::path::Path;

use esep::document::{Block, Body, Document, plain_text};
use esep::pipeline::Request;
use esep::study::passport::Edition;
use serde_json::Value;

use crate::support::{self, holds_and_lacks, plain, read_json, request, sample, sample_document, starter};

fn document(study: &Path, edition: Edition) -> Document {
    support::document(&Request { edition: Some(edition), ..request(study, "final", "ru") })
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
    let results = read_json(&sample(), "results/final.json");
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
    let customer = sample_document("final", "ru");
    let public = document(&sample(), Edition::Public);
    for question in small {
        let label = format!("tab-top-{question}");
        let dashes = |d: &Document| cells(d, &label).iter().filter(|r| r.iter().any(|c| c == "—")).count();
        assert_eq!(dashes(customer), 0, "{question}");
        assert!(dashes(&public) >= 2, "{question}");
    }
}

#[test]
fn restricted_things_are_not_printed_and_still_count() {
    let study = starter();
    let read = |file: &str| read_json(study.path(), file);
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
    let customer = document(study.path(), Edition::Customer);
    let public = document(study.path(), Edition::Public);
    assert_eq!(cells(&customer, "tab-terms"), cells(&public, "tab-terms"));
    let (customer, public) = (plain(&customer), plain(&public));
    let secret: Vec<&str> = secret.iter().map(String::as_str).collect();
    holds_and_lacks(&public, &[], &secret, &customer);
    holds_and_lacks(&customer, &secret, &["убличной версии"], &public);
}
