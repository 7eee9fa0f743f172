//! What was asked and what came out: codebook, tidy result records, indices, risk scores.

use indexmap::IndexMap;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Id, LocalizedText};

/// # Codebook of the mass survey
///
/// Topic blocks, breakdowns and questions with answers: what the codes mean (`codebook.json`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Codebook {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// Topics in the order of the report.
    pub blocks: Vec<TopicBlock>,
    /// Variables by which the results are broken down, e.g. sex, age, education, territory.
    #[serde(default)]
    pub breakdowns: Vec<Breakdown>,
    /// Questions of the mass survey, in the order of the questionnaire.
    pub questions: Vec<Question>,
}

/// A topic of the report with the questions that belong to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicBlock {
    /// Identifies the block, e.g. "b-trust".
    pub id: Id,
    /// Title of the block, a heading in the report.
    pub title: LocalizedText,
}

/// A variable by which results are broken down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Breakdown {
    /// Identifies the variable, e.g. "sex", "age"; the records name it in `by`.
    pub id: Id,
    /// Name of the variable, e.g. "Age".
    pub label: LocalizedText,
    /// Its groups, in the order of the tables.
    pub groups: Vec<Coded>,
}

/// A code with its label: a group of a breakdown, an expert's answer, a theme, a category of cases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coded {
    /// Code as it stands in the data, e.g. "18-29".
    pub code: String,
    /// What is printed for the code.
    pub label: LocalizedText,
}

/// A question of the mass survey.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Identifies the question, e.g. "q-trust".
    pub id: Id,
    /// Single answer, multiple answers or scale: decides chart, table and the check of the sums.
    #[serde(rename = "type")]
    pub kind: QuestionKind,
    /// Id of the topic block in which the question is reported.
    pub block: Id,
    /// Full wording, as asked.
    pub text: LocalizedText,
    /// Short name for headings and sentences.
    #[serde(default)]
    pub short: Option<LocalizedText>,
    /// The base: who was asked, where not everyone, e.g. respondents who used a service.
    #[serde(default)]
    pub base: Option<LocalizedText>,
    /// Answers. For a multiple-answer question with items: the one code that means "selected".
    pub options: Vec<AnswerOption>,
    /// Statements or objects that share the question's wording and answers.
    #[serde(default)]
    pub items: Vec<QuestionItem>,
    /// Where wording, answers or base were changed between two stages of results.
    #[serde(default)]
    pub redefined: Option<Redefined>,
}

/// A measure that is defined otherwise from a day on: earlier values cannot be compared with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Redefined {
    /// First day of the new definition, YYYY-MM-DD.
    pub since: Date,
    /// What has changed in the definition.
    pub what: LocalizedText,
}

impl Redefined {
    /// Whether the definition changed after the one day and no later than the other.
    pub fn parts(&self, earlier: Date, later: Date) -> bool {
        earlier < self.since && self.since <= later
    }
}

/// A statement or object of a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionItem {
    /// Code of the item, e.g. "water"; the records name it in `item`.
    pub code: String,
    /// Wording of the item; left out where the item is the question itself.
    #[serde(default)]
    pub label: Option<LocalizedText>,
    /// Of a multiple-answer question's items: "other", "dont-know" and "refused" stand last and apart.
    #[serde(default)]
    pub role: Option<AnswerRole>,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// One answer; the shares add up to 100 %.
    Single,
    /// Several answers; shares add up to more than 100 %.
    Multiple,
    /// An ordered scale with one answer; positive and negative answers are added up by their roles.
    Scale,
}

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerOption {
    /// Code of the answer, as in the data, e.g. "1" or "98"; the records name it in `option`.
    pub code: String,
    /// Wording of the answer.
    pub label: LocalizedText,
    /// Role of the answer: its place on the scale or outside of it; leave out for plain answers.
    #[serde(default)]
    pub role: Option<AnswerRole>,
}

/// What an answer means for charts and indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerRole {
    /// Positive side of the scale, e.g. "rather satisfied".
    Positive,
    /// Middle of the scale.
    Neutral,
    /// Negative side of the scale, e.g. "rather not satisfied".
    Negative,
    /// Hard to answer: outside the scale, drawn apart in grey.
    DontKnow,
    /// Refused to answer: outside the scale, drawn apart in grey.
    Refused,
    /// The item was chosen (multiple answers).
    Selected,
    /// "Other": drawn last.
    Other,
    /// "None of the above": drawn last, never called the most frequent answer.
    NoneOfThese,
}

impl AnswerRole {
    /// Outside the scale: drawn in grey, apart.
    pub fn is_nonsubstantive(self) -> bool {
        matches!(self, Self::DontKnow | Self::Refused)
    }
}

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
    /// The records themselves; or name their CSV table in `records_file`.
    #[serde(default)]
    pub records: Vec<Record>,
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
    pub question: String,
    /// Code of the question item; leave out where the question has none.
    #[serde(default)]
    pub item: Option<String>,
    /// Code of the answer.
    pub option: String,
    /// Breakdown id → group code, e.g. {"age": "18-29"}; null is the total. Tables use one at a time.
    #[serde(default)]
    pub by: Option<IndexMap<String, String>>,
    /// Unweighted base: respondents in this group who were asked. Under 30 the values are not shown.
    #[serde(deserialize_with = "whole")]
    pub n: u32,
    /// Unweighted number of respondents who gave this answer.
    #[serde(deserialize_with = "whole")]
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
    /// 95 % interval of the share, lower and upper bound, 0–1: Wilson on n_eff = n / deff.
    pub ci: (f64, f64),
}

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
    pub question: Id,
    /// Code of the question item; leave out where the question has none.
    #[serde(default)]
    pub item: Option<String>,
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
    pub by: Option<IndexMap<String, String>>,
    /// Unweighted base of the value, respondents.
    #[serde(deserialize_with = "whole")]
    pub n: u32,
    /// Value of the index in points, 0–100; a net balance −100–100. Higher is better.
    #[schemars(range(min = -100, max = 100))]
    pub value: f64,
    /// 95 % interval of the value, lower and upper bound, in points.
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
}

/// The risk score of a territory or of the whole city.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RiskScore {
    /// Stage of the results from which the score was computed.
    pub stage: Stage,
    /// Territory id; leave out for the whole city.
    #[serde(default)]
    pub territory: Option<Id>,
    /// Unweighted base: under 30 the score is not shown, under 60 the territory gets no rank.
    #[serde(deserialize_with = "whole")]
    pub n: u32,
    /// Score in points, 0–100; higher is riskier.
    #[schemars(range(min = 0, max = 100))]
    pub score: f64,
    /// 95 % interval of the score, lower and upper bound, in points; decides tier and range of ranks.
    pub ci: (f64, f64),
    /// Component id → value in points, 0–100, e.g. {"rc-distrust": 46.2}.
    #[serde(default)]
    pub components: IndexMap<String, f64>,
}

/// A whole number of people, where a number is one.
pub fn count(number: f64) -> Option<u32> {
    let is_whole = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
    // Whole and in range: nothing is cut off.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    is_whole.then_some(number as u32)
}

/// A count that may be written with a decimal point, as pandas writes whole numbers of a column that once
/// had gaps: 1888.0.
fn whole<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
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
