//! What follows from the study and what is done with it: findings, recommendations, publications,
//! events, the calendar plan.

use indexmap::IndexMap;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::passport::Level;
use super::registry::Dated;
use super::results::GroupCodes;
use super::{Id, LocalizedText, TimeOfDay};

/// # Findings and recommendations
///
/// Findings with the figures that prove them, and what rests on them (`recommendations.json`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recommendations {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// Main findings, in the order of the summary.
    #[serde(default)]
    pub findings: Vec<Finding>,
    /// Recommendations to the state bodies.
    #[serde(default)]
    pub recommendations: Vec<Recommendation>,
}

/// A finding: the words stand here, the number comes from the data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// Identifies the finding, e.g. "f-water".
    pub id: Id,
    /// The finding in words, without figures.
    pub statement: LocalizedText,
    /// The figure that proves it; leave out where it rests on experts, focus groups or cases only.
    #[serde(default)]
    pub measure: Option<Measure>,
    /// Evidence: ids of questions, indices, territories, cases, experts, focus groups.
    #[serde(default)]
    pub evidence: Vec<Id>,
}

/// Which figure of the data a finding quotes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub enum Measure {
    /// The share of one answer or of several together.
    Share {
        /// Id of the question.
        #[schemars(extend("x-refers" = "codebook-questions"))]
        question: Id,
        /// Code of the question item; leave out where the question has none.
        #[serde(default)]
        item: Option<String>,
        /// Codes of the answers whose shares are added up.
        #[schemars(length(min = 1))]
        options: Vec<String>,
        /// Breakdown id → group code; leave out for the whole sample.
        #[serde(default)]
        by: Option<GroupCodes>,
    },
    /// The value of an index for the whole sample, by the index's id.
    Index(Id),
    /// The risk score of a territory, by the territory's id.
    Risk(Id),
}

/// A recommendation to a state body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// Identifies the recommendation, e.g. "r-01".
    pub id: Id,
    /// What is to be done.
    pub action: LocalizedText,
    /// Id of the responsible state body.
    #[schemars(extend("x-refers" = "study-bodies"))]
    pub body: Id,
    /// Term of execution, in words, e.g. "by the end of 2026".
    pub term: LocalizedText,
    /// Priority; in the report recommendations of high priority stand first.
    pub priority: Level,
    /// Ids of findings, questions, cases and so on that the recommendation rests on.
    pub evidence: Vec<Id>,
}

/// # Information coverage
///
/// Publications about the study and their views (`coverage.json`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// The publications, in the order of the table.
    pub publications: Vec<Publication>,
}

/// A publication about the study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Identifies the publication, e.g. "pub-01".
    pub id: Id,
    /// Day of publication, YYYY-MM-DD.
    pub date: Date,
    /// Where it was published: news site, newspaper, television, social network.
    pub channel: LocalizedText,
    /// Heading of the publication.
    pub title: LocalizedText,
    /// Full web address of the publication, beginning with `https`.
    #[schemars(regex(pattern = "^https?://[^ ]+$"))]
    pub url: String,
    /// Views counted on certain days: running totals, in the order of dates.
    pub views: Vec<ViewCount>,
}

impl Coverage {
    /// Views by the end of a day. An address that is listed twice, as two publications say, is one page: it is counted
    /// once, by its largest count.
    pub fn views_by(&self, day: Date) -> u64 {
        let mut pages: IndexMap<&str, u64> = IndexMap::new();
        for publication in &self.publications {
            let counted = publication.views.iter().rfind(|v| v.date <= day).map_or(0, |v| v.total);
            let address = publication.url.trim_end_matches('/');
            let page = pages.entry(address).or_default();
            *page = counted.max(*page);
        }
        pages.values().fold(0, |sum, views| sum.saturating_add(*views))
    }
}

impl Publication {
    /// All views counted so far; none before the first count.
    pub fn total_views(&self) -> u64 {
        self.views.last().map_or(0, |count| count.total)
    }
}

/// Views of a publication up to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewCount {
    /// Day of the count, YYYY-MM-DD.
    pub date: Date,
    /// All views since publication, not those of the day.
    pub total: u64,
}

/// # Events of the study
///
/// Meetings, trainings and the presentation of the results, with what their own papers need (`events.json`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Events {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// The events held, and those announced.
    pub events: Vec<Event>,
}

