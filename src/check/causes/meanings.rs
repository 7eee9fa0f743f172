//! Columns that hold another quantity than the contract's: counts exchanged, shares and design effects exchanged,
//! weighted answers in the place of the weighted base, bounds exchanged, a margin of error in the place of bounds,
//! design effects in per cent or upside down, shares without the weights.
//!
//! Each is told only where nearly the whole table says so, and leaves the rules nothing to repeat.

use super::{Change, Mending, rows};
use crate::check::context::{Context, Tabulation};
use crate::diag::{Code, Diagnostic, say};
use crate::facts::stats::{effective_n, wilson};
use crate::study::results::Record;

/// Rows from which on a column can be judged as a whole.
const LEAST: usize = 10;
/// A design effect that none is, but in per cent.
const PER_CENT: f64 = 50.0;
/// A design effect that weights must have, and how far a group's mean weight is then off that of the whole sample.
const WEIGHTED: f64 = 0.02;
/// What the rounding of shares can hide between a weighted and an unweighted one.
const SAME_SHARE: f64 = 6e-5;
/// What rounding can do to a weighted base computed from its answers, as a part of it.
const SAME_BASE: f64 = 0.005;

/// What is wrong with a column: the name of its sentences, the column, its first row, how many there are.
struct Meaning {
    kind: &'static str,
    column: &'static str,
    row: usize,
    rows: usize,
}

/// What a column stands for, and whether its counts and bases can be compared with one another.
pub fn find(
    context: &Context<'_>,
    table: &Tabulation<'_>,
    mending: &mut Mending,
    found: &mut Vec<Diagnostic>,
) -> bool {
    let exchanged = exchanged(context, table, mending);
    let bases = exchanged.or_else(|| counts(table, mending)).or_else(|| weighted_answers(table, mending));
    let is_comparable = bases.is_none();
    let is_exchanged = bases.as_ref().is_some_and(|own| own.kind == "share-effect");
    let others = match is_exchanged {
        true => [None, None, None],
        false => {
            [bounds(context, table, mending), effects(context, table, mending), unweighted(table, mending)]
        }
    };
    for Meaning { kind, column, row, rows } in bases.into_iter().chain(others.into_iter().flatten()) {
        let message = say!("column-meaning", kind = kind; rows = rows);
        let fault = Diagnostic::new(Code::ColumnUnit, message).at(table.pointer(row, column));
        found.push(fault.hint(say!("hint-column-meaning", kind = kind)));
    }
    is_comparable
}

/// Whether a column is another one in nearly all rows that can tell.
fn nearly_all(hits: usize, all: usize) -> bool {
    hits >= LEAST && hits * 10 >= all * 9
}

/// Rows in which someone was asked.
fn asked<'t>(table: &'t Tabulation<'_>, mending: &'t Mending) -> Vec<(usize, &'t Record)> {
    rows(table, mending).filter(|(_, record)| record.n > 0).collect()
}

/// Shares in the place of design effects, and the other way round.
fn exchanged(context: &Context<'_>, table: &Tabulation<'_>, mending: &mut Mending) -> Option<Meaning> {
    let tolerance = context.study.thresholds.tolerances.interval_bound;
    let all = asked(table, mending);
    let is_so = |r: &Record| {
        let (low, high) = wilson(r.deff, effective_n(r.n, r.share), context.study.thresholds.z);
        let agrees = (low - r.ci.0).abs() <= tolerance && (high - r.ci.1).abs() <= tolerance;
        r.share >= 1.0 && (0.0..=1.0).contains(&r.deff) && agrees
    };
    let rows = all.iter().filter(|(_, r)| is_so(r)).count();
    let row = all.first().filter(|_| nearly_all(rows, all.len()))?.0;
    let changes = all.iter().map(|(row, _)| (*row, Change::Exchanged)).collect::<Vec<_>>();
    mending.changed.extend(changes);
    Some(Meaning { kind: "share-effect", column: "share", row, rows })
}

/// The base in the place of the answers, and the other way round.
fn counts(table: &Tabulation<'_>, mending: &mut Mending) -> Option<Meaning> {
    let all: Vec<(usize, &Record)> = rows(table, mending).collect();
    let above = all.iter().filter(|(_, r)| r.n_option > r.n).count();
    if above < LEAST || all.iter().any(|(_, r)| r.n_option < r.n) {
        return None;
    }
    let row = all.iter().find(|(_, r)| r.n_option > r.n)?.0;
    let changes = all.iter().map(|(row, r)| (*row, Change::Counts(r.n_option, r.n))).collect::<Vec<_>>();
    mending.changed.extend(changes);
    Some(Meaning { kind: "counts", column: "n", row, rows: above })
}

