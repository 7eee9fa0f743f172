//! What follows from the study and what is done with it: findings, recommendations, publications,
//! events, the calendar plan.

use indexmap::IndexMap;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::passport::Level;
use super::{Id, Text};

/// `recommendations.json`: findings and the recommendations that rest on them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recommendations {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    #[serde(default)]
    pub findings: Vec<Finding>,
    #[serde(default)]
    pub recommendations: Vec<Recommendation>,
}

/// A finding: words here, the number from the data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    pub id: Id,
    /// The finding in words, without figures.
    pub statement: Text,
    /// The figure that proves it.
    #[serde(default)]
    pub measure: Option<Measure>,
    /// Ids of questions, indices, territories, cases, experts, focus groups.
    #[serde(default)]
    pub evidence: Vec<Id>,
}

/// Which figure of the data a finding quotes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub enum Measure {
    /// The share of one answer or of several together.
    Share {
        question: Id,
        #[serde(default)]
        item: Option<String>,
        #[schemars(length(min = 1))]
        options: Vec<String>,
        #[serde(default)]
        by: Option<IndexMap<String, String>>,
    },
    /// The value of an index for the whole city.
    Index(Id),
    /// The risk score of a territory.
    Risk(Id),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    pub id: Id,
    pub action: Text,
    /// Responsible state body.
    pub body: Id,
    /// Term of execution.
    pub term: Text,
    pub priority: Level,
    /// Ids of findings, questions, cases and so on that the recommendation rests on.
    pub evidence: Vec<Id>,
}

/// `coverage.json`: publications about the study.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    pub publications: Vec<Publication>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    pub id: Id,
    pub date: Date,
    pub channel: Text,
    pub title: Text,
    pub url: String,
    /// Views counted on a day, running total; ascending by date.
    pub views: Vec<ViewCount>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewCount {
    pub date: Date,
    pub total: u64,
}

/// `events.json`: meetings, trainings, the presentation.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Events {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    pub events: Vec<Event>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    pub id: Id,
    pub kind: EventKind,
    pub date: Date,
    pub place: Text,
    pub title: Text,
    #[serde(default)]
    pub participants: Option<u32>,
    /// Who took part.
    #[serde(default)]
    pub audience: Option<Text>,
    #[serde(default)]
    pub discussion: Vec<Exchange>,
    #[serde(default)]
    pub decisions: Vec<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    Meeting,
    Training,
    Presentation,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    pub question: Text,
    pub answer: Text,
}

/// `calendar.json`: the calendar plan.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    pub steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub id: Id,
    pub task: Text,
    pub start: Date,
    pub end: Date,
    /// Day on which the step was finished.
    #[serde(default)]
    pub done: Option<Date>,
}
