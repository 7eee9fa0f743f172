//! `tabulation.json`: how the table of answers becomes records: which column holds which question, who was asked,
//! what is missing, how people are weighted and were drawn.

use indexmap::IndexMap;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Id;
use super::registry::Dated;
use super::results::{Period, Stage};

/// # Tabulation of the answers
///
/// How the respondents' answers become the records of the results (`tabulation.json`); `esep tabulate` reads it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tabulation {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// The table of answers, a row a respondent, relative to the study folder: CSV, XLSX, SPSS .sav or .zsav.
    pub file: String,
    /// Sheet of an XLSX workbook; left out, the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Codes that stand for no answer in every column, e.g. "NA"; "" is an empty cell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// Column of the weights; left out, everyone counts as one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
    /// Column of the strata from which the sample was drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strata: Option<String>,
    /// Column of the primary sampling units, e.g. the starting points of the routes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clusters: Option<String>,
    /// Column of the day of the interview, YYYY-MM-DD: gives the first and last day of a stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interview_date: Option<String>,
    /// Stages to tabulate, each into its own file of results.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<StagePlan>,
    /// Where the breakdowns of the codebook stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breakdowns: Vec<BreakdownPlan>,
    /// Breakdowns by which indices are computed; left out, all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index_breakdowns: Option<Vec<Id>>,
    /// Where the questions of the codebook stand.
    pub questions: Vec<QuestionPlan>,
}

/// A stage of results to tabulate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StagePlan {
    /// Preliminary or final results.
    pub stage: Stage,
    /// Day on which the records were ready, YYYY-MM-DD.
    pub date: Date,
    /// First and last day of the interviews; left out, found in the column of `interview_date`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collected: Option<Period>,
    /// Who belongs to the stage: all conditions hold; left out, everyone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<Condition>,
    /// Column of the weights of this stage, where it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
}

/// What a cell of a column must hold: one of the codes, or a number or day between two bounds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Name of the column.
    pub column: String,
    /// Codes, one of which the cell holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
    /// Least number, or first day, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Greatest number, or last day, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// Where a breakdown stands in the table of answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BreakdownPlan {
    /// Id of the breakdown in the codebook.
    pub breakdown: Id,
    /// Name of the column.
    pub column: String,
    /// What of the column belongs to each group; left out, the cells hold the codes of the groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupPlan>,
    /// Further codes that stand for no answer in this column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// A draft proposed this breakdown, and nobody has confirmed it yet: take the field out once it is right.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub proposed: bool,
}

/// What of a column belongs to a group: codes, or numbers between two bounds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupPlan {
    /// Code of the group in the codebook.
    pub code: String,
    /// Codes of the column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
    /// Least number, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Greatest number, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// Where a question stands in the table of answers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionPlan {
    /// Id of the question in the codebook.
    pub question: Id,
    /// Column of a question without items, or of several answers in one cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What stands between several answers in one cell, e.g. ";" or " ".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub separator: Option<String>,
    /// Code of the item → its column.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub items: IndexMap<String, String>,
    /// Code of the answer → its column, of several answers in a column each.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub options: IndexMap<String, String>,
    /// Codes that mean "chosen" in a column of one of several answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub selected: Vec<String>,
    /// Codes that mean "not chosen"; "" is an empty cell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_selected: Vec<String>,
    /// Code in the table → code in the codebook, where they differ.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub recode: IndexMap<String, String>,
    /// Further codes that stand for no answer in these columns: such people are left out of the base.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// Who was asked: all conditions hold; left out, everyone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Condition>,
    /// A draft proposed the question's type, roles and missing codes, and nobody has confirmed them yet: take the field
    /// out when you have looked at them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub proposed: bool,
}

impl Dated for Tabulation {
    fn cut_off(&mut self, _: Date) {
        // A plan, not data: the results that it makes have dates of their own.
        let Self {
            schema: _,
            file: _,
            sheet: _,
            missing: _,
            weight: _,
            strata: _,
            clusters: _,
            interview_date: _,
            stages: _,
            breakdowns: _,
            index_breakdowns: _,
            questions: _,
        } = self;
    }
}
