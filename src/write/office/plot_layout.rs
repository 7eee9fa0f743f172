//! Where the legend, the names and the plot of a native chart stand. Office programs place them badly by
//! themselves: a legend takes half the height, and names push the plot aside.

use super::ChartStyle;
use crate::chart::office_plan::{Form, HEAD_SHARE, NAMELESS, Plan, PlanContext};
use crate::quantity::{Pt, whole};

/// Distance of lines, in the size of the text.
const LINE: f64 = 1.5;
/// Width of a legend's key with the spaces around it, in the size of the text.
const KEY: f64 = 3.0;
/// Size of the legend, in that of the labels.
pub const LEGEND_SHARE: f64 = 0.85;
/// Height of a row, in lines.
const ROW: f64 = 1.4;
/// Between rows whose names stand on several lines, in the size of the text.
const NAMED_GAP: f64 = 0.4;
/// Height of a row where there is no room for more, in lines.
const TIGHT_ROW: f64 = 0.85;
/// Distance of two lines of one name, in the size of the text.
const TEXT_LINE: f64 = 1.1;
/// Distance of two lines of one head, in its size.
const LINE_OF_HEAD: f64 = 1.2;
/// What stays free at the right edge, as a share of the width.
const EDGE: f64 = 0.03;
/// The plot's left edge in a chart whose names stand below it, as a share of the width.
const UPRIGHT: f64 = 0.08;

/// The parts of a chart, as shares of its width and height: `c:manualLayout` (ISO/IEC 29500-1, 21.2.2.95).
#[derive(Debug, Clone, Copy)]
pub struct PlotLayout {
    /// At least that of the picture, more where legend and rows need it.
    pub height: Pt,
    /// Size of the legend's type, in points.
    pub size_of_legend: f64,
    /// The legend's height, from the top.
    pub legend: f64,
    /// How far the heads of columns stand above the middle of their row.
    pub lift: f64,
    /// Where the name of the axis of values begins, below the end of its ticks.
    pub axis_name: (f64, f64),
    /// The plot's left edge.
    pub left: f64,
    /// The plot's upper edge.
    pub top: f64,
    /// The plot's width and height.
    pub plot: (f64, f64),
}

impl PlotLayout {
    /// Where the parts of a plan's chart stand.
    pub fn new(plan: &Plan, context: &PlanContext, style: &ChartStyle) -> Self {
        let line = style.size * LINE;
        let legend = line * legend_lines(plan, context);
        let (left, below) = match plan.form {
            Form::Bars | Form::Stacked => (context.share_of_names(plan), Pt(0.0)),
            Form::Lines => (UPRIGHT, line),
        };
        let head = if plan.form == Form::Stacked { Pt(0.0) } else { line / 2.0 };
        let below = below
            + line * (f64::from(u8::from(plan.ticks)) + f64::from(u8::from(!plan.axis_name.is_empty())));
        let rows = if plan.form == Form::Lines { Pt(0.0) } else { line * whole::float(plan.names.len()) };
        let needed = |row: f64| legend + head + rows * row + below;
        let row = ROW.max((TEXT_LINE * whole::float(plan.lines_of_names()) + NAMED_GAP) / LINE);
        let height = style.height.max(needed(row).min(style.most)).max(needed(TIGHT_ROW));
        // Heads that are taller than their row reach up from it.
        let row = (height - legend - head - below) / whole::float(plan.names.len().max(1));
        let surplus = (style.size * head_height(plan) - row).max(Pt(0.0));
        let top = (legend + head + surplus) / height;
        Self {
            axis_name: (
                1.0 - EDGE - context.text_width(&plan.axis_name) / context.width,
                1.0 - style.size * LINE_OF_HEAD / height,
            ),
            lift: surplus / 2.0 / height,
            height,
            size_of_legend: (context.size * LEGEND_SHARE * 2.0).round() / 2.0,
            legend: legend / height,
            left,
            top,
            plot: (1.0 - EDGE - left, 1.0 - top - below / height),
        }
    }

    /// The size of the names of rows: names on several lines step back where their rows stand close.
    pub fn size_of_names(&self, plan: &Plan, style: &ChartStyle) -> Pt {
        let lines = whole::float(plan.lines_of_names());
        let rows = whole::float(plan.names.len().max(1));
        let room = self.height * self.plot.1 / rows;
        let is_close = plan.form != Form::Lines && lines > 1.0 && style.size * (TEXT_LINE * lines) > room;
        if is_close { style.size * HEAD_SHARE } else { style.size }
    }
}

/// Height of the tallest head of a column, in the size of the text.
fn head_height(plan: &Plan) -> f64 {
    let lines = plan.series.iter().flat_map(|series| &series.labels).map(|labels| labels.head.len());
    HEAD_SHARE * LINE_OF_HEAD * whole::float(lines.max().unwrap_or(0))
}

/// How many lines the entries of the legend fill, each whole.
fn legend_lines(plan: &Plan, context: &PlanContext) -> f64 {
    if !plan.legend {
        return 0.0;
    }
    let (mut lines, mut used) = (1.0, 0.0);
    for series in plan.series.iter().filter(|series| plan.head(series) != NAMELESS) {
        let entry = LEGEND_SHARE * (context.text_width(plan.head(series)) + KEY * context.size);
        if used + entry > context.width && used > 0.0 {
            lines += 1.0;
            used = 0.0;
        }
        used += entry;
    }
    lines
}
