//! Charts that an office program draws itself: a DrawingML chart with the workbook behind it.
//!
//! A kind of chart says what the workbook holds and which series show it (a [`Plan`]); [`workbook`] puts the former into a
//! file that `rust_xlsxwriter` makes, [`chart`] writes the part that shows the latter: in the face and colour of the
//! document's text, with labels that print what the document prints, and the link to the embedded workbook.

mod axes;
#[cfg(test)]
mod by_library;
mod chart;
mod drawing;
mod labels;
mod plot_layout;
mod series;
mod sheet;
#[cfg(test)]
mod tests;
mod workbook;

use self::plot_layout::PlotLayout;
use crate::chart::office_plan::{OfficeChart, Plan, PlanContext};
use crate::chart::{Chart, Colours};
use crate::diag::{Code, Diagnostic, say};
use crate::document::Figure;
use crate::quantity::Pt;
use crate::theme::Palette;

/// Relationship id under which a chart part names its workbook.
pub const WORKBOOK: &str = "rId1";

/// Families whose letters are narrower than Arial's, and by how much.
const NARROW: &[&str] = &["Times New Roman", "Tinos", "Liberation Serif"];
const NARROW_FACE: f64 = 0.9;

/// The look of the text in a chart, and its language.
#[derive(Debug, Clone, Copy)]
pub struct ChartStyle<'a> {
    /// Family of the type.
    pub font: &'a str,
    /// Size of the labels.
    pub size: Pt,
    /// Width of the chart.
    pub width: Pt,
    /// Height of the chart's picture.
    pub height: Pt,
    /// Height up to which the chart may grow for its rows to stand apart.
    pub most: Pt,
    /// BCP 47.
    pub language: &'a str,
    /// Colours.
    pub palette: &'a Palette,
}

/// A chart part and the workbook that it is edited in.
#[derive(Debug, Clone)]
pub struct NativeChart {
    /// At least that of the picture, more where the legend needs it.
    pub height: Pt,
    /// `c:chartSpace`; its workbook is the relationship [`WORKBOOK`].
    pub xml: String,
    /// XLSX.
    pub workbook: Vec<u8>,
}

/// Whether a figure is a picture, whose PNG the writer needs, or a chart of Office's own.
pub fn is_picture(figure: &Figure, native_charts: bool) -> bool {
    let is_drawable = figure.chart.as_ref().is_some_and(|chart| chart.office().is_some());
    !native_charts || figure.drawings.len() != 1 || !is_drawable
}

/// The chart as an office program's own; `None` for a kind that stays a picture.
///
/// # Errors
/// `ThemeFault` where a colour cannot be read, `DocxBuild` where the workbook cannot be written.
pub fn native(chart: &Chart, style: &ChartStyle) -> Result<Option<NativeChart>, Diagnostic> {
    let Some(drawable) = chart.office() else { return Ok(None) };
    let colours = Colours::new(style.palette)?;
    let Planned { plan, layout, names } = planned(drawable, style, &colours);
    let workbook = workbook::write(&plan).map_err(|detail| {
        Diagnostic::new(Code::DocxBuild, say!("chart-workbook-refused", detail = detail))
    })?;
    let xml = chart::part(&plan, &layout, (style, names), &colours);
    Ok(Some(NativeChart { height: layout.height, xml, workbook }))
}

/// What a chart consists of, and where its parts stand.
struct Planned {
    plan: Plan,
    layout: PlotLayout,
    /// Size of the names of rows.
    names: Pt,
}

fn planned(drawable: &dyn OfficeChart, style: &ChartStyle, colours: &Colours) -> Planned {
    let context = PlanContext {
        size: style.size.0,
        width: style.width.0,
        grows: style.most.0.is_infinite(),
        face: if NARROW.contains(&style.font) { NARROW_FACE } else { 1.0 },
        colours,
    };
    let mut plan = drawable.plan(&context);
    plan.fold_names(&context);
    if plan.legend {
        plan.balance_names();
    }
    let layout = PlotLayout::new(&plan, &context, style);
    let names = layout.size_of_names(&plan, style);
    if names < style.size {
        // Smaller letters need fewer lines.
        let room = layout.left * context.width - context.size;
        plan.fold_names_to(room, &PlanContext { size: names.0, ..context });
    }
    Planned { plan, layout, names }
}
