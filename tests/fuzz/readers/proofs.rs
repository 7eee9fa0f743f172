//! Finished files, as `esep verify` and `esep trace` read them.

use std::sync::LazyLock;

use esep::pipeline::{Format, Request, trace_file, verify_file};

use super::files::put;
use super::packages::Parts;
use super::studies::short;
use super::{edits, told};

/// The same report as PDF with and without compressed streams.
struct Pages {
    packed: Vec<u8>,
    plain: Vec<u8>,
}

static PAGES: LazyLock<Pages> = LazyLock::new(|| Pages {
    packed: short().built("final", Format::Pdf),
    plain: include_bytes!("../bases/plain.pdf").to_vec(),
});
static DOCUMENT: LazyLock<Parts> = LazyLock::new(|| Parts::of(&short().built("final", Format::Docx)));
static DECK: LazyLock<Parts> = LazyLock::new(|| Parts::of(&short().built("slides", Format::Pptx)));
static BOOK: LazyLock<Parts> = LazyLock::new(|| Parts::of(&short().built("base", Format::Xlsx)));
static DATA: LazyLock<Parts> = LazyLock::new(|| Parts::of(&short().built("base", Format::Zip)));

/// The first byte chooses the kind, the rest makes the file.
pub fn read(input: &[u8]) {
    let Some((choice, rest)) = input.split_first() else { return };
    let (name, bytes) = match choice % 7 {
        0 => ("a.pdf", edits::file(&PAGES.packed, rest)),
        1 | 2 => ("a.pdf", edits::file(&PAGES.plain, rest)),
        3 => ("a.docx", DOCUMENT.changed(rest)),
        4 => ("a.pptx", DECK.changed(rest)),
        5 => ("a.xlsx", BOOK.changed(rest)),
        _ => ("a.zip", DATA.changed(rest)),
    };
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), name, bytes);
    let path = folder.path().join(name);
    match verify_file(&path, None, &Request::default()) {
        Ok(found) => told(&found.verification.faults),
        Err(faults) => told(&faults),
    }
    if let Err(faults) = trace_file(&path, "60,3", None, &[]) {
        told(&faults);
    }
}
