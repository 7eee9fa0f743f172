//! `study.json`: who studies what for whom, under which contract, with whom, by when.

mod grant;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::registry::Dated;
use super::thresholds::StudyThresholds;
use super::{Id, LocalizedText, Name};
use crate::source::address;

pub use grant::{Contract, Grant, ReportKind, TermId, Waiver};

/// # Passport of the study
///
/// Who studies what for whom, under which grant and contract, with whom and by when (`study.json`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Passport {
    /// Address of this file's JSON Schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// Version of the contract that the study's files keep to; left out, 1.
    #[serde(default, skip_serializing)]
    #[schemars(range(min = 1))]
    pub schema_version: Option<u16>,
    /// Identifies the study, e.g. "taraz-2026"; stands in the manifest of the finished files.
    pub id: Id,
    /// Languages of the deliverables, e.g. ["kk", "ru"]; every text must exist in each of them.
    #[schemars(length(min = 1), inner(regex(pattern = "^[a-z]{2}$")))]
    pub languages: Vec<String>,
    /// For whom the documents are made: `customer` shows everything, `public` withholds small cells and
    /// restricted cases and quotes.
    #[serde(default)]
    pub edition: Edition,
    /// How the reports look: `gost` (GOST 7.32-2017), `modern`, or another folder of the templates' `theme/`.
    #[serde(default = "default_theme")]
    pub theme: String,
    /// Topic of the study, as in the contract.
    pub title: LocalizedText,
    /// A mark printed on every page, e.g. "Demonstration data". Leave out for real data.
    #[serde(default)]
    pub mark: Option<LocalizedText>,
    /// Geography of the study: the settlement, region or country, with its case forms.
    pub place: Name,
    /// Noun for those who answered (residents, students, men), in the forms that sentences use: kk and ru `nom`,
    /// `gen`, `pl_nom`, `pl_gen`, `pl_dat`. Left out, they are called respondents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub respondents: Option<Name>,
    /// Customer of the study: the body that ordered it and accepts the reports.
    pub customer: Organisation,
    /// Organisation that received the grant and conducts the study.
    pub grantee: Organisation,
    /// The state grant that pays for the study. Without it the table of the grant's terms is left out.
    #[serde(default)]
    pub grant: Option<Grant>,
    /// Contract between customer and grantee.
    #[serde(default)]
    pub contract: Option<Contract>,
    /// Reports and slides owed to the customer, each with its cut-off date.
    pub deliverables: Vec<Deliverable>,
    /// Thresholds of the study, where its customer demands others than the program's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thresholds: Option<StudyThresholds>,
    /// Approval blocks of the title page, in the order of print.
    #[serde(default)]
    pub approvals: Vec<Signature>,
    /// The research team; the grant's terms ask for a professional sociologist among its members.
    #[serde(default)]
    pub team: Vec<Member>,
    /// Goal of the study, as in the research programme.
    pub goal: LocalizedText,
    /// Tasks of the study, in the order of the research programme.
    #[serde(default)]
    pub tasks: Vec<LocalizedText>,
    /// Hypotheses that the study tests.
    #[serde(default)]
    pub hypotheses: Vec<Hypothesis>,
    /// Object of the study (whom).
    #[serde(default)]
    pub object: Option<LocalizedText>,
    /// Subject of the study (what about them).
    #[serde(default)]
    pub subject: Option<LocalizedText>,
    /// Known limitations: sample, bases, mode, frankness of answers. Printed in the passport.
    #[serde(default)]
    pub limitations: Vec<LocalizedText>,
    /// Abbreviations that occur in the texts, for the list after the contents.
    #[serde(default)]
    pub abbreviations: Vec<Abbreviation>,
    /// Key words of the study for the abstract, five to fifteen words or phrases, e.g. "trust", "quality of services".
    #[serde(default)]
    #[schemars(length(min = 5, max = 15))]
    pub keywords: Vec<LocalizedText>,
    /// Documents on which the study rests: the contract, the rules of the grant; listed among the sources where
    /// a report cites them, which the introduction does.
    #[serde(default)]
    pub bibliography: Vec<Source>,
    /// State bodies that cases and recommendations name.
    #[serde(default)]
    pub bodies: Vec<Body>,
    /// Risks of carrying out the study.
    #[serde(default)]
    pub risks: Vec<ProjectRisk>,
    /// What deviated from the plan and why.
    #[serde(default)]
    pub deviations: Vec<Deviation>,
    /// The pilot survey of the questionnaire; shown once it has ended.
    #[serde(default)]
    pub pilot: Option<Pilot>,
    /// Photographs for the annex, in the order of print.
    #[serde(default)]
    pub photographs: Vec<Photograph>,
    /// Lines of contact on the closing slide: organisation, address, e-mail.
    #[serde(default)]
    pub contacts: Vec<LocalizedText>,
    /// Full web address of the page where the study is published, beginning with `https`; printed with a QR code on
    /// the closing slide, the invitation and the summary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^https?://[^ ]+$"), length(max = 250))]
    pub site: Option<String>,
    /// Questions put to the audience of the presentation.
    #[serde(default)]
    pub discussion_questions: Vec<LocalizedText>,
    /// Licence, citation or other origin of the data.
    #[serde(default)]
    pub data_source: Option<LocalizedText>,
    /// Source line under figures and tables made from the mass survey, e.g. "mass survey, 2026".
    pub survey_source: LocalizedText,
}

