//! The numbers of a finished file, read out of its bytes alone: no document model, no layout.
//!
//! A [`Reading`] has places (pages of a PDF, parts of an Office package), each with the numbers that a reader meets
//! there, in the order of the file, and what is attached to the file. What cannot be read is counted, so that it is
//! never taken for agreement.

mod cmap;
mod glyph_run;
mod office;
mod pdf;
mod workbook;

pub use office::read as office;
pub use pdf::read as pdf;

use super::token::Token;
use crate::diag::{Cell, Code, Diagnostic, Location, say};
use crate::opc::{DOCX_MAIN, FILE_LIMIT, PPTX_MAIN, XLSX_MAIN};

/// Most numbers that are read out of one file; a report of a hundred pages has five thousand.
pub const MOST_NUMBERS: usize = 400_000;

/// Kinds of files that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Pages.
    Pdf,
    /// Text, notes, charts and their workbooks.
    Docx,
    /// Slides, notes, charts and their workbooks.
    Pptx,
    /// Sheets.
    Xlsx,
}

/// A page or part with its numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// `page 21`, `word/document.xml`, `ppt/charts/chart2.xml`; of an embedded workbook `file.xlsx!sheet1`.
    pub name: String,
    /// Its numbers, in the order of the file.
    pub tokens: Vec<Token>,
    /// Of a sheet its name; empty elsewhere.
    pub sheet: String,
}

impl Place {
    /// The cell of one of its numbers, as a spreadsheet names it: `Пол!D7`. None outside of sheets.
    pub fn address(&self, token: &Token) -> Option<String> {
        let cell = Cell { sheet: self.sheet.clone(), place: token.cell, ..Cell::default() };
        Some(format!("{}!{}", self.sheet, cell.address()?)).filter(|_| !self.sheet.is_empty())
    }
}

/// What was read out of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Pages or parts, in their order; those without numbers too.
    pub places: Vec<Place>,
    /// The proof that the file carries, as bytes.
    pub proof: Option<Vec<u8>>,
    /// Characters that no table of the file says how to read.
    pub unreadable: usize,
}

impl Reading {
    /// How many numbers were read.
    pub fn count(&self) -> usize {
        self.places.iter().map(|place| place.tokens.len()).sum()
    }
}

impl FileKind {
    /// By the ending of a file's name.
    pub fn of(file: &str) -> Option<Self> {
        match file.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "pdf" => Some(Self::Pdf),
            "docx" => Some(Self::Docx),
            "pptx" => Some(Self::Pptx),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// The main part of a package; a PDF has none.
    pub fn main_part(self) -> Option<&'static str> {
        match self {
            Self::Pdf => None,
            Self::Docx => Some(DOCX_MAIN),
            Self::Pptx => Some(PPTX_MAIN),
            Self::Xlsx => Some(XLSX_MAIN),
        }
    }
}

/// Reads a file by the ending of its name.
///
/// # Errors
/// [`Code::Usage`] for endings of other kinds, [`Code::ProofBound`] beyond the bounds, and what is wrong with a
/// damaged, encrypted or hostile file.
pub fn read(file: &str, bytes: Vec<u8>) -> Result<Reading, Diagnostic> {
    let kind = FileKind::of(file).ok_or_else(|| {
        Diagnostic::new(Code::Usage, say!("proof-kind-unknown"))
            .at(Location::file(file))
            .hint(say!("hint-proof-kind"))
    })?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > FILE_LIMIT {
        return Err(too_large(file, say!("proof-file-large", most = FILE_LIMIT >> 20)));
    }
    let reading = match kind.main_part() {
        None => pdf(file, bytes)?,
        Some(main) => office(file, bytes, main)?,
    };
    if reading.count() > MOST_NUMBERS {
        return Err(too_large(file, say!("proof-numbers-many", most = MOST_NUMBERS)));
    }
    Ok(reading)
}

/// The reading of a file to which a proof was added since, and nothing else was done: its numbers, with the proof that
/// it carries now.
///
/// # Errors
/// What is wrong with the finished file.
pub fn with_proof_of(reading: Reading, file: &str, bytes: Vec<u8>) -> Result<Reading, Diagnostic> {
    let proof = match FileKind::of(file).and_then(FileKind::main_part) {
        None => pdf::proof(file, bytes)?,
        Some(main) => office::proof(file, bytes, main)?,
    };
    Ok(Reading { proof, ..reading })
}

/// The fault of a file beyond a bound, which the message names.
pub(super) fn too_large(file: &str, message: crate::diag::Message) -> Diagnostic {
    Diagnostic::new(Code::ProofBound, message).at(Location::file(file)).hint(say!("hint-proof-bound"))
}
