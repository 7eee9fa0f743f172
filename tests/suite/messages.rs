//! The program's own sentences: every id that the source uses is in the catalogue, in each language with
//! the same places; every code is explained.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use esep::diag::{ALL, Catalogue, UiLanguage, sources};
use esep::study::Thresholds;

use crate::support::root;

/// Ids of a catalogue with the names of their places and attributes.
fn ids(language: UiLanguage) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for (_, text) in sources(language) {
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let begins = line.starts_with(|c: char| c.is_ascii_alphabetic());
            if let Some((id, _)) = line.split_once(" =").filter(|_| begins) {
                id.clone_into(&mut current);
                assert!(found.insert(current.clone(), BTreeSet::new()).is_none(), "{id} stands twice");
            }
            let Some(places) = found.get_mut(&current) else { continue };
            places.extend(line.split("{$").skip(1).map(name));
            places.extend(line.split("{ $").skip(1).map(name));
            let attribute = line.trim_start().strip_prefix('.').filter(|_| line.starts_with("    "));
            places.extend(attribute.map(|a| format!(".{}", name(a))));
        }
    }
    found
}

fn name(text: &str) -> String {
    text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect()
}

#[test]
fn the_languages_say_the_same_things() {
    let english = ids(UiLanguage::En);
    for language in [UiLanguage::Kk, UiLanguage::Ru] {
        // English descriptions of schemas stand in the types themselves.
        let own: BTreeMap<_, _> = ids(language)
            .into_iter()
            .filter(|(id, _)| !id.starts_with("schema-") || english.contains_key(id))
            .collect();
        for (id, places) in &english {
            assert_eq!(Some(places), own.get(id), "{id} in {}", language.code());
        }
        assert_eq!(english.len(), own.len(), "{}", language.code());
    }
    let schema = |l| ids(l).into_keys().filter(|id| id.starts_with("schema-")).collect::<Vec<_>>();
    assert_eq!(schema(UiLanguage::Kk), schema(UiLanguage::Ru));
}

#[test]
fn every_id_that_the_source_uses_is_there_and_no_other() {
    let english = ids(UiLanguage::En);
    let mut used = BTreeSet::new();
    let mut source = String::new();
    read(&root().join("src"), &mut source);
    for rest in source.split("say!(").skip(1) {
        let argument = rest.trim_start();
        used.extend(argument.strip_prefix('"').and_then(|a| a.split('"').next()).map(str::to_owned));
    }
    let missing: Vec<&String> = used.iter().filter(|id| !english.contains_key(*id)).collect();
    assert!(missing.is_empty(), "not in the catalogue: {missing:?}");
    assert!(used.len() > 200, "only {} uses were read", used.len());
    // Words of the page `esep serve` are held against its modules there.
    let of_page = ["page-"];
    let built: &[&str] = &[
        "words-",
        "term-",
        "state-",
        "reference-",
        "schema-",
        "help-",
        "cause-",
        "terms-of-grant",
        "demanded",
    ];
    let of_workbook =
        &["sheet-", "key-", "column-", "case-", "language-", "value-", "list-", "card-", "guide-"];
    let built: Vec<&str> =
        built.iter().chain(of_workbook).copied().chain(["workbook-choose"]).chain(of_page).collect();
    let is_code = |id: &str| ALL.iter().any(|c| c.as_str() == id);
    let is_idle = |id: &&String| {
        !used.contains(*id) && !is_code(id) && !built.iter().any(|begins| id.starts_with(begins))
    };
    assert!(is_idle(&&"made-up".to_owned()));
    let idle: Vec<&String> = english.keys().filter(is_idle).collect();
    assert!(idle.is_empty(), "used by nothing: {idle:?}");
}

#[test]
fn every_code_is_explained_in_each_language() {
    for language in UiLanguage::ALL {
        let places = Thresholds::embedded().printed(language);
        for code in ALL {
            for attribute in [None, Some("why"), Some("fix")] {
                let text = Catalogue::of(language).text_with(code.as_str(), attribute, &places);
                let text = text.unwrap_or_default();
                assert!(!text.contains("{$"), "{code} {attribute:?} has a place that nothing fills: {text}");
                assert!(text.chars().count() > 8, "{code} {attribute:?} in {}", language.code());
            }
        }
    }
}

/// The source without its doc comments, which show examples.
fn read(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, text);
        } else {
            let code = fs::read_to_string(path).unwrap();
            code.lines().filter(|l| !l.trim_start().starts_with("//")).for_each(|l| {
                text.push_str(l);
                text.push('\n');
            });
        }
    }
}
