//! The statistics of the reports, each with its source.

use serde::Serialize;

use crate::study::survey::Outcomes;

/// Two-sided 95 % quantile of the standard normal distribution.
pub const Z95: f64 = 1.959_963_984_540_054;

/// Wilson score interval of a share on the effective sample size.
///
/// `share` 0..1, `n_eff` = n / deff > 0. Source: Wilson (1927), JASA 22(158); n_eff in place of n
/// after Korn & Graubard (1998). Returns bounds 0..1.
pub fn wilson(share: f64, n_eff: f64) -> (f64, f64) {
    if n_eff <= 0.0 {
        return (0.0, 1.0);
    }
    let z2 = Z95 * Z95;
    let centre = share + z2 / (2.0 * n_eff);
    let spread = Z95 * (share * (1.0 - share) / n_eff + z2 / (4.0 * n_eff * n_eff)).sqrt();
    let scale = 1.0 + z2 / n_eff;
    (((centre - spread) / scale).max(0.0), ((centre + spread) / scale).min(1.0))
}

/// 95 % interval of a net balance (positive − negative share), in the unit of the shares.
///
/// Variance of the difference of two shares of one multinomial sample: (p + q − (p − q)²) / n_eff.
pub fn net_interval(positive: f64, negative: f64, n_eff: f64) -> (f64, f64) {
    let net = positive - negative;
    if n_eff <= 0.0 {
        return (-1.0, 1.0);
    }
    let spread = Z95 * ((positive + negative - net * net).max(0.0) / n_eff).sqrt();
    ((net - spread).max(-1.0), (net + spread).min(1.0))
}

/// Whether two independent shares differ: two-sided z-test on effective sizes with pooled variance,
/// at 5 % divided by `comparisons` (Bonferroni).
pub fn differ(a: (f64, f64), b: (f64, f64), comparisons: usize) -> bool {
    let ((p, m), (q, n)) = (a, b);
    if m <= 0.0 || n <= 0.0 {
        return false;
    }
    let pooled = (p * m + q * n) / (m + n);
    let error = (pooled * (1.0 - pooled) * (1.0 / m + 1.0 / n)).sqrt();
    error > 0.0 && (p - q).abs() / error > critical(comparisons)
}

/// Upper quantile for 0.05 / (2 · comparisons): Abramowitz & Stegun 26.2.23, error below 4.5·10⁻⁴.
#[allow(clippy::cast_precision_loss)]
fn critical(comparisons: usize) -> f64 {
    let tail = 0.025 / comparisons.max(1) as f64;
    let t = (-2.0 * tail.ln()).sqrt();
    let numerator = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let denominator = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    t - numerator / denominator
}

/// AAPOR response rate 1, in per cent: I / ((I + P) + (R + NC + O) + U).
/// Source: AAPOR Standard Definitions, 10th ed. (2023).
pub fn response_rate_1(o: &Outcomes) -> f64 {
    let all = [o.complete, o.partial, o.refusal, o.non_contact, o.other, o.unknown];
    rate(o.complete, &all)
}

/// Participation rate of a quota sample, in per cent: complete interviews among eligible persons who
/// were spoken to, I / (I + P + R).
pub fn participation_rate(o: &Outcomes) -> f64 {
    rate(o.complete, &[o.complete, o.partial, o.refusal])
}

fn rate(part: u32, all: &[u32]) -> f64 {
    let all: f64 = all.iter().map(|n| f64::from(*n)).sum();
    if all > 0.0 { 100.0 * f64::from(part) / all } else { 0.0 }
}

/// Rounds per cent values to one decimal so that they still add up to their rounded sum
/// (largest remainder, Hamilton's method); the order decides between equal remainders.
pub fn round_together(values: &[f64]) -> Vec<f64> {
    let scaled: Vec<f64> = values.iter().map(|v| v * 10.0).collect();
    let mut units: Vec<f64> = scaled.iter().map(|v| (v + 1e-9).floor()).collect();
    let target = (scaled.iter().sum::<f64>() + 0.5).floor();
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| (scaled[*b] - units[*b]).total_cmp(&(scaled[*a] - units[*a])));
    let mut missing = target - units.iter().sum::<f64>();
    for i in order {
        if missing < 0.5 {
            break;
        }
        units[i] += 1.0;
        missing -= 1.0;
    }
    units.iter().map(|u| u / 10.0).collect()
}

