//! Codes that a program turned into decimals, `98.0` for `98`; items that are left out.

use std::collections::HashSet;

use indexmap::IndexMap;

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
    with_decimals(context, table, mending, found);
    without_items(context, table, mending, found);
}

/// A code without the decimals that pandas gives to the numbers of a column that once had gaps.
fn whole(code: &str) -> Option<&str> {
    code.strip_suffix(".0").or_else(|| code.strip_suffix(",0")).filter(|whole| !whole.is_empty())
}

/// The changes that turn the codes of a record with decimals into those of the codebook, with the columns.
fn changes(context: &Context<'_>, record: &Record) -> Vec<(&'static str, String, Change)> {
    let mut changes = Vec::new();
    let mut mend = |column, code: &str, known: &dyn Fn(&str) -> bool, change: &dyn Fn(String) -> Change| {
        if let Some(meant) = whole(code).filter(|meant| !known(code) && known(meant)) {
            changes.push((column, code.to_owned(), change(meant.to_owned())));
        }
    };
    let is_question = |id: &str| context.question(id).is_some();
    mend("question", &record.question, &is_question, &Change::Question);
    let id =
        if is_question(&record.question) { Some(record.question.as_str()) } else { whole(&record.question) };
    if let Some(question) = id.and_then(|id| context.question(id)) {
        let is_option = |code: &str| question.options.iter().any(|o| o.code == code);
        mend("option", &record.option, &is_option, &Change::Option);
        let is_item = |code: &str| question.items.iter().any(|i| i.code == code);
        mend("item", record.item.as_deref().unwrap_or_default(), &is_item, &Change::Item);
    }
    for (id, code) in record.by.iter().flatten() {
        let breakdown = context.study.codebook.breakdowns.iter().find(|b| b.id.as_str() == id);
        let is_group = |code: &str| breakdown.is_some_and(|b| b.groups.iter().any(|g| g.code == code));
        mend("group", code, &is_group, &|code| Change::Group(id.clone(), code));
    }
    changes
}

fn with_decimals(
    context: &Context<'_>,
    table: &Tabulation<'_>,
    mending: &mut Mending,
    found: &mut Vec<Diagnostic>,
) {
    /// The first row of a column, its code, and how many rows there are.
    type Column = (usize, String, usize);
    let mut columns: IndexMap<&'static str, Column> = IndexMap::new();
    for (row, record) in table.results.records.iter().enumerate() {
        let by = record.by.iter().flatten().map(|(_, code)| code.as_str());
        let mut codes =
            [record.question.as_str(), &record.option, record.item.as_deref().unwrap_or_default()]
                .into_iter()
                .chain(by);
        if codes.all(|code| whole(code).is_none()) {
            continue;
        }
        for (column, code, change) in changes(context, record) {
            columns.entry(column).or_insert_with(|| (row, code, 0)).2 += 1;
            mending.changed.push((row, change));
        }
    }
    for (column, (row, code, count)) in columns {
        let near = whole(&code).unwrap_or_default();
        let message = say!("codes-with-decimals", column = column, id = code; others = count - 1);
        let fault = Diagnostic::new(Code::DanglingId, message).at(table.pointer(row, column));
        found.push(fault.hint(say!("hint-codes-with-decimals", near = near)));
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
