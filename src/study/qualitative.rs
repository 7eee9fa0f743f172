//! Experts, focus groups and problem cases: counts and quotes, never percentages.

use indexmap::IndexMap;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::passport::Level;
use super::results::Coded;
use super::{Id, Text};

/// `experts.json`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Experts {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    #[serde(default)]
    pub questions: Vec<ExpertQuestion>,
    pub experts: Vec<Expert>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExpertQuestion {
    pub id: Id,
    pub text: Text,
    pub options: Vec<Coded>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expert {
    pub id: Id,
    pub kind: ExpertKind,
    /// Day of the interview.
    pub date: Date,
    /// Position without the name.
    pub position: Text,
    /// Expert question id → answer code.
    #[serde(default)]
    pub answers: IndexMap<String, String>,
    /// The expert's main judgement, anonymous.
    #[serde(default)]
    pub judgement: Option<Text>,
}

/// The four kinds that the grant's terms name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExpertKind {
    StateBody,
    SectorSpecialist,
    PublicCouncil,
    OpinionLeader,
}

/// `focus-groups.json`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FocusGroups {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    #[serde(default)]
    pub themes: Vec<Coded>,
    pub groups: Vec<FocusGroup>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FocusGroup {
    pub id: Id,
    pub date: Date,
    pub place: Text,
    /// Whom the group stands for.
    pub composition: Text,
    pub women: u32,
    pub men: u32,
    #[serde(default)]
    pub statements: Vec<Statement>,
}

/// What a group said about a theme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Code of the theme.
    pub theme: String,
    pub agreement: Agreement,
    pub summary: Text,
    #[serde(default)]
    pub quote: Option<Quotation>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    Agreed,
    Divided,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quotation {
    pub text: Text,
    /// Anonymous: sex, age, territory kind.
    pub speaker: Text,
}

/// `cases.json`: the register of problem cases.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cases {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    pub categories: Vec<Coded>,
    pub cases: Vec<Case>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub id: Id,
    /// Code of the category.
    pub category: String,
    pub territory: Id,
    /// Day on which the case was registered.
    pub date: Date,
    pub title: Text,
    pub description: Text,
    /// What proves the case: document, photograph, appeal.
    pub evidence: Text,
    pub severity: Level,
    /// Responsible state body.
    pub body: Id,
    pub state: CaseState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CaseState {
    Open,
    InProgress,
    Resolved,
}
