//! Faults of a table's cells: a few are told one by one, many of a kind in a column once.

use indexmap::IndexMap;

use crate::diag::{Diagnostic, say};

/// Faults of one kind in a column that are each told of.
const TOLD: usize = 5;

/// The column, and the kind of what is wrong with its cells.
type Kind = (&'static str, &'static str);

/// What was found, by column and kind.
#[derive(Default)]
pub struct Faults {
    /// The first faults of each kind, how many there are, and the line of the last.
    kinds: IndexMap<Kind, (Vec<Diagnostic>, usize, Option<u32>)>,
}

impl Faults {
    pub fn push(&mut self, kind: Kind, fault: Diagnostic) {
        let (told, count, last) = self.kinds.entry(kind).or_default();
        *count += 1;
        *last = fault.location.as_ref().and_then(|place| place.line);
        if told.len() < TOLD {
            told.push(fault);
        }
    }

    /// The findings to tell of.
    pub fn folded(self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for (_, (mut told, count, last)) in self.kinds {
            if count > TOLD
                && let Some(first) = told.drain(..).next()
            {
                let message = say!("and-others", last = last.unwrap_or_default(); others = count - 1)
                    .with_message("message", first.message.clone());
                found.push(Diagnostic { message, ..first });
            }
            found.extend(told);
        }
        found
    }
}
