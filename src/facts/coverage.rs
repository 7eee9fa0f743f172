//! Information coverage: views of the publications as of the cut-off date.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::study::{LocalizedText, StudyAsOf};

/// Publications about the study and their views.
#[derive(Debug, Clone, Serialize)]
pub struct CoverageFacts {
    /// Views of all publications; an address is counted once.
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
        Self {
            views: study.coverage.views_by(study.cutoff()),
            publications,
            days: days.into_iter().map(|d| (d, study.coverage.views_by(d))).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::study::outcome::{Coverage, Publication, ViewCount};
    use crate::study::{Id, LocalizedText};

    #[test]
    fn an_address_is_counted_once_as_of_a_day() {
        let publication = |url: &str, counts: &[(i8, u64)]| Publication {
            id: Id("p".to_owned()),
            date: date(2026, 6, 1),
            channel: LocalizedText::default(),
            title: LocalizedText::default(),
            url: url.to_owned(),
            views: counts
                .iter()
                .map(|(day, total)| ViewCount { date: date(2026, 6, *day), total: *total })
                .collect(),
        };
        let coverage = Coverage {
            publications: vec![
                publication("https://a.kz/1", &[(10, 100), (20, 300)]),
                publication("https://a.kz/1/", &[(20, 250)]),
                publication("https://a.kz/2", &[(10, 50)]),
            ],
            ..Coverage::default()
        };
        let views = [5, 10, 20].map(|day| coverage.views_by(date(2026, 6, day)));
        assert_eq!(views, [0, 150, 350]);
    }
}
