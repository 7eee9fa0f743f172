//! The version of the contract that a study keeps to.

use std::fs;
use std::path::Path;

use esep::diag::{Code, UiLanguage};
use esep::pipeline::{Request, StudyShape, convert, inspect};
use esep::study::SCHEMA_VERSION;
use serde_json::Value;

use crate::support::{edit, folder, sample, starter};

fn version(study: &Path) -> Value {
    let text = fs::read_to_string(study.join("study.json")).unwrap();
    serde_json::from_str::<Value>(&text).unwrap()["schema_version"].clone()
}

fn codes(study: &Path) -> Vec<Code> {
    let request = Request { study: study.to_owned(), data_only: true, ..Request::default() };
    inspect(&request).unwrap().findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn the_programs_own_studies_are_of_the_newest_version() {
    assert_eq!(version(starter().path()), SCHEMA_VERSION);
    assert_eq!(version(&sample()), SCHEMA_VERSION);
}

#[test]
fn an_older_study_is_read_and_converted_into_the_newest() {
    let study = starter();
    assert!(!codes(study.path()).contains(&Code::StudyOlder));
    edit(study.path(), "study.json", |v| drop(v.as_object_mut().unwrap().shift_remove("schema_version")));
    assert!(codes(study.path()).contains(&Code::StudyOlder));
    let out = folder();
    let made = convert(study.path(), StudyShape::Json, Some(out.path()), UiLanguage::En).unwrap();
    assert_eq!(version(&made), SCHEMA_VERSION);
    assert!(!codes(&made).contains(&Code::StudyOlder));
}

#[test]
fn a_newer_study_is_refused_for_this_reason_alone() {
    let study = starter();
    edit(study.path(), "study.json", |v| v["schema_version"] = (SCHEMA_VERSION + 1).into());
    edit(study.path(), "cases.json", |v| v["what-is-new"] = true.into());
    assert_eq!(codes(study.path()), [Code::StudyNewer]);
    assert!(convert(study.path(), StudyShape::Workbook, None, UiLanguage::En).is_err());
}
