//! From a value of a made file back to its cell.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::words::Words;
use crate::diag::{Cell, Code, Diagnostic, Diagnostics, Location, say};

/// Where everything stands that was read.
#[derive(Debug, Default)]
pub struct Places {
    /// The workbook's name.
    pub file: String,
    /// Sheets by their tables: place in the workbook, name.
    pub sheets: BTreeMap<usize, (usize, String)>,
    /// Columns by table: steps from the thing to the value, column, head.
    pub columns: HashMap<usize, Vec<Spot>>,
    /// Cells of cards by file.
    pub cards: HashMap<String, (usize, Vec<Spot>)>,
    /// Rows of things by file and pointer: table, row.
    pub rows: HashMap<String, HashMap<String, (usize, u32)>>,
    /// Root lists by file and pointer.
    pub lists: HashMap<String, Vec<(String, usize)>>,
    /// Cells that have their fault already.
    pub told: HashSet<(usize, u32, u32)>,
    /// Columns that are told as missing: table and first step.
    pub missing: HashSet<(usize, String)>,
    /// Tables of which the key of a row cannot be read.
    pub keyless: HashSet<usize>,
    /// Files of which a sheet is told as missing.
    pub gaps: HashSet<String>,
    /// Names of the sheets that a file lacks.
    pub absent: BTreeMap<&'static str, String>,
}

/// A value's place: in a table the column counts, in a card row and column.
#[derive(Debug, Clone)]
pub struct Spot {
    /// Steps from the thing to the value.
    pub path: Vec<String>,
    /// Row, in a card.
    pub row: u32,
    /// Column.
    pub column: u32,
    /// What the column or row is called.
    pub head: String,
}

/// Where a value stands, and what its column is called.
struct Found {
    cell: Cell,
    head: Option<String>,
    missing: bool,
}

impl Places {
    /// The place of a table's cell, or of its sheet.
    pub fn cell(&self, table: usize, place: Option<(u32, u32)>) -> Location {
        let (at, sheet) = self.sheets.get(&table).cloned().unwrap_or_default();
        Location::cell(&self.file, Cell { at, sheet, place })
    }

    /// The finding about a made file as one about the workbook; nothing where its cause is told already.
    pub fn translated(&self, mut finding: Diagnostic) -> Option<Diagnostic> {
        let Some(place) = finding.location.as_ref().filter(|p| p.cell.is_none()) else {
            return Some(finding);
        };
        if finding.code == Code::FileMissing
            && let Some(sheet) = self.absent.get(place.file.as_str())
        {
            let message = say!("workbook-sheet-missing", sheet = sheet);
            let fault = Diagnostic::new(Code::WorkbookForm, message).at(Location::file(&self.file));
            return Some(fault.hint(say!("hint-workbook-sheet-missing")));
        }
        // What lies beside the workbook is a file of its own.
        if !self.rows.contains_key(&place.file) || finding.code == Code::FileUnknown {
            return Some(finding);
        }
        let mut pointer = place.pointer.clone().unwrap_or_default();
        let field = finding.message.text("field").filter(|_| finding.code == Code::MissingField);
        let language = finding.message.text("language").filter(|_| finding.code == Code::MissingTranslation);
        if let Some(inside) = field.or(language) {
            pointer = format!("{pointer}/{inside}");
        }
        let found = self.found(&place.file, &pointer)?;
        if let Some((row, column)) = found.cell.place
            && self.told.contains(&(found.cell.at, row, column))
        {
            return None;
        }
        if self.gaps.contains(&place.file) && found.cell.place.is_none() {
            return None;
        }
        if field.is_some() {
            if found.missing {
                return None;
            }
            if let Some(head) = &found.head {
                finding.message = say!("workbook-cell-empty", column = head);
                finding.hint = Some(Box::new(say!("hint-workbook-cell-empty")));
            }
        }
        finding.location = Some(Location::cell(&self.file, found.cell));
        Some(finding)
    }

    fn found(&self, file: &str, pointer: &str) -> Option<Found> {
        let rows = self.rows.get(file)?;
        let mut thing = pointer;
        loop {
            if let Some((table, row)) = rows.get(thing) {
                let rest = steps(&pointer[thing.len()..]);
                let spot = self.columns.get(table).and_then(|spots| nearest_spot(spots, &rest));
                let place = (*row, spot.map_or(0, |spot| spot.column));
                let missing = rest.first().is_some_and(|s| self.missing.contains(&(*table, s.clone())));
                let head = spot.map(|spot| spot.head.clone());
                return Some(Found { cell: self.sheet(*table, Some(place)), head, missing });
            }
            match thing.rsplit_once('/') {
                Some((outer, _)) => thing = outer,
                None => break,
            }
        }
        let lists = self.lists.get(file).into_iter().flatten();
        if let Some((_, table)) =
            lists.clone().find(|(list, _)| pointer == list || pointer.starts_with(&format!("{list}/")))
        {
            return Some(Found { cell: self.sheet(*table, None), head: None, missing: false });
        }
        if let Some((table, spots)) = self.cards.get(file) {
            let spot = nearest_spot(spots, &steps(pointer));
            let place = spot.map(|spot| (spot.row, spot.column));
            let head = spot.map(|spot| spot.head.clone());
            return Some(Found { cell: self.sheet(*table, place), head, missing: false });
        }
        let first = lists.map(|(_, table)| *table).next()?;
        Some(Found { cell: self.sheet(first, None), head: None, missing: false })
    }

    fn sheet(&self, table: usize, place: Option<(u32, u32)>) -> Cell {
        let (at, sheet) = self.sheets.get(&table).cloned().unwrap_or_default();
        Cell { at, sheet, place }
    }

    /// The places in the workbook of the sheets that are cards.
    pub fn card_sheets(&self) -> BTreeSet<usize> {
        self.cards.values().filter_map(|(table, _)| self.sheets.get(table)).map(|(at, _)| *at).collect()
    }

    /// All findings, translated.
    pub fn all(&self, findings: &mut Diagnostics) {
        let old = std::mem::take(findings);
        findings.extend(old.into_iter().filter_map(|finding| self.translated(finding)));
    }
}

fn steps(pointer: &str) -> Vec<String> {
    pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~")).collect()
}

/// The spot of a value, of what it stands in, or of what stands in it.
fn nearest_spot<'s>(spots: &'s [Spot], steps: &[String]) -> Option<&'s Spot> {
    if steps.is_empty() {
        return None;
    }
    let common = |spot: &Spot| spot.path.iter().zip(steps).take_while(|(a, b)| a == b).count();
    spots
        .iter()
        .map(|spot| (common(spot), spot))
        .filter(|(n, spot)| *n == spot.path.len() || *n == steps.len())
        .max_by_key(|(n, spot)| (*n, std::cmp::Reverse((spot.path.len(), spot.row, spot.column))))
        .map(|(_, spot)| spot)
}

/// The language in which most sheets are named.
pub fn language(names: &[String], plan: &super::plan::Plan) -> Words {
    let count = |words: &Words| {
        let known: Vec<String> = plan.tables.iter().map(|t| super::words::folded(&words.sheet(t))).collect();
        names.iter().filter(|name| known.contains(&super::words::folded(name))).count()
    };
    Words::all().into_iter().rev().max_by_key(count).unwrap_or(Words(crate::diag::UiLanguage::En))
}
