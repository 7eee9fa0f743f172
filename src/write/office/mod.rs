//! Charts that an office program draws itself: a DrawingML chart with the workbook behind it.
//!
//! A [`plan`] says what the workbook holds and which series show it; [`workbook`] has `rust_xlsxwriter`
//! write both; [`drawing`] turns its chart part into one that stands in a document: the face and colour of
//! the text, labels that print what the document prints, and the link to the embedded workbook.

mod chart;
mod dots;
mod drawing;
mod figures;
mod lines;
mod plan;
mod rooms;
mod scales;
mod workbook;

use self::rooms::Rooms;
use crate::chart::Colours;
use crate::diag::{Code, Diagnostic, say};
use crate::document::chart::Chart;
use crate::document::{Figure, Palette};

/// Relationship id under which a chart part names its workbook.
pub const WORKBOOK: &str = "rId1";

/// The look of the text in a chart, and its language.
#[derive(Debug, Clone, Copy)]
pub struct ChartStyle<'a> {
    pub font: &'a str,
    /// Size of the labels, in points.
    pub size: f64,
    /// Width of the chart, in points.
    pub width: f64,
    /// Height of the chart's picture, in points.
    pub height: f64,
    /// Height up to which the chart may grow for its rows to stand apart, in points.
    pub most: f64,
    /// BCP 47.
    pub language: &'a str,
    pub palette: &'a Palette,
}

/// Width of a letter, in its size. Enough to leave room for a text: the office program measures it itself.
const LETTER: f64 = 0.52;
/// The largest share of the width that names take.
const MOST_NAMES: f64 = 0.42;

impl ChartStyle<'_> {
    /// About how wide a text is, in points.
    fn text_width(&self, text: &str) -> f64 {
        LETTER * self.size * text.chars().count() as f64
    }

    /// The share of the width that names need, with a gap after them.
    fn share_of_names(&self, names: &[String]) -> f64 {
        let longest = names.iter().map(|name| self.text_width(name)).fold(0.0, f64::max);
        ((longest + self.size) / self.width).min(MOST_NAMES)
    }

    /// Whether a bar that takes a share of the plot has room for a text.
    fn has_room(&self, text: &str, share: f64, names: &[String]) -> bool {
        self.text_width(text) + self.size / 2.0 <= share * self.width * (1.0 - self.share_of_names(names))
    }
}

/// A chart part and the workbook that it is edited in.
#[derive(Debug, Clone)]
pub struct NativeChart {
    /// In points: at least that of the picture, more where the legend needs it.
    pub height: f64,
    /// `c:chartSpace`; its workbook is the relationship [`WORKBOOK`].
    pub xml: String,
    /// XLSX.
    pub workbook: Vec<u8>,
}

/// Whether an office program has a chart type for it; the others stay pictures.
pub fn can_draw(chart: &Chart) -> bool {
    match chart {
        Chart::Bars(_)
        | Chart::Grouped(_)
        | Chart::Likert(_)
        | Chart::Stacked(_)
        | Chart::Dots(_)
        | Chart::Lines(_) => true,
        // Names at both ends that make way for one another are beyond an office program.
        Chart::Slope(_)
        | Chart::Ranks(_)
        | Chart::Heat(_)
        | Chart::Tiles(_)
        | Chart::Map(_)
        | Chart::Progress(_)
        | Chart::Numbers(_)
        | Chart::Multiples(_) => false,
    }
}

/// Whether a figure is a picture, whose PNG the writer needs, or a chart of Word's own.
pub fn is_picture(figure: &Figure, native_charts: bool) -> bool {
    let drawable = figure.chart.as_ref().is_some_and(|chart| can_draw(chart));
    !native_charts || figure.drawings.len() != 1 || !drawable
}

/// The chart as an office program's own; `None` for a kind that stays a picture.
///
/// # Errors
/// `ThemeFault` where a colour cannot be read, `DocxBuild` where the workbook cannot be written.
pub fn native(chart: &Chart, look: &ChartStyle) -> Result<Option<NativeChart>, Diagnostic> {
    let colours = Colours::new(look.palette)?;
    let plan = match chart {
        Chart::Bars(c) => figures::bars(c, &colours),
        Chart::Grouped(c) => figures::grouped(c, &colours.series(chart), &colours, look),
        Chart::Likert(c) => scales::likert(c, &colours.series(chart), look),
        Chart::Stacked(c) => scales::stacked(c, &colours.series(chart), look),
        Chart::Dots(c) => dots::dots(c, &colours, look),
        Chart::Lines(c) => lines::lines(c, &colours.series(chart)),
        _ => return Ok(None),
    };
    let rooms = Rooms::new(&plan, look);
    let files = workbook::write(&plan, &rooms, &colours).map_err(|e| fault(&e.to_string()))?;
    let xml = drawing::finish(&files.chart, &plan, look, &colours).map_err(|why| fault(&why))?;
    Ok(Some(NativeChart { height: rooms.height, xml, workbook: files.workbook }))
}

fn fault(detail: &str) -> Diagnostic {
    Diagnostic::new(Code::DocxBuild, say!("chart-workbook-refused", detail = detail))
}
