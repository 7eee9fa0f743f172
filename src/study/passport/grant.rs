//! The grant and the contract: what the customer demands, by when, and what it has waived.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::study::LocalizedText;

/// The state grant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// Priority direction of the grant.
    pub priority: LocalizedText,
    /// Kind of grant, e.g. "short-term grant".
    pub kind: LocalizedText,
    /// Year of the grant, e.g. 2026.
    pub year: i16,
    /// Funding in thousand tenge, e.g. 4000.
    #[schemars(range(min = 0))]
    pub amount_thousand: f64,
    /// Territory on which the grant is carried out, e.g. the city of Taraz.
    pub region: LocalizedText,
    /// Terms from which the customer has released the grantee, each with its document.
    #[serde(default)]
    pub waivers: Vec<Waiver>,
}

/// A term of the grant that the customer has waived.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// The waived term.
    pub term: TermId,
    /// Day of the document, YYYY-MM-DD; the waiver holds from this day on.
    pub date: Date,
    /// Kind and number of the document, e.g. "letter No. 12-04/318".
    pub document: LocalizedText,
    /// Why the term was waived.
    pub reason: LocalizedText,
}

/// A term of the grant: a demand whose fulfilment is counted from the study's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TermId {
    /// Problem cases collected, grouped by category.
    Cases,
    /// Views of the publications about the study.
    Coverage,
    /// Completed interviews of the mass survey.
    Respondents,
    /// A professional sociologist in the team.
    Sociologist,
    /// Experts interviewed, of all four kinds.
    Experts,
    /// Focus groups of the demanded size.
    FocusGroups,
    /// Questionnaires and guides agreed with the customer.
    Instruments,
    /// Territories rated by protest risk, all stressed kinds among them.
    Territories,
    /// Effectiveness indices by direction.
    Indices,
    /// Reports handed over.
    Reports,
    /// The public presentation.
    Presentation,
}

impl TermId {
    /// The id as it stands in the data and the templates.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Coverage => "coverage",
            Self::Respondents => "respondents",
            Self::Sociologist => "sociologist",
            Self::Experts => "experts",
            Self::FocusGroups => "focus-groups",
            Self::Instruments => "instruments",
            Self::Territories => "territories",
            Self::Indices => "indices",
            Self::Reports => "reports",
            Self::Presentation => "presentation",
        }
    }
}

/// The contract between customer and grantee.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// Number of the contract, as written in it.
    pub number: String,
    /// Day of signing, YYYY-MM-DD.
    pub date: Date,
    /// First day of the contract's period, YYYY-MM-DD.
    pub start: Date,
    /// Last day of the contract's period, YYYY-MM-DD.
    pub end: Date,
}

/// How a document counts for the grant's term "reports".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReportKind {
    /// Interim report.
    Interim,
    /// Final analytical report. From its cut-off date on, a term that is not met counts as missed.
    Final,
}
