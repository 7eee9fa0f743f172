//! One command, all files; the same input gives the same bytes; a failed run leaves the last good ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use esep::pipeline::{Format, Request, Silent, build};
use serde_json::Value;

use crate::support::{build_one, copy_of_sample, folder, sample};

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap())
        .map(|e| (e.file_name().into_string().unwrap(), fs::read(e.path()).unwrap()))
        .collect()
}

#[test]
fn the_sample_builds_to_all_its_files_and_a_manifest_and_twice_the_same() {
    let (one, two) = (folder(), folder());
    for out in [&one, &two] {
        let request = Request { study: sample(), out: Some(out.path().to_owned()), ..Request::default() };
        build(&request, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
    }
    let first = contents(one.path());
    let mut expected: Vec<String> = Vec::new();
    let papers = ["attendance", "invitation", "minutes", "summary"];
    for deliverable in ["final", "interim-1", "interim-2", "slides"].into_iter().chain(papers) {
        for language in ["kk", "ru"] {
            for format in ["docx", "pdf"] {
                expected.push(format!("{deliverable}.{language}.{format}"));
            }
        }
    }
    for language in ["kk", "ru"] {
        expected.extend(["pptx", "speaker.pdf"].map(|format| format!("slides.{language}.{format}")));
    }
    expected.push("manifest.json".to_owned());
    expected.sort();
    assert_eq!(first.keys().cloned().collect::<Vec<_>>(), expected);
    assert!(first == contents(two.path()), "two builds differ");

    let manifest: Value = serde_json::from_slice(&first["manifest.json"]).unwrap();
    let outputs = manifest["outputs"].as_array().unwrap();
    assert_eq!(outputs.len(), 36);
    for output in outputs {
        let file = output["file"].as_str().unwrap();
        assert_eq!(output["bytes"].as_u64(), Some(first[file].len() as u64));
        assert_eq!(output["sha256"].as_str().map(str::len), Some(64));
        assert!(output["pages"].as_u64() > Some(0));
    }
    assert!(manifest["inputs"].as_array().unwrap().len() >= 17);
}

#[test]
fn a_part_can_be_chosen() {
    let out = folder();
    build_one(&sample(), out.path(), "interim-1", "kk", Format::Docx).unwrap_or_else(|f| panic!("{f:?}"));
    let names: Vec<String> = contents(out.path()).into_keys().collect();
    assert_eq!(names, ["interim-1.kk.docx", "manifest.json"]);
}

#[test]
fn a_failed_run_leaves_the_last_good_files() {
    let (study, out) = (copy_of_sample(), folder());
    build_one(study.path(), out.path(), "interim-1", "ru", Format::Pdf).unwrap_or_else(|f| panic!("{f:?}"));
    let before = contents(out.path());
    fs::write(study.path().join("cases.json"), "{").unwrap();
    assert!(build_one(study.path(), out.path(), "interim-1", "ru", Format::Pdf).is_err());
    assert!(contents(out.path()) == before);
}
