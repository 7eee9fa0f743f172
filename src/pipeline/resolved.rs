//! A resolved document on its way to the writers.

use crate::diag::{Diagnostics, Location};
use crate::document::{Document, OutlineEntry};
use crate::template::Spoken;

/// A resolved document with what the templates had to say.
pub struct ResolvedDocument {
    /// The document.
    pub document: Document,
    /// What it declares, in the order of its templates.
    pub outline: Vec<OutlineEntry>,
    /// What is doubtful about it.
    pub warnings: Diagnostics,
    /// Where each slide begins in the templates.
    pub slides: Vec<Location>,
    /// What its sentences say, in its order.
    pub spoken: Vec<Spoken>,
}

impl ResolvedDocument {
    /// Where a slide begins in the templates, by its number from 1.
    pub fn slide_location(&self, number: u32) -> Option<&Location> {
        self.slides.get(usize::try_from(number).ok()?.checked_sub(1)?)
    }
}
