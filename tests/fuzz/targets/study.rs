//! Whatever stands in one file of a study, reading and checking it ends in findings, never in a panic.
//!
//! The first byte of the input chooses the file, the rest is its content. The other files are small and
//! sound, so that the rules are reached as often as possible.
#![no_main]
#![allow(dead_code, unused_imports, reason = "only a part of each room is used here")]

use std::cell::OnceCell;
use std::fs;
use std::path::Path;

use libfuzzer_sys::fuzz_target;

#[path = "../../../src/check/mod.rs"]
mod check;
#[path = "../../../src/diag/mod.rs"]
mod diag;
#[path = "../../../src/facts/mod.rs"]
mod facts;
#[path = "../../../src/quantity/mod.rs"]
mod quantity;
#[path = "../../../src/source/mod.rs"]
mod source;
#[path = "../../../src/study/mod.rs"]
mod study;

/// Files that an input may stand for: each of the contract, and a table of records.
fn files() -> Vec<String> {
    let declared = study::FILES.iter().map(|file| file.path.replace('*', "a"));
    declared.chain(std::iter::once("results/a.csv".to_owned())).collect()
}

thread_local! {
    static CHECKER: check::Checker =
        check::Checker::new(&source::Assets::embedded()).unwrap_or_else(|f| panic!("{f:?}"));
    static FILES: Vec<String> = files();
    static STUDY: OnceCell<tempfile::TempDir> = const { OnceCell::new() };
}

fuzz_target!(|data: &[u8]| {
    let Some((choice, content)) = data.split_first() else { return };
    let file = FILES.with(|files| files[usize::from(*choice) % files.len()].clone());
    STUDY.with(|study| {
        let study = study.get_or_init(|| {
            let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
            small(folder.path());
            folder
        });
        let place = study.path().join(&file);
        let before = fs::read(&place).ok();
        fs::write(&place, content).unwrap();
        if let Ok(folder) = source::Folder::open(study.path()) {
            let checked = CHECKER.with(|checker| checker.run(&folder, &check::Scope::default()));
            for finding in checked.findings.iter() {
                assert!(!finding.to_string().is_empty());
            }
        }
        match before {
            Some(content) => fs::write(&place, content).unwrap(),
            None => fs::remove_file(&place).unwrap(),
        }
    });
});

/// A sound study of a few lines a file, and a table for its results.
fn small(folder: &Path) {
    let text = r#"{"kk": "а", "ru": "а"}"#;
    let head = "question;item;option;by;group;n;n_option;n_weighted;deff;share;ci_low;ci_high";
    let files = [
        (
            "study.json",
            r#"{"id": "s", "languages": ["kk", "ru"], "title": T, "place": T, "customer": {"name": T},
               "grantee": {"name": T}, "goal": T, "survey_source": T, "contract": {"number": "1",
               "date": "2026-04-01", "start": "2026-04-01", "end": "2026-12-01"}, "grant": {"priority": T,
               "kind": T, "year": 2026, "amount_thousand": 1, "region": T}, "bodies": [{"id": "b", "name": T}],
               "deliverables": [{"id": "interim-1", "cutoff": "2026-09-01", "counts_as": "interim"}]}"#,
        ),
        (
            "codebook.json",
            r#"{"blocks": [{"id": "b1", "title": T}], "breakdowns": [{"id": "sex", "label": T, "groups":
               [{"code": "m", "label": T}, {"code": "f", "label": T}]}], "questions": [{"id": "q", "type": "scale",
               "block": "b1", "text": T, "options": [{"code": "1", "label": T, "role": "positive"},
               {"code": "2", "label": T, "role": "negative"}]}]}"#,
        ),
        ("sample.json", r#"{"kind": "quota", "planned": 4, "population": T, "procedure": T, "mode": T}"#),
        ("territories.json", r#"{"territories": [{"id": "t", "name": T, "kind": "core"}]}"#),
        (
            "results/a.json",
            r#"{"stage": "final", "date": "2026-08-01", "collected": {"start": "2026-06-01",
               "end": "2026-07-01"}, "records_file": "a.csv"}"#,
        ),
    ];
    fs::create_dir_all(folder.join("results")).unwrap();
    for (path, content) in files {
        fs::write(folder.join(path), content.replace(" T", &format!(" {text}"))).unwrap();
    }
    let rows = "q;;1;;;100;40;100;1;0,4;0,3094;0,4980\nq;;2;;;100;60;100;1;0,6;0,5020;0,6906";
    fs::write(folder.join("results/a.csv"), format!("{head}\n{rows}\n")).unwrap();
}
