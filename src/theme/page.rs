//! Measures of pages and of the type on them.

use serde::{Deserialize, Serialize};

use crate::quantity::Mm;

/// Page size and margins, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Of the sheet.
    pub width: f64,
    /// Of the sheet.
    pub height: f64,
    /// Margin.
    pub left: f64,
    /// Margin.
    pub right: f64,
    /// Margin.
    pub top: f64,
    /// Margin.
    pub bottom: f64,
    /// Part of the right margin that holds notes and into which tables reach.
    #[serde(default)]
    pub note_column: f64,
}

impl Page {
    /// The sheet turned on its side; the margins keep their sides.
    #[must_use]
    pub fn landscape(&self) -> Self {
        Self { width: self.height, height: self.width, ..*self }
    }

    /// The sheet of the same width in the shape of an older screen, 4:3: what fits 16:9 fits this, too.
    #[must_use]
    pub fn narrow(&self) -> Self {
        Self { height: self.width * 3.0 / 4.0, ..*self }
    }

    /// Width between the margins, in points.
    pub fn text_width(&self) -> f64 {
        Mm(self.width - self.left - self.right).pt().0
    }

    /// Width of a table that fills the page, in points.
    pub fn table_width(&self) -> f64 {
        self.text_width() + Mm(self.note_column).pt().0
    }

    /// Height between the margins, in points.
    pub fn text_height(&self) -> f64 {
        Mm(self.height - self.top - self.bottom).pt().0
    }
}

/// Font family names; each family must be among the fonts given to the build.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Fonts {
    /// Running text.
    pub body: String,
    /// Headings.
    pub heading: String,
    /// Charts.
    pub chart: String,
}

/// Font sizes in points, line spacing as a factor, first-line indent in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Sizes {
    /// Running text.
    pub body: f64,
    /// Headings of the first level; titles of covers.
    pub heading1: f64,
    /// Headings of the second level; the message of a slide.
    pub heading2: f64,
    /// Headings of the third level.
    pub heading3: f64,
    /// Cells of tables.
    pub table: f64,
    /// Captions.
    pub caption: f64,
    /// Notes and footnotes.
    pub note: f64,
    /// Labels in charts.
    pub chart: f64,
    /// Distance of lines, in the size of the type.
    pub line_spacing: f64,
    /// Indent of a paragraph's first line, in millimetres.
    pub first_line_indent: f64,
}
