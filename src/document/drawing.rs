//! Drawn charts and photographs with what they show in words.

use serde::Serialize;

use crate::chart::DataTable;
use crate::picture::Picture;

/// A picture with what it shows, in the document's language: kind, message and values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Drawing {
    /// The picture.
    pub picture: Picture,
    /// What it shows, for readers who do not see it.
    pub alt: String,
    /// The values once more where `alt` is long, for the document's accessible structure only.
    pub data: Option<DataTable>,
}
