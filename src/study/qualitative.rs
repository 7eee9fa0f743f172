//! Experts, focus groups and problem cases: counts and quotes, never percentages.

use indexmap::IndexMap;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::passport::Level;
use super::registry::Dated;
use super::results::Coded;
use super::{Id, LocalizedText};

/// # Expert survey
///
/// Interviewed experts with answers and judgements; reported as counts and quotes (`experts.json`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Experts {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// Closed questions put to the experts.
    #[serde(default)]
    pub questions: Vec<ExpertQuestion>,
    /// The interviewed experts, without names.
    pub experts: Vec<Expert>,
}

/// A closed question of the expert survey.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExpertQuestion {
    /// Identifies the question, e.g. "xq-problem".
    pub id: Id,
    /// Full wording of the question.
    pub text: LocalizedText,
    /// Answers, in the order of the guide.
    pub options: Vec<Coded>,
}

/// An interviewed expert, anonymous.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expert {
    /// Identifies the expert, e.g. "x-1".
    pub id: Id,
    /// Kind of expert, as the grant's terms name it.
    pub kind: ExpertKind,
    /// Day of the interview, YYYY-MM-DD.
    pub date: Date,
    /// Position or field of work, without the name.
    pub position: LocalizedText,
    /// Expert question id → answer code, e.g. {"xq-problem": "water"}.
    #[serde(default)]
    pub answers: IndexMap<String, String>,
    /// The expert's main judgement, anonymous.
    #[serde(default)]
    pub judgement: Option<LocalizedText>,
    /// The judgement is withheld in the public edition.
    #[serde(default)]
    pub restricted: bool,
}

/// The four kinds that the grant's terms name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExpertKind {
    /// Representative of a state body.
    StateBody,
    /// Specialist of a sector.
    SectorSpecialist,
    /// Member of the Public Council.
    PublicCouncil,
    /// Leader of public opinion.
    OpinionLeader,
}

/// # Focus-group discussions
///
/// Focus groups, their themes and what was said; as counts and quotes (`focus-groups.json`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FocusGroups {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// Themes of the discussions, in the order of the report.
    #[serde(default)]
    pub themes: Vec<Coded>,
    /// The discussions held.
    pub groups: Vec<FocusGroup>,
}

/// One focus-group discussion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FocusGroup {
    /// Identifies the group, e.g. "fg-1".
    pub id: Id,
    /// Day of the discussion, YYYY-MM-DD.
    pub date: Date,
    /// Where the discussion was held.
    pub place: LocalizedText,
    /// Whom the group stands for.
    pub composition: LocalizedText,
    /// Number of women; women and men together give the group's size for the grant's term.
    pub women: u32,
    /// Number of men.
    pub men: u32,
    /// What the group said, theme by theme.
    #[serde(default)]
    pub statements: Vec<Statement>,
}

impl FocusGroup {
    /// Women and men together.
    pub fn participants(&self) -> u64 {
        u64::from(self.women) + u64::from(self.men)
    }
}

/// What a group said about a theme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Code of the theme.
    #[schemars(extend("x-refers" = "focus-groups-themes"))]
    pub theme: String,
    /// Whether the participants were of one mind.
    pub agreement: Agreement,
    /// What was said, in the researcher's words and without percentages.
    pub summary: LocalizedText,
    /// A participant's own words that show it.
    #[serde(default)]
    pub quote: Option<Quotation>,
}

/// Whether the participants of a group were of one mind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// Opinion was shared.
    Agreed,
    /// Opinion was divided.
    Divided,
}

/// A participant's words, anonymous.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quotation {
    /// The words, without quotation marks and without names of persons.
    pub text: LocalizedText,
    /// Who said it, anonymous: sex, age, territory kind.
    pub speaker: LocalizedText,
    /// The quote is withheld in the public edition.
    #[serde(default)]
    pub restricted: bool,
}

/// # Register of problem cases
///
/// Problem cases collected by the study, grouped by category (`cases.json`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cases {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// Categories of the cases, e.g. water, roads, schools.
    pub categories: Vec<Coded>,
    /// The cases; each counts for the grant's term.
    pub cases: Vec<Case>,
}

/// A problem case: what happened where, what proves it and who is responsible.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Identifies the case, e.g. "case-01".
    pub id: Id,
    /// Code of the category.
    #[schemars(extend("x-refers" = "cases-categories"))]
    pub category: String,
    /// Id of the territory where the problem exists.
    #[schemars(extend("x-refers" = "territories-territories"))]
    pub territory: Id,
    /// Day on which the case was registered, YYYY-MM-DD.
    pub date: Date,
    /// Short name of the case.
    pub title: LocalizedText,
    /// What the problem is and whom it concerns, without names of persons.
    pub description: LocalizedText,
    /// What proves the case: document, photograph, appeal.
    pub evidence: LocalizedText,
    /// Severity of the problem.
    pub severity: Level,
    /// Id of the responsible state body.
    #[schemars(extend("x-refers" = "study-bodies"))]
    pub body: Id,
    /// How far the problem is solved.
    pub state: CaseState,
    /// Title, description, territory and evidence are withheld in the public edition; the case counts.
    #[serde(default)]
    pub restricted: bool,
}

/// State of a problem case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CaseState {
    /// Not yet considered.
    Open,
    /// Being solved.
    InProgress,
    /// Solved.
    Resolved,
}

impl Dated for Experts {
    fn cut_off(&mut self, day: Date) {
        let Self { schema: _, questions: _, experts } = self;
        experts.retain(|expert| expert.date <= day);
    }
}

impl Dated for FocusGroups {
    fn cut_off(&mut self, day: Date) {
        let Self { schema: _, themes: _, groups } = self;
        groups.retain(|group| group.date <= day);
    }
}

impl Dated for Cases {
    fn cut_off(&mut self, day: Date) {
        let Self { schema: _, categories: _, cases } = self;
        cases.retain(|case| case.date <= day);
    }
}