impl Passport {
    /// The address of the study as every file writes it.
    pub fn site_uri(&self) -> Option<String> {
        self.site.as_deref().and_then(address::uri)
    }
}

/// A document on which the study rests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Identifies the source; texts cite it as `[](#src-<id>)`.
    pub id: Id,
    /// Its description as the list of sources prints it.
    pub text: LocalizedText,
}

/// A hypothesis and, once it was tested, what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hypothesis {
    /// The hypothesis.
    pub text: LocalizedText,
    /// What came of it; leave out until it was tested.
    #[serde(default)]
    pub verdict: Option<Verdict>,
}

/// What came of a hypothesis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// Day of the verdict, YYYY-MM-DD; earlier reports do not print it.
    pub date: Date,
    /// Whether the data support the hypothesis.
    pub outcome: Outcome,
    /// Why, in words without figures.
    pub why: LocalizedText,
    /// Ids of the questions, indices, findings and so on that it rests on.
    #[serde(default)]
    pub evidence: Vec<Id>,
    /// Id of the breakdown whose groups the hypothesis compares: the tables of the questions by it are the evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breakdown: Option<Id>,
}

/// Whether the data support a hypothesis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// They support it.
    Supported,
    /// They support a part of it.
    PartlySupported,
    /// They speak against it.
    NotSupported,
    /// They do not decide it.
    Open,
    /// It was not tested.
    NotTested,
}

/// The theme of a study that names none.
pub const DEFAULT_THEME: &str = "gost";

fn default_theme() -> String {
    DEFAULT_THEME.to_owned()
}

/// For whom the documents are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    /// Edition for the customer: everything is shown.
    #[default]
    Customer,
    /// Public edition: cells of few respondents and what is marked `restricted` are not shown.
    Public,
}

impl Edition {
    /// `customer` or `public`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Public => "public",
        }
    }
}

/// An organisation: the customer or the grantee.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Full name, with its case forms.
    pub name: Name,
    /// Town or postal address.
    #[serde(default)]
    pub address: Option<LocalizedText>,
    /// Picture file of the logo in the study folder, JPEG or PNG, e.g. "pictures/logo.png".
    #[serde(default)]
    pub logo: Option<String>,
}

/// A photograph: of the fieldwork, a focus group, the presentation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Photograph {
    /// Identifies the photograph, e.g. "ph-focus-group-1".
    pub id: Id,
    /// Picture file in the study folder, JPEG or PNG, e.g. "pictures/focus-group-1.jpg".
    pub file: String,
    /// Day on which it was taken, YYYY-MM-DD; documents with an earlier cut-off date do not show it.
    pub date: Date,
    /// Caption: what, where.
    pub caption: LocalizedText,
    /// What is to be seen, for readers who do not see it.
    pub alt: LocalizedText,
    /// Left out of the public edition, e.g. because faces can be told.
    #[serde(default)]
    pub restricted: bool,
}

/// A report or presentation owed to the customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deliverable {
    /// Name of the template folder: interim-1, interim-2, final, slides.
    pub id: Id,
    /// Cut-off date, YYYY-MM-DD: shows the study as of this day, inclusive; later data stay out.
    pub cutoff: Date,
    /// Languages of this deliverable, where it is not made in all languages of the study.
    #[serde(default)]
    #[schemars(inner(regex(pattern = "^[a-z]{2}$")))]
    pub languages: Vec<String>,
    /// Counts for the grant's term "reports": interim or final; leave out for the presentation.
    #[serde(default)]
    pub counts_as: Option<ReportKind>,
    /// Day on which it was handed over to the customer, YYYY-MM-DD; leave out until then.
    #[serde(default)]
    pub handed_over: Option<Date>,
    /// Id of the event at which it is presented, e.g. "ev-presentation": the document does not count that event as
    /// held, and its cut-off date is not later.
    #[serde(default)]
    pub presented_at: Option<Id>,
}

