//! Reads the study folder: every file through its type, every fault with its place.
//!
//! serde reads a file first, because it is fast; its JSON Schema ([`explain`]) then says what types do not
//! see, and, where serde refused the file, finds all faults of it at once and not the first only.
//! Very many records are read side by side ([`long_results`]); those that stand in a CSV table come in
//! through [`csv`]. Findings get their lines and columns at the very end ([`locate`]), when the rules have
//! looked at the study as a whole.

mod addresses;
mod authored;
mod boundaries;
mod csv;
mod explain;
mod faults;
mod file_outcome;
mod locate;
mod long_results;
mod pictures;
mod unknown_files;
mod version;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use file_outcome::{FileOutcome, not_there};
pub use locate::locate;
use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::Study;
use super::authored::Authored;
use super::passport::Passport;
use super::registry::ReadFiles;
use super::results::Results;
use super::thresholds::Thresholds;
use super::words::{THEME_FILE, Words, locale_words};
use crate::diag::{Code, Diagnostic, Diagnostics, Location, Severity, say};
use crate::source::{Folder, Keys, SettingsLayer, SourceText};

/// What reading a folder gave, and what is wrong with its files.
#[derive(Debug)]
pub struct LoadOutcome {
    /// The study; a file that could not be read counts as an empty one.
    pub study: Study,
    /// Whether every file could be read.
    pub complete: bool,
    /// What is wrong with single files; not yet located.
    pub findings: Diagnostics,
    /// The text of every file read, by path.
    pub texts: BTreeMap<String, SourceText>,
}

/// Reads a study folder; `thresholds` are the program's, which the study may set otherwise. Findings are not yet
/// located.
pub fn read(folder: &Folder, thresholds: &Thresholds) -> LoadOutcome {
    let mut reader = Reader { folder, complete: true, texts: BTreeMap::new(), faults: Diagnostics::new() };
    let study = reader.study(thresholds);
    let Reader { complete, texts, faults: mut findings, .. } = reader;
    match version::finding(texts.get(Passport::FILE)) {
        // Whatever else is found follows from it.
        Some(newer) if newer.severity == Severity::Error => {
            return LoadOutcome { study, complete: false, findings: newer.into(), texts };
        }
        older => findings.extend(older),
    }
    findings.extend(unknown_files::unknown_files(
        folder,
        complete.then_some(study.results.as_slice()),
        &study.tabulation.file,
    ));
    findings.extend(addresses::of_study(&study.passport));
    findings.extend(addresses::of_publications(&study.coverage));
    LoadOutcome { study, complete, findings, texts }
}

struct Reader<'a> {
    folder: &'a Folder,
    complete: bool,
    texts: BTreeMap<String, SourceText>,
    faults: Diagnostics,
}

impl Reader<'_> {
    /// The declared files, and what they refer to.
    fn study(&mut self, thresholds: &Thresholds) -> Study {
        let mut study = Study::read_files(self);
        let boundaries = boundaries::read(self.folder, &study.territories);
        study.boundaries = self.keep(boundaries).unwrap_or_default();
        let pictures = pictures::read(self.folder, &study.passport);
        study.pictures = self.keep(pictures).unwrap_or_default();
        study.authored = self.authored(&study.passport);
        study.words = self.words(&study.passport);
        study.settings = self.settings(&study.passport);
        study.thresholds =
            study.passport.thresholds.as_ref().map_or(thresholds.clone(), |o| thresholds.with(o));
        study
    }

    /// The authors' texts; where the passport could not be read, no text is called unknown.
    fn authored(&mut self, passport: &Passport) -> Vec<Authored> {
        if passport.deliverables.is_empty() {
            return Vec::new();
        }
        let authored::Texts { authored, files, faults } = authored::read(self.folder, passport);
        self.keep(FileOutcome { value: Some(authored), texts: files, faults }).unwrap_or_default()
    }

    /// The study's own sentences; where the passport could not be read, no file is called unknown.
    fn words(&mut self, passport: &Passport) -> Vec<Words> {
        if passport.deliverables.is_empty() {
            return Vec::new();
        }
        let words::Found { words, files, faults } = words::read(self.folder, passport);
        self.keep(FileOutcome { value: Some(words), texts: files, faults }).unwrap_or_default()
    }

    /// The study's own keys of locale and theme.
    fn settings(&mut self, passport: &Passport) -> Vec<SettingsLayer> {
        let locales = passport.languages.iter().map(|language| locale_words(language));
        let paths = locales.chain([THEME_FILE.to_owned()]);
        let there: Vec<String> = paths.filter(|path| self.folder.has(path)).collect();
        let mut settings = Vec::new();
        for path in there {
            match self.folder.read(&path) {
                Ok(file) => {
                    settings.push(SettingsLayer { path, text: file.text.clone(), keys: Keys::Known });
                    self.texts.insert(file.path.clone(), file);
                }
                Err(fault) => self.faults.extend([fault]),
            }
        }
        settings
    }

    fn keep<T>(&mut self, read: FileOutcome<T>) -> Option<T> {
        self.complete &= read.value.is_some();
        self.faults.extend(read.faults);
        self.texts.extend(read.texts.into_iter().map(|t| (t.path.clone(), t)));
        read.value
    }
}

