//! Reads the study folder: every file through its type, every fault with its place.
//!
//! serde reads a file first, because it is fast. Only where it refuses a file is the file read again
//! against its JSON Schema ([`explain`]), which finds all faults of it at once and not the first only.
//! Records that stand in a CSV table come in through [`csv`]. Findings get their lines and columns at the
//! very end ([`locate`]), when the rules have looked at the study as a whole.

mod characters;
mod csv;
mod explain;
mod faults;
mod locate;
mod strays;

use std::collections::BTreeMap;

pub use locate::locate;
use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::Study;
use super::results::Results;
use crate::diag::{Code, Diagnostic, Diagnostics, Place, say};
use crate::source::{Folder, Text};

/// A study with what was noticed while reading it.
#[derive(Debug)]
pub struct Loaded {
    pub study: Study,
    /// Warnings and notes only.
    pub warnings: Diagnostics,
    /// The text of every file read, by path.
    pub texts: BTreeMap<String, Text>,
}

/// What reading a folder gave: the study, where every file could be read, and what is wrong with files.
#[derive(Debug)]
pub struct Readings {
    pub study: Option<Study>,
    pub findings: Diagnostics,
    /// The text of every file read, by path.
    pub texts: BTreeMap<String, Text>,
}

/// Reads a study folder. Findings are not yet located.
pub fn read(folder: &Folder) -> Readings {
    let mut reader = Reader { folder, texts: BTreeMap::new(), faults: Diagnostics::new() };
    let study = reader.study();
    let Reader { texts, faults: mut findings, .. } = reader;
    findings.extend(strays::strays(folder, study.as_ref().map(|s| s.results.as_slice())));
    Readings { study, findings, texts }
}

struct Reader<'a> {
    folder: &'a Folder,
    texts: BTreeMap<String, Text>,
    faults: Diagnostics,
}

/// One file that was read.
struct Read<T> {
    value: Option<T>,
    texts: Vec<Text>,
    faults: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn study(&mut self) -> Option<Study> {
        let passport = self.required("study");
        let codebook = self.required("codebook");
        let sample = self.required("sample");
        let results = self.results();
        let rest = (
            self.optional("territories"),
            self.optional("instruments"),
            self.optional("fieldwork"),
            self.optional("indices"),
            self.optional("risk"),
            self.optional("experts"),
            self.optional("focus-groups"),
            self.optional("cases"),
            self.optional("recommendations"),
            self.optional("coverage"),
            self.optional("events"),
            self.optional("calendar"),
        );
        Some(Study {
            passport: passport?,
            codebook: codebook?,
            sample: sample?,
            results: results?,
            territories: rest.0?,
            instruments: rest.1?,
            fieldwork: rest.2?,
            indices: rest.3?,
            risk: rest.4?,
            experts: rest.5?,
            focus_groups: rest.6?,
            cases: rest.7?,
            recommendations: rest.8?,
            coverage: rest.9?,
            events: rest.10?,
            calendar: rest.11?,
        })
    }

    /// All files of results, side by side, in the order of their dates; `None` where one is faulty.
    fn results(&mut self) -> Option<Vec<Results>> {
        let names = self.folder.files("results", "json");
        let read: Vec<Read<Results>> =
            names.par_iter().map(|name| results(self.folder, &format!("results/{name}"))).collect();
        let values: Vec<Option<Results>> = read.into_iter().map(|r| self.keep(r)).collect();
        let mut results: Vec<Results> = values.into_iter().collect::<Option<_>>()?;
        results.sort_by_key(|r| r.date);
        Some(results)
    }

    /// An absent file counts as an empty one; `None` only where the file is faulty.
    fn optional<T: DeserializeOwned + Default>(&mut self, name: &str) -> Option<T> {
        if self.folder.has(&format!("{name}.json")) { self.required(name) } else { Some(T::default()) }
    }

    fn required<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let read = file(self.folder, name, &format!("{name}.json"));
        self.keep(read)
    }

    fn keep<T>(&mut self, read: Read<T>) -> Option<T> {
        self.faults.extend(read.faults);
        self.texts.extend(read.texts.into_iter().map(|t| (t.path.clone(), t)));
        read.value
    }
}

fn file<T: DeserializeOwned>(folder: &Folder, name: &str, path: &str) -> Read<T> {
    let text = match folder.read(path) {
        Ok(text) => text,
        Err(fault) => return Read { value: None, texts: Vec::new(), faults: vec![fault] },
    };
    let (value, faults) = match serde_json::from_str::<T>(&text.text) {
        Ok(value) => (Some(value), explain::beyond_types(name, path, &text.text)),
        Err(error) => (None, explain::explain(name, path, &text.text, &error)),
    };
    Read { value, texts: vec![text], faults }
}

/// A file of results with the records of its CSV table, where it names one.
fn results(folder: &Folder, path: &str) -> Read<Results> {
    let mut read: Read<Results> = file(folder, "results", path);
    let Some(results) = &mut read.value else { return read };
    path.clone_into(&mut results.path);
    if results.records_file.is_none() {
        return read;
    }
    if !results.records.is_empty() {
        let place = Place::pointer(path, "/records_file");
        let fault = Diagnostic::new(Code::WrongValue, say!("records-twice")).at(place);
        read.faults.push(fault.hint(say!("hint-records-twice")));
        read.value = None;
        return read;
    }
    let table = results.records_path();
    match folder.read(&table).map_err(|fault| vec![fault]).and_then(|text| {
        let records = csv::records(&table, &text.text);
        read.texts.push(text);
        records
    }) {
        Ok(records) => results.records = records,
        Err(faults) => {
            read.faults.extend(faults);
            read.value = None;
        }
    }
    read
}
