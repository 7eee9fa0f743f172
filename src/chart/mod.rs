//! Charts: one file a kind, all drawn by plotters.
//!
//! The room turns a [`Chart`] – labels already in the document's language, numbers already printed –
//! into one SVG that Typst and resvg show alike. plotters writes the SVG; every position is computed
//! here from the face's own advances, because plotters estimates text and knows nothing of columns.
//!
//! A new kind is a file beside these, a `mod` line and an arm in [`draw`].

mod bars;
mod check;
mod colour;
mod dots;
mod face;
mod legend;
mod likert;
mod pen;
mod progress;
mod raster;
mod rows;
mod scale;
mod stage;
mod wrap;

#[cfg(test)]
mod palette_tests;
#[cfg(test)]
mod test_fixture;
#[cfg(test)]
mod tests;

pub use face::Faces;
pub use raster::rasterise;

use crate::diag::Diagnostic;
use crate::document::chart::Chart;
use crate::document::{Palette, Picture, Sheet};
use stage::Stage;

/// What a chart is drawn on: the sheet's look and the room that it has. Lengths in points.
#[derive(Clone, Copy)]
pub struct Canvas<'a> {
    pub sheet: &'a Sheet,
    pub palette: &'a Palette,
    /// The faces of the family `sheet.fonts.chart`.
    pub faces: &'a Faces,
    /// Width of the picture in points.
    pub width: f64,
    /// Height that there is, in points: rows are spread over it, within reason. `None` is as tall as the
    /// content needs.
    pub height: Option<f64>,
}

/// Draws a chart. The same chart on the same canvas gives the same bytes.
///
/// # Errors
/// `ChartDrawing` where the numbers or the room do not allow an honest picture, `GlyphMissing` where
/// the face lacks a character, `ThemeFault` where a colour cannot be read.
pub fn draw(chart: &Chart, canvas: &Canvas) -> Result<Picture, Diagnostic> {
    let stage = Stage::new(canvas)?;
    match chart {
        Chart::Bars(bars) => bars::draw(bars, &stage),
        Chart::Likert(likert) => likert::draw(likert, &stage),
        Chart::Dots(dots) => dots::draw(dots, &stage),
        Chart::Progress(progress) => progress::draw(progress, &stage),
    }
}