/// The weighted number of those who gave the answer in the place of the weighted base.
fn weighted_answers(table: &Tabulation<'_>, mending: &mut Mending) -> Option<Meaning> {
    let (mut telling, mut so) = (0, 0);
    let mut first = None;
    for distribution in &table.distributions {
        let given: Vec<&Record> = table.records(distribution).filter(|r| r.share > 0.0).collect();
        let spread = |value: fn(&Record) -> f64| {
            let values = || given.iter().map(|r| value(r));
            let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(0.0, f64::max));
            (high - low) / high
        };
        if given.len() < 2 || spread(|r| r.share) <= SAME_BASE {
            continue;
        }
        telling += 1;
        // Small answers are rounded most: bases are computed from those of at least a tenth.
        let is_constant = {
            let bases = || given.iter().filter(|r| r.share >= 0.1).map(|r| r.n_weighted / r.share);
            let (low, high) = (bases().fold(f64::MAX, f64::min), bases().fold(0.0, f64::max));
            high > 0.0 && (high - low) / high <= SAME_BASE
        };
        if spread(|r| r.n_weighted) > SAME_BASE && is_constant {
            so += 1;
            first.get_or_insert(distribution.rows[0]);
        }
    }
    if !nearly_all(so, telling) {
        return None;
    }
    for distribution in &table.distributions {
        let largest = table.records(distribution).max_by(|a, b| a.share.total_cmp(&b.share))?;
        let base =
            if largest.share > 0.0 { largest.n_weighted / largest.share } else { f64::from(largest.n) };
        mending.changed.extend(distribution.rows.iter().map(|row| (*row, Change::Base(base))));
    }
    let rows = table.results.records.len();
    Some(Meaning { kind: "weighted-answers", column: "n_weighted", row: first?, rows })
}

/// Bounds in the wrong order, or the same margin in both.
fn bounds(context: &Context<'_>, table: &Tabulation<'_>, mending: &mut Mending) -> Option<Meaning> {
    let all = asked(table, mending);
    let telling: Vec<(usize, &Record)> =
        all.iter().copied().filter(|(_, r)| r.share > 0.0 && r.share < 1.0).collect();
    let exchanged = telling.iter().filter(|(_, r)| r.ci.0 > r.ci.1).count();
    let margins = telling.iter().filter(|(_, r)| r.ci.0 > 0.0 && (r.ci.0 - r.ci.1).abs() < 1e-9).count();
    let kind = match (nearly_all(exchanged, telling.len()), nearly_all(margins, telling.len())) {
        (true, _) => "bounds-exchanged",
        (_, true) => "margin",
        (false, false) => return None,
    };
    let z = context.study.thresholds.z;
    let changes = all.iter().map(|(row, r)| {
        let own =
            if kind == "margin" { wilson(r.share, effective_n(r.n, r.deff), z) } else { (r.ci.1, r.ci.0) };
        (*row, Change::Bounds(own))
    });
    let changes = changes.collect::<Vec<_>>();
    let (row, rows) = (telling.first()?.0, exchanged.max(margins));
    mending.changed.extend(changes);
    Some(Meaning { kind, column: "ci", row, rows })
}

/// Design effects in per cent, or n_eff / n in the place of n / n_eff.
fn effects(context: &Context<'_>, table: &Tabulation<'_>, mending: &mut Mending) -> Option<Meaning> {
    let all = asked(table, mending);
    let in_per_cent = all.iter().filter(|(_, r)| r.deff >= PER_CENT).count();
    let tolerance = context.study.thresholds.tolerances.interval_bound;
    let agrees = |r: &Record, deff: f64| {
        let (low, high) = wilson(r.share, effective_n(r.n, deff), context.study.thresholds.z);
        (low - r.ci.0).abs() <= tolerance && (high - r.ci.1).abs() <= tolerance
    };
    let below: Vec<&(usize, &Record)> = all.iter().filter(|(_, r)| r.deff > 0.0 && r.deff <= 1.0).collect();
    let inverse = || {
        let own = below.iter().filter(|(_, r)| agrees(r, r.deff)).count();
        let other = below.iter().filter(|(_, r)| agrees(r, 1.0 / r.deff)).count();
        nearly_all(other, below.len()) && below.len() - own >= LEAST
    };
    let (kind, rows) = if nearly_all(in_per_cent, all.len()) {
        ("effect-per-cent", in_per_cent)
    } else if nearly_all(below.len(), all.len()) && inverse() {
        ("effect-inverse", below.len())
    } else {
        return None;
    };
    let own = |deff: f64| if kind == "effect-inverse" { 1.0 / deff } else { deff / 100.0 };
    let changes =
        all.iter().filter(|(_, r)| r.deff > 0.0).map(|(row, r)| (*row, Change::Effect(own(r.deff))));
    let changes = changes.collect::<Vec<_>>();
    let row = all.first()?.0;
    mending.changed.extend(changes);
    Some(Meaning { kind, column: "deff", row, rows })
}

/// Shares of the answers as they were counted, though weights stand beside them.
fn unweighted(table: &Tabulation<'_>, mending: &Mending) -> Option<Meaning> {
    let all = asked(table, mending);
    let mean = |r: &Record| r.n_weighted / f64::from(r.n);
    let usual = all.iter().find(|(_, r)| r.by.is_none()).map(|(_, r)| mean(r)).filter(|mean| *mean > 0.0)?;
    let has_weights = all.iter().any(|(_, r)| r.by.is_some() && (mean(r) / usual - 1.0).abs() > WEIGHTED);
    let telling: Vec<&(usize, &Record)> = all
        .iter()
        .filter(|(_, r)| r.by.is_none() && r.deff >= 1.0 + WEIGHTED && r.n_option > 0 && r.n_option < r.n)
        .collect();
    let counted = |r: &Record| f64::from(r.n_option) / f64::from(r.n);
    let so = telling.iter().filter(|(_, r)| (r.share - counted(r)).abs() <= SAME_SHARE).count();
    let row = telling.first()?.0;
    (has_weights && nearly_all(so, telling.len())).then_some(Meaning {
        kind: "unweighted",
        column: "share",
        row,
        rows: so,
    })
}
