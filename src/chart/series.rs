//! The colours of a chart's series, for writers that leave the drawing to an office program.

use super::colour::{Inks, Rgb};
use super::{grouped, likert};
use crate::diag::Diagnostic;
use crate::document::Palette;
use crate::document::chart::{Chart, Tone};

/// Colours as `RRGGBB`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesInk {
    pub fill: String,
    /// Text on the fill, at least 4.5 : 1.
    pub text: String,
}

/// The colours of a palette as charts use them.
#[derive(Debug, Clone, Copy)]
pub struct Colours(Inks);

impl Colours {
    /// # Errors
    /// `ThemeFault` where a colour cannot be read.
    pub fn new(palette: &Palette) -> Result<Self, Diagnostic> {
        Inks::new(palette).map(Self)
    }

    /// One colour for each answer, group or line; none for a kind that has no series.
    pub fn series(&self, chart: &Chart) -> Vec<SeriesInk> {
        let fills = match chart {
            Chart::Grouped(c) => {
                let all = grouped::colours(&self.0);
                all.into_iter().take(c.groups.len()).collect()
            }
            Chart::Likert(c) => likert::colours(&c.answers, &self.0),
            Chart::Stacked(c) => likert::colours(&c.answers, &self.0),
            Chart::Lines(c) => c.series.iter().map(|s| self.0.tone(s.tone).as_mark()).collect(),
            Chart::Slope(c) => c.rows.iter().map(|r| self.0.tone(r.tone).as_mark()).collect(),
            _ => Vec::new(),
        };
        fills.into_iter().map(|fill| SeriesInk { fill: hex(fill), text: hex(self.0.on(fill)) }).collect()
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

    pub fn text(&self) -> String {
        hex(self.0.text)
    }

    pub fn muted(&self) -> String {
        hex(self.0.muted)
    }

    pub fn line(&self) -> String {
        hex(self.0.line)
    }
}

fn hex(Rgb(r, g, b): Rgb) -> String {
    format!("{r:02X}{g:02X}{b:02X}")
}
