//! What docx-rs has no call for, noted while the body is built and put in by the finishing step.
//!
//! Each list is in document order, which is how the finishing step finds the place again: the first
//! entry of `tables` belongs to the first `w:tbl`. Links are found by the number in their anchor.

use std::sync::Arc;

use crate::document::math::Math;
use crate::write::office::NativeChart;

/// Everything noted beside the body.
#[derive(Debug, Clone, Default)]
pub struct Extras {
    /// Addresses of external links; a link's anchor is [`link_anchor`] of its index.
    pub links: Vec<String>,
    pub pictures: Vec<Picture>,
    pub tables: Vec<Table>,
    /// The formulas; each stands at a run whose text is [`FORMULA`].
    pub formulas: Vec<Math>,
    /// Where sections end: after how many children of the body, and whether the section's pages are turned.
    pub sections: Vec<(usize, bool)>,
    /// The nesting depth of each numbered list; the first has the numbering id [`FIRST_ORDERED`].
    pub ordered_lists: Vec<usize>,
    /// For each footnote its printed mark, where Word's own counting would print another.
    pub footnotes: Vec<Option<String>>,
}

#[derive(Debug, Clone)]
pub struct Picture {
    /// The printed label, e.g. of «Figure 1».
    pub name: String,
    pub title: String,
    pub alt: String,
    pub graphic: Graphic,
}

/// What stands in the frame.
#[derive(Debug, Clone)]
pub enum Graphic {
    Picture {
        bytes: Arc<[u8]>,
        /// Ending of the file's name: `png`, `jpeg`.
        format: &'static str,
        /// The same as SVG, where it was drawn so.
        svg: Option<Arc<str>>,
    },
    /// A chart that Word draws and edits.
    Chart(Arc<NativeChart>),
}

#[derive(Debug, Clone)]
pub struct Table {
    pub title: String,
    pub description: String,
    /// Whether the first row is a header row.
    pub head: bool,
}

/// Numbering id of all bulleted lists.
pub const BULLETS: usize = 1;
/// Numbering id of the headings: one list of many levels, bound to their styles.
pub const SECTIONS: usize = 2;
/// Numbering id of the first numbered list; each has its own, so that each begins at 1.
pub const FIRST_ORDERED: usize = 3;
/// Numbering id that takes a paragraph out of its style's list (ISO/IEC 29500-1, 17.9.18).
pub const UNNUMBERED: usize = 0;

/// The text that stands for a formula until the finishing step sets it.
pub const FORMULA: &str = "esep-formula";

const LINK: &str = "esep-link-";

/// The anchor that stands for an external link until the finishing step gives it a relationship.
pub fn link_anchor(index: usize) -> String {
    format!("{LINK}{index}")
}

/// The index of an external link's anchor.
pub fn link_index(anchor: &str) -> Option<usize> {
    anchor.strip_prefix(LINK)?.parse().ok()
}
