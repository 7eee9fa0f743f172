//! The fieldwork by day adds up to the interviews that are tabulated.
//!
//! Final results hold every interview completed by the last day of collection; preliminary ones may hold
//! fewer, because not all are entered and checked yet.

use std::collections::BTreeMap;

use super::context::{Context, Tabulation};
use crate::diag::{Code, Diagnostic, Location, say};
use crate::study::results::Stage;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    if context.study.fieldwork.days.is_empty() {
        return Vec::new();
    }
    context.tables.iter().flat_map(|table| of_table(context, table)).collect()
}

fn of_table(context: &Context<'_>, table: &Tabulation<'_>) -> Vec<Diagnostic> {
    let Some(tabulated) = table.interviews() else { return Vec::new() };
    let end = table.results.collected.end;
    let mut by_territory: BTreeMap<&str, u64> = BTreeMap::new();
    for day in context.study.fieldwork.days.iter().filter(|d| d.date <= end) {
        *by_territory.entry(day.territory.as_str()).or_default() += u64::from(day.completed);
    }
    let completed: u64 = by_territory.values().sum();
    let wrong = |tabulated: u32, completed: u64| match table.results.stage {
        Stage::Final => u64::from(tabulated) != completed,
        Stage::Preliminary => u64::from(tabulated) > completed,
    };
    let place = || Location::pointer(table.results.path.clone(), "/collected/end");
    let mut found = Vec::new();
    if wrong(tabulated, completed) {
        let message = say!("fieldwork-total", tabulated = tabulated, completed = completed, end = end);
        found.push(
            Diagnostic::new(Code::FieldworkTotal, message).at(place()).hint(say!("hint-fieldwork-total")),
        );
        return found;
    }
    for (territory, completed) in by_territory {
        let Some(tabulated) = table.largest_base(&[("territory", territory)]) else { continue };
        if wrong(tabulated, completed) {
            let message = say!(
                "fieldwork-territory",
                territory = territory,
                tabulated = tabulated,
                completed = completed,
                end = end
            );
            let fault = Diagnostic::new(Code::FieldworkTotal, message).at(place());
            found.push(fault.hint(say!("hint-fieldwork-total")));
        }
    }
    found
}
