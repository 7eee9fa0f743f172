//! Drawn charts and photographs with what they show in words.

use serde::Serialize;

use crate::picture::Picture;

/// A picture with what it shows, in the document's language: kind, message and values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Drawing {
    /// The picture.
    pub picture: Picture,
    /// What it shows, for readers who do not see it, with all values of a chart.
    pub alt: String,
}
