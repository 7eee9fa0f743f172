//! Charts: what they show, how they are drawn and told, and what an office program draws in their place.
//!
//! Data come in as [`data::ChartData`], tables of plain values whose labels are already in the document's language;
//! a kind makes itself from a table that it knows how to show. The kinds stand in [`kind`], one file and one line
//! each. The room turns a [`Chart`] into one SVG that Typst and resvg show alike, into its alternative text
//! ([`AltText`]), into a table of its numbers ([`Readout`]), and into the plan of an office program's own chart
//! ([`office_plan`]). plotters writes the SVG; every position is computed here from the face's own advances,
//! because plotters estimates text and knows nothing of columns.

mod alt;
mod answer_scale;
mod axis;
mod bar_marks;
mod check;
mod colour;
pub mod data;
mod direct_labels;
mod draw_context;
mod estimate;
mod face;
mod group_marks;
pub mod kind;
mod label_layout;
mod legend;
pub mod office_plan;
mod paging;
mod pen;
mod plan_context;
mod png;
mod raster;
mod readout;
mod rows;
mod scale;
mod series_colours;
mod specimen;
mod tick_marks;
mod wrap;

#[cfg(test)]
mod palette_tests;
#[cfg(test)]
pub(crate) mod test_fixture;
#[cfg(test)]
mod tests;

pub use alt::{AltText, capital};
pub use answer_scale::ScaleRow;
pub use axis::{Axis, Reference, Tick};
pub use estimate::Estimate;
pub use face::Faces;
pub use kind::Chart;
pub use paging::Part;
pub use raster::Rasteriser;
pub use readout::{Readout, ReadoutRow};
pub use series_colours::{Colours, SeriesInk};
pub use specimen::{SpecimenMaker, SpecimenWords};
pub use wrap::Breaks;

use crate::diag::Diagnostic;
use crate::picture::Picture;
use crate::quantity::Pt;
use crate::theme::{PageStyle, Palette};
use draw_context::{DrawContext, SharedScale};

/// What a chart is drawn on: the sheet's look and the room that it has. Lengths in points.
#[derive(Clone, Copy)]
pub struct Canvas<'a> {
    /// Sizes and families of type.
    pub sheet: &'a PageStyle,
    /// Colours.
    pub palette: &'a Palette,
    /// The faces of the family `sheet.fonts.chart`.
    pub faces: &'a Faces,
    /// Width of the picture.
    pub width: Pt,
    /// Height that there is: rows are spread over it, within reason. `None` is as tall as the content needs.
    pub height: Option<Pt>,
    /// Height of a page: a chart that needs more is parted into several pictures.
    pub page: Pt,
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
fn picture(
    chart: &Chart,
    canvas: &Canvas,
    shared: SharedScale,
) -> Result<(Picture, SharedScale), Diagnostic> {
    let context = DrawContext::new(canvas, shared)?;
    let picture = chart.draw(&context)?;
    Ok((picture, context.used()))
}