impl ReadFiles for Reader<'_> {
    fn required<T: DeserializeOwned + Default + Send>(
        &mut self,
        name: &'static str,
        path: &'static str,
    ) -> T {
        let read = file(self.folder, path, |text| value(name, path, text));
        self.keep(read).unwrap_or_default()
    }

    fn optional<T: DeserializeOwned + Default + Send>(
        &mut self,
        name: &'static str,
        path: &'static str,
    ) -> T {
        if self.folder.has(path) { self.required(name, path) } else { T::default() }
    }

    /// All files that can be read, side by side.
    fn results(&mut self) -> Vec<Arc<Results>> {
        let names = self.folder.files("results", "json");
        let read: Vec<FileOutcome<Results>> =
            names.par_iter().map(|name| results(self.folder, &format!("results/{name}"))).collect();
        let mut results: Vec<Arc<Results>> =
            read.into_iter().filter_map(|r| self.keep(r)).map(Arc::new).collect();
        results.sort_by_key(|r| r.date);
        results
    }
}

/// A file of the folder, and what `read` makes of its text.
fn file<T>(
    folder: &Folder,
    path: &str,
    read: impl FnOnce(&str) -> (Option<T>, Vec<Diagnostic>),
) -> FileOutcome<T> {
    match folder.read(path) {
        Ok(text) => {
            let (value, faults) = read(&text.text);
            FileOutcome { value, texts: vec![text], faults }
        }
        Err(fault) => FileOutcome { value: None, texts: Vec::new(), faults: vec![fault] },
    }
}

/// The value of a text, and everything that is wrong with it.
fn value<T: DeserializeOwned + Send>(name: &str, path: &str, text: &str) -> (Option<T>, Vec<Diagnostic>) {
    // The second reading of a large file costs nothing beside the first.
    let read = || serde_json::from_str::<T>(text);
    let (read, beyond) = rayon::join(read, || explain::beyond_types(name, path, text));
    match read {
        Ok(value) => (Some(value), beyond),
        Err(error) => (None, explain::explain(name, path, text, &error)),
    }
}

/// A file of results with the records of its CSV table, where it names one.
fn results(folder: &Folder, path: &str) -> FileOutcome<Results> {
    let mut read: FileOutcome<Results> = file(folder, path, |text| match long_results::read(path, text) {
        Some((results, faults)) => (Some(results), faults),
        None => value("results", path, text),
    });
    let Some(results) = &mut read.value else { return read };
    path.clone_into(&mut results.path);
    if results.records_file.is_none() {
        return read;
    }
    if !results.records.is_empty() {
        let place = Location::pointer(path, "/records_file");
        let fault = Diagnostic::new(Code::WrongValue, say!("records-twice")).at(place);
        read.faults.push(fault.hint(say!("hint-records-twice")));
        read.value = None;
        return read;
    }
    let table = results.records_path();
    let named = Location::pointer(path, "/records_file");
    match folder.read(&table).map_err(|fault| vec![not_there(fault, named)]).and_then(|text| {
        let records = csv::records(&table, &text.text);
        read.texts.push(text);
        records
    }) {
        Ok(records) => results.records = records.into_iter().collect(),
        Err(faults) => {
            read.faults.extend(faults);
            read.value = None;
        }
    }
    read
}
