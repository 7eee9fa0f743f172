//! A workbook's sheets into the files of the contract: rows become things, keys join what stands inside them.

use std::collections::{BTreeMap, HashMap};

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::cells::{CellReader, Content};
use super::grid::{Book, Grid};
use super::heads::{self, Heads, Target};
use super::normal::normal;
use super::places::{Places, Spot};
use super::plan::{Key, Plan, Scalar, Shape, Table};
use super::rows::{Aside, aside};
use super::slots::{Slot, value_at};
use super::words::{Words, folded};
use crate::diag::{Cell, Code, Diagnostic, Location, Message, say};
use crate::quantity::{DecimalMark, decimal_mark};
use crate::source::pointer_token;
use crate::study::{FILES, nearest};

/// What came of a workbook.
#[derive(Debug)]
pub struct Assembled {
    /// The files by their paths, in normal form.
    pub files: IndexMap<String, Value>,
    /// Where their values stand.
    pub places: Places,
    /// What is wrong with the workbook itself.
    pub faults: Vec<Diagnostic>,
}

/// Reads all sheets; `file` is the workbook's name.
pub fn assemble(plan: &Plan, file: &str, book: &Book) -> Assembled {
    let names: Vec<String> = book.sheets.iter().map(|grid| grid.name.clone()).collect();
    let words = super::places::language(&names, plan);
    let mut work = Work {
        plan,
        words,
        reader: CellReader { plan, words, is_1904: book.is_1904 },
        files: IndexMap::new(),
        things: HashMap::new(),
        places: Places { file: file.to_owned(), ..Places::default() },
        faults: Vec::new(),
        marks: HashMap::new(),
    };
    let grids = work.sheets(book);
    for (at, table) in plan.tables.iter().enumerate() {
        let Some(grid) = grids.get(&at).copied().filter(|grid| !grid.rows.is_empty()) else { continue };
        work.oddities(at, grid);
        match table.shape {
            Shape::Card => work.card(at, table, grid),
            Shape::Files | Shape::Things | Shape::Values => work.table(at, table, grid),
        }
    }
    work.gaps(&grids);
    let Work { files, places, faults, .. } = work;
    let files = files.into_iter().map(|(path, value)| {
        let at =
            FILES.iter().position(|f| f.path == path).or(FILES.iter().position(|f| f.path.contains('*')));
        let schema = at.and_then(|at| plan.schemas.get(at)).unwrap_or(&Value::Null);
        (path, normal(schema, schema, value))
    });
    Assembled { files: files.collect(), places, faults }
}

/// The path of a file of which there are several.
pub fn path_of(pattern: &str, name: &str) -> String {
    pattern.replace('*', name)
}

/// Whether a path is that of a file of the contract, or of one of several.
fn path_is(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        Some((begin, end)) => path.starts_with(begin) && path.ends_with(end),
        None => pattern == path,
    }
}

pub(super) struct Work<'p> {
    pub(super) plan: &'p Plan,
    pub(super) words: Words,
    pub(super) reader: CellReader<'p>,
    pub(super) files: IndexMap<String, Value>,
    /// Things by table and keys: file and pointer.
    pub(super) things: HashMap<(usize, Vec<String>), (String, String)>,
    pub(super) places: Places,
    pub(super) faults: Vec<Diagnostic>,
    /// Decimal marks that the numbers of a column show, where they are texts: by table and column.
    marks: HashMap<(usize, u32), DecimalMark>,
}

impl<'p> Work<'p> {
    pub(super) fn tell(
        &mut self,
        table: usize,
        place: Option<(u32, u32)>,
        code: Code,
        message: Message,
        hint: Message,
    ) {
        let fault = Diagnostic::new(code, message).at(self.places.cell(table, place)).hint(hint);
        self.faults.push(fault);
    }

