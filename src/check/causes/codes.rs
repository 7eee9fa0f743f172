//! Codes that are written otherwise than in the codebook, `98.0` or a label for `98`; items that are left out.

use hashbrown::HashSet;
use indexmap::IndexMap;

use super::known::{Codes, Known, Spelling};
use super::{Change, Mending};
use crate::check::context::{Context, Tabulation};
use crate::diag::{Code, Diagnostic, say};
use crate::study::results::{Question, Record};

pub fn find(
    context: &Context<'_>,
    table: &Tabulation<'_>,
    mending: &mut Mending,
    found: &mut Vec<Diagnostic>,
) {
    respelled(context, table, mending, found);
    without_items(context, table, mending, found);
}

/// A code of a record that is written otherwise.
struct Respelled {
    column: &'static str,
    spelling: Spelling,
    written: String,
    meant: String,
    change: Change,
}

/// The changes that turn the codes of a record into those of the codebook.
fn changes(known: &Known<'_>, record: &Record) -> Vec<Respelled> {
    let mut changes = Vec::new();
    let mut mend = |column, codes: &Codes, written: &str, change: &dyn Fn(String) -> Change| {
        let (meant, spelling) = codes.meant(written)?;
        let change = change(meant.to_owned());
        let (written, meant) = (written.to_owned(), meant.to_owned());
        changes.push(Respelled { column, spelling, written, meant: meant.clone(), change });
        Some(meant)
    };
    let question = mend("question", &known.questions, &record.question, &Change::Question);
    let id = question.as_deref().unwrap_or(&record.question);
    if let Some((options, items)) = known.of_question(id) {
        mend("option", options, &record.option, &Change::Option);
        mend("item", items, record.item.as_deref().unwrap_or_default(), &|code| Change::Item(Some(code)));
    }
    for (id, code) in record.by.iter().flatten() {
        let renamed = |own: String| Change::Breakdown(id.to_owned(), own);
        let own = mend("by", &known.breakdowns, id, &renamed);
        let own = own.as_deref().unwrap_or(id);
        if let Some(groups) = known.groups(own) {
            mend("group", groups, code, &|code| Change::Group(own.to_owned(), code));
        }
    }
    changes
}

fn respelled(
    context: &Context<'_>,
    table: &Tabulation<'_>,
    mending: &mut Mending,
    found: &mut Vec<Diagnostic>,
) {
    /// The first of its kind in a column, its row, and how many rows there are.
    type First = (Respelled, usize, usize);
    let known = Known::new(context.study);
    let mut kinds: IndexMap<(&'static str, Spelling), First> = IndexMap::new();
    for (row, record) in table.results.records.iter().enumerate() {
        for one in changes(&known, record) {
            mending.changed.push((row, one.change.clone()));
            kinds.entry((one.column, one.spelling)).or_insert((one, row, 0)).2 += 1;
        }
    }
    for ((column, spelling), (first, row, count)) in kinds {
        let message = say!(
            "codes-respelled", column = column, kind = spelling.name(), id = first.written; others = count - 1
        );
        let fault = Diagnostic::new(Code::DanglingId, message).at(table.pointer(row, column));
        let hint = say!("hint-codes-respelled", kind = spelling.name(), near = first.meant);
        found.push(fault.hint(hint));
    }
}

/// Records of questions with items that name none: nothing can be said of them.
fn without_items(
    context: &Context<'_>,
    table: &Tabulation<'_>,
    mending: &mut Mending,
    found: &mut Vec<Diagnostic>,
) {
    let mut questions: IndexMap<&str, (&Question, usize, usize)> = IndexMap::new();
    let with_items: HashSet<&str> = context
        .study
        .codebook
        .questions
        .iter()
        .filter(|question| !question.items.is_empty())
        .map(|question| question.id.as_str())
        .collect();
    for (row, record) in table.results.records.iter().enumerate().filter(|(_, r)| r.item.is_none()) {
        if !with_items.contains(record.question.as_str()) {
            continue;
        }
        let Some(question) = context.question(&record.question) else { continue };
        questions.entry(question.id.as_str()).or_insert((question, row, 0)).2 += 1;
        mending.dropped.insert(row);
    }
    let others = questions.len().saturating_sub(1);
    let rows = questions.values().map(|(_, _, rows)| rows).sum::<usize>();
    let Some((question, row, _)) = questions.into_values().next() else { return };
    let items: Vec<&str> = question.items.iter().map(|i| i.code.as_str()).collect();
    let message = say!(
        "items-left-out", question = question.id, items = items.join(", "); rows = rows, others = others
    );
    let fault = Diagnostic::new(Code::DanglingId, message).at(table.pointer(row, "item"));
    found.push(fault.hint(say!("hint-item-left-out")));
}
