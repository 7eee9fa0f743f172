//! Measures of pages and of the type on them.

use serde::{Deserialize, Serialize};

use crate::quantity::{Mm, Pt};

/// Page size and margins.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Of the sheet.
    pub width: Mm,
    /// Of the sheet.
    pub height: Mm,
    /// Margin.
    pub left: Mm,
    /// Margin.
    pub right: Mm,
    /// Margin.
    pub top: Mm,
    /// Margin.
    pub bottom: Mm,
    /// Part of the right margin that holds notes and into which tables reach.
    #[serde(default)]
    pub note_column: Mm,
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
        Self { height: self.width * 0.75, ..*self }
    }

    /// Width between the margins.
    pub fn text_width(&self) -> Pt {
        (self.width - self.left - self.right).pt()
    }

    /// Width of a table that fills the page.
    pub fn table_width(&self) -> Pt {
        self.text_width() + self.note_column.pt()
    }

    /// Height between the margins.
    pub fn text_height(&self) -> Pt {
        (self.height - self.top - self.bottom).pt()
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
    /// The family in the place of all of them in files for Office programs: one that a computer with Office has, with
    /// letters no wider, so that nothing runs over.
    #[serde(default)]
    pub office: Option<String>,
}

impl Fonts {
    /// The families as a file for an Office program names them.
    #[must_use]
    pub fn for_office(&self) -> Self {
        let Some(family) = &self.office else { return self.clone() };
        let [body, heading, chart] = [family, family, family].map(Clone::clone);
        Self { body, heading, chart, office: None }
    }
}

/// Sizes of what is set off from the running text: the title page, key numbers, the messages of figures.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct SetOff {
    /// The study's title on the title page.
    pub title: Pt,
    /// What kind of document it is.
    pub kind: Pt,
    /// Contract, dates and the like below them.
    pub details: Pt,
    /// The customer and the other organisations at its head.
    pub organisation: Pt,
    /// Who agrees and approves.
    pub approval: Pt,
    /// A key number.
    pub key_number: Pt,
    /// What it counts.
    pub key_label: Pt,
    /// The message above a figure.
    pub message: Pt,
}

impl Default for SetOff {
    fn default() -> Self {
        let [title, kind, details, organisation, approval, key_number, key_label, message] =
            [16.0, 18.0, 12.0, 14.0, 14.0, 24.0, 12.0, 11.0].map(Pt);
        Self { title, kind, details, organisation, approval, key_number, key_label, message }
    }
}

/// Font sizes, line spacing as a factor of them, and the first-line indent.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Sizes {
    /// Running text.
    pub body: Pt,
    /// Headings of the first level; titles of covers.
    pub heading1: Pt,
    /// Headings of the second level; the message of a slide.
    pub heading2: Pt,
    /// Headings of the third level.
    pub heading3: Pt,
    /// Cells of tables.
    pub table: Pt,
    /// Captions.
    pub caption: Pt,
    /// Notes and footnotes.
    pub note: Pt,
    /// Labels in charts.
    pub chart: Pt,
    /// Distance of lines, in the size of the type.
    pub line_spacing: f64,
    /// Indent of a paragraph's first line.
    pub first_line_indent: Mm,
}