impl Deliverable {
    /// Whether the deliverable is made in a language of the study.
    pub fn speaks(&self, language: &str) -> bool {
        self.languages.is_empty() || self.languages.iter().any(|l| l == language)
    }
}

/// One approval block of the title page: heading word, position, name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Heading word, e.g. "AGREED" or "APPROVED".
    pub heading: LocalizedText,
    /// Position and organisation of the person who signs.
    pub position: LocalizedText,
    /// Initials and surname of the person who signs.
    pub name: LocalizedText,
}

/// A member of the research team.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Identifies the member, e.g. "m-sociologist".
    pub id: Id,
    /// Initials and surname.
    pub name: LocalizedText,
    /// Role in the team; "sociologist" counts for the grant's term.
    pub role: Role,
    /// What the member does in the study.
    pub duty: LocalizedText,
    /// Degree, qualification, experience. The sociologist's are printed in the passport of the study.
    #[serde(default)]
    pub credentials: Option<LocalizedText>,
}

/// Role in the research team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Head of the project.
    Lead,
    /// A professional sociologist (a term of the grant).
    Sociologist,
    /// Analyst: processing and weighting of the data, indices.
    Analyst,
    /// Supervisor of the fieldwork.
    FieldSupervisor,
    /// Moderator of the focus groups.
    Moderator,
    /// Interviewer of the mass survey.
    Interviewer,
    /// Translator of instruments and reports.
    Translator,
    /// Communication officer: publications and contact with the media.
    Communication,
}

/// An abbreviation with its full form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Abbreviation {
    /// Abbreviation as it stands in the texts, e.g. "NGO".
    pub short: LocalizedText,
    /// What it stands for.
    pub full: LocalizedText,
}

/// A state body that can be responsible for a case or a recommendation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Identifies the body, e.g. "body-roads".
    pub id: Id,
    /// Official name, with its case forms.
    pub name: Name,
}

/// A risk of carrying out the study, e.g. many refusals; not to be mixed up with protest risk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectRisk {
    /// What may go wrong.
    pub risk: LocalizedText,
    /// How serious the risk is.
    pub level: Level,
    /// What is done about it.
    pub response: LocalizedText,
}

/// Level of a project risk, severity of a case, or priority of a recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
}

/// A deviation from the plan of the study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deviation {
    /// Day of the deviation, YYYY-MM-DD; documents with an earlier cut-off date do not show it.
    pub date: Date,
    /// What was done otherwise than planned.
    pub what: LocalizedText,
    /// Reason of the deviation.
    pub why: LocalizedText,
}

/// The pilot survey: what was tried and what changed after it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pilot {
    /// First day of the pilot interviews, YYYY-MM-DD.
    pub start: Date,
    /// Last day of the pilot interviews, YYYY-MM-DD; the pilot is shown from this day on.
    pub end: Date,
    /// Number of pilot interviews.
    pub interviews: u32,
    /// What was changed in the questionnaire, the guides or the procedure after the pilot.
    pub changes: Vec<LocalizedText>,
}

impl Dated for Passport {
    fn cut_off(&mut self, day: Date) {
        let Self {
            schema: _,
            schema_version: _,
            id: _,
            languages: _,
            edition: _,
            theme: _,
            title: _,
            mark: _,
            place: _,
            respondents: _,
            customer: _,
            grantee: _,
            grant,
            contract: _,
            deliverables,
            thresholds: _,
            approvals: _,
            team: _,
            goal: _,
            tasks: _,
            hypotheses,
            object: _,
            subject: _,
            limitations: _,
            abbreviations: _,
            keywords: _,
            bibliography: _,
            bodies: _,
            risks: _,
            deviations,
            pilot,
            photographs,
            contacts: _,
            site: _,
            discussion_questions: _,
            data_source: _,
            survey_source: _,
        } = self;
        deviations.retain(|deviation| deviation.date <= day);
        photographs.retain(|photograph| photograph.date <= day);
        for hypothesis in hypotheses {
            hypothesis.verdict = hypothesis.verdict.take().filter(|verdict| verdict.date <= day);
        }
        if let Some(grant) = grant {
            grant.waivers.retain(|waiver| waiver.date <= day);
        }
        *pilot = pilot.take().filter(|pilot| pilot.end <= day);
        for deliverable in deliverables {
            deliverable.handed_over = deliverable.handed_over.filter(|handed_over| *handed_over <= day);
        }
    }
}
