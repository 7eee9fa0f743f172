//! `indices.json` and `risk.json`: values that the analysts compute from the results, by stage.

use indexmap::IndexMap;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{GroupCodes, Redefined, Stage, whole_number};
use crate::study::registry::Dated;
use crate::study::{Id, LocalizedText};

/// # Effectiveness indices
///
/// Effectiveness of the state bodies' work by direction: values with intervals (`indices.json`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indices {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// The indices, in the order of the report.
    pub indices: Vec<Index>,
}

/// An effectiveness index of one direction of the state bodies' work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// Identifies the index, e.g. "ix-social".
    pub id: Id,
    /// Direction that the index assesses; for the grant's term each direction counts once.
    pub direction: Direction,
    /// Name of the index, as printed.
    pub name: LocalizedText,
    /// How the value is computed, in words.
    pub formula: LocalizedText,
    /// What is measured in each component. Where it is given, the values are recomputed from the records
    /// and must agree.
    #[serde(default)]
    pub method: Option<IndexMethod>,
    /// Question items that enter the index, with their weights.
    #[serde(default)]
    pub components: Vec<Component>,
    /// Where formula or components were changed between two stages of results.
    #[serde(default)]
    pub redefined: Option<Redefined>,
    /// Values for the whole sample and for groups, by stage.
    pub values: Vec<IndexValue>,
}

/// Direction of the state bodies' work; all but "other" are named in the grant's terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Social policy.
    SocialPolicy,
    /// Youth policy.
    YouthPolicy,
    /// Security.
    Security,
    /// Law and order.
    LawAndOrder,
    /// Socio-political situation.
    SocioPolitical,
    /// Inter-ethnic harmony.
    InterEthnic,
    /// Not one of the grant's directions; does not count for its terms.
    Other,
}

/// What an index measures in each of its components; the components' values are added up by weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IndexMethod {
    /// Mean of the scale moved to 0–100, most positive 100; "hard to answer" and refusals are left out.
    MeanScore,
    /// Share of the positive answers, 0–100, of all who were asked.
    TopBox,
    /// Positive minus negative answers, −100–100, of all who were asked.
    NetBalance,
}

/// A question item that enters an index, with its weight.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// Id of the question.
    #[schemars(extend("x-refers" = "codebook-questions"))]
    pub question: Id,
    /// Code of the question item; leave out where the question has none.
    #[serde(default)]
    pub item: Option<String>,
    /// What it is called among the components, where the name of the question or item says something else: a higher
    /// value is better, of "Expectation of protests" it would be "Protests are unlikely".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<LocalizedText>,
    /// Weight in the index, 0–1; the weights of an index add up to 1.
    #[schemars(range(min = 0, max = 1))]
    pub weight: f64,
}

/// The value of an index for the whole sample or a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndexValue {
    /// Stage of the results from which the value was computed.
    pub stage: Stage,
    /// Breakdown id → group code, e.g. {"territory": "t-zhanashar"}; leave out for the whole sample.
    #[serde(default)]
    pub by: Option<GroupCodes>,
    /// Unweighted base of the value, respondents.
    #[serde(deserialize_with = "whole_number")]
    pub n: u32,
    /// Value of the index in points, 0–100; a net balance −100–100. Higher is better.
    #[schemars(range(min = -100, max = 100))]
    pub value: f64,
    /// Confidence interval of the value, lower and upper bound, in points.
    pub ci: (f64, f64),
}

/// # Protest risk of the territories
///
/// Scores of territories and of the whole city, with components and intervals (`risk.json`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// How the score is computed, in words.
    #[serde(default)]
    pub formula: Option<LocalizedText>,
    /// Components of the score with their weights.
    #[serde(default)]
    pub components: Vec<RiskComponent>,
    /// Scores of the whole city and of the territories, by stage.
    pub scores: Vec<RiskScore>,
}

/// A component of the risk score, e.g. distrust of local bodies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RiskComponent {
    /// Identifies the component, e.g. "rc-distrust".
    pub id: Id,
    /// Name of the component.
    pub label: LocalizedText,
    /// Weight in the score, 0–1; the weights add up to 1.
    #[schemars(range(min = 0, max = 1))]
    pub weight: f64,
    /// Question items that the component is tabulated from, with their weights in it; its value is 100 less their mean
    /// score.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Component>,
}

/// The risk score of a territory or of the whole city.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RiskScore {
    /// Stage of the results from which the score was computed.
    pub stage: Stage,
    /// Territory id; leave out for the whole city.
    #[serde(default)]
    #[schemars(extend("x-refers" = "territories-territories"))]
    pub territory: Option<Id>,
    /// Unweighted base: on a small one the score is not shown, or the territory gets no rank.
    #[serde(deserialize_with = "whole_number")]
    pub n: u32,
    /// Score in points, 0–100; higher is riskier.
    #[schemars(range(min = 0, max = 100))]
    pub score: f64,
    /// Confidence interval of the score, lower and upper bound, in points; decides tier and range of ranks.
    pub ci: (f64, f64),
    /// Component id → value in points, 0–100, e.g. {"rc-distrust": 46.2}.
    #[serde(default)]
    pub components: IndexMap<String, f64>,
}

impl Dated for Indices {
    fn cut_off(&mut self, _: Date) {
        // Values are of a stage: those of results still to come are not asked for.
        let Self { schema: _, indices: _ } = self;
    }
}

impl Dated for Risk {
    fn cut_off(&mut self, _: Date) {
        // Scores are of a stage: those of results still to come are not asked for.
        let Self { schema: _, formula: _, components: _, scores: _ } = self;
    }
}
