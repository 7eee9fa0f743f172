//! The study as a workbook: one codec for both ways, planned from the JSON Schemas of the contract.
//!
//! `plan` makes of the schemas a list of sheets; `writer` fills them from the study's files, with
//! `drop_downs` and a `guide`. On the way back
//! `grid` reads the cells, `heads` finds out what the columns hold, `rows` which rows are no records, `cells` undoes what Excel makes of an
//! entry, `assemble` and `card` put the files together again. The loader then reads these as it reads a folder's own, and
//! `places` tells every finding about them by sheet and cell.

mod assemble;
mod card;
mod cells;
mod drop_downs;
mod folding;
mod grid;
mod guide;
mod heads;
mod normal;
mod places;
mod plan;
mod rows;
mod slots;
mod words;
mod writer;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indexmap::IndexMap;
use serde_json::Value;

use crate::diag::{Code, Diagnostic, Diagnostics, Location, UiLanguage, say};
use crate::opc::FILE_LIMIT;
use crate::source::{Folder, Origin, Programme, SourceText, outside_file};
use crate::study::FILES;
use places::Places;
use plan::Plan;
use words::Words;

/// File name of the workbook in a study folder.
pub const WORKBOOK: &str = "study.xlsx";
/// Endings of workbooks; those of the old kind are refused with their cause.
const ENDINGS: &[&str] = &["xlsx", "xlsm", "xls", "xlsb"];
/// The file without which a folder holds no study.
const PASSPORT: &str = "study.json";
/// Below this number of a code, faults are of reading, above of rules.
const READING: std::ops::Range<u32> = 100..120;

/// Rules that count what a whole sheet holds.
const COUNTING: [Code; 3] = [Code::QuotaTotal, Code::FieldworkTotal, Code::TermMissed];

/// Opens a study: a folder with its JSON files, a workbook, or a folder that holds `study.xlsx` in place of
/// `study.json`.
///
/// # Errors
/// Where there is neither, or the workbook is none that can be read.
pub fn open(path: &Path) -> Result<Folder, Diagnostic> {
    let folder = opened(path)?;
    match shared(path)? {
        Some(shared) => folder.with_shared(&shared),
        None => Ok(folder),
    }
}

/// The folder of what a study shares with the others of its programme.
///
/// # Errors
/// Where the programme's file is none.
pub fn shared(path: &Path) -> Result<Option<PathBuf>, Diagnostic> {
    Programme::shared_with(if path.is_file() { beside(path) } else { path })
}

