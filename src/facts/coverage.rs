//! Information coverage: views of the publications as of the cut-off date.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::Snapshot;
use crate::study::LocalizedText;

#[derive(Debug, Clone, Serialize)]
pub struct CoverageFacts {
    /// Views of all publications.
    pub views: u64,
    pub publications: Vec<PublicationFact>,
    /// Running total of views on each day of a count.
    pub days: Vec<(Date, u64)>,
}

#[derive(Debug, Clone, Serialize)]
pub struct PublicationFact {
    pub id: String,
    pub date: Date,
    pub channel: LocalizedText,
    pub title: LocalizedText,
    pub url: String,
    pub views: u64,
}

impl CoverageFacts {
    pub(super) fn new(snapshot: &Snapshot<'_>) -> Self {
        let publications: Vec<PublicationFact> = snapshot
            .publications
            .iter()
            .map(|p| PublicationFact {
                id: p.id.to_string(),
                date: p.date,
                channel: p.channel.clone(),
                title: p.title.clone(),
                url: p.url.clone(),
                views: snapshot.views(p),
            })
            .collect();
        let days: BTreeSet<Date> = snapshot
            .publications
            .iter()
            .flat_map(|p| &p.views)
            .map(|v| v.date)
            .filter(|d| *d <= snapshot.cutoff)
            .collect();
        let total_on = |day: Date| {
            let counted = |p: &&crate::study::outcome::Publication| {
                p.views.iter().rfind(|v| v.date <= day).map_or(0, |v| v.total)
            };
            snapshot.publications.iter().map(counted).sum()
        };
        Self {
            views: publications.iter().map(|p| p.views).sum(),
            publications,
            days: days.into_iter().map(|d| (d, total_on(d))).collect(),
        }
    }
}
