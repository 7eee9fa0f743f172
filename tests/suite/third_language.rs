//! A third language is data: English texts given, the final report speaks English, and nothing that the
//! program itself writes is in another language.

use std::fs;

use esep::document::Document;
use esep::pipeline::{BuildContext, Request};

use crate::support::english::translate_all;
use crate::support::{edit, root, starter};

/// The documents with kinds and labels of their blocks, in order.
fn documents() -> Vec<(Document, Vec<(&'static str, String)>)> {
    let study = starter();
    translate_all(study.path());
    edit(study.path(), "study.json", |v| {
        v["languages"] = serde_json::json!(["ru", "en"]);
        for deliverable in v["deliverables"].as_array_mut().unwrap() {
            if deliverable["id"] != "final" {
                deliverable["languages"] = serde_json::json!(["ru"]);
            }
        }
    });
    let request =
        Request { study: study.path().to_owned(), deliverables: vec!["final".into()], ..Request::default() };
    let context = BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:?}"));
    let jobs = context.jobs().iter();
    jobs.map(|job| {
        let document = context.resolved(job).unwrap_or_else(|f| panic!("{f:?}")).0;
        // The numbers in the texts are the study's own.
        let outline = context.outline(job).unwrap_or_else(|f| panic!("{f:?}"));
        (document, outline.into_iter().map(|entry| (entry.kind, entry.label)).collect())
    })
    .collect()
}

#[test]
fn the_final_report_speaks_english() {
    let documents = documents();
    let [(russian, in_russian), (english, in_english)] = documents.as_slice() else {
        panic!("two documents")
    };
    assert_eq!(english.meta.language, "en");
    assert!(!english.meta.running_head.is_empty());
    assert_eq!(in_russian, in_english);
    let cyrillic = |document: &Document| -> Vec<String> {
        // A source is described in its own language.
        let sources = fs::read_to_string(root().join("templates/bibliography.toml")).unwrap();
        let sources: toml::Table = sources.parse().unwrap();
        let text = document.text();
        let described = |line: &&str| {
            let line = line.trim().replace('\u{A0}', " ");
            !sources.values().any(|source| source.as_str() == Some(&line))
        };
        let words = text.lines().filter(described).flat_map(str::split_whitespace);
        // Annexes have the same letters in all languages: «Г», «Г.4», «Г.1–Г.8».
        let is_of_annex = |word: &str| {
            let numbers = word.trim_end_matches(['.', ',', ')', ';']).split('–');
            numbers.into_iter().all(|number| {
                let (letter, count) = number.split_once('.').unwrap_or((number, "1"));
                letter.chars().count() == 1 && count.chars().all(|c| c.is_ascii_digit())
            })
        };
        let words = words.filter(|word| !is_of_annex(word));
        let words = words.filter(|word| word.chars().any(|c| ('\u{400}'..='\u{52F}').contains(&c)));
        // Numbers of papers are the study's own.
        words.filter(|word| !word.contains("ҮЛГІ-")).map(str::to_owned).collect()
    };
    assert!(cyrillic(russian).len() > 1000, "the Russian report has few Cyrillic words");
    assert_eq!(cyrillic(english), [""; 0]);
}
