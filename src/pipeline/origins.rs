//! Where each datum comes from: the value of a file, the record of a table, or a formula over other data.

use super::cutoffs::StudyFacts;
use crate::check::Loaded;
use crate::proof::Origin;
use crate::template::{NamedValue, named_values};

/// The data of a document with their names.
pub struct Origins {
    values: Vec<NamedValue>,
}

impl Origins {
    /// The data that are known on the document's day.
    pub fn new(day: Option<&StudyFacts>, language: &str, _loaded: &Loaded) -> Self {
        let values = day.map(|day| named_values(&day.study, &day.facts, language)).unwrap_or_default();
        Self { values }
    }

    /// The datum that a chart shows: of those with its value the one whose names are those of row, column and figure.
    pub fn of_chart(&self, figure: &str, row: &str, column: Option<&str>, value: f64) -> String {
        let row = row.trim_end_matches(['*', '†', '‡']).trim();
        let score = |named: &NamedValue| {
            let is_named = |name: &str| named.names.iter().any(|own| own == name);
            let in_figure = named.id.split('.').any(|step| step.len() > 1 && figure.contains(step));
            4 * usize::from(is_named(row))
                + 4 * usize::from(column.is_some_and(is_named))
                + usize::from(in_figure)
        };
        let same = self.values.iter().filter(|named| (named.value - value).abs() < 1e-9);
        let mut best: Option<(usize, &NamedValue)> = None;
        for named in same {
            let score = score(named);
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, named));
            }
        }
        match best {
            Some((4.., named)) => named.id.clone(),
            _ => {
                let parts = [Some(row), column].into_iter().flatten().filter(|part| !part.is_empty());
                format!("{figure}.{}", parts.collect::<Vec<_>>().join("."))
            }
        }
    }

    /// Where a datum comes from.
    pub fn of_datum(&self, _id: &str) -> Origin {
        Origin::default()
    }
}
