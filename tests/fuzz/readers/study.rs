//! The files of a study: JSON of the contract and tables of records.

use std::fs;
use std::sync::LazyLock;

use esep::pipeline::{Request, inspect};

use super::files::meanwhile;
use super::studies::{minimal, starter};
use super::{edits, told};

/// Files that an input may stand for, and whether they need the study that has every file.
type Files = Vec<(String, bool, Vec<u8>)>;

static FILES: LazyLock<Files> = LazyLock::new(|| {
    let small = ["study.json", "codebook.json", "sample.json", "results/final.json", "results/final.csv"];
    let large =
        ["calendar", "cases", "coverage", "events", "experts", "fieldwork", "focus-groups", "indices"];
    let more = ["instruments", "recommendations", "risk", "territories"];
    let large = large.iter().chain(&more).map(|name| (format!("{name}.json"), true));
    let small = small.iter().map(|name| ((*name).to_owned(), false));
    let content = |path: &str, is_large: bool| {
        let place = if is_large { starter() } else { minimal() };
        fs::read(place.study.path().join(path)).unwrap()
    };
    let files = small.chain(large).map(|(path, is_large)| {
        let bytes = content(&path, is_large);
        (path, is_large, bytes)
    });
    files.collect()
});

/// The first byte chooses the file, the rest makes it.
pub fn read(input: &[u8]) {
    let Some((choice, rest)) = input.split_first() else { return };
    let (path, is_large, base) = &FILES[usize::from(*choice) % FILES.len()];
    let content = edits::file(base, rest);
    let place = if *is_large { starter() } else { minimal() };
    let study = place.study.path();
    let request = Request { study: study.to_owned(), data_only: true, ..Request::default() };
    let found = meanwhile(study, path, &content, || inspect(&request));
    match found {
        Ok(found) => {
            for finding in found.findings.iter() {
                let place = finding.location.as_ref().unwrap_or_else(|| panic!("no place: {finding}"));
                assert!(!place.file.is_empty(), "no file: {finding}");
            }
            told(&found.findings);
        }
        Err(faults) => told(&faults),
    }
}
