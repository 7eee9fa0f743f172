//! The rooms of the house: which may use which. Reads the `crate::` paths of the source.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::root;

/// What each room may use, beside itself. Any room may use `diag`.
fn allowed() -> BTreeMap<&'static str, &'static [&'static str]> {
    BTreeMap::from([
        ("diag", &[][..]),
        ("source", &[][..]),
        ("quantity", &[][..]),
        ("picture", &[][..]),
        ("theme", &["quantity"][..]),
        ("locale", &["quantity", "source"][..]),
        ("study", &["source"][..]),
        ("facts", &["study"][..]),
        ("check", &["facts", "source", "study"][..]),
        ("template", &["document", "facts", "locale", "quantity", "study", "source"][..]),
        // Everything about a kind of chart stands in one file: data, words, drawing.
        ("chart", &["locale", "picture", "quantity", "source", "theme"][..]),
        ("document", &["chart", "picture", "quantity", "source", "theme"][..]),
        ("markup", &["document"][..]),
        (
            "resolve",
            &["chart", "document", "facts", "locale", "picture", "quantity", "study", "template", "theme"][..],
        ),
        ("gallery", &["chart", "locale", "source"][..]),
        ("opc", &[][..]),
        ("write", &["chart", "document", "opc", "picture", "quantity", "source", "theme"][..]),
        ("review", &["opc"][..]),
        (
            "pipeline",
            &[
                "chart", "check", "document", "facts", "gallery", "locale", "markup", "opc", "picture",
                "quantity", "resolve", "review", "source", "study", "template", "theme", "write",
            ][..],
        ),
        ("cli", &["facts", "pipeline", "study"][..]),
    ])
}

#[test]
fn every_room_uses_only_what_it_may() {
    let allowed = allowed();
    let mut offences = Vec::new();
    for (room, may) in &allowed {
        for file in files(&root().join("src").join(room)) {
            let text = fs::read_to_string(&file).unwrap();
            let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
            if file.components().any(|c| c.as_os_str().to_string_lossy().contains("test")) {
                continue;
            }
            for used in used_rooms(text) {
                let known = allowed.contains_key(used.as_str());
                if known && used != *room && used != "diag" && !may.contains(&used.as_str()) {
                    offences.push(format!("{} uses {used}", file.display()));
                }
            }
        }
    }
    assert!(offences.is_empty(), "{offences:#?}");
}

#[test]
fn only_source_reads_files_and_only_pipeline_writes_them() {
    let mut offences = Vec::new();
    for room in allowed().keys().filter(|r| !["source", "pipeline"].contains(r)) {
        for file in files(&root().join("src").join(room)) {
            if file.components().any(|c| c.as_os_str().to_string_lossy().contains("test")) {
                continue;
            }
            let text = fs::read_to_string(&file).unwrap();
            let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
            if text.contains("std::fs") || text.contains("File::open") {
                offences.push(file.display().to_string());
            }
        }
    }
    assert!(offences.is_empty(), "{offences:#?}");
}

#[test]
fn no_prose_of_the_reports_in_the_source() {
    let cyrillic = |c: char| ('\u{400}'..='\u{52F}').contains(&c);
    let mut offences = Vec::new();
    for file in files(&root().join("src")) {
        if file.components().any(|c| c.as_os_str().to_string_lossy().contains("test")) {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        for line in text.lines().filter(|l| !l.trim_start().starts_with("//")) {
            let code = line.split(" // ").next().unwrap_or_default();
            // A single letter is a rule of the language, not prose.
            let letters = code.chars().filter(|c| cyrillic(*c)).count();
            if letters > 1 {
                offences.push(format!("{}: {line}", file.display()));
            }
        }
    }
    assert!(offences.is_empty(), "{offences:#?}");
}

/// Rooms named after `crate::`, braces included.
fn used_rooms(text: &str) -> Vec<String> {
    text.match_indices("crate::")
        .map(|(at, _)| {
            text[at + "crate::".len()..].chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect()
        })
        .collect()
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}
