//! Colours: what each means, and what it is in a theme.

use serde::{Deserialize, Serialize};

use super::contrast::{TEXT, contrast};

/// The meaning of a colour; the same meaning has the same colour in every document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// "Look here": low, risky, leading.
    Accent,
    /// Paler accent: the milder negative.
    AccentSoft,
    /// Neither: the middle.
    Middle,
    /// Paler calm: the milder positive.
    CalmSoft,
    /// The calm side.
    Calm,
    /// Hard to answer, refused, notes.
    Grey,
}

/// Colours as `#RRGGBB`, by what they are for.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Palette {
    /// Running text.
    pub text: String,
    /// Text that steps back: notes, labels of axes.
    pub muted: String,
    /// Rules and grids.
    pub line: String,
    /// Ground of boxes and of what is not shown.
    pub surface: String,
    /// Ground of covers.
    pub cover: String,
    /// Text on covers.
    pub cover_text: String,
    /// Numbers of headings, marks of lists, edges of findings: no colour of a scale, so that it means no answer.
    pub highlight: String,
    /// [`Tone::Accent`].
    pub accent: String,
    /// [`Tone::AccentSoft`].
    pub accent_soft: String,
    /// [`Tone::Middle`].
    pub middle: String,
    /// [`Tone::CalmSoft`].
    pub calm_soft: String,
    /// [`Tone::Calm`].
    pub calm: String,
    /// [`Tone::Grey`].
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

    /// Colours of words and of large numbers that cannot be read on the ground that they stand on: both keys, the
    /// ground `paper` where it is white, and the contrast (1–21).
    pub fn unreadable(&self) -> Vec<(&'static str, &'static str, f64)> {
        const WHITE: &str = "#FFFFFF";
        let pairs = [
            ("text", &self.text, "paper", WHITE),
            ("text", &self.text, "surface", &self.surface),
            ("muted", &self.muted, "paper", WHITE),
            ("highlight", &self.highlight, "paper", WHITE),
            ("accent", &self.accent, "paper", WHITE),
            ("calm", &self.calm, "paper", WHITE),
            ("cover_text", &self.cover_text, "cover", &self.cover),
        ];
        let ratio = |words: &str, ground: &str| Some(contrast(rgb(words)?, rgb(ground)?));
        let measured =
            pairs.into_iter().filter_map(|(key, words, on, ground)| Some((key, on, ratio(words, ground)?)));
        measured.filter(|(_, _, ratio)| *ratio < TEXT).collect()
    }

    /// Every colour with its key.
    pub fn all(&self) -> [(&'static str, &str); 13] {
        [
            ("text", &self.text),
            ("muted", &self.muted),
            ("line", &self.line),
            ("surface", &self.surface),
            ("cover", &self.cover),
            ("cover_text", &self.cover_text),
            ("highlight", &self.highlight),
            ("accent", &self.accent),
            ("accent_soft", &self.accent_soft),
            ("middle", &self.middle),
            ("calm_soft", &self.calm_soft),
            ("calm", &self.calm),
            ("grey", &self.grey),
        ]
    }
}

/// Colours of the edges of callouts, as keys of the palette: `finding = "accent"`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Callouts {
    /// A finding.
    pub finding: String,
    /// A remark about method or limits.
    pub note: String,
    /// "Preliminary", "missed" and other cautions.
    pub caution: String,
}

/// For a file of the user's own that does not name them.
impl Default for Callouts {
    fn default() -> Self {
        let [finding, note, caution] = ["highlight", "calm", "accent"].map(str::to_owned);
        Self { finding, note, caution }
    }
}

impl Callouts {
    /// The keys that a palette lacks.
    pub fn unknown<'c>(&'c self, palette: &Palette) -> Vec<&'c str> {
        let all = [self.finding.as_str(), &self.note, &self.caution];
        all.into_iter().filter(|key| palette.named(key).is_none()).collect()
    }
}

/// Splits `#RRGGBB` into its parts; `None` where the text is not of that form.
pub fn rgb(colour: &str) -> Option<(u8, u8, u8)> {
    let hex = colour.strip_prefix('#').filter(|h| h.len() == 6 && h.is_ascii())?;
    let part = |i: usize| u8::from_str_radix(&hex[i..i + 2], 16).ok();
    Some((part(0)?, part(2)?, part(4)?))
}
