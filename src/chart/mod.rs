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
mod draw_context;
mod estimate;
mod face;
mod grouped;
mod heat;
mod label_layout;
mod legend;
mod likert;
mod lines;
mod map;
mod multiples;
mod numbers;
mod paging;
mod pen;
mod progress;
mod ranks;
mod raster;
mod rows;
mod scale;
mod series;
mod slope;
mod stacked;
mod tiles;
mod wrap;

#[cfg(test)]
mod palette_tests;
#[cfg(test)]
pub(crate) mod test_fixture;
#[cfg(test)]
mod tests;

pub use face::Faces;
pub use paging::Part;
pub use raster::Rasteriser;
pub use series::{Colours, SeriesInk};

use crate::diag::Diagnostic;
use crate::document::chart::Chart;
use crate::document::{PageStyle, Palette, Picture};
use draw_context::{DrawContext, Shared};
pub use wrap::Breaks;

/// What a chart is drawn on: the sheet's look and the room that it has. Lengths in points.
#[derive(Clone, Copy)]
pub struct Canvas<'a> {
    pub sheet: &'a PageStyle,
    pub palette: &'a Palette,
    /// The faces of the family `sheet.fonts.chart`.
    pub faces: &'a Faces,
    /// Width of the picture in points.
    pub width: f64,
    /// Height that there is, in points: rows are spread over it, within reason. `None` is as tall as the
    /// content needs.
    pub height: Option<f64>,
    /// Height of a page, in points: a chart that needs more is parted into several pictures.
    pub page: f64,
    /// Where a word may be divided (byte offsets) that is wider than its column.
    pub breaks: Breaks<'a>,
}

/// Draws a chart: one picture, or several on one scale where its rows need more than a page. The same
/// chart on the same canvas gives the same bytes.
///
/// # Errors
/// `ChartDrawing` where the numbers or the room do not allow an honest picture, `GlyphMissing` where
/// the face lacks a character, `ThemeFault` where a colour cannot be read.
pub fn draw(chart: &Chart, canvas: &Canvas) -> Result<Vec<Part>, Diagnostic> {
    paging::draw(chart, canvas)
}

/// One picture of a chart, whatever its height, and what it came to.
fn picture(chart: &Chart, canvas: &Canvas, shared: Shared) -> Result<(Picture, Shared), Diagnostic> {
    let stage = DrawContext::new(canvas, shared)?;
    let picture = match chart {
        Chart::Bars(bars) => bars::draw(bars, &stage),
        Chart::Grouped(grouped) => grouped::draw(grouped, &stage),
        Chart::Likert(likert) => likert::draw(likert, &stage),
        Chart::Stacked(stacked) => stacked::draw(stacked, &stage),
        Chart::Dots(dots) => dots::draw(dots, &stage),
        Chart::Ranks(ranks) => ranks::draw(ranks, &stage),
        Chart::Heat(heat) => heat::draw(heat, &stage),
        Chart::Tiles(tiles) => tiles::draw(tiles, &stage),
        Chart::Map(map) => map::draw(map, &stage),
        Chart::Slope(slope) => slope::draw(slope, &stage),
        Chart::Lines(lines) => lines::draw(lines, &stage),
        Chart::Progress(progress) => progress::draw(progress, &stage),
        Chart::Numbers(numbers) => numbers::draw(numbers, &stage),
        Chart::Multiples(multiples) => multiples::draw(multiples, &stage),
    }?;
    Ok((picture, stage.used()))
}
