//! Rows that stand twice, and rows of groups that have lost their groups and look like the total once more.

use hashbrown::HashMap;

use super::Mending;
use crate::check::context::{Context, Distribution, Tabulation, called};
use crate::diag::{Code, Diagnostic, say};

/// Entries that are each told of.
const TOLD: usize = 5;

/// Two rows for the same answer.
struct Pair {
    first: usize,
    second: usize,
    what: String,
}

pub fn find(
    context: &Context<'_>,
    table: &Tabulation<'_>,
    mending: &mut Mending,
    found: &mut Vec<Diagnostic>,
) {
    let (mut same, mut groups, mut other) = (Vec::new(), Vec::new(), Vec::new());
    for distribution in &table.distributions {
        for pair in pairs(table, distribution, mending) {
            let (first, second) = (table.record(pair.first), table.record(pair.second));
            if first == second {
                mending.dropped.insert(pair.second);
                same.push(pair);
            } else if first.by.is_none() && (first.n, first.n_weighted) != (second.n, second.n_weighted) {
                mending.dropped.insert(pair.second);
                groups.push(pair);
            } else {
                mending.dropped.insert(wrong_one(context, table, distribution, &pair));
                other.push(pair);
            }
        }
    }
    if groups.len() < 2 {
        other.append(&mut groups);
    }
    if let Some(first) = groups.first() {
        let message = say!("groups-lost", what = first.what; rows = groups.len());
        let fault = Diagnostic::new(Code::DuplicateRecord, message).at(table.pointer(first.second, "by"));
        found.push(fault.hint(say!("hint-groups-lost")));
    }
    if let Some(first) = same.first() {
        let message = say!("rows-twice", what = first.what; others = same.len() - 1);
        let fault = Diagnostic::new(Code::DuplicateRecord, message).at(table.pointer(first.second, "option"));
        found.push(fault.hint(say!("hint-rows-twice")));
    }
    let others = other.len().saturating_sub(TOLD);
    for (at, pair) in other.into_iter().take(TOLD).enumerate() {
        let (one, two) = (table.record(pair.first).share, table.record(pair.second).share);
        let message = say!(
            "entries-differ", what = pair.what, one = one, two = two;
            others = if at + 1 == TOLD { others } else { 0 }
        );
        let fault = Diagnostic::new(Code::DuplicateRecord, message).at(table.pointer(pair.second, "option"));
        found.push(fault.hint(say!("hint-keep-one")));
    }
}

/// The rows of a distribution whose answer an earlier row has.
fn pairs(table: &Tabulation<'_>, distribution: &Distribution<'_>, mending: &Mending) -> Vec<Pair> {
    let mut seen: HashMap<&str, usize> = HashMap::with_capacity(distribution.rows.len());
    let mut pairs = Vec::new();
    for row in distribution.rows.iter().copied().filter(|row| !mending.dropped.contains(row)) {
        let option = table.record(row).option.as_str();
        match seen.get(option) {
            Some(first) => {
                let what = format!("{} = {option}", called(distribution));
                pairs.push(Pair { first: *first, second: row, what });
            }
            None => drop(seen.insert(option, row)),
        }
    }
    pairs
}

/// Of two rows with other figures the one with which the answers do not add up to the base; else the second.
fn wrong_one(context: &Context<'_>, table: &Tabulation<'_>, own: &Distribution<'_>, pair: &Pair) -> usize {
    let answers = |without: usize| -> u64 {
        let rows = own.rows.iter().filter(|row| **row != without);
        rows.map(|row| u64::from(table.record(*row).n_option)).sum()
    };
    let base = u64::from(table.first(own).n);
    let is_first =
        context.is_single(own.question) && answers(pair.first) == base && answers(pair.second) != base;
    if is_first { pair.first } else { pair.second }
}
