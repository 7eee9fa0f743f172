//! What reads strangers' files, each as a function of bytes that must end: in a result or in findings, never in a
//! panic, a hang or a memory that grows.
//!
//! The fuzzer (`tests/fuzz/main.rs`) calls them with bytes that it makes up; the tests (`tests/suite/fuzzed.rs`) with
//! the seeds, among which is every input that ever failed. Few bytes are enough for an input to be a broken file of
//! many: it says how a sound file is changed ([`edits`]).

mod edits;
mod files;
mod packages;
mod studies;

mod answers;
mod pictures;
mod proofs;
mod references;
mod returned;
mod settings;
mod study;
mod texts;
mod workbook;

use esep::diag::{Diagnostic, UiLanguage};

/// A reader of strangers' files.
pub struct Reader {
    /// Its name, and that of the folder of its seeds.
    pub name: &'static str,
    /// Its share of the time of a run: how often files of strangers reach it.
    pub share: u32,
    /// Reads an input.
    pub read: fn(&[u8]),
}

const fn reader(name: &'static str, share: u32, read: fn(&[u8])) -> Reader {
    Reader { name, share, read }
}

/// All readers.
pub const READERS: &[Reader] = &[
    reader("study", 3, study::read),
    reader("workbook", 2, workbook::read),
    reader("answers", 3, answers::read),
    reader("tabulated", 1, answers::tabulated),
    reader("pictures", 1, pictures::read),
    reader("texts", 3, texts::own),
    reader("templates", 1, texts::templates),
    reader("settings", 2, settings::read),
    reader("typst", 1, settings::typst),
    reader("fonts", 1, settings::fonts),
    reader("returned", 3, returned::read),
    reader("reference-docx", 2, references::docx),
    reader("reference-pptx", 2, references::pptx),
    reader("proofs", 3, proofs::read),
];

/// Holds that every finding says something in every language.
fn told<'d>(findings: impl IntoIterator<Item = &'d Diagnostic>) {
    for finding in findings {
        for language in [UiLanguage::Kk, UiLanguage::Ru, UiLanguage::En] {
            assert!(finding.render(language).len() > finding.code.as_str().len(), "{finding:?}");
        }
    }
}
