//! What was asked and what came out: codebook, tidy result records, indices, risk scores.

use indexmap::IndexMap;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Id, Text};

/// `codebook.json`: blocks of topics, breakdowns, questions with their answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Codebook {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// Topics in the order of the report.
    pub blocks: Vec<TopicBlock>,
    #[serde(default)]
    pub breakdowns: Vec<Breakdown>,
    pub questions: Vec<Question>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicBlock {
    pub id: Id,
    pub title: Text,
}

/// A variable by which results are broken down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Breakdown {
    pub id: Id,
    pub label: Text,
    pub groups: Vec<Coded>,
}

/// A code with its label.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coded {
    pub code: String,
    pub label: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: Id,
    #[serde(rename = "type")]
    pub kind: QuestionKind,
    /// Topic block.
    pub block: Id,
    /// Full wording, as asked.
    pub text: Text,
    /// Short name for headings and sentences.
    #[serde(default)]
    pub short: Option<Text>,
    /// Who was asked, where not everyone.
    #[serde(default)]
    pub base: Option<Text>,
    /// Answers. For a multiple-answer question with items: the one code that means "selected".
    pub options: Vec<AnswerOption>,
    /// Statements or objects that share the question's wording and answers.
    #[serde(default)]
    pub items: Vec<QuestionItem>,
}

/// A statement or object of a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionItem {
    pub code: String,
    /// Left out where the item is the question itself.
    #[serde(default)]
    pub label: Option<Text>,
    /// Of a multiple-answer question's items: "other", "dont-know" and "refused" stand last and apart.
    #[serde(default)]
    pub role: Option<AnswerRole>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// One answer.
    Single,
    /// Several answers; shares add up to more than 100 %.
    Multiple,
    /// An ordered scale.
    Scale,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerOption {
    pub code: String,
    pub label: Text,
    #[serde(default)]
    pub role: Option<AnswerRole>,
}

/// What an answer means for charts and indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerRole {
    Positive,
    Neutral,
    Negative,
    /// Hard to answer.
    DontKnow,
    Refused,
    /// The item was chosen (multiple answers).
    Selected,
    /// "Other": drawn last.
    Other,
}

impl AnswerRole {
    /// Outside the scale: drawn in grey, apart.
    pub fn is_apart(self) -> bool {
        matches!(self, Self::DontKnow | Self::Refused)
    }
}

/// `results/<name>.json`: tidy records of one stage of analysis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Results {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    pub stage: Stage,
    /// Day on which these records were ready; a deliverable uses the latest ones before its cut-off.
    pub date: Date,
    /// First and last day of the interviews tabulated here.
    pub collected: Period,
    pub records: Vec<Record>,
    /// Path of the file in the study folder, set on loading.
    #[serde(skip)]
    pub path: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    Preliminary,
    Final,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    pub start: Date,
    pub end: Date,
}

/// One question item × answer × group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    pub question: String,
    #[serde(default)]
    pub item: Option<String>,
    pub option: String,
    /// Breakdown id → group code; null is the total.
    #[serde(default)]
    pub by: Option<IndexMap<String, String>>,
    /// Unweighted base: respondents who were asked in this group.
    pub n: u32,
    /// Unweighted number who gave this answer.
    pub n_option: u32,
    /// Weighted base.
    #[schemars(range(min = 0))]
    pub n_weighted: f64,
    /// Design effect: variance ratio, n / n_eff (Kish).
    #[schemars(range(min = 0))]
    pub deff: f64,
    /// Weighted share of the base, 0..1.
    #[schemars(range(min = 0, max = 1))]
    pub share: f64,
    /// 95 % interval of the share: Wilson on n_eff = n / deff.
    pub ci: (f64, f64),
}

/// `indices.json`: effectiveness indices of the state bodies' work.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indices {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    pub indices: Vec<Index>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Index {
    pub id: Id,
    pub direction: Direction,
    pub name: Text,
    /// How the value is computed, in words.
    pub formula: Text,
    /// Question items that enter the index.
    #[serde(default)]
    pub components: Vec<Component>,
    pub values: Vec<IndexValue>,
}

/// The directions that the grant's terms name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    SocialPolicy,
    YouthPolicy,
    Security,
    LawAndOrder,
    SocioPolitical,
    InterEthnic,
    /// Not one of the grant's directions; does not count for its terms.
    Other,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Component {
    pub question: Id,
    #[serde(default)]
    pub item: Option<String>,
    /// Weight in the index; weights of an index add up to 1.
    #[schemars(range(min = 0, max = 1))]
    pub weight: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndexValue {
    pub stage: Stage,
    #[serde(default)]
    pub by: Option<IndexMap<String, String>>,
    pub n: u32,
    /// 0–100.
    #[schemars(range(min = 0, max = 100))]
    pub value: f64,
    /// 95 % interval.
    pub ci: (f64, f64),
}

/// `risk.json`: protest risk of the territories.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    #[serde(default)]
    pub formula: Option<Text>,
    #[serde(default)]
    pub components: Vec<RiskComponent>,
    pub scores: Vec<RiskScore>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RiskComponent {
    pub id: Id,
    pub label: Text,
    #[schemars(range(min = 0, max = 1))]
    pub weight: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RiskScore {
    pub stage: Stage,
    /// Territory id; leave out for the whole city.
    #[serde(default)]
    pub territory: Option<Id>,
    pub n: u32,
    /// 0–100, higher is riskier.
    #[schemars(range(min = 0, max = 100))]
    pub score: f64,
    pub ci: (f64, f64),
    /// Component id → value 0–100.
    #[serde(default)]
    pub components: IndexMap<String, f64>,
}
