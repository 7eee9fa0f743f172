//! Goldens: small references, each named after what it shows.
//!
//! A folder of `tests/golden` belongs to one test, which makes all of its files: one that no test makes is an
//! orphan, and the test fails. `ESEP_UPDATE_GOLDENS=1 cargo test --release` writes them anew; the diff is then for a
//! person to read, which is why no golden is larger than 20 KB.

mod charts;
mod documents;
mod docx;
mod pptx;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::{is_update, root};

/// What a person can read of a difference.
const MOST_BYTES: usize = 20 << 10;

/// Goldens by file name.
type Goldens = BTreeMap<String, String>;

/// A folder below `tests/golden` with what makes its files.
type Folder = (&'static str, fn() -> Goldens);

const FOLDERS: [Folder; 4] = [
    ("charts", charts::goldens),
    ("documents", documents::goldens),
    ("docx", docx::goldens),
    ("pptx", pptx::goldens),
];

#[test]
fn charts_are_drawn_as_they_were() {
    hold("charts");
}

#[test]
fn documents_say_what_they_said() {
    hold("documents");
}

#[test]
fn parts_of_a_docx_are_as_they_were() {
    hold("docx");
}

#[test]
fn parts_of_a_pptx_are_as_they_were() {
    hold("pptx");
}

#[test]
fn every_folder_of_goldens_is_a_tests() {
    let mut names: Vec<String> = fs::read_dir(root().join("tests/golden"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, FOLDERS.map(|(name, _)| name));
}

fn hold(folder: &str) {
    let (_, make) = FOLDERS.into_iter().find(|(name, _)| *name == folder).unwrap();
    let now = make();
    let place = root().join("tests/golden").join(folder);
    if is_update() {
        drop(fs::remove_dir_all(&place));
        fs::create_dir_all(&place).unwrap();
        now.iter().for_each(|(name, text)| fs::write(place.join(name), text).unwrap());
    }
    let faults = faults(&read(&place), &now);
    assert!(
        faults.is_empty(),
        "{folder}: {faults:#?}; where this is meant, run `ESEP_UPDATE_GOLDENS=1 cargo test --release`"
    );
}

fn read(folder: &Path) -> Goldens {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|e| (e.file_name().into_string().unwrap(), fs::read_to_string(e.path()).unwrap())).collect()
}

/// Goldens that are missing, orphaned, too large or not as they were.
fn faults(golden: &Goldens, now: &Goldens) -> Vec<String> {
    let mut found = Vec::new();
    for (name, text) in now {
        match golden.get(name) {
            None => found.push(format!("{name} is not there")),
            Some(was) if was != text => {
                found.push(format!("{name} has changed, first at {}", change(was, text)))
            }
            Some(was) if was.len() > MOST_BYTES => found.push(format!("{name} has {} bytes", was.len())),
            Some(_) => {}
        }
    }
    found.extend(
        golden.keys().filter(|name| !now.contains_key(*name)).map(|name| format!("no test reads {name}")),
    );
    found
}

/// The first line that differs.
fn change(was: &str, is: &str) -> String {
    let (mut old, mut new) = (was.lines(), is.lines());
    for number in 1.. {
        match (old.next(), new.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => return format!("line {number}: {:?}, now {:?}", a.unwrap_or("–"), b.unwrap_or("–")),
        }
    }
    "the ends of lines".to_owned()
}

#[test]
fn a_change_an_orphan_and_a_large_golden_are_caught() {
    let of = |pairs: &[(&str, &str)]| -> Goldens {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    };
    let large = "x".repeat(MOST_BYTES + 1);
    let golden = of(&[("a", "one\ntwo"), ("b", ""), ("c", &large), ("d", "same")]);
    let now = of(&[("a", "one\n2"), ("c", &large), ("d", "same"), ("e", "")]);
    let told = [
        "a has changed, first at line 2: \"two\", now \"2\"",
        "c has 20481 bytes",
        "e is not there",
        "no test reads b",
    ];
    assert_eq!(faults(&golden, &now), told);
}
