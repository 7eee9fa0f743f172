//! The rooms of the house: which may use which, who touches files, where prose stands. Each rule is held by a
//! positive control, too: a made-up text with an offence is caught.

mod code;
mod rooms;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use code::{SourceFile, is_test, source_files};
use rooms::{BASE, ROOMS, Room, table};

use crate::support::{is_update, root};

/// What the rooms use of each other, by room.
type Uses = BTreeMap<String, BTreeSet<String>>;

fn uses(files: &[SourceFile]) -> Uses {
    let mut found = Uses::new();
    for file in files {
        let Some(room) = file.room() else { continue };
        let others = file.rooms_used().into_iter().filter(|used| used != room && is_room(used));
        found.entry(room.to_owned()).or_default().extend(others);
    }
    found
}

fn is_room(name: &str) -> bool {
    ROOMS.iter().any(|room| room.name == name)
}

/// Uses that the table does not allow.
fn forbidden(files: &[SourceFile]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        let Some(room) = ROOMS.iter().find(|room| Some(room.name) == file.room()) else { continue };
        let may = |used: &str| used == room.name || BASE.contains(&used) || room.uses.contains(&used);
        let used = file.rooms_used().into_iter().filter(|used| is_room(used) && !may(used));
        found.extend(used.map(|used| format!("{} uses {used}", file.path)));
    }
    found
}

#[test]
fn every_room_uses_only_what_it_may() {
    let files = source_files();
    let read: usize = uses(&files).values().map(BTreeSet::len).sum();
    assert!(read > 40, "only {read} uses were read");
    let found = forbidden(&files);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_forbidden_use_is_caught_in_each_of_its_forms() {
    let offences = |path: &str, text: &str| forbidden(&[SourceFile::new(path, text)]);
    for text in [
        "use crate::study::Study;",
        "use crate::{diag::{Code, say}, study};",
        "use crate::{\n    document::{Block, Body},\n    study::{Study, read},\n};",
        "fn of(study: &crate::study::Study) {}",
        "use super::super::study::Study;",
        "#[cfg(test)]\nmod tests;\nuse crate::study::Study;",
        "#[cfg(test)]\nmod tests { fn a() { b('}', \"}\"); } }\nuse crate::study::Study;",
        "const A: &str = \"//\"; use crate::study::Study;",
    ] {
        assert_eq!(offences("write/pdf.rs", text), ["write/pdf.rs uses study"], "{text}");
    }
    assert_eq!(offences("write/docx/mod.rs", "use super::super::study;"), ["write/docx/mod.rs uses study"]);
    for text in [
        "use crate::{diag::{Code, study}, document::Block};",
        "// use crate::study::Study;",
        "const A: &str = \"crate::study::Study\";",
        "#[cfg(test)]\nmod tests { use crate::study::Study; }",
        "use super::study::Study;",
    ] {
        assert_eq!(offences("write/pdf.rs", text), [""; 0], "{text}");
    }
    assert!(is_test("write/docx/tests/mod.rs") && is_test("chart/palette_tests.rs"));
    assert!(!is_test("facts/latest.rs") && !is_test("contest/mod.rs"));
}

/// A circle of rooms, each using the next.
fn circle(uses: &Uses) -> Option<Vec<&str>> {
    fn walk<'u>(uses: &'u Uses, room: &'u str, way: &mut Vec<&'u str>, done: &mut BTreeSet<&'u str>) -> bool {
        if let Some(at) = way.iter().position(|on| *on == room) {
            drop(way.drain(..at));
            return true;
        }
        if !done.insert(room) {
            return false;
        }
        way.push(room);
        let found = uses.get(room).into_iter().flatten().any(|next| walk(uses, next, way, done));
        if !found {
            way.pop();
        }
        found
    }
    let (mut way, mut done) = (Vec::new(), BTreeSet::new());
    uses.keys().any(|room| walk(uses, room, &mut way, &mut done)).then_some(way)
}

