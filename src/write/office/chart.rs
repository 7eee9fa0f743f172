//! The chart of a plan as `rust_xlsxwriter` knows it.

use rust_xlsxwriter::{
    Chart, ChartAxis, ChartAxisCrossing, ChartAxisLabelPosition, ChartAxisTickType, ChartErrorBars,
    ChartErrorBarsType, ChartFont, ChartFormat, ChartLayout, ChartLegendPosition, ChartLine,
    ChartLineDashType, ChartMarker, ChartMarkerType, ChartPoint, ChartRange, ChartSeries, ChartSolidFill,
    ChartType, Color,
};

use super::plot_layout::PlotLayout;
use super::workbook::SHEET;
use crate::chart::Colours;
use crate::chart::office_plan::{Form, NAMELESS, Plan, Series};
use crate::quantity::whole;

/// Size of a dot, in points.
const MARKER: u8 = 7;
/// Lines of a series and of its intervals, in points.
const LINE: f64 = 1.75;
const THIN: f64 = 1.0;
const THICK: f64 = 2.0;

/// Rows of a column, without its head.
fn range(plan: &Plan, column: u16) -> ChartRange {
    ChartRange::new_from_range(SHEET, 1, column, whole::count_u32(plan.names.len()).max(1), column)
}

pub fn chart(plan: &Plan, layout: &PlotLayout, colours: &Colours) -> Chart {
    let mut chart = Chart::new(match plan.form {
        Form::Bars => ChartType::Bar,
        Form::Stacked => ChartType::BarStacked,
        Form::Lines => ChartType::Line,
    });
    chart.title().set_hidden();
    let mut clear = ChartFormat::new();
    clear.set_no_fill().set_no_border();
    chart.chart_area().set_format(&mut clear.clone());
    chart.plot_area().set_format(&mut clear);
    for series in &plan.series {
        chart.push_series(&drawn(plan, series));
    }
    axes(&mut chart, plan, layout, colours);
    legend(&mut chart, plan, layout);
    let (width, height) = layout.plot;
    let plot = ChartLayout::new().set_offset(layout.left, layout.top).set_dimensions(width, height);
    chart.plot_area().set_layout(&plot);
    chart
}

fn drawn(plan: &Plan, series: &Series) -> ChartSeries {
    let mut out = ChartSeries::new();
    out.set_values(&range(plan, series.values));
    out.set_name((SHEET, 0, series.values));
    out.set_categories(&range(plan, 0));
    if plan.form == Form::Lines {
        line(series, &mut out);
    } else {
        let overlap = if plan.form == Form::Stacked || !plan.legend { 100 } else { 0 };
        out.set_gap(plan.gap).set_overlap(overlap);
        bar(series, &mut out);
    }
    if let Some(distances) = series.interval {
        let bars = interval(plan, series, distances);
        if plan.form == Form::Lines {
            out.set_y_error_bars(&bars)
        } else {
            out.set_x_error_bars(&bars)
        };
    }
    out
}

fn interval(plan: &Plan, series: &Series, (plus, minus): (u16, u16)) -> ChartErrorBars {
    let mut bars = ChartErrorBars::new();
    bars.set_type(ChartErrorBarsType::Custom(range(plan, plus), range(plan, minus)));
    let width = if series.thick { THICK } else { THIN };
    let mut line = ChartLine::new();
    line.set_color(ink(&series.interval_ink)).set_width(width);
    bars.set_end_cap(!series.thick).set_format(ChartFormat::new().set_line(&line));
    bars
}

fn bar(series: &Series, out: &mut ChartSeries) {
    let Some(fill) = &series.fill else {
        out.set_format(ChartFormat::new().set_no_fill().set_no_border());
        return;
    };
    out.set_format(ChartFormat::new().set_solid_fill(&solid(fill)).set_no_border());
    if series.points.iter().any(|point| point != fill) {
        out.set_points(&series.points.iter().map(|point| point_of(point)).collect::<Vec<_>>());
    }
}

