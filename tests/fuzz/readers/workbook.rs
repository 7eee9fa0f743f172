//! The study as a workbook.

use std::fs;
use std::sync::LazyLock;

use esep::diag::UiLanguage;
use esep::pipeline::{Request, StudyShape, convert, inspect};

use super::files::put;
use super::packages::Parts;
use super::studies::minimal;
use super::told;

static BASE: LazyLock<Parts> = LazyLock::new(|| {
    let out = tempfile::tempdir().unwrap();
    let study = minimal();
    let made = convert(study.study.path(), StudyShape::Workbook, Some(out.path()), UiLanguage::Ru);
    let folder = made.unwrap_or_else(|faults| panic!("{faults:#?}"));
    Parts::of(&fs::read(folder.join("study.xlsx")).unwrap())
});

/// Reads a workbook and checks the study in it.
pub fn read(input: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "study.xlsx", BASE.changed(input));
    let request = Request { study: folder.path().join("study.xlsx"), data_only: true, ..Request::default() };
    match inspect(&request) {
        Ok(found) => told(&found.findings),
        Err(faults) => told(&faults),
    }
}
