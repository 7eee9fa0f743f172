//! Columns in another unit: shares in per cent, weighted bases in thousands.
//!
//! A unit is told by the distribution as a whole: its shares add up to about what its unweighted answers add up to,
//! whatever the weights, and a weighted base is about the base times the mean weight.

use indexmap::IndexMap;

use super::{Change, Mending, float, power_of_ten, rows};
use crate::check::context::{Context, Distribution, Tabulation, called};
use crate::diag::{Code, Diagnostic, say};
use crate::study::results::Record;

/// Powers of ten of the units that occur: per cent and per mille.
const POWERS: [i32; 2] = [2, 3];
/// The ratio from which on shares are not in the unit of the contract, whatever the weights.
const LEAST_RATIO: f64 = 10.0;
/// Powers of ten that no group's mean weight reaches by its own: a factor of 40.
const LEAST_POWER: i32 = 2;
/// A mean weight that needs no word, as a factor either way.
const PLAIN_WEIGHT: f64 = 2.0;

pub fn find(
    context: &Context<'_>,
    table: &Tabulation<'_>,
    mending: &mut Mending,
    found: &mut Vec<Diagnostic>,
) {
    shares(table, mending, found);
    weights(context, table, mending, found);
}

fn factor(power: i32) -> f64 {
    10.0_f64.powi(-power)
}

/// A column of shares: its name in the contract, its value, and what mends it.
struct Shares {
    field: &'static str,
    value: fn(&Record) -> f64,
    change: fn(f64) -> Change,
}

const SHARES: [Shares; 2] = [
    Shares { field: "share", value: |r| r.share, change: Change::Share },
    Shares { field: "ci", value: |r| f64::midpoint(r.ci.0, r.ci.1), change: Change::Interval },
];

