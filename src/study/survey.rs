//! The mass survey: territories, sample and quotas, instruments, fieldwork by day.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::registry::Dated;
use super::results::GroupCodes;
use super::{Id, LocalizedText, Name};

/// # Territories of the study
///
/// Parts of the surveyed place: units of allocation and of protest risk (`territories.json`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Territories {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// The territories, in the order of the tables.
    pub territories: Vec<Territory>,
    /// Name of a GeoJSON file (RFC 7946) with a polygon for each territory, e.g. "boundaries.geojson"; a
    /// feature's `id`, or its property `id`, is the territory's id. With it territories are drawn as a map.
    #[serde(default)]
    pub boundaries: Option<String>,
}

/// A territory: a district, settlement or microdistrict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Territory {
    /// Identifies the territory, e.g. "t-zhanashar"; also its group code in the breakdown "territory".
    pub id: Id,
    /// Name, with its case forms.
    pub name: Name,
    /// Kind of the territory; the grant stresses all kinds but the core.
    pub kind: TerritoryKind,
    /// Adult residents, persons: the territory's part of the population from which the sample is drawn.
    #[serde(default)]
    pub population: Option<u32>,
    /// Row and column in the tile grid, from 0.
    #[serde(default)]
    pub tile: Option<(u8, u8)>,
    /// What feeds the risk of protest here, most important first.
    #[serde(default)]
    pub drivers: Vec<LocalizedText>,
}

/// Kind of a territory.
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

/// # Sample of the mass survey
///
/// Population, sample design, quotas, outcomes of contacts and quality control (`sample.json`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// Kind of sample: decides whether a margin of error may be claimed.
    pub kind: SampleKind,
    /// Planned sample size, interviews; the progress of the fieldwork is measured against it.
    #[schemars(range(min = 1))]
    pub planned: u32,
    /// The population: whom the results stand for, e.g. residents aged 18 and over.
    pub population: LocalizedText,
    /// Size of the population, persons.
    #[serde(default)]
    pub population_size: Option<u64>,
    /// The sampling frame: the list or statistics from which the population's structure is known.
    #[serde(default)]
    pub frame: Option<LocalizedText>,
    /// How territories, households and respondents were selected.
    pub procedure: LocalizedText,
    /// Mode of data collection, e.g. face to face at home with a tablet (CAPI), by telephone (CATI).
    pub mode: LocalizedText,
    /// Languages of interview and who chose between them.
    #[serde(default)]
    pub interview_languages: Option<LocalizedText>,
    /// How the weights were made: variables, targets, trimming. Leave out for unweighted data.
    #[serde(default)]
    pub weighting: Option<LocalizedText>,
    /// Expected design effect (variance ratio, ≥ 1) used for planning precision.
    #[serde(default)]
    #[schemars(range(min = 1))]
    pub expected_deff: Option<f64>,
    /// Why design effects below 1 are right here, e.g. a gain from stratification.
    #[serde(default)]
    pub deff_below_one: Option<LocalizedText>,
    /// Quota cells with planned and completed interviews.
    #[serde(default)]
    pub quotas: Vec<Quota>,
    /// Final outcome of every contact (AAPOR Standard Definitions).
    #[serde(default)]
    pub outcomes: Option<Outcomes>,
    /// Checks of the interviews: telephone control, repeat visits, recordings, automatic checks.
    #[serde(default)]
    pub quality_checks: Vec<QualityCheck>,
}

/// How respondents came into the sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SampleKind {
    /// Every member of the population has a known chance: a margin of error may be claimed.
    Probability,
    /// Quota sample: precision is only calculated on the assumption of random selection.
    #[default]
    Quota,
}

/// One quota cell with its plan and what was achieved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// Breakdown id → group code, e.g. {"sex": "f", "age": "18-29"}; territory by its id.
    pub cell: GroupCodes,
    /// Planned interviews in the cell.
    pub planned: u32,
    /// Completed interviews in the cell when the fieldwork ended; shown together with `outcomes`.
    #[serde(default)]
    pub completed: Option<u32>,
}

