//! The statistics of the reports, each with its source.

use serde::Serialize;

use crate::quantity::{Percent, whole};
use crate::study::survey::Outcomes;
use crate::study::{Thresholds, upper_quantile};

/// Effective sample size: n / deff (Kish 1965, Survey Sampling, 8.2), where `deff` is a ratio of variances.
pub fn effective_n(n: u32, deff: f64) -> f64 {
    f64::from(n) / deff.max(f64::MIN_POSITIVE)
}

/// Wilson score interval of a share on the effective sample size.
///
/// `share` 0–1, `n_eff` = n / deff > 0, `z` the two-sided normal quantile of the level. Source: Wilson (1927), JASA
/// 22(158); n_eff in place of n after Korn & Graubard (1998). Returns bounds 0–1.
pub fn wilson(share: f64, n_eff: f64, z: f64) -> (f64, f64) {
    if n_eff <= 0.0 {
        return (0.0, 1.0);
    }
    let z2 = z * z;
    let centre = share + z2 / (2.0 * n_eff);
    let spread = z * (share * (1.0 - share) / n_eff + z2 / (4.0 * n_eff * n_eff)).sqrt();
    let scale = 1.0 + z2 / n_eff;
    (((centre - spread) / scale).max(0.0), ((centre + spread) / scale).min(1.0))
}

/// Interval of a net balance (positive − negative share), in the unit of the shares; `z` as in [`wilson`].
///
/// Variance of the difference of two shares of one multinomial sample: (p + q − (p − q)²) / n_eff.
pub fn net_interval(positive: f64, negative: f64, n_eff: f64, z: f64) -> (f64, f64) {
    let net = positive - negative;
    if n_eff <= 0.0 {
        return (-1.0, 1.0);
    }
    let spread = z * ((positive + negative - net * net).max(0.0) / n_eff).sqrt();
    ((net - spread).max(-1.0), (net + spread).min(1.0))
}

/// Largest half-width of an interval by the normal approximation, of a share of one half; `z` as in [`wilson`].
pub fn largest_margin(n: u32, deff: f64, z: f64) -> Percent {
    Percent(100.0 * z * (0.25 * deff / f64::from(n.max(1))).sqrt())
}

/// Statistic of the two-sided z-test of two independent shares, with pooled variance, without its sign; 0 where there is
/// nothing to test. `a` and `b` are shares (0–1) with their effective sizes n / deff in the place of n.
/// Source: Agresti (2013), Categorical Data Analysis, 3.2; effective sizes after Kish (1965), Survey Sampling, 8.2.
pub fn z_statistic(a: (f64, f64), b: (f64, f64)) -> f64 {
    let ((p, m), (q, n)) = (a, b);
    if m <= 0.0 || n <= 0.0 {
        return 0.0;
    }
    let pooled = (p * m + q * n) / (m + n);
    let error = (pooled * (1.0 - pooled) * (1.0 / m + 1.0 / n)).sqrt();
    if error > 0.0 { (p - q).abs() / error } else { 0.0 }
}

/// Which of several two-sided tests are proven together, so that none is wrongly with the certainty of `level`; by their
/// statistics z ≥ 0. The largest has to pass at the error divided by the number of all, the next at that divided by
/// one less, up to the first that does not. Source: Holm (1979), Scandinavian Journal of Statistics 6(2).
pub fn holm(statistics: &[f64], level: Percent) -> Vec<bool> {
    let mut order: Vec<usize> = (0..statistics.len()).collect();
    order.sort_by(|a, b| statistics[*b].total_cmp(&statistics[*a]));
    let mut proven = vec![false; statistics.len()];
    for (done, place) in order.into_iter().enumerate() {
        if statistics[place] <= critical(statistics.len() - done, level) {
            break;
        }
        proven[place] = true;
    }
    proven
}

/// The normal quantile that leaves half of the error, divided by the comparisons, to either side.
fn critical(comparisons: usize, level: Percent) -> f64 {
    upper_quantile((1.0 - level.share().0) / 2.0 / whole::float(comparisons.max(1)))
}

/// AAPOR response rate 1, in per cent: I / ((I + P) + (R + NC + O) + U).
/// Source: AAPOR Standard Definitions, 10th ed. (2023).
pub fn response_rate_1(o: &Outcomes) -> Percent {
    let all = [o.complete, o.partial, o.refusal, o.non_contact, o.other, o.unknown];
    rate(o.complete, &all)
}

/// Participation rate of a quota sample, in per cent: complete interviews among eligible persons who
/// were spoken to, I / (I + P + R).
pub fn participation_rate(o: &Outcomes) -> Percent {
    rate(o.complete, &[o.complete, o.partial, o.refusal])
}

