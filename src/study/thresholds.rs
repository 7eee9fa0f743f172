//! What decides whether a figure is shown, ranked, marked, suppressed, or enough: `templates/thresholds.toml`, and
//! what a study sets in its place where its customer demands it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::normal::upper_quantile;
use super::passport::TermId;
use crate::diag::{Arg, Code, Diagnostic, Location, Message, UiLanguage, say};
use crate::quantity::Percent;
use crate::source::{Assets, from_toml};

const PATH: &str = "thresholds.toml";
/// Levels of confidence that make sense, in per cent; the schema refuses others.
const LEVELS: std::ops::RangeInclusive<f64> = 50.0..=99.99;

/// Thresholds of the study, where its customer demands others than the program's. What is left out stays as in the
/// program.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StudyThresholds {
    /// Least unweighted base, respondents, on which a value is shown.
    #[serde(default)]
    #[schemars(range(min = 1, max = 10000))]
    pub reported_base: Option<u32>,
    /// Least unweighted base on which a group or territory is ranked; not below `reported_base`.
    #[serde(default)]
    #[schemars(range(min = 1, max = 10000))]
    pub ranked_base: Option<u32>,
    /// Least unweighted base that needs no mark; not below `ranked_base`.
    #[serde(default)]
    #[schemars(range(min = 1, max = 10000))]
    pub plain_base: Option<u32>,
    /// Least respondents of a cell that the public edition shows.
    #[serde(default)]
    #[schemars(range(min = 1, max = 100))]
    pub minimum_cell: Option<u32>,
    /// Width of a confidence interval, in points, above which it is marked.
    #[serde(default)]
    #[schemars(range(min = 1, max = 100))]
    pub wide_interval: Option<f64>,
    /// Share, per cent, from which the text tells of those who found it hard to answer or refused, of "other", "none
    /// of the above" and the neutral answers.
    #[serde(default)]
    #[schemars(range(min = 1, max = 100))]
    pub large_residual: Option<f64>,
    /// Level of the confidence intervals in the data and in the reports, per cent, e.g. 90.
    #[serde(default)]
    #[schemars(range(min = 50, max = 99.99))]
    pub confidence_level: Option<f64>,
    /// Least participants of a focus group that counts for the grant's term.
    #[serde(default)]
    #[schemars(range(min = 1, max = 100))]
    pub focus_group_size: Option<u32>,
    /// What the terms of the grant demand.
    #[serde(default)]
    pub terms: Vec<TermDemand>,
}

/// What a term of the grant demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermDemand {
    /// The term.
    pub term: TermId,
    /// How much or how many it demands at least.
    pub demand: u64,
}

/// The thresholds in force for a study.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// Least unweighted base, respondents, on which a value is shown.
    pub reported_base: u32,
    /// Least base on which a group or territory is ranked and tested, not below `reported_base`.
    pub ranked_base: u32,
    /// Least base that needs no mark, not below `ranked_base`.
    pub plain_base: u32,
    /// Least respondents of a cell that the public edition shows.
    pub minimum_cell: u32,
    /// Width of an interval, in points (0–100), above which it is marked.
    pub wide_interval: f64,
    /// Share, per cent, from which a residual or neutral answer is told in the text.
    pub large_residual: f64,
    /// Level of the confidence intervals.
    pub confidence_level: Percent,
    /// Two-sided quantile of the standard normal distribution at the level.
    pub z: f64,
    /// Least participants of a focus group that counts for the grant's term.
    pub focus_group_size: u32,
    /// What the terms of the grant demand at least, by term. Of a term that is absent all is demanded.
    pub terms: BTreeMap<TermId, u64>,
    /// What has to be there for a figure to be drawn.
    #[serde(skip_serializing)]
    pub figures: FigureLimits,
    /// How far figures that must agree may lie apart.
    #[serde(skip_serializing)]
    pub tolerances: Tolerances,
}

/// What has to be there for a figure to be drawn: with less it says nothing that a sentence does not.
#[derive(Debug, Clone, Copy, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureLimits {
    /// Distance of two values, in points, that is seen on a scale of a hundred.
    pub visible_change: f64,
    /// Things on a plane of two measures.
    pub points: usize,
    /// Days of fieldwork on a calendar.
    pub calendar_days: usize,
    /// Cases in rows and columns.
    pub counted: usize,
    /// Days on which views were counted.
    pub counts: usize,
    /// Findings beside their sources.
    pub findings: usize,
}