/// A meeting, a training or the presentation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Identifies the event, e.g. "ev-training".
    pub id: Id,
    /// Kind of event.
    pub kind: EventKind,
    /// Day of the event, YYYY-MM-DD.
    pub date: Date,
    /// Day on which the event was announced: papers made before the event, such as its invitation, tell of it
    /// from then on.
    #[serde(default)]
    pub announced: Option<Date>,
    /// When it begins, HH:MM.
    #[serde(default)]
    pub starts: Option<TimeOfDay>,
    /// When it ends, HH:MM.
    #[serde(default)]
    pub ends: Option<TimeOfDay>,
    /// Where it was held.
    pub place: LocalizedText,
    /// What the event was about.
    pub title: LocalizedText,
    /// The agenda, in the order of the event.
    #[serde(default)]
    pub agenda: Vec<AgendaItem>,
    /// Who was invited, with the number of seats; the attendance sheet has a line for each seat.
    #[serde(default)]
    pub invited: Vec<Invited>,
    /// Who leads the event and signs its minutes.
    #[serde(default)]
    pub chair: Option<Signatory>,
    /// Who keeps its minutes and signs them.
    #[serde(default)]
    pub secretary: Option<Signatory>,
    /// Number of participants.
    #[serde(default)]
    pub participants: Option<u32>,
    /// Who took part.
    #[serde(default)]
    pub audience: Option<LocalizedText>,
    /// Questions of the participants and the answers given.
    #[serde(default)]
    pub discussion: Vec<Exchange>,
    /// What was decided.
    #[serde(default)]
    pub decisions: Vec<Decision>,
}

/// Who signs the minutes of an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    /// Position and organisation.
    pub position: LocalizedText,
    /// Initials and surname; left out, the minutes have a line to write it on.
    #[serde(default)]
    pub name: Option<LocalizedText>,
}

/// A point of an agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// When it begins, HH:MM.
    #[serde(default)]
    pub starts: Option<TimeOfDay>,
    /// What it is about.
    pub topic: LocalizedText,
    /// Who speaks: position or name.
    #[serde(default)]
    pub speaker: Option<LocalizedText>,
}

/// Those invited from one body or group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Invited {
    /// The body or group.
    pub who: LocalizedText,
    /// How many are invited from it.
    #[schemars(range(min = 1, max = 200))]
    pub seats: u32,
}

/// A decision of an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What was decided.
    pub text: LocalizedText,
    /// Id of the state body that carries it out.
    #[serde(default)]
    #[schemars(extend("x-refers" = "study-bodies"))]
    pub body: Option<Id>,
    /// Term of execution, in words, e.g. "by the end of 2026".
    #[serde(default)]
    pub term: Option<LocalizedText>,
}

/// Kind of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// A meeting, e.g. with the customer.
    Meeting,
    /// A training, e.g. of interviewers.
    Training,
    /// The presentation of the results to stakeholders (a term of the grant).
    Presentation,
}

/// A question from a participant and the answer to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// Who asked, without a name: e.g. "member of the Public Council".
    #[serde(default)]
    pub asked_by: Option<LocalizedText>,
    /// What was asked.
    pub question: LocalizedText,
    /// What was answered.
    pub answer: LocalizedText,
}

/// # Calendar plan
///
/// The steps of the study with their dates and completion (`calendar.json`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// The steps, in the order of the table.
    pub steps: Vec<Step>,
}

/// A step of the calendar plan; its state follows from its dates and the cut-off date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Identifies the step, e.g. "step-01".
    pub id: Id,
    /// What is done in the step.
    pub task: LocalizedText,
    /// First planned day, YYYY-MM-DD.
    pub start: Date,
    /// Last planned day, YYYY-MM-DD.
    pub end: Date,
    /// Day on which the step was finished, YYYY-MM-DD; leave out until then.
    #[serde(default)]
    pub done: Option<Date>,
}

impl Dated for Recommendations {
    fn cut_off(&mut self, _: Date) {
        // Findings have no dates: their figures come from the results in use.
        let Self { schema: _, findings: _, recommendations: _ } = self;
    }
}

impl Dated for Coverage {
    fn cut_off(&mut self, day: Date) {
        let Self { schema: _, publications } = self;
        publications.retain(|publication| publication.date <= day);
        for publication in publications {
            publication.views.retain(|count| count.date <= day);
        }
    }
}

impl Dated for Events {
    fn cut_off(&mut self, day: Date) {
        let Self { schema: _, events } = self;
        events.retain(|event| event.date <= day);
    }
}

impl Dated for Calendar {
    fn cut_off(&mut self, day: Date) {
        let Self { schema: _, steps } = self;
        for step in steps {
            step.done = step.done.filter(|done| *done <= day);
        }
    }
}
