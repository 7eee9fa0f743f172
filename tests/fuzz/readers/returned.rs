//! A DOCX that came back, reviewed.

use std::sync::LazyLock;

use esep::pipeline::{Format, Request, review};

use super::files::put;
use super::packages::Parts;
use super::studies::short;
use super::told;

static BASE: LazyLock<Parts> = LazyLock::new(|| Parts::of(&short().built("final", Format::Docx)));

/// Reviews a changed report.
pub fn read(input: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "back.docx", BASE.changed(input));
    let place = short();
    let request = Request { formats: Vec::new(), ..place.request("final", None) };
    match review(&folder.path().join("back.docx"), &request) {
        Ok(found) => told(&found),
        Err(faults) => told(&faults),
    }
}
