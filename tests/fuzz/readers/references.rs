//! Files of a customer's to write by.

use std::sync::LazyLock;

use esep::opc::{DOCX_MAIN, PPTX_MAIN, Package};
use esep::pipeline::{Format, Request, Silent, build_in_memory};

use super::files::put;
use super::packages::Parts;
use super::studies::short;
use super::told;

static DOCUMENT: LazyLock<Parts> = LazyLock::new(|| Parts::of(&short().built("final", Format::Docx)));
static DECK: LazyLock<Parts> = LazyLock::new(|| Parts::of(&short().built("slides", Format::Pptx)));

/// What is written by a reference can be opened.
fn build(request: &Request, main_part: &str) {
    match build_in_memory(request, &Silent) {
        Ok(output) => {
            told(&output.warnings);
            for artifact in output.artifacts {
                let opened = Package::open(&artifact.info.name, artifact.bytes, main_part);
                opened.unwrap_or_else(|fault| panic!("{fault}"));
            }
        }
        Err(faults) => told(&faults),
    }
}

/// Writes the report by a changed document.
pub fn docx(input: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "reference.docx", DOCUMENT.changed(input));
    let reference_docx = Some(folder.path().join("reference.docx"));
    build(&Request { reference_docx, ..short().request("final", Some(Format::Docx)) }, DOCX_MAIN);
}

/// Writes the slides by a changed deck.
pub fn pptx(input: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "reference.pptx", DECK.changed(input));
    let reference_pptx = Some(folder.path().join("reference.pptx"));
    build(&Request { reference_pptx, ..short().request("slides", Some(Format::Pptx)) }, PPTX_MAIN);
}
