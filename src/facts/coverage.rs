//! Information coverage: views of the publications as of the cut-off date.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::study::outcome::Publication;
use crate::study::{LocalizedText, StudyAsOf};

/// Publications about the study and their views.
#[derive(Debug, Clone, Serialize)]
pub struct CoverageFacts {
    /// Views of all publications.
    pub views: u64,
    /// The publications, in the order of the file.
    pub publications: Vec<PublicationFact>,
    /// Running total of views on each day of a count.
    pub days: Vec<(Date, u64)>,
}

/// A publication with its views.
#[derive(Debug, Clone, Serialize)]
pub struct PublicationFact {
    /// Id of the publication.
    pub id: String,
    /// Day of publication.
    pub date: Date,
    /// Where it was published.
    pub channel: LocalizedText,
    /// Its heading.
    pub title: LocalizedText,
    /// Web address.
    pub url: String,
    /// All views counted by the cut-off date.
    pub views: u64,
}

impl CoverageFacts {
    pub(super) fn new(study: &StudyAsOf) -> Self {
        let publications: Vec<PublicationFact> = study
            .coverage
            .publications
            .iter()
            .map(|p| PublicationFact {
                id: p.id.to_string(),
                date: p.date,
                channel: p.channel.clone(),
                title: p.title.clone(),
                url: p.url.clone(),
                views: p.total_views(),
            })
            .collect();
        let days: BTreeSet<Date> =
            study.coverage.publications.iter().flat_map(|p| &p.views).map(|v| v.date).collect();
        let total_on = |day: Date| {
            let counted = |p: &Publication| p.views.iter().rfind(|v| v.date <= day).map_or(0, |v| v.total);
            study.coverage.publications.iter().map(counted).sum()
        };
        Self {
            views: publications.iter().map(|p| p.views).sum(),
            publications,
            days: days.into_iter().map(|d| (d, total_on(d))).collect(),
        }
    }
}