/// The arithmetic mean; nothing of no values.
#[allow(clippy::cast_precision_loss, reason = "counts of values lie far below 2^52")]
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Rounds a per cent value half away from zero to one decimal.
pub fn round_tenth(value: f64) -> f64 {
    ((value.abs() * 10.0 + 0.5 + 1e-9).floor() / 10.0).copysign(value)
}

/// Whether a 95 % interval, in points or per cent, is so wide that it has to be flagged.
pub fn is_wide(low: f64, high: f64) -> bool {
    high - low > 20.0
}

/// What a base allows to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// Under 30: not shown, not ranked.
    Hidden,
    /// 30–59: starred, not ranked.
    Starred,
    /// 60–99: shown with its interval.
    Thin,
    /// From 100: shown plainly.
    Plain,
}

impl Base {
    pub fn of(n: u32) -> Self {
        match n {
            0..30 => Self::Hidden,
            30..60 => Self::Starred,
            60..100 => Self::Thin,
            _ => Self::Plain,
        }
    }

    pub fn is_shown(self) -> bool {
        self != Self::Hidden
    }

    pub fn is_ranked(self) -> bool {
        matches!(self, Self::Thin | Self::Plain)
    }
}

/// Whether so few gave an answer that they could be recognised: one to four respondents.
///
/// The threshold of five is the usual one of statistical offices for counts (Handbook on Statistical
/// Disclosure Control, ESSnet 2010, section 4.2).
pub fn is_small_cell(answers: u32) -> bool {
    (1..5).contains(&answers)
}

/// Range of ranks (1 = highest) that each estimate may have, from its interval against the others'.
///
/// Rank at best: one more than the number of intervals wholly above; at worst: all but those wholly
/// below. Source: Goldstein & Spiegelhalter (1996), JRSS A 159(3), with plain 95 % intervals.
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

    #[test]
    fn wilson_golden_value() {
        let (low, high) = wilson(0.634, 2500.0 / 1.5);
        assert_eq!((round_tenth(low * 100.0), round_tenth(high * 100.0)), (61.1, 65.7));
        assert!(wilson(0.0, 50.0).0 < 1e-12);
        assert!(wilson(1.0, 50.0).1 > 1.0 - 1e-12);
    }

    #[test]
    fn rounded_shares_keep_their_sum() {
        let rounded = round_together(&[33.333, 33.333, 33.334]);
        assert!((rounded.iter().sum::<f64>() - 100.0).abs() < 1e-9, "{rounded:?}");
        assert_eq!(round_together(&[12.25, 12.25, 75.5]), [12.3, 12.2, 75.5]);
        assert_eq!(round_together(&[]), Vec::<f64>::new());
    }

    #[test]
    fn the_z_test_knows_small_from_large_differences() {
        assert!(differ((0.582, 300.0), (0.276, 700.0), 1));
        assert!(!differ((0.50, 300.0), (0.52, 300.0), 1));
        assert!((critical(1) - 1.96).abs() < 1e-3);
        assert!((critical(10) - 2.807).abs() < 2e-3);
    }

    #[test]
    fn ranks_overlap_where_intervals_do() {
        let ranks = rank_ranges(&[(50.0, 60.0), (55.0, 65.0), (10.0, 20.0)]);
        assert_eq!(ranks, [(1, 2), (1, 2), (3, 3)]);
    }

    #[test]
    fn an_interval_is_flagged_above_twenty_points() {
        assert!(!is_wide(40.0, 60.0) && is_wide(40.0, 60.1));
    }

    #[test]
    fn cells_of_one_to_four_are_small() {
        assert_eq!((0..6).filter(|n| is_small_cell(*n)).collect::<Vec<u32>>(), [1, 2, 3, 4]);
    }

    #[test]
    fn bases_follow_the_thresholds() {
        let classes: Vec<Base> = [29, 30, 59, 60, 99, 100].into_iter().map(Base::of).collect();
        use Base::{Hidden, Plain, Starred, Thin};
        assert_eq!(classes, [Hidden, Starred, Starred, Thin, Thin, Plain]);
    }
}
