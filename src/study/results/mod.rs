//! What came out: results as tidy records ([`Results`]), what their codes mean ([`Codebook`]), and the indices and
//! risk scores computed from them ([`Indices`], [`Risk`]).

mod codebook;
mod group_codes;
mod records;
mod scores;

use std::sync::Arc;

use ecow::EcoString;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::registry::Dated;
use crate::quantity::whole;

pub use codebook::{
    AnswerOption, AnswerRole, Breakdown, BreakdownGroup, Codebook, Coded, Question, QuestionItem,
    QuestionKind, Redefined, Sides, TopicBlock,
};
pub use group_codes::GroupCodes;
pub use records::Records;
pub use scores::{
    Component, Direction, Index, IndexMethod, IndexValue, Indices, Risk, RiskComponent, RiskScore,
};

/// # Results of one stage of analysis
///
/// Tidy records with weighted shares, one for each question item × answer × group (`results/*.json`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Results {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// Preliminary or final results.
    pub stage: Stage,
    /// Day on which the records were ready, YYYY-MM-DD; a document uses the latest as of its cut-off.
    pub date: Date,
    /// First and last day of the interviews tabulated here.
    pub collected: Period,
    /// How the design effects of the records were found; left out, by Kish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub design_effect: Option<DesignEffect>,
    /// The records themselves; or name their CSV table in `records_file`.
    #[serde(default)]
    #[schemars(with = "Vec<Record>")]
    pub records: Records,
    /// Name of a CSV table beside this file that holds the records, e.g. "final.csv".
    #[serde(default)]
    pub records_file: Option<String>,
    /// Path of the file in the study folder, set on loading.
    #[serde(skip)]
    pub path: String,
}

impl Results {
    /// Path of the file in which the records stand.
    pub fn records_path(&self) -> String {
        match (&self.records_file, self.path.rsplit_once('/')) {
            (None, _) => self.path.clone(),
            (Some(name), Some((folder, _))) => format!("{folder}/{name}"),
            (Some(name), None) => name.clone(),
        }
    }
}

/// How design effects are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DesignEffect {
    /// From the weights alone: n Σw² / (Σw)² (Kish).
    Kish,
    /// From strata and sampling units, by Taylor linearisation.
    Linearised,
}

/// Stage of the analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Preliminary results, marked as such in the reports.
    Preliminary,
    /// Final results.
    Final,
}

impl Stage {
    /// The stage as it stands in the data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Preliminary => "preliminary",
            Self::Final => "final",
        }
    }
}

/// A span of days, first and last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day, YYYY-MM-DD.
    pub start: Date,
    /// Last day, YYYY-MM-DD.
    pub end: Date,
}

/// The result for one question item × answer × group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Id of the question.
    #[schemars(extend("x-refers" = "codebook-questions"))]
    #[schemars(with = "String")]
    pub question: EcoString,
    /// Code of the question item; leave out where the question has none.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub item: Option<EcoString>,
    /// Code of the answer.
    #[schemars(with = "String")]
    pub option: EcoString,
    /// Breakdown id → group code, e.g. {"age": "18-29"}; null is the total. Tables use one at a time.
    #[serde(default)]
    pub by: Option<GroupCodes>,
    /// Unweighted base: respondents in this group who were asked. On a small one the values are not shown.
    #[serde(deserialize_with = "whole_number")]
    pub n: u32,
    /// Unweighted number of respondents who gave this answer.
    #[serde(deserialize_with = "whole_number")]
    pub n_option: u32,
    /// Weighted base: sum of the weights of the respondents counted in `n`.
    #[schemars(range(min = 0))]
    pub n_weighted: f64,
    /// Design effect: variance ratio, n / n_eff (Kish); 1 where no weights are used.
    #[schemars(range(min = 0))]
    pub deff: f64,
    /// Weighted share of the base, 0–1, e.g. 0.634 for 63.4 %.
    #[schemars(range(min = 0, max = 1))]
    pub share: f64,
    /// Confidence interval of the share, lower and upper bound, 0–1: Wilson on n_eff = n / deff.
    pub ci: (f64, f64),
}

impl Record {
    /// Whether it is of a question's item in a group; no group is the whole sample.
    pub fn is_of(&self, question: &str, item: Option<&str>, by: Option<&GroupCodes>) -> bool {
        self.question == question && self.item.as_deref() == item && self.by.as_ref() == by
    }

    /// Whether its answer is one of some.
    pub fn is_one_of(&self, options: &[String]) -> bool {
        options.iter().any(|code| self.option == code.as_str())
    }
}

/// A whole number of people, where a number is one.
pub fn count(number: f64) -> Option<u32> {
    let is_whole = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
    is_whole.then(|| whole::nearest_unsigned(number))
}

/// A count that may be written with a decimal point, as pandas writes whole numbers of a column that once
/// had gaps: 1888.0.
fn whole_number<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    struct Whole;

    impl serde::de::Visitor<'_> for Whole {
        type Value = u32;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a whole number of people")
        }

        fn visit_u64<E: serde::de::Error>(self, n: u64) -> Result<u32, E> {
            u32::try_from(n).map_err(|_| E::invalid_value(serde::de::Unexpected::Unsigned(n), &self))
        }

        fn visit_f64<E: serde::de::Error>(self, n: f64) -> Result<u32, E> {
            count(n).ok_or_else(|| E::invalid_value(serde::de::Unexpected::Float(n), &self))
        }
    }

    deserializer.deserialize_u32(Whole)
}

impl Dated for Vec<Arc<Results>> {
    fn cut_off(&mut self, day: Date) {
        self.retain(|results| results.date <= day);
    }
}