fn beside(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn opened(path: &Path) -> Result<Folder, Diagnostic> {
    let ending = path.extension().map(|e| e.to_ascii_lowercase()).unwrap_or_default();
    if path.is_file() && ENDINGS.iter().any(|known| ending == *known) {
        let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        return with_workbook(Folder::open(parent)?, path);
    }
    let folder = Folder::open(path)?;
    if !folder.has(PASSPORT) && folder.has(WORKBOOK) {
        return with_workbook(folder, &path.join(WORKBOOK));
    }
    Ok(folder)
}

/// The folder of a study: its own, or that in which its workbook lies.
pub fn folder(path: &Path) -> &Path {
    if path.is_file() { beside(path) } else { path }
}

/// Name of a study: of its folder, or of the folder that holds its workbook.
///
/// # Errors
/// Where there is no such folder.
pub fn name(path: &Path) -> Result<String, Diagnostic> {
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Folder::open(if path.is_file() { parent } else { path }).map(|folder| folder.name())
}

fn with_workbook(folder: Folder, path: &Path) -> Result<Folder, Diagnostic> {
    let (name, bytes) = outside_file(path, FILE_LIMIT)?;
    let mut origin = StudyBook::read(&name, bytes)?;
    let stray = FILES.iter().filter(|file| file.path != plan::BESIDE && folder.has(file.path)).map(|file| {
        let message = say!("workbook-beside-json", file = file.path, workbook = name);
        let fault = Diagnostic::new(Code::FileUnknown, message).at(Location::file(file.path));
        fault.hint(say!("hint-workbook-beside-json"))
    });
    origin.faults.extend(stray);
    Ok(folder.with_origin(Arc::new(origin)))
}

/// A study that stands in a workbook.
#[derive(Debug)]
struct StudyBook {
    name: String,
    bytes: Arc<[u8]>,
    texts: BTreeMap<String, String>,
    places: Places,
    faults: Vec<Diagnostic>,
}

impl StudyBook {
    fn read(name: &str, bytes: Vec<u8>) -> Result<Self, Diagnostic> {
        let book = grid::read(name, &bytes)?;
        let plan = Plan::new(UiLanguage::En);
        let read = assemble::assemble(&plan, name, &book);
        let texts = read.files.iter().map(|(path, value)| (path.clone(), value.to_string())).collect();
        let (places, faults) = (read.places, read.faults);
        Ok(Self { name: name.to_owned(), bytes: bytes.into(), texts, places, faults })
    }
}

impl Origin for StudyBook {
    fn answers_for(&self, path: &str) -> bool {
        let in_results = path.strip_prefix("results/").unwrap_or(path);
        path != plan::BESIDE && path.ends_with(".json") && !in_results.contains('/')
    }

    fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    fn paths(&self) -> Vec<&str> {
        self.texts.keys().map(String::as_str).collect()
    }

    fn retell(&self, findings: &mut Diagnostics) {
        self.relocate(findings);
        // A sheet, column or key that is not there leaves gaps, about which rules would say the same again.
        if !self.places.keyless.is_empty() || self.faults.iter().any(|fault| fault.code == Code::WorkbookForm)
        {
            let is_of_reading = |d: &Diagnostic| {
                d.code.as_str().get(1..).and_then(|n| n.parse().ok()).is_some_and(|n| READING.contains(&n))
            };
            let old = std::mem::take(findings);
            findings.extend(old.into_iter().filter(is_of_reading));
        }
        // Nor can be counted what stands in cells that cannot be read.
        if self.faults.iter().any(|fault| fault.code == Code::WorkbookCell) {
            let old = std::mem::take(findings);
            findings.extend(old.into_iter().filter(|finding| !COUNTING.contains(&finding.code)));
        }
        findings.extend(self.faults.clone());
        *findings = folding::folded(std::mem::take(findings), &self.places.card_sheets());
    }

    fn relocate(&self, findings: &mut Diagnostics) {
        self.places.all(findings);
    }

    fn file(&self) -> SourceText {
        let binary = Some(Arc::clone(&self.bytes));
        SourceText { path: self.name.clone(), text: String::new(), has_bom: false, binary }
    }
}

/// The sheets of a study's workbook: the name of each in a language, and what it holds.
pub fn sheets(language: UiLanguage) -> Vec<(String, String)> {
    let words = Words(language);
    let tables = Plan::new(language).tables;
    tables.iter().map(|table| (words.sheet(table), table.note.clone())).collect()
}

/// The files of the contract in a folder, by their paths, in normal form. The folder must have been read without
/// fault.
pub fn files(folder: &Folder) -> IndexMap<String, Value> {
    let mut found = IndexMap::new();
    for file in FILES.iter().filter(|file| file.path != plan::BESIDE) {
        let paths: Vec<String> = match file.path.split_once("/*.") {
            Some((inside, ending)) => {
                folder.files(inside, ending).iter().map(|name| format!("{inside}/{name}")).collect()
            }
            None => vec![file.path.to_owned()],
        };
        for path in paths.into_iter().filter(|path| folder.has(path)) {
            let value =
                folder.read(&path).ok().and_then(|text| serde_json::from_str::<Value>(&text.text).ok());
            found.extend(value.map(|value| (path, value)));
        }
    }
    normalised(found)
}

/// Files in normal form.
pub fn normalised(files: IndexMap<String, Value>) -> IndexMap<String, Value> {
    let plan = Plan::new(UiLanguage::En);
    let many = FILES.iter().position(|f| f.path.contains('*'));
    let all = files.into_iter().map(|(path, value)| {
        let at = FILES.iter().position(|f| f.path == path).or(many);
        let schema = at.and_then(|at| plan.schemas.get(at)).unwrap_or(&Value::Null);
        (path, normal::normal(schema, schema, value))
    });
    all.collect()
}

/// The text of a file of the contract, by its path, with the address of its schema for editors.
pub fn json_text(path: &str, value: &Value) -> String {
    let file = FILES.iter().find(|f| f.path == path || f.path.contains('*') && path.contains('/'));
    let up = "../".repeat(path.matches('/').count());
    let mut with_schema = serde_json::Map::new();
    let address = file.map(|f| format!("{up}schemas/{}.schema.json", f.name));
    with_schema.extend(address.map(|a| ("$schema".to_owned(), Value::String(a))));
    with_schema.extend(value.as_object().cloned().unwrap_or_default());
    normal::text(&Value::Object(with_schema))
}

/// The workbook of a study's files, in normal form; its heads and notes speak `language`.
///
/// # Errors
/// [`Code::WorkbookCell`] where a value cannot be kept in a cell, such as a text of more than 32,767 characters.
pub fn bytes(files: &IndexMap<String, Value>, language: UiLanguage) -> Result<Vec<u8>, Diagnostics> {
    let plan = Plan::new(language);
    let unwritable = |detail: String| {
        let fault = Diagnostic::new(Code::WorkbookCell, say!("workbook-unwritable", detail = detail));
        fault.at(Location::file(WORKBOOK)).hint(say!("hint-workbook-unwritable"))
    };
    let bytes =
        writer::write(&plan, files, Words(language)).map_err(|error| unwritable(error.to_string()))?;
    let lost = differences(files, &read_files(&bytes)?);
    if lost.is_empty() {
        Ok(bytes)
    } else {
        Err(lost.into_iter().map(|place| unwritable(place.to_string()).at(place)).collect())
    }
}

/// The files that a workbook holds.
///
/// # Errors
/// Where it cannot be read.
pub fn read_files(bytes: &[u8]) -> Result<IndexMap<String, Value>, Diagnostic> {
    let plan = Plan::new(UiLanguage::En);
    let book = grid::read(WORKBOOK, bytes)?;
    Ok(assemble::assemble(&plan, WORKBOOK, &book).files)
}

/// The places in which files differ.
fn differences(one: &IndexMap<String, Value>, other: &IndexMap<String, Value>) -> Vec<Location> {
    let mut found = Vec::new();
    for (path, value) in one {
        let empty = Value::Null;
        differ(value, other.get(path).unwrap_or(&empty), String::new(), &mut |pointer| {
            found.push(Location::pointer(path, pointer));
        });
    }
    found
}

fn differ(one: &Value, other: &Value, pointer: String, tell: &mut impl FnMut(String)) {
    match (one, other) {
        (Value::Object(a), Value::Object(b)) => {
            for (key, value) in a {
                let next = format!("{pointer}/{}", crate::source::pointer_token(key));
                differ(value, b.get(key).unwrap_or(&Value::Null), next, tell);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (at, (x, y)) in a.iter().zip(b).enumerate() {
                differ(x, y, format!("{pointer}/{at}"), tell);
            }
        }
        (a, b) if a == b => {}
        _ => tell(pointer),
    }
}
