//! Columns of too few decimals: 0.63 for 0.634 adds up to other sums, gives other intervals and other indices.
//!
//! What the rules allow for rounding is widened by what the decimals of the columns can do; where findings vanish with
//! it, the decimals were their cause.

use std::collections::BTreeMap;

use crate::check::context::{Context, Tabulation};
use crate::diag::{Code, Diagnostic, say};
use crate::study::Tolerances;
use crate::study::results::Record;

/// Most decimals that are taken for rounding; with four nothing is lost.
const MOST_DECIMALS: i32 = 3;
/// Values from which the decimals of a column can be told.
const LEAST_VALUES: usize = 5;
/// Columns of records that are rounded, by their names in the contract.
type Column = (&'static str, fn(&Record) -> [f64; 2]);
const COLUMNS: [Column; 4] = [
    ("share", |r| [r.share, r.share]),
    ("ci", |r| [r.ci.0, r.ci.1]),
    ("deff", |r| [r.deff, r.deff]),
    ("n_weighted", |r| [r.n_weighted, r.n_weighted]),
];
/// Rules whose findings rounding may bring about.
const RULES: [Code; 7] = [
    Code::ShareSum,
    Code::AnswerCount,
    Code::ShareOutsideInterval,
    Code::IntervalFormula,
    Code::BreakdownBase,
    Code::WeightedTotal,
    Code::IndexFormula,
];

/// What the decimals of the columns do.
pub struct Coarse {
    /// What the rules then allow for.
    pub tolerances: Tolerances,
    found: Vec<Diagnostic>,
}

/// The columns of few decimals; none where there are none.
pub fn coarse(context: &Context<'_>) -> Option<Coarse> {
    let mut units: BTreeMap<&str, f64> = BTreeMap::new();
    let mut found = Vec::new();
    for table in &context.tables {
        let columns: Vec<(&'static str, i32)> =
            COLUMNS.into_iter().filter_map(|(name, value)| Some((name, decimals(table, value)?))).collect();
        for (name, decimals) in &columns {
            let unit = units.entry(name).or_default();
            *unit = unit.max(10.0_f64.powi(-decimals));
        }
        found.extend(told(table, &columns));
    }
    let tolerances = widened(context.study.thresholds.tolerances, &units, longest(context));
    (!units.is_empty()).then_some(Coarse { tolerances, found })
}

impl Coarse {
    /// The findings where a rule has found less since more is allowed for; else those of before stand.
    pub fn explains(self, before: &[Diagnostic], after: &[Diagnostic]) -> Option<Vec<Diagnostic>> {
        let count = |found: &[Diagnostic]| found.iter().filter(|d| RULES.contains(&d.code)).count();
        (count(after) < count(before)).then_some(self.found)
    }
}

/// Whether a rule has found what rounding may bring about.
pub fn may_explain(found: &[Diagnostic]) -> bool {
    found.iter().any(|d| RULES.contains(&d.code))
}

/// The most answers of a distribution.
fn longest(context: &Context<'_>) -> f64 {
    let all = context.tables.iter().flat_map(|t| &t.distributions);
    crate::quantity::whole::float(all.map(|d| d.rows.len()).max().unwrap_or_default())
}

/// The decimals of a column, where there are few: the least with which all its values can be written.
fn decimals(table: &Tabulation<'_>, value: fn(&Record) -> [f64; 2]) -> Option<i32> {
    let values = || table.results.records.iter().flat_map(value).filter(|v| v.fract() != 0.0);
    if values().take(LEAST_VALUES).count() < LEAST_VALUES {
        return None;
    }
    fewest(table, value)
}

/// The least decimals with which all values of a column can be written, where they are few.
fn fewest(table: &Tabulation<'_>, value: fn(&Record) -> [f64; 2]) -> Option<i32> {
    let has = |number: f64, decimals: i32| {
        let scaled = number * 10.0_f64.powi(decimals);
        (scaled - scaled.round()).abs() < 1e-6
    };
    let all_have = |decimals: &i32| table.results.records.iter().flat_map(value).all(|v| has(v, *decimals));
    (0..=MOST_DECIMALS).find(all_have)
}

/// By how much the bound of an interval may be off where shares, bounds and design effects are rounded as those of a
/// table are, and no more than the rules allow for in any table.
pub fn interval_bound(table: &Tabulation<'_>, most: f64) -> f64 {
    let half = |value| 10.0_f64.powi(-fewest(table, value).unwrap_or(MOST_DECIMALS + 1)) / 2.0;
    of_bound(half(|r| [r.share; 2]), half(|r| [r.ci.0, r.ci.1]), half(|r| [r.deff; 2])).min(most)
}

/// How far a bound moves with a share, itself and a design effect: near the ends twice as far as its share, and by a
/// fifth of the design effect at most.
fn of_bound(share: f64, bound: f64, deff: f64) -> f64 {
    share * 2.0 + bound + deff / 5.0
}

/// What the rules allow for where values are off by half a unit of their columns.
fn widened(own: Tolerances, units: &BTreeMap<&str, f64>, answers: f64) -> Tolerances {
    let half = |name: &str| units.get(name).copied().unwrap_or_default() / 2.0;
    let (share, bound, deff) = (half("share"), half("ci"), half("deff"));
    let zero = if share > 0.0 { 0.2 / share } else { f64::INFINITY };
    Tolerances {
        share_sum: own.share_sum + share * answers,
        share_in_interval: own.share_in_interval + share + bound,
        interval_bound: own.interval_bound + of_bound(share, bound, deff),
        weighted_share: own.weighted_share + share * 2.0,
        weighted_base: own.weighted_base + half("n_weighted") * answers,
        design_effect: own.design_effect + deff,
        // Points of a mean score, 0 to 100, each answer off by half a unit.
        score: own.score + share * answers * 50.0,
        zero_share_in: own.zero_share_in.min(crate::quantity::whole::nearest_unsigned(zero)),
        ..own
    }
}

/// The column with the fewest decimals, where there are fewer than the rules allow for by themselves.
fn told(table: &Tabulation<'_>, columns: &[(&'static str, i32)]) -> Option<Diagnostic> {
    let few = |name: &str| match name {
        "share" | "ci" => 2,
        "deff" => 1,
        _ => 0,
    };
    let columns: Vec<(&'static str, i32)> = columns.iter().copied().filter(|c| c.1 <= few(c.0)).collect();
    let (name, decimals) = columns.first()?;
    let row = table.results.records.iter().position(|r| r.share > 0.0 && r.share < 1.0)?;
    let names: Vec<&str> = columns.iter().filter(|c| c.1 <= *decimals).map(|c| c.0).collect();
    let message = say!(
        "column-decimals", columns = names.join("`, `");
        number = names.len(), decimals = usize::try_from(*decimals).unwrap_or_default()
    );
    let fault = Diagnostic::new(Code::ColumnUnit, message).at(table.pointer(row, name));
    Some(fault.hint(say!("hint-column-decimals")))
}
