//! A column that stands a row lower or higher than the others, as a cell that was inserted or deleted makes it: each code
//! then belongs to another row. Moved back, all of them fit.

use std::collections::{HashMap, HashSet};

use super::{Change, Mending};
use crate::check::context::{Context, Tabulation};
use crate::diag::{Code, Diagnostic, say};
use crate::study::results::{Question, Record};

/// Rows from which on a table shows that a column of it is shifted.
const LEAST: usize = 20;

/// A column that may be shifted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Question,
    Item,
    Option,
}

const COLUMNS: [(Column, &str); 3] =
    [(Column::Question, "question"), (Column::Item, "item"), (Column::Option, "option")];

/// The answers and items of each question.
type Lists<'s> = HashMap<&'s str, (HashSet<&'s str>, HashSet<&'s str>)>;

/// Whether a column of the table is shifted; what it holds is moved back.
pub fn find(
    context: &Context<'_>,
    table: &Tabulation<'_>,
    mending: &mut Mending,
    found: &mut Vec<Diagnostic>,
) -> bool {
    let records = &table.results.records;
    let lists: Lists<'_> = context.study.codebook.questions.iter().map(|q| (q.id.as_str(), of(q))).collect();
    if records.len() < LEAST || misfits(records, &lists, None, 1) == 0 {
        return false;
    }
    for (column, name) in COLUMNS {
        for by in [1, records.len() - 1] {
            if misfits(records, &lists, Some((column, by)), 1) > 0 {
                continue;
            }
            for (row, record) in records.iter().enumerate() {
                let other = &records[(row + by) % records.len()];
                mending.changed.extend(change(column, record, other).map(|change| (row, change)));
            }
            let message = say!("column-shifted", column = name, way = if by == 1 { "down" } else { "up" });
            let fault = Diagnostic::new(Code::ColumnUnit, message).at(table.pointer(0, name));
            found.push(fault.hint(say!("hint-column-shifted")));
            return true;
        }
    }
    false
}

fn of(question: &Question) -> (HashSet<&str>, HashSet<&str>) {
    let options = question.options.iter().map(|option| option.code.as_str()).collect();
    (options, question.items.iter().map(|item| item.code.as_str()).collect())
}

/// Rows that name what the codebook lacks, or what an earlier row has, with a column moved by some rows; the row that
/// is moved over the table's end is left out. No more than `most` are counted.
fn misfits(records: &[Record], lists: &Lists<'_>, moved: Option<(Column, usize)>, most: usize) -> usize {
    let mut seen = HashSet::with_capacity(records.len());
    let mut count = 0;
    for (row, record) in records.iter().enumerate() {
        let from = |column: Column| match moved {
            Some((own, by)) if own == column => &records[(row + by) % records.len()],
            _ => record,
        };
        let is_over = moved.is_some_and(|(_, by)| if by == 1 { row + 1 == records.len() } else { row == 0 });
        let question = from(Column::Question).question.as_str();
        let (item, option) = (from(Column::Item).item.as_deref(), from(Column::Option).option.as_str());
        let fits = lists.get(question).is_some_and(|(options, items)| {
            options.contains(option) && item.map_or(items.is_empty(), |item| items.contains(item))
        });
        let by: Vec<(&str, &str)> =
            record.by.iter().flatten().map(|(id, code)| (id.as_str(), code.as_str())).collect();
        if !is_over && (!fits || !seen.insert((question, item, option, by))) {
            count += 1;
            if count >= most {
                return count;
            }
        }
    }
    count
}

/// What makes a record hold the code of another row; nothing where it does.
fn change(column: Column, record: &Record, other: &Record) -> Option<Change> {
    match column {
        Column::Question if record.question != other.question => {
            Some(Change::Question(other.question.clone()))
        }
        Column::Option if record.option != other.option => Some(Change::Option(other.option.clone())),
        Column::Item if record.item != other.item => Some(Change::Item(other.item.clone())),
        Column::Question | Column::Option | Column::Item => None,
    }
}
