//! What a caller decides beside the document and the theme.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::reference::Reference;

/// What the writer needs beside the document and the theme.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Whether Word draws the charts that it can; the others are pictures.
    pub native_charts: bool,
    /// Font files to go with the document; those of other families than the theme's are left out.
    pub fonts: Vec<&'static [u8]>,
    /// The customer's own document to write by.
    pub reference: Option<Arc<Reference>>,
    /// Drawings of the charts that are pictures as PNG, by figure label.
    pub pngs: BTreeMap<String, Vec<Arc<[u8]>>>,
    /// The picture behind the title page as PNG, where the theme has one.
    pub cover: Option<Arc<[u8]>>,
    /// The family of the pictures' texts, and one that most readers have.
    pub picture_fonts: Option<(String, String)>,
    /// How wide letters and signs are that stand behind numbers, in em: decimals of a column stand below one another.
    pub letter_widths: BTreeMap<char, f64>,
    /// How many pages the PDF's layout has.
    pub page_count: usize,
}