    /// The sheet of each table; what no table has is told.
    fn sheets<'b>(&mut self, book: &'b Book) -> BTreeMap<usize, &'b Grid> {
        let mut found: BTreeMap<usize, &Grid> = BTreeMap::new();
        let expected: Vec<String> = self.plan.tables.iter().map(|t| self.words.sheet(t)).collect();
        let aside: Vec<String> = Words::all()
            .iter()
            .flat_map(|w| [w.word("sheet-guide"), w.word("sheet-lists")])
            .map(|n| folded(&n))
            .collect();
        for (at, grid) in book.sheets.iter().enumerate() {
            let name = folded(&grid.name);
            let is_named = |table: &Table| Words::all().iter().any(|w| folded(&w.sheet(table)) == name);
            let place =
                || Location::cell(&self.places.file, Cell { at, sheet: grid.name.clone(), place: None });
            match self.plan.tables.iter().position(is_named) {
                Some(table) if found.contains_key(&table) => {
                    let other = found.get(&table).map(|g| g.name.clone()).unwrap_or_default();
                    let message = say!("workbook-sheet-twice", sheet = grid.name, other = other);
                    let fault = Diagnostic::new(Code::WorkbookForm, message).at(place());
                    self.faults.push(fault.hint(say!("hint-workbook-sheet-twice")));
                }
                Some(table) => {
                    found.insert(table, grid);
                    self.places.sheets.insert(table, (at, grid.name.clone()));
                }
                None if aside.contains(&name) || grid.rows.is_empty() => {}
                None => {
                    let hint = match nearest(&grid.name, &expected) {
                        Some(near) => say!("hint-workbook-sheet-meant", near = near),
                        None => say!("hint-workbook-sheet-unknown"),
                    };
                    let message = say!("workbook-sheet-unknown", sheet = grid.name);
                    self.faults.push(Diagnostic::new(Code::WorkbookStray, message).at(place()).hint(hint));
                }
            }
        }
        for (at, table) in self.plan.tables.iter().enumerate() {
            let Some(file) = FILES.get(table.file) else { continue };
            if !found.contains_key(&at)
                && table.parent.is_none()
                && !self.places.absent.contains_key(file.path)
            {
                self.places.absent.insert(file.path, self.words.sheet(table));
            }
        }
        found
    }

    /// Sheets that are not there, of files that are and are not whole without them.
    fn gaps(&mut self, grids: &BTreeMap<usize, &Grid>) {
        let plan = self.plan;
        let tables = plan.tables.iter().enumerate();
        for (_, table) in tables.filter(|(at, table)| table.required && !grids.contains_key(at)) {
            let Some(file) = FILES.get(table.file) else { continue };
            let has_parent = table.parent.is_none_or(|p| self.things.keys().any(|(of, _)| *of == p));
            let is_there = |path: &&String| path_is(file.path, path);
            if !has_parent || !self.files.keys().any(|path| is_there(&path)) {
                continue;
            }
            self.tell_absent(table);
            self.places.gaps.extend(self.files.keys().filter(is_there).cloned());
        }
    }

    /// Tells of a sheet that is not there, once.
    fn tell_absent(&mut self, table: &Table) {
        let message = say!("workbook-sheet-absent", sheet = self.words.sheet(table));
        let fault = Diagnostic::new(Code::WorkbookForm, message).at(Location::file(&self.places.file));
        let fault = fault.hint(say!("hint-workbook-sheet-missing"));
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    /// What is read although it is not in plain sight.
    fn oddities(&mut self, table: usize, grid: &Grid) {
        let hidden = grid.hidden.iter().filter(|row| grid.rows.contains_key(row)).count();
        if let Some(first) = grid.hidden.iter().find(|row| grid.rows.contains_key(row)) {
            let message = match grid.is_filtered {
                true => say!("workbook-rows-filtered"; n = hidden),
                false => say!("workbook-rows-hidden"; n = hidden),
            };
            let place = Some((*first, 0));
            self.tell(table, place, Code::WorkbookOddity, message, say!("hint-workbook-rows-hidden"));
        }
        if let Some((row, column, _)) = grid.merged.first() {
            let (message, hint) =
                (say!("workbook-merged"; n = grid.merged.len()), say!("hint-workbook-merged"));
            self.tell(table, Some((*row, *column)), Code::WorkbookOddity, message, hint);
        }
    }

    /// A cell's value; nothing, and a fault, where it has none.
    pub(super) fn value(
        &mut self,
        table: usize,
        slot: &Slot,
        content: &Content,
        place: (u32, u32),
    ) -> Option<Value> {
        let mark = self.marks.get(&(table, place.1)).copied();
        match self.reader.value(slot, content, mark) {
            Ok(value) => Some(value),
            Err((message, hint)) => {
                self.tell(table, Some(place), Code::WorkbookCell, message, hint);
                let at = self.places.sheets.get(&table).map_or(0, |(at, _)| *at);
                self.places.told.insert((at, place.0, place.1));
                None
            }
        }
    }

    fn table(&mut self, at: usize, table: &'p Table, grid: &Grid) {
        let Some(heads) = heads::find(self.plan, table, grid, self.words) else {
            let (message, hint) = (say!("workbook-no-heads"), say!("hint-workbook-no-heads"));
            return self.tell(at, None, Code::WorkbookForm, message, hint);
        };
        self.heads(at, table, &heads, grid);
        self.marks(at, &heads, grid);
        let empty = BTreeMap::new();
        let head = grid.rows.get(&heads.row).unwrap_or(&empty);
        for (row, cells) in grid.rows.range(heads.row + 1..) {
            let message = match aside(table, &heads, head, cells, *row == heads.row + 1) {
                None => {
                    self.row(at, table, &heads, *row, cells);
                    continue;
                }
                Some(Aside::Heads) => continue,
                Some(Aside::SecondHead) => say!("workbook-second-head"),
                Some(Aside::Total(word)) => say!("workbook-total", word = word),
            };
            let place = Some((*row, cells.keys().next().copied().unwrap_or_default()));
            self.tell(at, place, Code::WorkbookCell, message, say!("hint-workbook-aside"));
        }
    }

    /// Tells what is wrong with the heads and keeps where the columns stand.
    fn heads(&mut self, at: usize, table: &Table, heads: &Heads, grid: &Grid) {
        for (column, fault) in &heads.faults {
            let place = self.places.cell(at, Some((heads.row, *column)));
            self.faults.push(fault.clone().at(place));
        }
        if let Some((row, _)) = grid.rows.range(..heads.row).next() {
            let (message, hint) = (say!("workbook-rows-above"), say!("hint-workbook-rows-above"));
            self.tell(at, Some((*row, 0)), Code::WorkbookOddity, message, hint);
        }
        for field in heads.missing.iter().filter_map(|f| table.fields.get(*f)) {
            let message = say!("workbook-column-missing", column = self.words.field(field));
            let place = Some((heads.row, 0));
            self.tell(at, place, Code::WorkbookForm, message, say!("hint-workbook-column-missing"));
            self.places.missing.extend(field.path.first().map(|step| (at, step.clone())));
        }
        let named = |slot: &Slot| table.fields.get(slot.field).map(|f| self.words.head(f, slot));
        let spots = heads.columns.iter().filter_map(|(column, target)| match target {
            Target::Slot(slot) => {
                let slot = heads.slots.get(*slot)?;
                Some(Spot { path: slot.path.clone(), row: 0, column: *column, head: named(slot)? })
            }
            Target::Parent(_) | Target::Own => None,
        });
        self.places.columns.insert(at, spots.collect());
    }

    /// Keeps the decimal mark of each column of numbers whose texts agree on one.
    fn marks(&mut self, at: usize, heads: &Heads, grid: &Grid) {
        for (column, target) in &heads.columns {
            let Target::Slot(slot) = target else { continue };
            let is_number =
                heads.slots.get(*slot).is_some_and(|slot| matches!(slot.scalar, Scalar::Number { .. }));
            if !is_number {
                continue;
            }
            let cells = grid.rows.range(heads.row + 1..).filter_map(|(_, cells)| cells.get(column));
            let mut marks = cells.filter_map(|content| match content {
                Content::Text(text) => decimal_mark(text),
                Content::Number(..)
                | Content::Flag(_)
                | Content::Moment(_)
                | Content::Error(_)
                | Content::Uncomputed => None,
            });
            if let Some(first) = marks.next().filter(|first| marks.all(|mark| mark == *first)) {
                self.marks.insert((at, *column), first);
            }
        }
    }

    fn row(&mut self, at: usize, table: &'p Table, heads: &Heads, row: u32, cells: &BTreeMap<u32, Content>) {
        let mut thing = Value::Object(Map::new());
        let mut keys: BTreeMap<usize, String> = BTreeMap::new();
        let mut own = String::new();
        let mut is_empty = true;
        for (column, content) in cells {
            let Some(target) = heads.columns.get(column) else { continue };
            match target {
                Target::Slot(slot) => {
                    let Some(slot) = heads.slots.get(*slot) else { continue };
                    is_empty = false;
                    match self.value(at, slot, content, (row, *column)) {
                        Some(value) => set(&mut thing, &slot.path, value),
                        None if table.is_key(&slot.path) => drop(self.places.keyless.insert(at)),
                        None => {}
                    }
                }
                Target::Parent(_) | Target::Own => match self.reader.key(content) {
                    Ok(text) if *target == Target::Own => own = text,
                    Ok(text) => drop(keys.insert(depth(*target), text)),
                    Err((message, hint)) => {
                        return self.tell(at, Some((row, *column)), Code::WorkbookCell, message, hint);
                    }
                },
            }
        }
        if is_empty {
            return;
        }
        let keys: Vec<String> = table
            .ancestors(self.plan)
            .iter()
            .enumerate()
            .map(|(i, _)| keys.remove(&i).unwrap_or_default())
            .collect();
        match table.shape {
            Shape::Files => self.keep_file(at, table, row, own, thing),
            Shape::Card | Shape::Things | Shape::Values => {
                if let Some((path, parent)) = self.parent(at, table, heads, row, &keys) {
                    self.keep(at, table, row, (path, parent), (keys, own), thing);
                }
            }
        }
    }

    /// The thing inside which a row stands: its file and pointer.
    fn parent(
        &mut self,
        at: usize,
        table: &Table,
        heads: &Heads,
        row: u32,
        keys: &[String],
    ) -> Option<(String, String)> {
        let Some(parent) = table.parent else {
            let path = FILES.get(table.file).map_or("", |f| f.path);
            return Some((path.to_owned(), String::new()));
        };
        if let Some(found) = self.things.get(&(parent, keys.to_vec())) {
            return Some(found.clone());
        }
        if let Some(table) =
            self.plan.tables.get(parent).filter(|_| !self.places.sheets.contains_key(&parent))
        {
            self.tell_absent(table);
            return None;
        }
        // The key may be one that cannot be read, which is told.
        if self.places.keyless.contains(&parent) {
            return None;
        }
        let named = self.plan.tables.get(parent).map(|p| self.words.key(p)).unwrap_or_default();
        let column = heads.columns.iter().find(|(_, t)| **t == Target::Parent(keys.len().saturating_sub(1)));
        let place = Some((row, column.map_or(0, |(column, _)| *column)));
        let key = keys.last().cloned().unwrap_or_default();
        let known: Vec<String> = self
            .things
            .keys()
            .filter(|(of, _)| *of == parent)
            .filter_map(|(_, keys)| keys.last().cloned())
            .collect();
        let hint = match nearest(&key, &known) {
            Some(near) => say!("hint-did-you-mean", near = near),
            None => say!(
                "hint-workbook-parent",
                sheet = self.places.cell(parent, None).cell.map_or(String::new(), |c| c.sheet)
            ),
        };
        let message = match key.is_empty() {
            true => say!("workbook-parent-empty", column = named),
            false => say!("workbook-parent-unknown", column = named, key = key),
        };
        self.tell(at, place, Code::WorkbookCell, message, hint);
        None
    }

    fn keep_file(&mut self, at: usize, table: &Table, row: u32, name: String, thing: Value) {
        let is_name = !name.is_empty()
            && name.len() <= 64
            && !name.starts_with('.')
            && name.chars().all(|c| c.is_alphanumeric() || "._- ".contains(c));
        let path = path_of(FILES.get(table.file).map_or("", |f| f.path), &name);
        if !is_name || self.files.contains_key(&path) {
            let message = say!("workbook-file-name", name = name);
            return self.tell(
                at,
                Some((row, 0)),
                Code::WorkbookCell,
                message,
                say!("hint-workbook-file-name"),
            );
        }
        self.things.insert((at, vec![name]), (path.clone(), String::new()));
        self.places.rows.entry(path.clone()).or_default().insert(String::new(), (at, row));
        self.files.insert(path, thing);
    }

    /// Puts a thing at the end of its list.
    fn keep(
        &mut self,
        at: usize,
        table: &Table,
        row: u32,
        (path, parent): (String, String),
        (mut keys, own): (Vec<String>, String),
        thing: Value,
    ) {
        let steps: String = table.path.iter().map(|step| format!("/{}", pointer_token(step))).collect();
        let list = format!("{parent}{steps}");
        let root = self.files.entry(path.clone()).or_insert_with(|| Value::Object(Map::new()));
        let Some(items) = root.pointer_mut(&parent).and_then(|inside| list_at(inside, &table.path)) else {
            return;
        };
        let pointer = format!("{list}/{}", items.len());
        match &table.key {
            Key::Field(field) => {
                let key = value_at(&thing, std::slice::from_ref(field)).and_then(Value::as_str);
                keys.push(key.unwrap_or_default().to_owned());
            }
            Key::Number if own.is_empty() => keys.push((items.len() + 1).to_string()),
            Key::Number => keys.push(own),
            Key::None | Key::File => {}
        }
        items.push(thing);
        if !matches!(table.key, Key::None) {
            self.things.entry((at, keys)).or_insert_with(|| (path.clone(), pointer.clone()));
        }
        let lists = self.places.lists.entry(path.clone()).or_default();
        if parent.is_empty() && !lists.iter().any(|(known, _)| *known == list) {
            lists.push((list, at));
        }
        self.places.rows.entry(path).or_default().insert(pointer, (at, row));
    }
}

fn depth(target: Target) -> usize {
    match target {
        Target::Parent(depth) => depth,
        Target::Own | Target::Slot(_) => 0,
    }
}

/// Puts a value at the end of a path, with the objects on the way to it.
pub(super) fn set(thing: &mut Value, path: &[String], value: Value) {
    let Some((last, way)) = path.split_last() else { return };
    let mut inside = thing;
    for step in way {
        let Some(object) = inside.as_object_mut() else { return };
        inside = object.entry(step.clone()).or_insert_with(|| Value::Object(Map::new()));
    }
    if let Some(object) = inside.as_object_mut() {
        object.insert(last.clone(), value);
    }
}

/// The list at the end of a path, made where it is not there yet.
fn list_at<'v>(thing: &'v mut Value, path: &[String]) -> Option<&'v mut Vec<Value>> {
    let (last, way) = path.split_last()?;
    let mut inside = thing;
    for step in way {
        inside = inside.as_object_mut()?.entry(step.clone()).or_insert_with(|| Value::Object(Map::new()));
    }
    inside.as_object_mut()?.entry(last.clone()).or_insert_with(|| Value::Array(Vec::new())).as_array_mut()
}
