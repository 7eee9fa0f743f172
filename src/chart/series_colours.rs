//! The colours of a chart's series, for writers that leave the drawing to an office program.

use super::colour::{Inks, Rgb};
use crate::diag::Diagnostic;
use crate::theme::{Palette, Tone};

/// Colours as `RRGGBB`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesInk {
    /// Of bars, dots and lines.
    pub fill: String,
    /// Text on the fill, at least 4.5 : 1.
    pub text: String,
}

/// The colours of a palette as charts use them, as `RRGGBB`.
#[derive(Debug, Clone, Copy)]
pub struct Colours(Inks);

impl Colours {
    /// Reads a palette.
    ///
    /// # Errors
    /// `ThemeFault` where a colour cannot be read.
    pub fn new(palette: &Palette) -> Result<Self, Diagnostic> {
        Inks::new(palette).map(Self)
    }

    /// The colours of some series as a kind gives them.
    pub(super) fn series(&self, fills: impl FnOnce(&Inks) -> Vec<Rgb>) -> Vec<SeriesInk> {
        let ink = |fill: Rgb| SeriesInk { fill: hex(fill), text: hex(self.0.on(fill)) };
        fills(&self.0).into_iter().map(ink).collect()
    }

    /// A bar of a tone.
    pub fn bar(&self, tone: Tone) -> String {
        hex(self.0.tone(tone))
    }

    /// A dot or line of a tone, at least 3 : 1 on paper.
    pub fn mark(&self, tone: Tone) -> String {
        hex(self.0.tone(tone).as_mark())
    }

    /// An interval of a tone.
    pub fn interval(&self, tone: Tone) -> String {
        hex(self.0.interval(tone))
    }

    /// Words in a tone, at least 4.5 : 1 on paper.
    pub fn words(&self, tone: Tone) -> String {
        hex(self.0.tone(tone).as_text())
    }

    /// Text on paper.
    pub fn text(&self) -> String {
        hex(self.0.text)
    }

    /// Text that steps back.
    pub fn muted(&self) -> String {
        hex(self.0.muted)
    }

    /// Grounds.
    pub fn surface(&self) -> String {
        hex(self.0.surface)
    }

    /// Light lines.
    pub fn line(&self) -> String {
        hex(self.0.line)
    }
}

fn hex(Rgb(r, g, b): Rgb) -> String {
    format!("{r:02X}{g:02X}{b:02X}")
}
