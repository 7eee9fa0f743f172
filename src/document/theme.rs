//! Appearance as data: fonts, sizes and colours for PDF, DOCX and charts alike, from `theme.toml`.

use serde::{Deserialize, Serialize};

use super::chart::Tone;

/// `templates/theme/theme.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    pub report: Sheet,
    pub slides: Sheet,
    pub palette: Palette,
}

/// The look of one kind of sheet: the reports' A4 or the slides' 16:9.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    pub fonts: Fonts,
    pub sizes: Sizes,
    pub page: Page,
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
}

impl Page {
    /// The sheet turned on its side; the margins keep their sides.
    #[must_use]
    pub fn landscape(&self) -> Self {
        Self { width: self.height, height: self.width, ..*self }
    }

    /// Width between the margins, in points.
    pub fn text_width(&self) -> f64 {
        (self.width - self.left - self.right) * 72.0 / 25.4
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