/// Numbers of contacts by final outcome (AAPOR Standard Definitions, 10th ed.). They give RR1 of a
/// probability sample, the participation rate I / (I + P + R) of a quota sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcomes {
    /// Day of the count, YYYY-MM-DD; from this day on the fieldwork counts as finished.
    pub date: Date,
    /// Complete interviews (I).
    pub complete: u32,
    /// Partial interviews (P).
    pub partial: u32,
    /// Refusals and break-offs (R).
    pub refusal: u32,
    /// Non-contacts (NC).
    pub non_contact: u32,
    /// Other eligible, no interview for another reason (O).
    pub other: u32,
    /// Unknown eligibility (UH + UO).
    pub unknown: u32,
    /// Not eligible, e.g. the quota was already filled.
    pub not_eligible: u32,
}

/// One round of quality control of the interviews.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QualityCheck {
    /// Day of the check, YYYY-MM-DD.
    pub date: Date,
    /// How it was checked, e.g. by telephone, repeat visit, listening to recordings.
    pub method: LocalizedText,
    /// Interviews checked.
    pub checked: u32,
    /// Interviews rejected and replaced.
    pub rejected: u32,
}

/// # Instruments of the study
///
/// Questionnaires and guides with their approval by the customer (`instruments.json`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instruments {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// The instruments; the grant's term counts those that are approved.
    pub instruments: Vec<Instrument>,
}

/// A questionnaire or a guide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Identifies the instrument, e.g. "in-questionnaire".
    pub id: Id,
    /// Kind of instrument.
    pub kind: InstrumentKind,
    /// Title, as it heads the annex.
    pub title: LocalizedText,
    /// Agreement with the customer; leave out until it is given.
    #[serde(default)]
    pub approval: Option<Approval>,
    /// Sections of a guide; the survey questionnaire is printed from the codebook.
    #[serde(default)]
    pub sections: Vec<GuideSection>,
}

/// Kind of an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InstrumentKind {
    /// Questionnaire of the mass survey.
    Questionnaire,
    /// Guide of the expert interviews.
    ExpertGuide,
    /// Guide of the focus groups.
    FocusGroupGuide,
}

/// The customer's agreement to an instrument.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// Day of the agreement, YYYY-MM-DD.
    pub date: Date,
    /// Number of the letter or act.
    pub number: String,
}

/// A section of a guide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GuideSection {
    /// Heading of the section.
    pub title: LocalizedText,
    /// Questions of the section, in the order of asking.
    pub questions: Vec<LocalizedText>,
}

/// # Fieldwork of the mass survey
///
/// Completed interviews of the mass survey by day and territory (`fieldwork.json`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fieldwork {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// First planned day of the fieldwork, YYYY-MM-DD.
    #[serde(default)]
    pub planned_start: Option<Date>,
    /// Last planned day of the fieldwork, YYYY-MM-DD.
    #[serde(default)]
    pub planned_end: Option<Date>,
    /// Completed interviews: one record for each day and territory.
    pub days: Vec<FieldworkDay>,
}

/// Interviews of one day in one territory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FieldworkDay {
    /// Day of the interviews, YYYY-MM-DD.
    pub date: Date,
    /// Id of the territory.
    #[schemars(extend("x-refers" = "territories-territories"))]
    pub territory: Id,
    /// Interviews completed on the day.
    pub completed: u32,
}

impl Dated for Territories {
    fn cut_off(&mut self, _: Date) {
        let Self { schema: _, territories: _, boundaries: _ } = self;
    }
}

impl Dated for Sample {
    fn cut_off(&mut self, day: Date) {
        let Self {
            schema: _,
            kind: _,
            planned: _,
            population: _,
            population_size: _,
            frame: _,
            procedure: _,
            mode: _,
            interview_languages: _,
            weighting: _,
            expected_deff: _,
            deff_below_one: _,
            quotas,
            outcomes,
            quality_checks,
        } = self;
        quality_checks.retain(|check| check.date <= day);
        *outcomes = outcomes.filter(|outcomes| outcomes.date <= day);
        if outcomes.is_none() {
            // Achieved quotas are counted when the fieldwork has ended.
            quotas.iter_mut().for_each(|quota| quota.completed = None);
        }
    }
}

impl Dated for Instruments {
    fn cut_off(&mut self, day: Date) {
        let Self { schema: _, instruments } = self;
        for instrument in instruments {
            instrument.approval = instrument.approval.take().filter(|approval| approval.date <= day);
        }
    }
}

impl Dated for Fieldwork {
    fn cut_off(&mut self, day: Date) {
        let Self { schema: _, planned_start: _, planned_end: _, days } = self;
        days.retain(|of| of.date <= day);
    }
}
