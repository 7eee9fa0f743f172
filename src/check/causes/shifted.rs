//! A column that stands a row lower or higher than the others, as a cell that was inserted or deleted makes it: each code
//! then belongs to another row. Moved back, all of them fit.

use hashbrown::{HashMap, HashSet};

use super::{Change, Mending};
use crate::check::context::{BrokenDown, Context, Distribution, Tabulation};
use crate::diag::{Code, Diagnostic, say};
use crate::study::results::{Question, Record, Records};

/// Rows from which on a table shows that a column of it is shifted.
const LEAST: usize = 20;
/// Answers whose groups may not add up to their total all the same: those of the row that is moved over the table's end.
const MOST_OFF: usize = 4;

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

/// What does not fit in a table: rows that name what the codebook lacks or what an earlier row has, and answers whose
/// groups do not add up to their total.
#[derive(Clone, Copy)]
struct Misfits {
    rows: usize,
    off: usize,
}

/// Whether a column of the table is shifted; what it holds is moved back.
pub fn find(
    context: &Context<'_>,
    table: &Tabulation<'_>,
    mending: &mut Mending,
    found: &mut Vec<Diagnostic>,
) -> bool {
    let records = &table.results.records;
    let lists: Lists<'_> = context.study.codebook.questions.iter().map(|q| (q.id.as_str(), of(q))).collect();
    let off = table.breakdowns().iter().filter(|broken| !adds_up(context, table, broken)).count();
    if records.len() < LEAST || off <= MOST_OFF {
        return false;
    }
    for (column, name) in COLUMNS {
        for by in [1, records.len() - 1] {
            let left = misfits(context, records, &lists, (column, by));
            if left.rows > 0 || left.off > MOST_OFF {
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

/// Whether each answer of a total was given by as many as in its groups together.
fn adds_up(context: &Context<'_>, table: &Tabulation<'_>, broken: &BrokenDown<'_, '_>) -> bool {
    let given = |distribution: &Distribution<'_>, option: &str| -> u64 {
        let own = table.records(distribution).find(|r| r.option == option);
        own.map_or(0, |r| u64::from(r.n_option))
    };
    context.leaves_out(broken.breakdown)
        || table.records(broken.total).all(|total| {
            let groups = broken.groups.iter().map(|group| given(group, &total.option));
            groups.sum::<u64>() == u64::from(total.n_option)
        })
}

fn of(question: &Question) -> (HashSet<&str>, HashSet<&str>) {
    let options = question.options.iter().map(|option| option.code.as_str()).collect();
    (options, question.items.iter().map(|item| item.code.as_str()).collect())
}

/// What does not fit with a column moved by some rows; the row that is moved over the table's end is left out.
fn misfits(
    context: &Context<'_>,
    records: &Records,
    lists: &Lists<'_>,
    (moved, by): (Column, usize),
) -> Misfits {
    let mut seen = HashSet::with_capacity(records.len());
    let mut totals: HashMap<_, u64> = HashMap::new();
    let mut sums: HashMap<_, u64> = HashMap::new();
    let mut rows = 0;
    for (row, record) in records.iter().enumerate() {
        let from =
            |column: Column| if moved == column { &records[(row + by) % records.len()] } else { record };
        let is_over = if by == 1 { row + 1 == records.len() } else { row == 0 };
        let question = from(Column::Question).question.as_str();
        let (item, option) = (from(Column::Item).item.as_deref(), from(Column::Option).option.as_str());
        let groups: Vec<(&str, &str)> = record.by.iter().flatten().collect();
        let fits = lists.get(question).is_some_and(|(options, items)| {
            options.contains(option) && item.map_or(items.is_empty(), |item| items.contains(item))
        });
        let given = u64::from(record.n_option);
        match groups.as_slice() {
            [] => *totals.entry((question, item, option)).or_default() += given,
            [(breakdown, _)] if !context.leaves_out(breakdown) => {
                *sums.entry((question, item, option, *breakdown)).or_default() += given;
            }
            _ => {}
        }
        if !is_over && (!fits || !seen.insert((question, item, option, groups))) {
            rows += 1;
        }
    }
    let is_off = |((question, item, option, _), sum): &(&(&str, Option<&str>, &str, &str), &u64)| {
        totals.get(&(*question, *item, *option)) != Some(*sum)
    };
    Misfits { rows, off: sums.iter().filter(is_off).count() }
}

/// What makes a record hold the code of another row; nothing where it does.
fn change(column: Column, record: &Record, other: &Record) -> Option<Change> {
    match column {
        Column::Question if record.question != other.question => {
            Some(Change::Question(other.question.to_string()))
        }
        Column::Option if record.option != other.option => Some(Change::Option(other.option.to_string())),
        Column::Item if record.item != other.item => {
            Some(Change::Item(other.item.as_ref().map(ToString::to_string)))
        }
        Column::Question | Column::Option | Column::Item => None,
    }
}
