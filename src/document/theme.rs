//! Appearance as data: fonts, sizes and colours for PDF, DOCX and charts alike, from the
//! `theme.toml` of a theme and of all themes.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::chart::Tone;
use super::{Grid, Placed};

/// A theme: what all themes share, and what it has of its own in their place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Theme {
    /// Name of the theme's folder.
    pub name: String,
    pub report: PageStyle,
    /// The sheet of papers: the report's, with the page and sizes that the theme has for them.
    #[serde(skip)]
    pub paper: PageStyle,
    pub slides: PageStyle,
    pub palette: Palette,
    /// The picture behind the title page, SVG in the palette's colours.
    #[serde(skip)]
    pub cover: Option<Arc<str>>,
}

/// `templates/theme/theme.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeDefaults {
    pub slides: PageStyle,
    pub palette: Palette,
}

/// `templates/theme/<name>/theme.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeFile {
    pub report: PageStyle,
    #[serde(default)]
    pub paper: Paper,
    #[serde(default)]
    pub slides: Option<PageStyle>,
    #[serde(default)]
    pub palette: Option<Palette>,
}

/// What papers (a summary on one sheet, an invitation, minutes) have in the place of the reports'.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Paper {
    pub page: Option<Page>,
    pub sizes: Option<Sizes>,
}

impl Theme {
    /// The theme as papers are set in it: their sheet in the place of the reports', and no cover.
    #[must_use]
    pub fn for_papers(&self) -> Self {
        Self { report: self.paper.clone(), cover: None, ..self.clone() }
    }

    /// A theme of what all themes share and its own; `cover` has names of colours in braces.
    #[must_use]
    pub fn new(name: &str, shared: ThemeDefaults, own: ThemeFile, cover: Option<&str>) -> Self {
        let palette = own.palette.unwrap_or(shared.palette);
        let cover = cover.map(|svg| {
            let named = palette.all().into_iter();
            named.fold(svg.to_owned(), |svg, (key, colour)| svg.replace(&format!("{{{key}}}"), colour)).into()
        });
        let slides = own.slides.unwrap_or(shared.slides);
        let (page, sizes) = (own.paper.page, own.paper.sizes);
        let paper = PageStyle {
            page: page.unwrap_or(own.report.page),
            sizes: sizes.unwrap_or(own.report.sizes),
            ..own.report.clone()
        };
        Self { name: name.to_owned(), report: own.report, paper, slides, palette, cover }
    }
}

/// The look of one kind of sheet: the reports' A4 or the slides' 16:9.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PageStyle {
    pub fonts: Fonts,
    pub sizes: Sizes,
    pub page: Page,
    #[serde(default)]
    pub look: ReportStyle,
    /// The measures of slides; a report has none.
    #[serde(default)]
    pub grid: Grid,
    /// Where things stand on slides of someone else's design.
    #[serde(skip)]
    pub placed: Option<Placed>,
}

/// What a theme decides beside measures; left out, as GOST 7.32-2017 has it.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReportStyle {
    /// Whether first-level sections begin pages; annexes always do.
    pub sections_begin_pages: bool,
    pub headings: HeadingPlace,
    /// Key of the palette.
    pub heading_colour: String,
    pub table_rules: TableRules,
    /// File of the theme's folder: the picture behind the title page, SVG.
    pub cover: Option<String>,
}

impl Default for ReportStyle {
    fn default() -> Self {
        Self {
            sections_begin_pages: true,
            headings: HeadingPlace::Indented,
            heading_colour: "text".to_owned(),
            table_rules: TableRules::Grid,
            cover: None,
        }
    }
}

/// Where headings stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HeadingPlace {
    /// Sections at the paragraph indent, structural elements and annexes in the middle.
    Indented,
    /// All at the left edge of the text.
    Left,
}

impl HeadingPlace {
    /// Whether what stands apart from the running text (figures, captions, page furniture) is centred, too.
    pub fn is_centred(self) -> bool {
        self == Self::Indented
    }
}

/// Which lines a table of the DOCX has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableRules {
    /// Around every cell.
    Grid,
    /// Between the rows.
    Rows,
}

/// Page size and margins, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub left: f64,
    pub right: f64,
    pub top: f64,
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
        (self.width - self.left - self.right) * 72.0 / 25.4
    }

    /// Width of a table that fills the page, in points.
    pub fn table_width(&self) -> f64 {
        self.text_width() + self.note_column * 72.0 / 25.4
    }

    /// Height between the margins, in points.
    pub fn text_height(&self) -> f64 {
        (self.height - self.top - self.bottom) * 72.0 / 25.4
    }
}

/// Font family names; each family must be among the fonts given to the build.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Fonts {
    pub body: String,
    pub heading: String,
    pub chart: String,
}

/// Font sizes in points, line spacing as a factor, first-line indent in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Sizes {
    pub body: f64,
    pub heading1: f64,
    pub heading2: f64,
    pub heading3: f64,
    pub table: f64,
    pub caption: f64,
    pub note: f64,
    /// Labels in charts.
    pub chart: f64,
    pub line_spacing: f64,
    pub first_line_indent: f64,
}

/// Colours as `#RRGGBB`.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Palette {
    pub text: String,
    pub muted: String,
    pub line: String,
    pub surface: String,
    pub cover: String,
    pub cover_text: String,
    pub accent: String,
    pub accent_soft: String,
    pub middle: String,
    pub calm_soft: String,
    pub calm: String,
    pub grey: String,
}

impl Palette {
    /// The colour of a tone, `#RRGGBB`.
    pub fn tone(&self, tone: Tone) -> &str {
        match tone {
            Tone::Accent => &self.accent,
            Tone::AccentSoft => &self.accent_soft,
            Tone::Middle => &self.middle,
            Tone::CalmSoft => &self.calm_soft,
            Tone::Calm => &self.calm,
            Tone::Grey => &self.grey,
        }
    }

    /// The colour of a key, `#RRGGBB`.
    pub fn named(&self, key: &str) -> Option<&str> {
        self.all().into_iter().find(|(known, _)| *known == key).map(|(_, colour)| colour)
    }

    /// Keys and values of the colours that are not of the form `#RRGGBB`.
    pub fn faulty(&self) -> Vec<(&'static str, &str)> {
        self.all().into_iter().filter(|(_, colour)| rgb(colour).is_none()).collect()
    }

    /// Every colour with its key.
    pub fn all(&self) -> [(&'static str, &str); 12] {
        [
            ("text", &self.text),
            ("muted", &self.muted),
            ("line", &self.line),
            ("surface", &self.surface),
            ("cover", &self.cover),
            ("cover_text", &self.cover_text),
            ("accent", &self.accent),
            ("accent_soft", &self.accent_soft),
            ("middle", &self.middle),
            ("calm_soft", &self.calm_soft),
            ("calm", &self.calm),
            ("grey", &self.grey),
        ]
    }
}

/// Splits `#RRGGBB` into its parts; `None` where the text is not of that form.
pub fn rgb(colour: &str) -> Option<(u8, u8, u8)> {
    let hex = colour.strip_prefix('#').filter(|h| h.len() == 6 && h.is_ascii())?;
    let part = |i: usize| u8::from_str_radix(&hex[i..i + 2], 16).ok();
    Some((part(0)?, part(2)?, part(4)?))
}