/// How far figures that must agree may lie apart, because they were rounded.
#[derive(Debug, Clone, Copy, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tolerances {
    /// Of the sum of a distribution's shares (0–1) from 1.
    pub share_sum: f64,
    /// Of a share (0–1) from the bounds of its own interval.
    pub share_in_interval: f64,
    /// Of an interval's bound (0–1) from the formula's, at the most.
    pub interval_bound: f64,
    /// Of a total's share (0–1) from the weighted mean of its groups.
    pub weighted_share: f64,
    /// Of a weighted base from another, in interviews.
    pub weighted_base: f64,
    /// The same as a share (0–1) of the base; the larger of the two holds.
    pub weighted_base_share: f64,
    /// Of a design effect from another, or from 1.
    pub design_effect: f64,
    /// Of the sum of an index's component weights from 1.
    pub component_weights: f64,
    /// Of an index value or risk score, in points, from its formula and its interval.
    pub score: f64,
    /// An answer of one in this many respondents or fewer may have a share of 0.
    pub zero_share_in: u32,
}

/// Two thresholds that stand in the wrong order, by their names and values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disorder {
    /// What must not be the larger.
    pub lower: (&'static str, u32),
    /// What must not be the smaller.
    pub upper: (&'static str, u32),
}

impl Disorder {
    /// What is wrong, as a sentence.
    pub fn message(&self) -> Message {
        let ((lower, one), (upper, other)) = (self.lower, self.upper);
        say!("threshold-order", lower = lower, one = one, upper = upper, other = other)
    }
}

impl Thresholds {
    /// Reads `thresholds.toml`.
    ///
    /// # Errors
    /// [`Code::ReportSettings`] where the file has another form or its values make no sense together.
    pub fn load(assets: &Assets) -> Result<Self, Diagnostic> {
        let hint = || say!("hint-compare-program");
        let found: Self = from_toml(PATH, &assets.text(PATH)?, Code::ReportSettings, hint())?;
        let fault = |message| {
            Err(Diagnostic::new(Code::ReportSettings, message).at(Location::file(PATH)).hint(hint()))
        };
        if let Some(disorder) = found.disorder() {
            return fault(disorder.message());
        }
        let level = found.confidence_level;
        if !(0.0..100.0).contains(&level.0) || (quantile(level) - found.z).abs() > 1e-6 {
            return fault(say!("threshold-quantile", level = level.0, z = found.z));
        }
        Ok(found)
    }

    /// The program's own, whatever a user's templates have in their place.
    pub fn embedded() -> Self {
        Self::load(&Assets::embedded()).unwrap_or_default()
    }

    /// These, with what a study sets in their place.
    #[must_use]
    pub fn with(&self, own: &StudyThresholds) -> Self {
        let StudyThresholds {
            reported_base,
            ranked_base,
            plain_base,
            minimum_cell,
            wide_interval,
            large_residual,
            confidence_level,
            focus_group_size,
            terms,
        } = own;
        let mut all = self.clone();
        all.reported_base = reported_base.unwrap_or(all.reported_base);
        all.ranked_base = ranked_base.unwrap_or(all.ranked_base);
        all.plain_base = plain_base.unwrap_or(all.plain_base);
        all.minimum_cell = minimum_cell.unwrap_or(all.minimum_cell);
        all.wide_interval = wide_interval.unwrap_or(all.wide_interval);
        all.large_residual = large_residual.unwrap_or(all.large_residual);
        all.focus_group_size = focus_group_size.unwrap_or(all.focus_group_size);
        all.terms.extend(terms.iter().map(|own| (own.term, own.demand)));
        let level = confidence_level.filter(|level| LEVELS.contains(level)).map(Percent);
        if let Some(level) = level.filter(|level| *level != all.confidence_level) {
            all.confidence_level = level;
            all.z = quantile(level);
        }
        all
    }

    /// The first two bases that stand in the wrong order.
    pub fn disorder(&self) -> Option<Disorder> {
        let bases = [
            ("reported_base", self.reported_base),
            ("ranked_base", self.ranked_base),
            ("plain_base", self.plain_base),
        ];
        let wrong = bases.windows(2).find(|pair| pair[0].1 > pair[1].1)?;
        Some(Disorder { lower: wrong[0], upper: wrong[1] })
    }

    /// Whether an interval, in points or per cent, is so wide that it has to be marked.
    pub fn is_wide(&self, low: f64, high: f64) -> bool {
        high - low > self.wide_interval
    }

    /// Whether so few gave an answer that they could be recognised; nobody cannot be.
    pub fn is_small_cell(&self, answers: u32) -> bool {
        (1..self.minimum_cell).contains(&answers)
    }

    /// What a term of the grant demands; `of_all` where all that there are are demanded.
    pub fn demand(&self, term: TermId, of_all: u64) -> u64 {
        self.terms.get(&term).copied().unwrap_or(of_all)
    }

    /// The thresholds that sentences name, by the names of their places. The last number of a class of bases has
    /// its own: 59 of 30–59.
    pub fn places(&self) -> [(&'static str, f64); 8] {
        let below = |base: u32| f64::from(base.saturating_sub(1));
        [
            ("reported_base", f64::from(self.reported_base)),
            ("ranked_base", f64::from(self.ranked_base)),
            ("last_starred", below(self.ranked_base)),
            ("last_thin", below(self.plain_base)),
            ("minimum_cell", f64::from(self.minimum_cell)),
            ("wide_interval", self.wide_interval),
            ("confidence_level", self.confidence_level.0),
            ("focus_group_size", f64::from(self.focus_group_size)),
        ]
    }

    /// The thresholds, demands and tolerances that descriptions name, as a language of the user interface prints
    /// them; small counts as numbers, by which a sentence may choose its words.
    pub fn printed(&self, language: UiLanguage) -> Vec<(&'static str, Arg)> {
        let (mark, group) = match language {
            UiLanguage::En => (".", ","),
            UiLanguage::Kk | UiLanguage::Ru => (",", "\u{A0}"),
        };
        let counts = [
            ("reported_base", self.reported_base),
            ("ranked_base", self.ranked_base),
            ("last_starred", self.ranked_base.saturating_sub(1)),
            ("plain_base", self.plain_base),
            ("last_thin", self.plain_base.saturating_sub(1)),
            ("minimum_cell", self.minimum_cell),
            ("focus_group_size", self.focus_group_size),
        ];
        let decimals = [
            ("confidence_level", self.confidence_level.0.to_string()),
            ("z", format!("{:.2}", self.z)),
            ("interval_bound", self.tolerances.interval_bound.to_string()),
            ("weighted_share", self.tolerances.weighted_share.to_string()),
            ("component_weights", self.tolerances.component_weights.to_string()),
        ];
        let grouped = |demand: u64| match (demand / 1000, demand % 1000) {
            (0, rest) => rest.to_string(),
            (thousands, rest) => format!("{thousands}{group}{rest:03}"),
        };
        let counts = counts.into_iter().map(|(name, count)| (name, Arg::Count(u64::from(count))));
        let decimals = decimals.into_iter().map(|(name, text)| (name, Arg::Text(text.replace('.', mark))));
        let demands = self.terms.iter().map(|(term, demand)| (term.as_str(), Arg::Text(grouped(*demand))));
        counts.chain(decimals).chain(demands).collect()
    }
}

/// Two-sided quantile of the standard normal distribution at a level.
fn quantile(level: Percent) -> f64 {
    upper_quantile((1.0 - level.share().0) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::{StudyThresholds, Thresholds};
    use crate::quantity::Percent;
    use crate::source::Assets;

    fn program() -> Thresholds {
        Thresholds::load(&Assets::embedded()).unwrap_or_else(|fault| panic!("{fault}"))
    }

    #[test]
    fn a_study_sets_what_it_names_and_no_more() {
        let own = StudyThresholds {
            reported_base: Some(50),
            confidence_level: Some(90.0),
            ..StudyThresholds::default()
        };
        let all = program().with(&own);
        assert_eq!((all.reported_base, all.ranked_base), (50, program().ranked_base));
        assert_eq!(all.confidence_level, Percent(90.0));
        assert!((all.z - 1.644_853_626_951_472).abs() < 1e-9);
        assert!((program().with(&StudyThresholds::default())) == program());
    }

    #[test]
    fn bases_out_of_order_are_found() {
        let own = StudyThresholds { reported_base: Some(80), ..StudyThresholds::default() };
        let found = program().with(&own).disorder().map(|d| (d.lower.0, d.upper.0));
        assert_eq!(found, Some(("reported_base", "ranked_base")));
        assert_eq!(program().disorder(), None);
    }

    #[test]
    fn cells_below_the_minimum_are_small_and_empty_ones_are_not() {
        let thresholds = program();
        let small: Vec<u32> = (0..6).filter(|n| thresholds.is_small_cell(*n)).collect();
        assert_eq!(small, [1, 2, 3, 4]);
        assert!(!thresholds.is_wide(40.0, 60.0) && thresholds.is_wide(40.0, 60.1));
    }
}
