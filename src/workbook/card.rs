//! Cards: what a file holds once, a row for each field, a column for its value and for each language.

use std::collections::{BTreeSet, HashMap};

use serde_json::{Map, Value};

use super::assemble::{Work, set};
use super::grid::Grid;
use super::heads::{spread, texts};
use super::places::Spot;
use super::plan::Table;
use super::slots::Tail;
use super::words::{LANGUAGES, Words, folded};
use crate::diag::{Code, say};
use crate::study::{FILES, nearest};

impl Work<'_> {
    /// Reads the card of a file.
    pub(super) fn card(&mut self, at: usize, table: &Table, grid: &Grid) {
        let path = FILES.get(table.file).map_or("", |f| f.path).to_owned();
        let Some(head) = CardHead::find(grid) else {
            let (message, hint) = (say!("workbook-no-heads"), say!("hint-workbook-no-heads"));
            return self.tell(at, None, Code::WorkbookForm, message, hint);
        };
        let labels: Vec<&str> = grid.rows.values().flat_map(|row| texts(row).map(|(_, text)| text)).collect();
        let slots = spread(table, &labels).slots(table);
        let mut named: HashMap<String, Vec<usize>> = HashMap::new();
        let mut expected = Vec::new();
        for (i, slot) in slots.iter().enumerate() {
            let Some(field) = table.fields.get(slot.field) else { continue };
            expected.push(self.words.row(field, slot));
            let labels = Words::all().map(|w| folded(&w.row(field, slot)));
            for label in labels.into_iter().collect::<BTreeSet<_>>() {
                named.entry(label).or_default().push(i);
            }
        }
        let mut spots = Vec::new();
        let mut root = Value::Object(Map::new());
        let mut seen: Vec<String> = Vec::new();
        for (row, cells) in grid.rows.range(head.row + 1..) {
            let label =
                cells.get(&head.label).map(|c| self.reader.text(c).unwrap_or_default()).unwrap_or_default();
            let Some(here) = named.get(&folded(&label)) else {
                let hint = match nearest(&label, &expected) {
                    Some(near) => say!("hint-did-you-mean", near = near),
                    None => say!("hint-workbook-column-unknown"),
                };
                let message = say!("workbook-row-unknown", row = label);
                self.tell(at, Some((*row, head.label)), Code::WorkbookStray, message, hint);
                continue;
            };
            if seen.contains(&folded(&label)) {
                let message = say!("workbook-row-twice", row = label);
                let place = Some((*row, head.label));
                self.tell(at, place, Code::WorkbookForm, message, say!("hint-workbook-column-twice"));
                continue;
            }
            seen.push(folded(&label));
            for slot in here.iter().filter_map(|i| slots.get(*i)) {
                let Some(column) = head.column(&slot.tail) else { continue };
                spots.push(Spot { path: slot.path.clone(), row: *row, column, head: label.clone() });
                if let Some(content) = cells.get(&column)
                    && let Some(value) = self.value(at, slot, content, (*row, column))
                {
                    set(&mut root, &slot.path, value);
                }
            }
        }
        self.places.cards.insert(path.clone(), (at, spots));
        if root.as_object().is_some_and(|o| !o.is_empty()) {
            self.places.rows.entry(path.clone()).or_default();
            self.files.insert(path, root);
        }
    }
}

/// The row and the columns of a card's heads.
struct CardHead {
    row: u32,
    label: u32,
    value: u32,
    languages: HashMap<String, u32>,
}

impl CardHead {
    fn find(grid: &Grid) -> Option<Self> {
        let is = |text: &str, id: &str| Words::all().iter().any(|w| folded(&w.word(id)) == folded(text));
        grid.rows.iter().take(20).find_map(|(row, cells)| {
            let (value, _) = texts(cells).find(|(_, text)| is(text, "card-value"))?;
            let label = texts(cells).find(|(_, text)| is(text, "card-field")).map_or(0, |(column, _)| column);
            let mut languages = HashMap::new();
            for (column, text) in texts(cells).filter(|(column, _)| *column != value && *column != label) {
                let known = LANGUAGES.into_iter();
                let code = known
                    .into_iter()
                    .find(|c| Words::all().iter().any(|w| folded(&w.language(c)) == folded(text)));
                languages.insert(code.map_or_else(|| text.to_lowercase(), str::to_owned), column);
            }
            Some(Self { row: *row, label, value, languages })
        })
    }

    fn column(&self, tail: &Tail) -> Option<u32> {
        match tail {
            Tail::Whole | Tail::Key(_) => Some(self.value),
            Tail::Language(language) | Tail::Form(language, _) => self.languages.get(language).copied(),
        }
    }
}
