//! The mass survey: territories, sample and quotas, instruments, fieldwork by day.

use indexmap::IndexMap;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Id, Name, Text};

/// `territories.json`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Territories {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    pub territories: Vec<Territory>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Territory {
    pub id: Id,
    pub name: Name,
    pub kind: TerritoryKind,
    /// Adult residents.
    #[serde(default)]
    pub population: Option<u32>,
    /// Row and column in the tile grid, from 0.
    #[serde(default)]
    pub tile: Option<(u8, u8)>,
    /// What feeds the risk of protest here, most important first.
    #[serde(default)]
    pub drivers: Vec<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TerritoryKind {
    /// Within the old bounds of the city.
    Core,
    /// Newly joined to the city.
    NewlyJoined,
    /// A remote settlement.
    Remote,
    /// A new microdistrict.
    NewMicrodistrict,
}

/// `sample.json`: design of the mass survey.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    pub kind: SampleKind,
    /// Planned interviews.
    #[schemars(range(min = 1))]
    pub planned: u32,
    /// Who belongs to the population.
    pub population: Text,
    /// Size of the population.
    #[serde(default)]
    pub population_size: Option<u64>,
    /// Where the population's structure is known from.
    #[serde(default)]
    pub frame: Option<Text>,
    /// How respondents were drawn.
    pub procedure: Text,
    /// Mode of interview.
    pub mode: Text,
    /// Languages of interview.
    #[serde(default)]
    pub interview_languages: Option<Text>,
    #[serde(default)]
    pub weighting: Option<Text>,
    /// Expected design effect (variance ratio, ≥ 1) used for planning precision.
    #[serde(default)]
    #[schemars(range(min = 1))]
    pub expected_deff: Option<f64>,
    #[serde(default)]
    pub quotas: Vec<Quota>,
    /// Final outcome of every contact (AAPOR Standard Definitions).
    #[serde(default)]
    pub outcomes: Option<Outcomes>,
    #[serde(default)]
    pub quality_checks: Vec<QualityCheck>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SampleKind {
    /// Every member of the population has a known chance: a margin of error may be claimed.
    Probability,
    /// Quota sample: precision is only calculated on the assumption of random selection.
    Quota,
}

/// One quota cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// Breakdown id → group code, e.g. {"sex": "f", "age": "18-29"}; territory by its id.
    pub cell: IndexMap<String, String>,
    pub planned: u32,
    /// Completed interviews when the fieldwork ended.
    #[serde(default)]
    pub completed: Option<u32>,
}

/// Numbers of contacts by outcome (AAPOR Standard Definitions, 10th ed.).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcomes {
    /// Day of the count.
    pub date: Date,
    /// Complete interviews (I).
    pub complete: u32,
    /// Partial interviews (P).
    pub partial: u32,
    /// Refusals and break-offs (R).
    pub refusal: u32,
    /// Non-contacts (NC).
    pub non_contact: u32,
    /// Other eligible (O).
    pub other: u32,
    /// Unknown eligibility (UH + UO).
    pub unknown: u32,
    /// Not eligible, e.g. quota already filled.
    pub not_eligible: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QualityCheck {
    pub date: Date,
    pub method: Text,
    /// Interviews checked.
    pub checked: u32,
    /// Interviews rejected and replaced.
    pub rejected: u32,
}

/// `instruments.json`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instruments {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    pub instruments: Vec<Instrument>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    pub id: Id,
    pub kind: InstrumentKind,
    pub title: Text,
    /// Agreement with the customer.
    #[serde(default)]
    pub approval: Option<Approval>,
    /// Sections of a guide; the survey questionnaire is printed from the codebook.
    #[serde(default)]
    pub sections: Vec<GuideSection>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InstrumentKind {
    Questionnaire,
    ExpertGuide,
    FocusGroupGuide,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    pub date: Date,
    /// Number of the letter or act.
    pub number: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GuideSection {
    pub title: Text,
    pub questions: Vec<Text>,
}

/// `fieldwork.json`: completed interviews by day and territory.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fieldwork {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// First and last planned day.
    #[serde(default)]
    pub planned_start: Option<Date>,
    #[serde(default)]
    pub planned_end: Option<Date>,
    pub days: Vec<FieldworkDay>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FieldworkDay {
    pub date: Date,
    pub territory: Id,
    /// Interviews completed on the day.
    pub completed: u32,
}
