//! One command, all files; the same input gives the same bytes; a failed run leaves the last good ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use esep::pipeline::{Format, Request, Silent, build};
use serde_json::Value;

use crate::support::{build_one, folder, sample, sample_files, starter};

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap())
        .map(|e| (e.file_name().into_string().unwrap(), fs::read(e.path()).unwrap()))
        .collect()
}

#[test]
fn the_sample_builds_to_all_its_files_and_a_manifest() {
    let files = sample_files();
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
    expected.extend(["base.kk.xlsx", "base.ru.xlsx", "base.zip", "manifest.json"].map(str::to_owned));
    expected.sort();
    assert_eq!(files.keys().cloned().collect::<Vec<_>>(), expected);

    let manifest: Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    let outputs = manifest["outputs"].as_array().unwrap();
    assert_eq!(outputs.len(), 39);
    for output in outputs {
        let file = output["file"].as_str().unwrap();
        assert_eq!(output["bytes"].as_u64(), Some(files[file].len() as u64));
        assert_eq!(output["sha256"].as_str().map(str::len), Some(64));
        assert_eq!(output["pages"].as_u64() > Some(0), !file.starts_with("base."));
    }
    assert!(manifest["inputs"].as_array().unwrap().len() >= 17);
}

/// A report, the deck and a paper in all their formats; `.ci/run` builds the whole twice, in two processes.
#[test]
fn a_part_built_again_has_the_same_bytes() {
    let out = folder();
    let request = Request {
        study: sample(),
        out: Some(out.path().to_owned()),
        deliverables: ["interim-1", "slides", "invitation"].map(str::to_owned).to_vec(),
        languages: vec!["kk".to_owned()],
        ..Request::default()
    };
    build(&request, &Silent).unwrap_or_else(|f| panic!("{f:?}"));
    let again = contents(out.path());
    assert_eq!(again.len(), 4 + 2 + 2 + 1, "{:?}", again.keys());
    for (name, bytes) in again.iter().filter(|(name, _)| *name != "manifest.json") {
        assert!(sample_files()[name] == *bytes, "{name} differs");
    }
}

#[test]
fn a_format_can_be_chosen_and_a_failed_run_leaves_the_last_good_files() {
    let (study, out) = (starter(), folder());
    build_one(study.path(), out.path(), "interim-1", "ru", Format::Docx).unwrap_or_else(|f| panic!("{f:?}"));
    let before = contents(out.path());
    assert_eq!(before.keys().collect::<Vec<_>>(), ["interim-1.ru.docx", "manifest.json"]);
    fs::write(study.path().join("cases.json"), "{").unwrap();
    assert!(build_one(study.path(), out.path(), "interim-1", "ru", Format::Docx).is_err());
    assert!(contents(out.path()) == before);
}
