//! Shares with their standard errors and design effects.
//!
//! The variance of a share is that of the ratio of two weighted totals, linearised (Taylor series; Särndal, Swensson &
//! Wretman 1992, Model Assisted Survey Sampling, 5.5): sums of `w (x − p) / W` by primary sampling unit, their variance
//! within the strata, units taken as drawn with replacement. A group is a domain: people outside of it count as zeros, so
//! that the units of the whole sample stand behind each group.
//!
//! The design effect that goes into the records is Kish's, n Σw² / (Σw)², where only weights are known, and the
//! linearised one where strata or clusters are named: the variance over that of a simple random sample of as many people
//! with replacement. A distribution has one: the variances of its shares added up, over those of the simple sample.

use super::cells::{Cells, Sum};
use super::design::Design;
use super::groups::Groups;
use super::units::{NONE, Question, Unit};
use crate::facts::stats::{effective_n, wilson};
use crate::quantity::whole;
use crate::study::results::{GroupCodes, Record};

/// A share as it was computed.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// Id of the question.
    pub question: String,
    /// Code of the item.
    pub item: Option<String>,
    /// Code of the answer.
    pub option: String,
    /// Breakdown and group; none is the whole sample.
    pub by: Option<(String, String)>,
    /// People in the base.
    pub n: u32,
    /// People who gave the answer.
    pub n_option: u32,
    /// Sum of the weights of the base.
    pub n_weighted: f64,
    /// Weighted share, 0–1.
    pub share: f64,
    /// Its linearised standard error, 0–1.
    pub standard_error: f64,
    /// Kish's design effect of the weights in the base.
    pub kish: f64,
    /// The share's own linearised design effect; none where nobody or everybody gave the answer.
    pub linearised: Option<f64>,
    /// The design effect that goes into the record.
    pub deff: f64,
}

/// Kish's design effect of weights: n Σw² / (Σw)² (Kish 1965, 11.7); 1 of none.
pub fn kish(weights: impl Iterator<Item = f64>) -> f64 {
    let (n, sum, squares) = weights.fold((0.0, 0.0, 0.0), |(n, s, q), w| (n + 1.0, s + w, q + w * w));
    if sum > 0.0 { n * squares / (sum * sum) } else { 1.0 }
}