fn rate(part: u32, all: &[u32]) -> Percent {
    let all: f64 = all.iter().map(|n| f64::from(*n)).sum();
    Percent(if all > 0.0 { 100.0 * f64::from(part) / all } else { 0.0 })
}

/// The arithmetic mean; nothing of no values.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / whole::float(values.len()))
}

/// What a base allows to be shown; the limits are [`Thresholds`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// Below the least base that is reported: not shown, not ranked.
    Hidden,
    /// Below the least base that is ranked: starred, not ranked.
    Starred,
    /// Below the least base that needs no mark: shown with its interval.
    Thin,
    /// Shown plainly.
    Plain,
}

impl Base {
    /// The class of an unweighted base.
    pub fn of(n: u32, thresholds: &Thresholds) -> Self {
        if n < thresholds.reported_base {
            Self::Hidden
        } else if n < thresholds.ranked_base {
            Self::Starred
        } else if n < thresholds.plain_base {
            Self::Thin
        } else {
            Self::Plain
        }
    }

    /// Whether values on it are shown at all.
    pub fn is_shown(self) -> bool {
        self != Self::Hidden
    }

    /// Whether values on it are ranked and tested.
    pub fn is_ranked(self) -> bool {
        matches!(self, Self::Thin | Self::Plain)
    }
}

/// Range of ranks (1 = highest) that each estimate may have, from its interval against the others'.
///
/// Rank at best: one more than the number of intervals wholly above; at worst: all but those wholly
/// below. Source: Goldstein & Spiegelhalter (1996), JRSS A 159(3), with plain intervals.
pub fn rank_ranges(intervals: &[(f64, f64)]) -> Vec<(usize, usize)> {
    intervals
        .iter()
        .map(|(low, high)| {
            let above = intervals.iter().filter(|o| o.0 > *high).count();
            let below = intervals.iter().filter(|o| o.1 < *low).count();
            (above + 1, intervals.len() - below)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEVEL: Percent = Percent(95.0);
    const Z95: f64 = 1.959_963_984_540_054;

    #[test]
    fn wilson_golden_value() {
        let (low, high) = wilson(0.634, effective_n(2500, 1.5), Z95);
        assert_eq!(
            (format!("{:.1}", low * 100.0), format!("{:.1}", high * 100.0)),
            ("61.1".to_owned(), "65.7".to_owned())
        );
        assert!(wilson(0.0, 50.0, Z95).0 < 1e-12);
        assert!(wilson(1.0, 50.0, Z95).1 > 1.0 - 1e-12);
    }

    #[test]
    fn the_z_test_knows_small_from_large_differences() {
        assert!((z_statistic((0.6, 200.0), (0.5, 200.0)) - 2.0101).abs() < 1e-4);
        assert_eq!(z_statistic((0.0, 200.0), (0.0, 200.0)), 0.0, "all equal");
        assert_eq!(z_statistic((0.6, 0.0), (0.5, 200.0)), 0.0, "no base");
        assert!((critical(1, LEVEL) - 1.96).abs() < 1e-3);
        assert!((critical(10, LEVEL) - 2.807).abs() < 2e-3);
    }

    #[test]
    fn holm_goes_down_to_the_first_that_does_not_pass() {
        // As R: p.adjust(2 * pnorm(-z), "holm") < 0.05; the critical values are 2.394, 2.241, 1.960.
        assert_eq!(holm(&[2.0, 2.5, 2.3], LEVEL), [true, true, true]);
        assert_eq!(holm(&[2.0, 2.5, 2.2], LEVEL), [false, true, false]);
        assert_eq!(holm(&[2.3, 2.3, 2.3], LEVEL), [false, false, false]);
        assert!(holm(&[], LEVEL).is_empty());
    }

    #[test]
    fn ranks_overlap_where_intervals_do() {
        let ranks = rank_ranges(&[(50.0, 60.0), (55.0, 65.0), (10.0, 20.0)]);
        assert_eq!(ranks, [(1, 2), (1, 2), (3, 3)]);
    }

    #[test]
    fn bases_follow_the_thresholds() {
        let thresholds = Thresholds::embedded();
        let classes: Vec<Base> =
            [29, 30, 59, 60, 99, 100].into_iter().map(|n| Base::of(n, &thresholds)).collect();

        use Base::{Hidden, Plain, Starred, Thin};
        assert_eq!(classes, [Hidden, Starred, Starred, Thin, Thin, Plain]);
    }
}