fn line(series: &Series, out: &mut ChartSeries) {
    let fill = series.fill.as_deref().unwrap_or_default();
    let mut line = ChartLine::new();
    line.set_color(ink(fill)).set_width(LINE);
    out.set_format(ChartFormat::new().set_line(&line));
    let mut marker = ChartMarker::new();
    let mut dot = ChartFormat::new();
    dot.set_solid_fill(&solid(fill)).set_no_border();
    marker.set_type(ChartMarkerType::Circle).set_size(MARKER).set_format(&mut dot);
    out.set_marker(&marker);
}

fn point_of(fill: &str) -> ChartPoint {
    ChartPoint::new().set_format(ChartFormat::new().set_solid_fill(&solid(fill)).set_no_border())
}

fn axes(chart: &mut Chart, plan: &Plan, layout: &PlotLayout, colours: &Colours) {
    // The axis of values is the horizontal one, but in a line chart.
    let upright = plan.form == Form::Lines;
    let of_values = if upright { chart.y_axis() } else { chart.x_axis() };
    values(of_values, plan, colours);
    if !upright && plan.ticks && !plan.axis_name.is_empty() {
        let (left, top) = layout.axis_name;
        of_values.set_label_layout(&ChartLayout::new().set_offset(left, top));
    }
    names(if upright { chart.x_axis() } else { chart.y_axis() }, plan, colours);
}

fn values(axis: &mut ChartAxis, plan: &Plan, colours: &Colours) {
    if let Some((min, max, step)) = plan.scale {
        axis.set_min(min).set_max(max).set_major_unit(step);
    }
    if let Some(at) = plan.crossing {
        axis.set_crossing(ChartAxisCrossing::AxisValue(at));
    }
    let mut font = ChartFont::new();
    font.set_color(ink(&colours.muted()));
    axis.set_font(&font).set_format(ChartFormat::new().set_no_line());
    axis.set_major_tick_type(ChartAxisTickType::None).set_num_format("General");
    axis.set_major_gridlines(plan.ticks);
    if !plan.ticks {
        axis.set_hidden(true);
        return;
    }
    let mut grid = ChartLine::new();
    grid.set_color(ink(&colours.line())).set_width(0.5);
    axis.set_major_gridlines_line(&grid);
    if !plan.axis_name.is_empty() {
        axis.set_name(plan.axis_name.as_str()).set_name_font(font.unset_bold());
    }
}

fn names(axis: &mut ChartAxis, plan: &Plan, colours: &Colours) {
    let mut line = ChartLine::new();
    line.set_color(ink(&colours.muted())).set_width(0.6);
    if plan.is_reference {
        line.set_width(1.0).set_dash_type(ChartLineDashType::RoundDot);
    }
    axis.set_format(ChartFormat::new().set_line(&line));
    axis.set_major_tick_type(ChartAxisTickType::None).set_minor_tick_type(ChartAxisTickType::None);
    axis.set_major_gridlines(false).set_label_position(ChartAxisLabelPosition::Low);
    if plan.form != Form::Lines {
        // The first row on top, and the values' axis below the last one.
        axis.set_reverse().set_crossing(ChartAxisCrossing::Max);
    }
}

fn legend(chart: &mut Chart, plan: &Plan, layout: &PlotLayout) {
    if plan.legend {
        let place = ChartLayout::new().set_offset(0.0, 0.0).set_dimensions(1.0, layout.legend);
        let mut font = ChartFont::new();
        font.set_size(layout.size_of_legend);
        // Series that only hold a place have no name and no entry.
        let nameless = plan.series.iter().enumerate().filter(|(_, series)| plan.head(series) == NAMELESS);
        let nameless: Vec<usize> = nameless.map(|(at, _)| at).collect();
        let legend = chart.legend().set_position(ChartLegendPosition::Top).set_layout(&place);
        legend.set_font(&font).delete_entries(&nameless);
    } else {
        chart.legend().set_hidden();
    }
}

fn solid(fill: &str) -> ChartSolidFill {
    let mut solid = ChartSolidFill::new();
    solid.set_color(ink(fill));
    solid
}

fn ink(hex: &str) -> Color {
    Color::RGB(u32::from_str_radix(hex, 16).unwrap_or_default())
}
