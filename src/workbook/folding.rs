//! What is wrong with a whole column is said once: of many faults of a kind in one column of a sheet the first is told,
//! with how many more there are.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::quantity::whole;

/// Faults of one kind in a column that are each told of.
const TOLD: usize = 5;

/// Code, sentence and, where each value is a fault of its own, the sentence in full; sheet and column.
type Kind = (Code, &'static str, Option<String>, usize, u32);

/// The findings with those of a whole column folded; in the sheets of `cards` a row is a field of its own.
pub fn folded(findings: Diagnostics, cards: &BTreeSet<usize>) -> Diagnostics {
    let mut kinds: IndexMap<Kind, Vec<Diagnostic>> = IndexMap::new();
    let mut kept = Diagnostics::default();
    for finding in findings {
        match kind(&finding, cards) {
            Some(kind) => kinds.entry(kind).or_default().push(finding),
            None => kept.push(finding),
        }
    }
    for mut faults in kinds.into_values() {
        if faults.len() > TOLD {
            faults.sort_by_key(row);
            let (others, last) = (faults.len() - 1, faults.last().map(row).unwrap_or_default());
            faults.truncate(1);
            for first in &mut faults {
                let message = say!("and-others-rows", last = whole::count(last) + 1; others = others);
                first.message = message.with_message("message", first.message.clone());
            }
        }
        kept.extend(faults);
    }
    kept
}

fn row(finding: &Diagnostic) -> u32 {
    let cell = finding.location.as_ref().and_then(|location| location.cell.as_ref());
    cell.and_then(|cell| cell.place).map_or(0, |(row, _)| row)
}

fn kind(finding: &Diagnostic, cards: &BTreeSet<usize>) -> Option<Kind> {
    let cell = finding.location.as_ref()?.cell.as_ref().filter(|cell| !cards.contains(&cell.at))?;
    let (_, column) = cell.place?;
    let id = finding.message.id();
    let is_of_cells = matches!(finding.code, Code::WrongValue | Code::MissingField | Code::WorkbookCell);
    let full = (finding.code == Code::DanglingId).then(|| finding.message.to_string());
    (is_of_cells || full.is_some()).then_some((finding.code, id, full, cell.at, column))
}
