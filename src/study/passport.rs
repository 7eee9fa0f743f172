//! `study.json`: who studies what for whom, under which contract, with whom, by when.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Id, Name, Text};

/// The passport of the study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Passport {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    pub id: Id,
    /// Languages of the deliverables, e.g. ["kk", "ru"]; every text must exist in each of them.
    #[schemars(length(min = 1), inner(regex(pattern = "^[a-z]{2}$")))]
    pub languages: Vec<String>,
    /// Topic of the study, as in the contract.
    pub title: Text,
    /// A mark printed on every page, e.g. "Demonstration data". Leave out for real data.
    #[serde(default)]
    pub mark: Option<Text>,
    /// The settlement or country studied.
    pub place: Name,
    pub customer: Organisation,
    pub grantee: Organisation,
    #[serde(default)]
    pub grant: Option<Grant>,
    #[serde(default)]
    pub contract: Option<Contract>,
    /// The deliverables with their cut-off dates.
    pub deliverables: Vec<Deliverable>,
    /// Approval blocks of the title page.
    #[serde(default)]
    pub approvals: Vec<Signature>,
    #[serde(default)]
    pub team: Vec<Member>,
    pub goal: Text,
    #[serde(default)]
    pub tasks: Vec<Text>,
    #[serde(default)]
    pub hypotheses: Vec<Text>,
    /// Object of the study (whom).
    #[serde(default)]
    pub object: Option<Text>,
    /// Subject of the study (what about them).
    #[serde(default)]
    pub subject: Option<Text>,
    /// Known limits of the study.
    #[serde(default)]
    pub limitations: Vec<Text>,
    #[serde(default)]
    pub abbreviations: Vec<Abbreviation>,
    /// State bodies that cases and recommendations name.
    #[serde(default)]
    pub bodies: Vec<Body>,
    /// Risks of carrying out the study.
    #[serde(default)]
    pub risks: Vec<ProjectRisk>,
    /// What deviated from the plan.
    #[serde(default)]
    pub deviations: Vec<Deviation>,
    #[serde(default)]
    pub pilot: Option<Pilot>,
    #[serde(default)]
    pub contacts: Vec<Text>,
    /// Questions put to the audience of the presentation.
    #[serde(default)]
    pub discussion_questions: Vec<Text>,
    /// Licence, citation or other origin of the data.
    #[serde(default)]
    pub data_source: Option<Text>,
    /// Source line under figures and tables made from the mass survey, e.g. "mass survey, 2026".
    pub survey_source: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub name: Name,
    #[serde(default)]
    pub address: Option<Text>,
}

/// The state grant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// Priority direction of the grant.
    pub priority: Text,
    pub kind: Text,
    pub year: i16,
    /// Funding in thousand tenge.
    #[schemars(range(min = 0))]
    pub amount_thousand: f64,
    pub region: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    pub number: String,
    pub date: Date,
    pub start: Date,
    pub end: Date,
}

/// A report or presentation owed to the customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deliverable {
    /// Name of the template folder: interim-1, interim-2, final, slides.
    pub id: Id,
    /// The deliverable shows the study as of this day, inclusive.
    pub cutoff: Date,
    /// Counts for the grant's term "reports": interim or final; leave out for the presentation.
    #[serde(default)]
    pub counts_as: Option<ReportKind>,
    #[serde(default)]
    pub handed_over: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReportKind {
    Interim,
    Final,
}

/// One approval block: heading word, position, organisation, name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    pub heading: Text,
    pub position: Text,
    pub name: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    pub id: Id,
    pub name: Text,
    pub role: Role,
    /// What the member does in the study.
    pub duty: Text,
    #[serde(default)]
    pub credentials: Option<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    Lead,
    /// A professional sociologist (a term of the grant).
    Sociologist,
    Analyst,
    FieldSupervisor,
    Moderator,
    Interviewer,
    Translator,
    Communication,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Abbreviation {
    pub short: Text,
    pub full: Text,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Body {
    pub id: Id,
    pub name: Name,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectRisk {
    pub risk: Text,
    pub level: Level,
    pub response: Text,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Low,
    Medium,
    High,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deviation {
    pub date: Date,
    pub what: Text,
    pub why: Text,
}

/// The pilot survey: what was tried and what changed after it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pilot {
    pub start: Date,
    pub end: Date,
    pub interviews: u32,
    pub changes: Vec<Text>,
}
