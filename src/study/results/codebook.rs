//! `codebook.json`: what was asked, and what the codes of the records mean.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::study::registry::Dated;
use crate::study::{Id, LocalizedText};

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
    pub groups: Vec<BreakdownGroup>,
    /// Some respondents did not say to which group they belong and stand in the total alone: the groups' bases may
    /// add up to less than the total's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_stated: bool,
}

/// A group of a breakdown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BreakdownGroup {
    /// Code as it stands in the data, e.g. "18-29".
    pub code: String,
    /// What is printed for the group in tables and figures.
    pub label: LocalizedText,
    /// What sentences say behind a share of the group, e.g. "among women", "in the new districts"; left out, they
    /// quote the label.
    #[serde(default)]
    pub among: Option<LocalizedText>,
}

/// A code with its label: an expert's answer, a theme, a category of cases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coded {
    /// Code as it stands in the data, e.g. "water".
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
    #[schemars(extend("x-refers" = "codebook-blocks"))]
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
    /// Of a scale: what sentences say of those on either side of it; of several items, what fits each of them. Left
    /// out, they quote the answers.
    #[serde(default)]
    pub sides: Option<Sides>,
    /// Where wording, answers or base were changed between two stages of results.
    #[serde(default)]
    pub redefined: Option<Redefined>,
}

/// What is said of the respondents on either side of a scale: a predicate with its object that follows "respondents".
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sides {
    /// Those with an answer of the role `positive`, e.g. "are satisfied with the roads".
    #[serde(default)]
    pub positive: Option<LocalizedText>,
    /// Those with an answer of the role `negative`, e.g. "are not satisfied with the roads".
    #[serde(default)]
    pub negative: Option<LocalizedText>,
}

impl Question {
    /// What the question is called where it stands for itself: its short name, or its wording.
    pub fn label(&self) -> &LocalizedText {
        self.short.as_ref().unwrap_or(&self.text)
    }
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
    /// Of a scale: what sentences say of those on either side of this item; left out, they name the item.
    #[serde(default)]
    pub sides: Option<Sides>,
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

    /// A residual category, "other" and "none of the above" among them: listed last, never a leader.
    pub fn is_residual(self) -> bool {
        self.is_nonsubstantive() || matches!(self, Self::Other | Self::NoneOfThese)
    }
}

impl Dated for Codebook {
    fn cut_off(&mut self, _: Date) {
        // A question that was redefined later is still the question as it stands.
        let Self { schema: _, blocks: _, breakdowns: _, questions: _ } = self;
    }
}
