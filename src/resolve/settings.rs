//! `report.toml` of a deliverable.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::locale::Style;

/// The settings of a deliverable.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// How it is laid out.
    pub kind: DocumentKind,
    /// What the deliverable is called, by language; printed in running heads and properties.
    pub title: BTreeMap<String, String>,
    /// Numbers and dates, where they are other than the theme's.
    #[serde(default)]
    pub style: Style,
    /// The deliverable in which every number of this one has to stand.
    #[serde(default)]
    pub proven_by: Option<String>,
    /// Most pages that the deliverable may have.
    #[serde(default)]
    pub most_pages: Option<usize>,
    /// Whether it tells of results, so that it cannot be made before there are any.
    #[serde(default)]
    pub needs_results: bool,
    /// How far the presentation must be for it to have something to tell.
    #[serde(default)]
    pub needs_presentation: Option<Presentation>,
}

/// How far the presentation of the results is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presentation {
    /// It was announced, or held.
    Announced,
    /// It was held.
    Held,
}

/// The kinds of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// Flows over A4 pages.
    Report,
    /// A short one without numbers of headings, figures and tables.
    Paper,
    /// A row of slides.
    Deck,
    /// The statistical base: a workbook and a package of data; it has no text of its own.
    Base,
}