/// Records and estimates of a question: by item, answer, then the whole sample and each group.
pub fn question(
    question: &Question<'_>,
    breakdowns: &[Groups<'_>],
    design: &Design,
    z: f64,
) -> (Vec<Record>, Vec<Estimate>) {
    let mut records = Vec::new();
    let mut estimates = Vec::new();
    let everyone = Groups::everyone(design.rows.len());
    let all: Vec<&Groups<'_>> = std::iter::once(&everyone).chain(breakdowns).collect();
    for distribution in question.distributions() {
        let units = &question.units[distribution];
        let counted: Vec<Vec<Shares>> = units
            .iter()
            .map(|unit| all.iter().map(|groups| shares(unit, groups, design)).collect())
            .collect();
        for (unit, counted_unit) in units.iter().zip(&counted) {
            for (option, code) in unit.options.iter().enumerate() {
                for (at, groups) in all.iter().enumerate() {
                    for (group, group_code) in groups.codes.iter().enumerate() {
                        let base = counted_unit[at].cells.bases[group];
                        if base.n == 0 {
                            continue;
                        }
                        let own = counted_unit[at].cells.answer(group, option);
                        let by = (at > 0).then(|| (groups.id.to_owned(), (*group_code).to_owned()));
                        let deff = deff(&counted, (at, group), base, design);
                        let estimate = Estimate {
                            question: question.id.to_owned(),
                            item: unit.item.map(str::to_owned),
                            option: (*code).to_owned(),
                            by,
                            n: base.n,
                            n_option: own.n,
                            n_weighted: base.weight,
                            share: own.weight / base.weight,
                            standard_error: counted_unit[at].variance(group, option).sqrt(),
                            kish: kish_of(base),
                            linearised: counted_unit[at].own_deff(group, option),
                            deff,
                        };
                        records.push(record(&estimate, z));
                        estimates.push(estimate);
                    }
                }
            }
        }
    }
    (records, estimates)
}

/// The record of an estimate, rounded as the contract's figures are read: the interval follows from the rounded share
/// and design effect, which stand beside it.
fn record(estimate: &Estimate, z: f64) -> Record {
    let deff = round(estimate.deff, 6);
    let share = round(estimate.share, 6);
    let (low, high) = wilson(share, effective_n(estimate.n, deff), z);
    Record {
        question: estimate.question.as_str().into(),
        item: estimate.item.as_deref().map(Into::into),
        option: estimate.option.as_str().into(),
        by: estimate.by.as_ref().map(|(breakdown, group)| GroupCodes::of(breakdown, group)),
        n: estimate.n,
        n_option: estimate.n_option,
        n_weighted: round(estimate.n_weighted, 4),
        deff,
        share,
        ci: (round(low, 6), round(high, 6)),
    }
}

/// A number rounded to decimal places, halves away from zero.
pub fn round(value: f64, digits: i32) -> f64 {
    let scale = 10f64.powi(digits);
    (value * scale).round() / scale
}

fn kish_of(base: Sum) -> f64 {
    let n = f64::from(base.n);
    if base.weight > 0.0 { n * base.square / (base.weight * base.weight) } else { 1.0 }
}

/// The design effect of a distribution in a group.
fn deff(counted: &[Vec<Shares>], (at, group): (usize, usize), base: Sum, design: &Design) -> f64 {
    // Rounding alone may put equal weights below 1.
    let kish = kish_of(base).max(1.0);
    if !design.is_complex {
        return kish;
    }
    let (mut variance, mut simple) = (0.0, 0.0);
    for unit in counted {
        let shares = &unit[at];
        for option in 0..shares.options {
            variance += shares.variance(group, option);
            simple += shares.simple(group, option);
        }
    }
    if simple > 0.0 && variance > 0.0 { variance / simple } else { kish }
}

/// A unit counted by a breakdown, with the variances of its shares.
struct Shares {
    cells: Cells,
    options: usize,
    variances: Vec<f64>,
}

impl Shares {
    fn variance(&self, group: usize, option: usize) -> f64 {
        self.variances.get(group * self.options + option).copied().unwrap_or_default()
    }

    /// The variance of a simple random sample of as many people, with replacement.
    fn simple(&self, group: usize, option: usize) -> f64 {
        let base = self.cells.bases[group];
        let share = self.cells.answer(group, option).weight / base.weight;
        share * (1.0 - share) / (f64::from(base.n) - 1.0).max(1.0)
    }

    fn own_deff(&self, group: usize, option: usize) -> Option<f64> {
        let simple = self.simple(group, option);
        (simple > 0.0).then(|| self.variance(group, option) / simple)
    }
}

fn shares(unit: &Unit<'_>, groups: &Groups<'_>, design: &Design) -> Shares {
    let options = unit.options.len();
    let cells = Cells::count(&unit.marks, &groups.group, &design.weights, (groups.count(), options));
    let variances = if design.cluster.is_empty() {
        people(unit, groups, design, &cells)
    } else {
        clusters(unit, groups, design, &cells)
    };
    Shares { cells, options, variances }
}

/// Variance within a stratum of `n` units, from the sum and the sum of squares of their values.
fn within(n: usize, sum: f64, squares: f64) -> f64 {
    let n = whole::float(n);
    if n > 1.0 { (n / (n - 1.0) * (squares - sum * sum / n)).max(0.0) } else { 0.0 }
}

/// Where everyone is a unit: sums of weights and of their squares by stratum are enough.
fn people(unit: &Unit<'_>, groups: &Groups<'_>, design: &Design, cells: &Cells) -> Vec<f64> {
    let (count, options) = (groups.count(), unit.options.len());
    let mut variances = vec![0.0; count * options];
    let strata: Vec<Cells> =
        if design.strata == 1 { vec![cells.clone()] } else { by_stratum(unit, groups, design) };
    for (stratum, own) in strata.iter().enumerate() {
        for group in 0..count {
            let whole = cells.bases[group].weight;
            for option in 0..options {
                let share = cells.answer(group, option).weight / whole;
                let (base, answer) = (own.bases[group], own.answer(group, option));
                let sum = (answer.weight - share * base.weight) / whole;
                let squares =
                    (answer.square * (1.0 - 2.0 * share) + share * share * base.square) / (whole * whole);
                variances[group * options + option] += within(design.sizes[stratum], sum, squares);
            }
        }
    }
    variances
}

/// The sums of each stratum: strata and groups counted together.
fn by_stratum(unit: &Unit<'_>, groups: &Groups<'_>, design: &Design) -> Vec<Cells> {
    let mut strata = Vec::with_capacity(design.strata);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); design.strata];
    design.stratum.iter().enumerate().for_each(|(at, stratum)| members[whole::count(*stratum)].push(at));
    for own in &members {
        let sizes = (groups.count(), unit.options.len());
        let pick = |list: &[u16]| own.iter().map(|at| list[*at]).collect::<Vec<u16>>();
        let weights: Vec<f64> = own.iter().map(|at| design.weights[*at]).collect();
        strata.push(Cells::count(&pick(&unit.marks), &pick(&groups.group), &weights, sizes));
    }
    strata
}

