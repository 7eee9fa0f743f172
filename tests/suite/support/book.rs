//! Workbooks that a test may break: the study of `esep new --workbook`, changed cell by cell in its XML.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use esep::diag::UiLanguage;
use esep::pipeline::new_workbook;
use regex::Regex;
use zip::write::SimpleFileOptions;

use super::{folder, put};

/// A workbook's parts.
pub struct Book {
    /// Names and bytes.
    pub parts: Vec<(String, Vec<u8>)>,
}

/// The folder of a new study with a workbook, in Russian.
pub fn starter_book() -> tempfile::TempDir {
    static FILES: LazyLock<Vec<(PathBuf, Vec<u8>)>> = LazyLock::new(|| {
        let made = folder();
        new_workbook(made.path(), UiLanguage::Ru).unwrap_or_else(|f| panic!("{f:?}"));
        super::files_below(made.path())
    });
    let to = folder();
    for (path, bytes) in FILES.iter() {
        put(to.path(), path, bytes);
    }
    to
}

/// A new study whose workbook was changed.
pub fn changed(change: impl FnOnce(&mut Book)) -> tempfile::TempDir {
    let study = starter_book();
    let path = study.path().join("study.xlsx");
    let mut book = Book::read(&path);
    change(&mut book);
    fs::write(path, book.bytes()).unwrap();
    study
}

impl Book {
    /// Opens a workbook.
    pub fn read(path: &Path) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(fs::read(path).unwrap())).unwrap();
        let parts = (0..archive.len()).map(|at| {
            let mut entry = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            (entry.name().to_owned(), bytes)
        });
        Self { parts: parts.collect() }
    }

    /// The file's bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.parts {
            out.start_file(name, SimpleFileOptions::default()).unwrap();
            out.write_all(bytes).unwrap();
        }
        out.finish().unwrap().into_inner()
    }

    /// Changes the text of a part.
    pub fn part(&mut self, name: &str, change: impl FnOnce(String) -> String) {
        let (_, bytes) =
            self.parts.iter_mut().find(|(n, _)| n == name).unwrap_or_else(|| panic!("no {name}"));
        *bytes = change(String::from_utf8(bytes.clone()).unwrap()).into_bytes();
    }

    /// Changes the XML of a sheet.
    pub fn sheet(&mut self, sheet: &str, change: impl FnOnce(String) -> String) {
        let (_, book) = self.parts.iter().find(|(n, _)| n == "xl/workbook.xml").unwrap();
        let book = String::from_utf8(book.clone()).unwrap();
        let names = Regex::new("<sheet name=\"([^\"]*)\"").unwrap();
        let at =
            names.captures_iter(&book).position(|c| &c[1] == sheet).unwrap_or_else(|| panic!("no {sheet}"));
        self.part(&format!("xl/worksheets/sheet{}.xml", at + 1), change);
    }

    /// Puts a cell in the place of another one, or behind the last one of its row: `t="str"><v>x</v>`.
    pub fn cell(&mut self, sheet: &str, address: &str, rest: &str) {
        let row = address.trim_start_matches(|c: char| c.is_ascii_alphabetic()).to_owned();
        self.sheet(sheet, |xml| {
            let new = format!("<c r=\"{address}\" {rest}</c>");
            let old = Regex::new(&format!("<c r=\"{address}\"[^>]*?(/>|>.*?</c>)")).unwrap();
            if old.is_match(&xml) {
                return old.replace(&xml, regex::NoExpand(&new)).into_owned();
            }
            let behind = Regex::new(&format!("(<row r=\"{row}\"[^>]*>.*?)(</row>)")).unwrap();
            assert!(behind.is_match(&xml), "{sheet} has no row {row}");
            behind
                .replace(&xml, |found: &regex::Captures<'_>| format!("{}{new}{}", &found[1], &found[2]))
                .into_owned()
        });
    }

    /// Puts words into a cell.
    pub fn text(&mut self, sheet: &str, address: &str, words: &str) {
        self.cell(sheet, address, &format!("t=\"str\"><v>{words}</v>"));
    }

    /// A new cell format with a number format of the standard (ECMA-376-1, 18.8.30): its number.
    pub fn format(&mut self, number_format: u32) -> u32 {
        let mut number = 0;
        self.part("xl/styles.xml", |xml| {
            let count = Regex::new("<cellXfs count=\"(\\d+)\">").unwrap();
            number = count.captures(&xml).unwrap()[1].parse().unwrap();
            let xml = count.replace(&xml, format!("<cellXfs count=\"{}\">", number + 1)).into_owned();
            let new = format!("<xf numFmtId=\"{number_format}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>");
            xml.replace("</cellXfs>", &new)
        });
        number
    }

    /// Renames a sheet.
    pub fn rename(&mut self, sheet: &str, name: &str) {
        self.part("xl/workbook.xml", |xml| {
            let old = format!("<sheet name=\"{sheet}\"");
            assert!(xml.contains(&old), "no {sheet}");
            xml.replace(&old, &format!("<sheet name=\"{name}\""))
        });
    }
}
