//! One digit of a finished file changed, wherever it stands: it is found. The places are taken evenly from all digits
//! of a file, so that text, charts, their workbooks, notes, headers and cells have their share; `ESEP_ALL=1` takes
//! three times as many of those of Office files.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use esep::diag::Code;
use esep::proof::reading::{self, Reading};
use esep::proof::{Allowed, verify};
use esep::source::Assets;

use crate::support::digits::{OfficeDigit, office_changed, office_digits, pdf_changes, some_of};
use crate::support::{codes, is_all, sample_file};

/// What needs no datum.
static ALLOWED: LazyLock<Allowed> = LazyLock::new(|| Allowed::read(&Assets::embedded()).unwrap());

/// Holds that a reading is refuted by a number of its own.
fn is_found(what: &str, reading: &Reading) {
    let found = codes(&verify(what, reading, &ALLOWED).faults);
    let is_of_number = |code: &Code| matches!(code, Code::ProofNumberDiffers | Code::ProofNumberUnbound);
    assert!(found.iter().any(is_of_number), "{what}: {found:?}");
}

#[test]
fn a_digit_anywhere_on_a_page_is_found() {
    let mut found = 0;
    for (name, most) in [
        ("summary.kk.pdf", 12),
        ("summary.ru.pdf", 12),
        ("invitation.kk.pdf", 10),
        ("minutes.ru.pdf", 12),
        ("attendance.kk.pdf", 10),
        ("slides.ru.speaker.pdf", 12),
    ] {
        let changes = pdf_changes(sample_file(name), most);
        found += changes.len();
        changes.iter().for_each(|reading| is_found(name, reading));
    }
    assert!(found >= 50, "{found} digits changed");
}

/// So many digits of each kind of place of a file: part without its number, and element.
fn chosen(file: &[u8], most: usize) -> Vec<OfficeDigit> {
    let mut kinds: BTreeMap<String, Vec<OfficeDigit>> = BTreeMap::new();
    for digit in office_digits(file) {
        let part: String = digit.part.chars().filter(|c| !c.is_ascii_digit()).collect();
        kinds.entry(format!("{part} {}", digit.element)).or_default().push(digit);
    }
    kinds.into_values().flat_map(|all| some_of(all, most)).collect()
}

fn office_is_found(name: &str, most: usize, least: usize) {
    let file = sample_file(name);
    let digits = chosen(file, if is_all() { most } else { most.div_ceil(4) });
    let least = if is_all() { least } else { least / 4 };
    assert!(digits.len() >= least, "{name}: {} digits", digits.len());
    for digit in digits {
        let reading = reading::read(name, office_changed(file, &digit)).unwrap();
        is_found(&format!("{name} {digit:?}"), &reading);
    }
}

#[test]
fn a_digit_anywhere_in_a_document_is_found() {
    office_is_found("summary.ru.docx", 60, 30);
    office_is_found("attendance.kk.docx", 30, 25);
    office_is_found("interim-1.kk.docx", 8, 25);
    office_is_found("final.ru.docx", 3, 12);
}

#[test]
fn a_digit_anywhere_in_a_deck_is_found() {
    office_is_found("slides.kk.pptx", 14, 60);
}

#[test]
fn a_digit_anywhere_in_a_workbook_is_found() {
    office_is_found("base.ru.xlsx", 12, 24);
}
