//! Which column of a sheet holds what: heads are found by their words, in whatever language and order they stand.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use indexmap::IndexSet;

use super::cells::Content;
use super::grid::Grid;
use super::plan::{Key, Kind, Plan, Table};
use super::slots::{Slot, Spread};
use super::words::{CASES, LANGUAGES, Words, folded};
use crate::diag::{Code, Diagnostic, Message, say};
use crate::study::nearest;

/// Rows among which the heads are looked for.
const TOP: usize = 20;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The key of an ancestor, the outermost being 0.
    Parent(usize),
    /// The row's own number or file.
    Own,
    /// A value.
    Slot(usize),
}

/// The heads of a sheet.
#[derive(Debug, Default)]
pub struct Heads {
    /// The row in which they stand.
    pub row: u32,
    /// What each column holds.
    pub columns: BTreeMap<u32, Target>,
    /// The slots that the columns name.
    pub slots: Vec<Slot>,
    /// What is wrong with single columns: column, finding without a place.
    pub faults: Vec<(u32, Diagnostic)>,
    /// Fields without which no row is whole and that no column holds.
    pub missing: Vec<usize>,
}

/// Everything that a head of the table may say.
struct Known {
    targets: HashMap<String, Target>,
    slots: Vec<Slot>,
}

impl Known {
    fn of(plan: &Plan, table: &Table, texts: &[&str]) -> Self {
        let slots = spread(table, texts).slots(table);
        let mut targets = HashMap::new();
        for words in Words::all() {
            for (at, ancestor) in table.ancestors(plan).into_iter().enumerate() {
                targets.entry(folded(&words.key(ancestor))).or_insert(Target::Parent(at));
            }
            if matches!(table.key, Key::Number | Key::File) {
                targets.entry(folded(&words.key(table))).or_insert(Target::Own);
            }
            for (at, slot) in slots.iter().enumerate() {
                if let Some(field) = table.fields.get(slot.field) {
                    targets.entry(folded(&words.head(field, slot))).or_insert(Target::Slot(at));
                }
            }
        }
        for (at, slot) in slots.iter().enumerate() {
            targets.entry(folded(&slot.path.join("."))).or_insert(Target::Slot(at));
        }
        Self { targets, slots }
    }
}

/// Languages, forms and keys that the texts of a sheet's top can name.
pub fn spread(table: &Table, texts: &[&str]) -> Spread {
    let mut languages: IndexSet<String> = LANGUAGES.map(str::to_owned).into();
    for text in texts {
        let inside = text.trim_end().strip_suffix(')').and_then(|t| t.rsplit_once('(')).map(|(_, code)| code);
        let code = inside.unwrap_or(text);
        if code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase()) {
            languages.insert(code.to_owned());
        }
    }
    let all: BTreeSet<usize> = (0..CASES.len()).collect();
    let forms = languages.iter().map(|l| (l.clone(), all.clone())).collect();
    let mut spread = Spread { languages, forms, ..Spread::default() };
    for (at, field) in table.fields.iter().enumerate().filter(|(_, f)| matches!(f.kind, Kind::Map(_))) {
        let labels = Words::all().map(|words| folded(&words.field(field)));
        let named = texts.iter().filter_map(|text| text.rsplit_once(':'));
        let keys =
            named.filter(|(label, _)| labels.contains(&folded(label))).map(|(_, key)| key.trim().to_owned());
        spread.keys.entry(at).or_default().extend(keys.filter(|key| !key.is_empty()));
    }
    spread
}

/// The words in the cells of a row.
pub fn texts(row: &BTreeMap<u32, Content>) -> impl Iterator<Item = (u32, &str)> {
    row.iter().filter_map(|(column, content)| match content {
        Content::Text(text) => Some((*column, text.as_str())),
        Content::Number(..)
        | Content::Flag(_)
        | Content::Moment(_)
        | Content::Error(_)
        | Content::Uncomputed => None,
    })
}

/// Finds the heads of a table's sheet; nothing where no row has any.
pub fn find(plan: &Plan, table: &Table, grid: &Grid, words: Words) -> Option<Heads> {
    let top: Vec<&str> =
        grid.rows.values().take(TOP).flat_map(|row| texts(row).map(|(_, text)| text)).collect();
    let known = Known::of(plan, table, &top);
    let count = |row: &BTreeMap<u32, Content>| {
        texts(row).filter(|(_, text)| known.targets.contains_key(&folded(text))).count()
    };
    let counted = grid.rows.iter().take(TOP).map(|(at, row)| (*at, count(row)));
    let (row, _) = counted.filter(|(_, n)| *n > 0).max_by_key(|(at, n)| (*n, std::cmp::Reverse(*at)))?;
    let mut heads = Heads { row, ..Heads::default() };
    heads.read(table, grid, &known, words);
    heads.missing = required(table).into_iter().filter(|f| !heads.holds(&known, *f)).collect();
    heads.slots = known.slots;
    Some(heads)
}

/// Fields that every thing of the table has; those of things that may be left out as a whole are none.
fn required(table: &Table) -> Vec<usize> {
    let fields = table.fields.iter().enumerate();
    fields
        .filter(|(_, f)| f.required && !matches!(f.kind, Kind::Map(_) | Kind::Many(_)))
        .map(|(at, _)| at)
        .collect()
}

impl Heads {
    fn read(&mut self, table: &Table, grid: &Grid, known: &Known, words: Words) {
        let empty = BTreeMap::new();
        let own = grid.rows.get(&self.row).unwrap_or(&empty);
        let expected: Vec<String> = known
            .slots
            .iter()
            .filter_map(|slot| Some(words.head(table.fields.get(slot.field)?, slot)))
            .collect();
        for (column, text) in texts(own) {
            match known.targets.get(&folded(text)) {
                Some(target) if self.columns.values().any(|t| t == target) => {
                    let message = say!("workbook-column-twice", column = text);
                    self.fault(column, Code::WorkbookForm, message, say!("hint-workbook-column-twice"));
                }
                Some(target) => drop(self.columns.insert(column, *target)),
                None => {
                    let hint = match nearest(text, &expected) {
                        Some(near) => say!("hint-did-you-mean", near = near),
                        None => say!("hint-workbook-column-unknown"),
                    };
                    self.fault(
                        column,
                        Code::WorkbookStray,
                        say!("workbook-column-unknown", column = text),
                        hint,
                    );
                }
            }
        }
        let below = grid.rows.range(self.row + 1..).flat_map(|(_, row)| row.keys().copied());
        let nameless: BTreeSet<u32> = below.filter(|column| !own.contains_key(column)).collect();
        for column in nameless {
            let hint = say!("hint-workbook-column-unknown");
            self.fault(column, Code::WorkbookStray, say!("workbook-column-nameless"), hint);
        }
    }

    fn fault(&mut self, column: u32, code: Code, message: Message, hint: Message) {
        self.faults.push((column, Diagnostic::new(code, message).hint(hint)));
    }

    fn holds(&self, known: &Known, field: usize) -> bool {
        self.columns.values().any(|target| match target {
            Target::Slot(at) => known.slots.get(*at).is_some_and(|slot| slot.field == field),
            Target::Parent(_) | Target::Own => false,
        })
    }
}