/// Where units are named: the values of each are added up first.
fn clusters(unit: &Unit<'_>, groups: &Groups<'_>, design: &Design, cells: &Cells) -> Vec<f64> {
    let (count, options) = (groups.count(), unit.options.len());
    let width = options + 1;
    // Of each unit and group: the base's weight, then each answer's.
    let mut sums = vec![0.0; design.clusters * count * width];
    for (person, mark) in unit.marks.iter().enumerate().filter(|(_, mark)| **mark != NONE) {
        let group = usize::from(groups.group[person]);
        if group >= count {
            continue;
        }
        let begin = (whole::count(design.cluster[person]) * count + group) * width;
        sums[begin] += design.weights[person];
        let mark = usize::from(*mark);
        if mark < options {
            sums[begin + 1 + mark] += design.weights[person];
        }
    }
    let mut variances = vec![0.0; count * options];
    let mut totals = vec![(0.0, 0.0); design.strata];
    for group in 0..count {
        let whole_weight = cells.bases[group].weight;
        for option in 0..options {
            let share = cells.answer(group, option).weight / whole_weight;
            totals.fill((0.0, 0.0));
            for (cluster, stratum) in design.cluster_strata.iter().enumerate() {
                let begin = (cluster * count + group) * width;
                let value = (sums[begin + 1 + option] - share * sums[begin]) / whole_weight;
                let total = &mut totals[whole::count(*stratum)];
                *total = (total.0 + value, total.1 + value * value);
            }
            let of_strata = totals.iter().zip(&design.sizes).map(|((sum, sq), n)| within(*n, *sum, *sq));
            variances[group * options + option] = of_strata.sum();
        }
    }
    variances
}

/// The linearised variance of a mean: `values` are the people's deviations times their weights over the sum of weights.
pub fn variance(values: &[f64], design: &Design) -> f64 {
    let mut units = vec![0.0; design.clusters];
    for (person, value) in values.iter().enumerate() {
        let unit = design.cluster.get(person).map_or(person, |cluster| whole::count(*cluster));
        units[unit] += value;
    }
    let strata = if design.cluster.is_empty() { &design.stratum } else { &design.cluster_strata };
    let mut totals = vec![(0.0, 0.0); design.strata];
    for (value, stratum) in units.iter().zip(strata) {
        let total: &mut (f64, f64) = &mut totals[whole::count(*stratum)];
        *total = (total.0 + value, total.1 + value * value);
    }
    totals.iter().zip(&design.sizes).map(|((sum, squares), n)| within(*n, *sum, *squares)).sum()
}