fn shares(table: &Tabulation<'_>, mending: &mut Mending, found: &mut Vec<Diagnostic>) {
    /// The columns of a unit, its first row, and the rows in it.
    type Unit = (Vec<&'static str>, usize, usize);
    let mut units: IndexMap<i32, Unit> = IndexMap::new();
    for column in &SHARES {
        let scaled = scaled(table, column);
        let Some(power) = commonest(&scaled) else { continue };
        let mut in_unit = Vec::new();
        for (distribution, _) in
            table.distributions.iter().zip(&scaled).filter(|(_, p)| matches!(p, Some(Some(_))))
        {
            in_unit.extend(distribution.rows.iter().copied());
        }
        // Where nobody gave an answer only the whole column can tell; an interval of 0 to 12 is in per cent.
        let all = scaled.iter().all(|power| *power != Some(None));
        let undecided = table.distributions.iter().filter(|d| answers(table, d) == 0.0);
        for row in undecided.flat_map(|d| d.rows.iter().copied()) {
            if all || (column.value)(table.record(row)) > 1.0 {
                in_unit.push(row);
            }
        }
        in_unit.retain(|row| !mending.dropped.contains(row));
        in_unit.sort_unstable();
        in_unit.dedup();
        let Some(first) = in_unit.iter().copied().find(|row| (column.value)(table.record(*row)) > 1.0) else {
            continue;
        };
        mending.changed.extend(in_unit.iter().map(|row| (*row, (column.change)(factor(power)))));
        let unit = units.entry(power).or_insert((Vec::new(), first, 0));
        unit.0.push(column.field);
        unit.2 = unit.2.max(in_unit.len());
    }
    for (power, (columns, row, rows)) in units {
        let field = columns[0];
        let value = if field == "share" { table.record(row).share } else { table.record(row).ci.1 };
        let message = say!(
            "column-unit",
            columns = columns.join("`, `"),
            unit = if power == 2 { "per-cent" } else { "per-mille" },
            value = value;
            rows = rows,
            number = columns.len()
        );
        let fault = Diagnostic::new(Code::ColumnUnit, message).at(table.pointer(row, field));
        found.push(fault.hint(say!("hint-column-unit", right = shown(value * factor(power)))));
    }
}

/// A number without the noise of a product.
fn shown(number: f64) -> String {
    let text = format!("{number:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn answers(table: &Tabulation<'_>, distribution: &Distribution<'_>) -> f64 {
    let of = |r: &Record| if r.n == 0 { 0.0 } else { f64::from(r.n_option) / f64::from(r.n) };
    table.records(distribution).map(of).sum()
}

/// For each distribution: none where it cannot tell, else the power of ten of its unit, none in it for that of the
/// contract.
fn scaled(table: &Tabulation<'_>, column: &Shares) -> Vec<Option<Option<i32>>> {
    let powers = table.distributions.iter().map(|distribution| {
        let answers = answers(table, distribution);
        let sum: f64 = table.records(distribution).map(column.value).sum();
        if answers == 0.0 || sum <= 0.0 {
            return None;
        }
        let ratio = sum / answers;
        Some(
            power_of_ten(ratio)
                .filter(|_| ratio >= LEAST_RATIO)
                .map(|power| power.clamp(POWERS[0], POWERS[1])),
        )
    });
    powers.collect()
}

/// The power that most distributions have, of those that are not in the unit of the contract.
fn commonest(scaled: &[Option<Option<i32>>]) -> Option<i32> {
    let count = |power: i32| scaled.iter().filter(|own| **own == Some(Some(power))).count();
    POWERS.into_iter().filter(|power| count(*power) > 0).max_by_key(|power| count(*power))
}

fn weights(
    context: &Context<'_>,
    table: &Tabulation<'_>,
    mending: &mut Mending,
    found: &mut Vec<Diagnostic>,
) {
    let ratio = |r: &Record| if r.n == 0 { 0.0 } else { r.n_weighted / f64::from(r.n) };
    let mut totals: Vec<f64> = table
        .distributions
        .iter()
        .filter(|d| d.by.is_empty())
        .map(|d| ratio(table.first(d)))
        .filter(|ratio| *ratio > 0.0)
        .collect();
    totals.sort_by(f64::total_cmp);
    let Some(usual) = totals.get(totals.len() / 2).copied() else { return };
    let mut first = None;
    let mut count = 0;
    let mut changed = Vec::new();
    for (row, record) in rows(table, mending) {
        let own = ratio(record) / usual;
        if let Some(power) = power_of_ten(own).filter(|power| power.abs() >= LEAST_POWER) {
            first.get_or_insert((row, own));
            count += 1;
            changed.push((row, Change::Weighted(factor(power))));
        }
    }
    mending.changed.append(&mut changed);
    if let Some((row, own)) = first {
        let message = say!("weights-mixed", times = times(own); rows = count);
        let fault = Diagnostic::new(Code::ColumnUnit, message).at(table.pointer(row, "n_weighted"));
        found.push(fault.hint(say!("hint-weights-mixed")));
        return;
    }
    grossed_up(context, table, usual, found);
}

/// How many times as large, in few digits.
fn times(ratio: f64) -> String {
    if ratio >= 1.0 { format!("{ratio:.0}") } else { shown(ratio) }
}

/// A mean weight that is neither one nor what grosses the interviews up to the population.
fn grossed_up(context: &Context<'_>, table: &Tabulation<'_>, usual: f64, found: &mut Vec<Diagnostic>) {
    let near = |ratio: f64| (1.0 / PLAIN_WEIGHT..=PLAIN_WEIGHT).contains(&ratio);
    let people = context.study.sample.population_size.map(float);
    let interviews = table.interviews().map(f64::from).filter(|n| *n > 0.0);
    let grosses = people.zip(interviews).is_some_and(|(people, n)| near(usual / (people / n)));
    if near(usual) || grosses {
        return;
    }
    let Some(total) = table.distributions.iter().find(|d| d.by.is_empty() && table.first(d).n > 0) else {
        return;
    };
    let record = table.first(total);
    let message = say!(
        "weights-unit",
        what = called(total),
        n = record.n,
        n_weighted = record.n_weighted,
        times = times(usual)
    );
    let fault = Diagnostic::new(Code::ColumnUnit, message).at(table.pointer(total.rows[0], "n_weighted"));
    found.push(fault.hint(say!("hint-weights-unit")));
}
