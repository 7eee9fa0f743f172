//! Appearance as data: fonts, sizes, colours and measures for PDF, DOCX, PPTX and charts alike, from the
//! `theme.toml` of a theme and of all themes.
//!
//! A [`ThemeFile`] makes a [`Theme`]; charts and writers read its [`PageStyle`]s (one
//! for reports, one for papers, one for slides), its [`Palette`] and its [`Callouts`]. Where things stand on a
//! slide follows from page and [`Grid`].

mod bounds;
pub mod contrast;
mod cover;
mod frames;
mod page;
mod palette;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::quantity::Mm;

pub use bounds::{Beyond, beyond};
pub use cover::cover_fault;
pub use frames::{Frame, Frames, Grid, PlaceholderFrames};
pub use page::{Fonts, Page, SetOff, Sizes};
pub use palette::{Callouts, Palette, Tone, rgb};

/// A theme: what all themes share, and what it has of its own in their place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Theme {
    /// Name of the theme's folder.
    pub name: String,
    /// The sheet of reports.
    pub report: PageStyle,
    /// The sheet of papers: the report's, with the page and sizes that the theme has for them.
    #[serde(skip)]
    pub paper: PageStyle,
    /// The sheet of slides.
    pub slides: PageStyle,
    /// Its colours.
    pub palette: Palette,
    /// Which of them the edges of callouts have.
    pub callouts: Callouts,
    /// The picture behind the title page, SVG in the palette's colours.
    #[serde(skip)]
    pub cover: Option<Arc<str>>,
}

/// `theme.toml` of all themes, of one theme and of a study, laid over one another.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeFile {
    /// The sheet of reports.
    pub report: PageStyle,
    /// What papers have in its place.
    #[serde(default)]
    pub paper: Paper,
    /// The sheet of slides.
    pub slides: PageStyle,
    /// The colours.
    pub palette: Palette,
    /// Which of them the edges of callouts have.
    #[serde(default)]
    pub callouts: Callouts,
}

/// What papers (a summary on one sheet, an invitation, minutes) have in the place of the reports'.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Paper {
    /// Page and margins.
    pub page: Option<Page>,
    /// Sizes of type.
    pub sizes: Option<Sizes>,
}

impl Theme {
    /// The colour of a key of the palette, `#RRGGBB`; that of the text where there is no such key, which loading
    /// refuses.
    pub fn colour(&self, key: &str) -> &str {
        self.palette.named(key).unwrap_or(&self.palette.text)
    }

    /// The theme as papers are set in it: their sheet in the place of the reports', and no cover.
    #[must_use]
    pub fn for_papers(&self) -> Self {
        Self { report: self.paper.clone(), cover: None, ..self.clone() }
    }

    /// The theme as files for Office programs have it: in faces that their readers have.
    #[must_use]
    pub fn for_office(&self) -> Self {
        let mut theme = self.clone();
        for style in [&mut theme.report, &mut theme.paper, &mut theme.slides] {
            style.fonts = style.fonts.for_office();
        }
        theme
    }

    /// A theme from its settings; `cover` has names of colours in braces.
    #[must_use]
    pub fn new(name: &str, own: ThemeFile, cover: Option<&str>) -> Self {
        let palette = own.palette;
        let cover = cover.map(|svg| {
            let named = palette.all().into_iter();
            named.fold(svg.to_owned(), |svg, (key, colour)| svg.replace(&format!("{{{key}}}"), colour)).into()
        });
        let (page, sizes) = (own.paper.page, own.paper.sizes);
        let paper = PageStyle {
            page: page.unwrap_or(own.report.page),
            sizes: sizes.unwrap_or(own.report.sizes),
            ..own.report.clone()
        };
        let (slides, callouts) = (own.slides, own.callouts);
        Self { name: name.to_owned(), report: own.report, paper, slides, palette, callouts, cover }
    }
}

/// The look of one kind of sheet: the reports' A4 or the slides' 16:9.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PageStyle {
    /// Families of type.
    pub fonts: Fonts,
    /// Sizes of type.
    pub sizes: Sizes,
    /// Page and margins.
    pub page: Page,
    /// Sizes of what is set off from the text; slides have those of their grid.
    #[serde(default)]
    pub set_off: SetOff,
    /// What a theme decides beside measures.
    #[serde(default)]
    pub look: ReportStyle,
    /// The measures of slides; a report has none.
    #[serde(default)]
    pub grid: Grid,
    /// Where things stand on slides of someone else's design.
    #[serde(skip)]
    pub placeholders: Option<PlaceholderFrames>,
}

/// What a theme decides beside measures; left out, as GOST 7.32-2017 has it.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReportStyle {
    /// Whether first-level sections begin pages; annexes always do.
    pub sections_begin_pages: bool,
    /// Where headings stand.
    pub headings: HeadingPlace,
    /// Whether structural elements, and the words «Приложение А», are set in capitals.
    pub structural_capitals: bool,
    /// Key of the palette.
    pub heading_colour: String,
    /// Length of the line above headings of the first level; 0 where they have none.
    pub heading_rule: Mm,
    /// Which lines tables have.
    pub table_rules: TableRules,
    /// Where the captions of figures stand.
    pub figure_captions: CaptionPlace,
    /// File of the theme's folder: the picture behind the title page, SVG.
    pub cover: Option<String>,
}

impl Default for ReportStyle {
    fn default() -> Self {
        Self {
            sections_begin_pages: true,
            headings: HeadingPlace::Indented,
            structural_capitals: true,
            heading_colour: "text".to_owned(),
            heading_rule: Mm(0.0),
            table_rules: TableRules::Grid,
            figure_captions: CaptionPlace::Below,
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

/// Where the captions of figures stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaptionPlace {
    /// Above the drawing, below the message.
    Above,
    /// Below the drawing (GOST 7.32-2017, 6.5.7); the message is left to the text.
    Below,
}

impl CaptionPlace {
    /// Whether they stand above.
    pub fn is_above(self) -> bool {
        self == Self::Above
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
