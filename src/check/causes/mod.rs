//! Causes that reach over a whole table of records: a column in per cent or with another meaning, weights in another
//! unit, lost columns of groups, rows that stand twice, codes that are written otherwise than in the codebook.
//!
//! Each would break several rules in hundreds of rows. So they are looked for before the rules, said once, and mended
//! in memory: the rules then see what was meant, find whatever else is wrong, and the consequences of the
//! cause stay silent. A study with such a finding is never built.

mod coarse;
mod codes;
mod counts;
mod doubled;
mod known;
mod meanings;
mod shifted;
mod units;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::context::{Context, Tabulation};
use crate::diag::Diagnostic;
use crate::quantity::whole;
use crate::study::Study;
use crate::study::results::Record;

pub use coarse::{Coarse, coarse, interval_bound, may_explain};

/// The power of ten nearest to a ratio of two positive numbers.
fn power_of_ten(ratio: f64) -> Option<i32> {
    let log = libm::log10(ratio);
    i32::try_from(whole::nearest(log)).ok().filter(|_| log.is_finite())
}

/// A number of people as a float.
fn float(people: u64) -> f64 {
    whole::float(usize::try_from(people).unwrap_or(usize::MAX))
}

/// What is mended in a table so that its causes have no consequences.
#[derive(Default)]
struct Mending {
    /// Rows that are left out.
    dropped: BTreeSet<usize>,
    /// Rows of which something is changed.
    changed: Vec<(usize, Change)>,
}

impl Mending {
    fn is_empty(&self) -> bool {
        self.dropped.is_empty() && self.changed.is_empty()
    }
}

/// A change of one record.
#[derive(Clone)]
enum Change {
    Question(String),
    Item(Option<String>),
    Option(String),
    Breakdown(String, String),
    Group(String, String),
    Share(f64),
    Interval(f64),
    Weighted(f64),
    Base(f64),
    Effect(f64),
    Bounds((f64, f64)),
    Counts(u32, u32),
    /// Share and design effect stand in each other's place.
    Exchanged,
}

impl Change {
    fn apply(&self, record: &mut Record) {
        match self {
            Self::Question(id) => record.question = id.into(),
            Self::Item(code) => record.item = code.as_deref().map(Into::into),
            Self::Option(code) => record.option = code.into(),
            Self::Group(breakdown, code) => {
                if let Some(by) = record.by.as_mut().filter(|by| by.get(breakdown).is_some()) {
                    by.insert(breakdown, code);
                }
            }
            Self::Breakdown(written, id) => {
                record.by = Some(record.by.take().unwrap_or_default().renamed(written, id));
            }
            Self::Share(factor) => record.share *= factor,
            Self::Interval(factor) => record.ci = (record.ci.0 * factor, record.ci.1 * factor),
            Self::Weighted(factor) => record.n_weighted *= factor,
            Self::Base(base) => record.n_weighted = *base,
            Self::Effect(effect) => record.deff = *effect,
            Self::Bounds(bounds) => record.ci = *bounds,
            Self::Counts(n, n_option) => (record.n, record.n_option) = (*n, *n_option),
            Self::Exchanged => std::mem::swap(&mut record.share, &mut record.deff),
        }
    }
}

/// The causes of a study.
#[derive(Default)]
pub struct Causes {
    /// What to tell of; not yet located.
    pub found: Vec<Diagnostic>,
    mendings: Vec<Mending>,
}

/// Where the records that are left stand in their files: for each table the positions in its file, where some
/// were left out.
pub type Positions = BTreeMap<String, Vec<usize>>;

/// Looks for the causes of all tables.
pub fn find(context: &Context<'_>) -> Causes {
    let mut causes = Causes::default();
    for table in &context.tables {
        let (mut of_rows, of_columns) = rayon::join(
            || found_in(|mending, found| in_rows(context, table, mending, found)),
            || found_in(|mending, found| in_columns(context, table, mending, found)),
        );
        // What columns hold is looked for in the rows that are left.
        let (mending, found) = if of_rows.0.is_empty() {
            of_rows.1.extend(of_columns.1);
            (of_columns.0, of_rows.1)
        } else {
            in_columns(context, table, &mut of_rows.0, &mut of_rows.1);
            of_rows
        };
        causes.found.extend(found);
        causes.mendings.push(mending);
    }
    causes
}

/// What a search mends and tells.
fn found_in(find: impl FnOnce(&mut Mending, &mut Vec<Diagnostic>)) -> (Mending, Vec<Diagnostic>) {
    let (mut mending, mut found) = (Mending::default(), Vec::new());
    find(&mut mending, &mut found);
    (mending, found)
}

/// Causes in the codes of rows, and in rows that are there too often.
fn in_rows(
    context: &Context<'_>,
    table: &Tabulation<'_>,
    mending: &mut Mending,
    found: &mut Vec<Diagnostic>,
) {
    if !shifted::find(context, table, mending, found) {
        codes::find(context, table, mending, found);
        doubled::find(context, table, mending, found);
    }
}

/// Causes in what columns of numbers hold.
fn in_columns(
    context: &Context<'_>,
    table: &Tabulation<'_>,
    mending: &mut Mending,
    found: &mut Vec<Diagnostic>,
) {
    if !counts::find(context, table, mending, found) && meanings::find(context, table, mending, found) {
        units::find(context, table, mending, found);
    }
}

impl Causes {
    /// Whether the study has to be mended.
    pub fn mend(&self) -> bool {
        self.mendings.iter().any(|mending| !mending.is_empty())
    }

    /// Mends the tables of a study, and says where the records that are left stand.
    pub fn apply(&self, study: &mut Study) -> Positions {
        let mut positions = Positions::new();
        for (results, mending) in study.results.iter_mut().zip(&self.mendings) {
            let results = Arc::make_mut(results);
            for (row, change) in &mending.changed {
                change.apply(&mut results.records[*row]);
            }
            if mending.dropped.is_empty() {
                continue;
            }
            let left = (0..results.records.len()).filter(|row| !mending.dropped.contains(row)).collect();
            positions.insert(results.records_path(), left);
            results.records.retain(|row| !mending.dropped.contains(&row));
        }
        positions
    }
}

/// Rows of a table that are not left out.
fn rows<'t>(table: &'t Tabulation<'_>, mending: &'t Mending) -> impl Iterator<Item = (usize, &'t Record)> {
    let records = table.results.records.iter().enumerate();
    records.filter(|(row, _)| mending.dropped.is_empty() || !mending.dropped.contains(row))
}