#[test]
fn no_rooms_use_each_other_in_a_circle() {
    let of = |pairs: &[(&str, &[&str])]| -> Uses {
        let set = |uses: &[&str]| uses.iter().map(|used| (*used).to_owned()).collect();
        pairs.iter().map(|(room, uses)| ((*room).to_owned(), set(uses))).collect()
    };
    assert_eq!(circle(&uses(&source_files())), None);
    let table: Vec<(&str, &[&str])> = ROOMS.iter().map(|room| (room.name, room.uses)).collect();
    assert_eq!(circle(&of(&table)), None, "the table itself allows a circle");
    let round = of(&[("a", &["b"]), ("b", &["c", "d"]), ("c", &[]), ("d", &["b"])]);
    assert_eq!(circle(&round), Some(vec!["b", "d"]));
}

#[test]
fn every_folder_of_the_source_is_a_room_of_the_table() {
    let entries = fs::read_dir(root().join("src")).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.path().is_dir());
    let there: BTreeSet<String> = folders.map(|f| f.file_name().into_string().unwrap()).collect();
    let told: BTreeSet<String> = ROOMS.iter().map(|room| room.name.to_owned()).collect();
    assert_eq!(there, told);
    let unknown = |room: &Room| room.uses.iter().find(|used| !is_room(used));
    assert_eq!(ROOMS.iter().find_map(unknown), None, "a room may use one that is not there");
}

#[test]
fn the_page_for_engineers_has_the_table_of_rooms() {
    const BEGINS: &str = "<!-- rooms -->\n";
    const ENDS: &str = "<!-- /rooms -->";
    let page = root().join("src/README.md");
    let text = fs::read_to_string(&page).unwrap();
    let (before, rest) = text.split_once(BEGINS).expect("the mark where the table begins");
    let (now, after) = rest.split_once(ENDS).expect("the mark where the table ends");
    let wanted = format!("\n{}\n", table());
    if is_update() {
        fs::write(page, format!("{before}{BEGINS}{wanted}{ENDS}{after}")).unwrap();
    } else {
        assert_eq!(now, wanted, "`ESEP_UPDATE_GOLDENS=1 cargo test --release` writes the table anew");
    }
}

/// Whether code touches the file system.
fn touches_files(file: &SourceFile) -> bool {
    file.std_modules().contains("fs")
        || file.code.contains("File::open")
        || file.code.contains("File::create")
}

#[test]
fn only_source_reads_files_and_only_pipeline_writes_them() {
    let may = |file: &SourceFile| matches!(file.room(), Some("source" | "pipeline"));
    let (inside, outside): (Vec<_>, Vec<_>) =
        source_files().into_iter().filter(|file| file.path != "build.rs").partition(may);
    assert!(inside.iter().any(touches_files), "no room is seen to touch files");
    let offences: Vec<&str> = outside.iter().filter(|f| touches_files(f)).map(|f| f.path.as_str()).collect();
    assert!(offences.is_empty(), "{offences:#?}");
    for text in ["use std::fs;", "use std::{fs, io};", "fn a() { std::fs::read(b) }", "File::open(a)"] {
        assert!(touches_files(&SourceFile::new("write/a.rs", text)), "{text}");
    }
}

/// Lines of code with a Cyrillic word; a single letter is a rule of the language, not prose.
fn prose(file: &SourceFile) -> Vec<String> {
    let letters = |line: &str| line.chars().filter(|c| ('\u{400}'..='\u{52F}').contains(c)).count();
    let lines = file.code.lines().filter(|line| letters(line) > 1);
    lines.map(|line| format!("{}: {line}", file.path)).collect()
}

#[test]
fn no_prose_of_the_reports_in_the_source() {
    let offences: Vec<String> = source_files().iter().flat_map(prose).collect();
    assert!(offences.is_empty(), "{offences:#?}");
    let found = |text: &str| prose(&SourceFile::new("facts/a.rs", text)).len();
    assert_eq!(found("let a = \"большинство\"; // b"), 1);
    assert_eq!(found("let a = 'ы'; // большинство"), 0);
    assert_eq!(found("#[cfg(test)]\nmod tests { const A: &str = \"сөз\"; }"), 0);
}
