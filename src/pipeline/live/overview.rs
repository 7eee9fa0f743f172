//! What a study owes, at a glance.

use std::collections::BTreeMap;

use serde::Serialize;

use super::LiveStudy;
use crate::resolve::DocumentKind;
use crate::study::passport::Edition;

/// A study and its deliverables.
#[derive(Debug, Clone, Serialize)]
pub struct Overview {
    /// Name of its folder.
    pub name: String,
    /// Its title, by language.
    pub title: BTreeMap<String, String>,
    /// Its languages.
    pub languages: Vec<String>,
    /// The edition shown: `customer` or `public`.
    pub edition: &'static str,
    /// The theme shown.
    pub theme: String,
    /// All themes.
    pub themes: Vec<String>,
    /// What it owes.
    pub deliverables: Vec<OwedDeliverable>,
}

/// A deliverable with pages.
#[derive(Debug, Clone, Serialize)]
pub struct OwedDeliverable {
    /// Its id.
    pub id: String,
    /// What it is called, by language.
    pub title: BTreeMap<String, String>,
    /// `report`, `paper` or `deck`.
    pub kind: &'static str,
    /// Last day that it knows of, ISO 8601.
    pub cutoff: String,
    /// Its languages.
    pub languages: Vec<String>,
}

impl LiveStudy {
    /// The study at a glance.
    pub fn overview(&self) -> Overview {
        let context = &self.context;
        let passport = &context.loaded.study.passport;
        let mut deliverables: Vec<OwedDeliverable> = Vec::new();
        for deliverable in &passport.deliverables {
            let id = deliverable.id.as_str();
            let languages: Vec<String> = self
                .documents()
                .filter(|job| job.deliverable == id)
                .map(|job| job.language.clone())
                .collect();
            let Some(settings) = context.reports.of(id).filter(|_| !languages.is_empty()) else { continue };
            deliverables.push(OwedDeliverable {
                id: id.to_owned(),
                title: settings.title.clone(),
                kind: match settings.kind {
                    DocumentKind::Report => "report",
                    DocumentKind::Paper => "paper",
                    DocumentKind::Deck => "deck",
                    DocumentKind::Base => continue,
                },
                cutoff: deliverable.cutoff.to_string(),
                languages,
            });
        }
        let title = passport
            .languages
            .iter()
            .filter_map(|language| Some((language.clone(), passport.title.get(language)?.to_owned())));
        Overview {
            name: context.name.clone(),
            title: title.collect(),
            languages: passport.languages.clone(),
            edition: match passport.edition {
                Edition::Customer => "customer",
                Edition::Public => "public",
            },
            theme: context.theme.theme.name.clone(),
            themes: self.assets().folders("theme"),
            deliverables,
        }
    }
}
