//! Dots as drawn: the axis with its light lines above, the reference line through all rows, the remarks at the right.

use super::{Dot, Dots};
use crate::chart::axis::{Reference, Tick};
use crate::chart::check::{self, finite, some_rows};
use crate::chart::colour::WHITE;
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::{DASH, printed};
use crate::chart::legend::Legend;
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::rows::{Band, Bands, RowLabels};
use crate::chart::scale::Scale;
use crate::chart::tick_marks;
use crate::diag::{Diagnostic, say};
use crate::picture::Picture;

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.38;
/// The remark column's largest share of the width.
const ASIDE_SHARE: f64 = 0.18;
/// Radius of a dot, in em, and the least of one that makes room for a short interval.
const RADIUS: f64 = 0.34;
const LEAST_RADIUS: f64 = 0.17;
/// How much of an interval's half its dot may take.
const OF_INTERVAL: f64 = 0.6;
/// Half the height of the strokes at the ends of short intervals, in em.
const CAP: f64 = 0.3;

/// The columns and the head, in points.
struct Geometry {
    scale: Scale,
    /// Left and right edge of the plot.
    plot: (f64, f64),
    /// Middle of the remark column.
    aside: f64,
    name: Vec<String>,
    /// The axis's name stands before the ticks, in the label column, where it has room there.
    name_is_beside: bool,
    heading: Vec<String>,
    reference: Vec<String>,
    /// Where the reference line stands.
    line: Option<f64>,
    /// Radius of the dots; smaller where an interval would vanish under one of the usual size.
    radius: f64,
    head: f64,
}

pub fn draw(dots: &Dots, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(dots)?;
    let texts = dots.rows.iter().map(|row| row.label.as_str());
    let labels = RowLabels::new(context, texts, LABEL_SHARE);
    // A slide whose rows fill it has no room for a legend; the map before it has one.
    let legend = Legend::of_keys(context, &dots.keys);
    let drawn = draw_with(dots, context, &labels, legend.as_ref());
    if drawn.is_err() && context.height.is_some() && legend.is_some() {
        return draw_with(dots, context, &labels, None);
    }
    drawn
}

fn draw_with(
    dots: &Dots,
    context: &DrawContext,
    labels: &RowLabels,
    legend: Option<&Legend>,
) -> Result<Picture, Diagnostic> {
    let above = legend.map_or(0.0, |legend| legend.height);
    let geometry = geometry(dots, labels.end(context), above, context);
    let foot = context.block(geometry.reference.len());
    let below = if foot > 0.0 { foot + 0.4 * context.em } else { 0.0 };
    let bands = labels.bands(context, geometry.head, below)?;
    context.picture(bands.height, |pen| {
        if let Some(legend) = legend {
            legend.draw(pen, context);
        }
        draw_head(pen, context, dots, &geometry, &bands);
        labels.write(pen, &bands.rows, context);
        if let Some(reference) = &dots.reference {
            draw_reference(pen, context, reference, &geometry, &bands);
        }
        for (row, band) in dots.rows.iter().zip(&bands.rows) {
            draw_row(pen, context, row, *band, &geometry);
            let ink = if row.value.is_some() { context.inks.text } else { context.inks.muted };
            let aside = if dots.has_asides() { printed(row.aside.as_ref()) } else { "" };
            pen.text_centred(aside, (geometry.aside, band.middle()), Ink::new(ink, Align::Middle));
        }
    })
}

fn check(dots: &Dots) -> Result<(), Diagnostic> {
    some_rows(dots.rows.len())?;
    check::axis(&dots.axis)?;
    if let Some(reference) = &dots.reference {
        finite(reference.at(), || say!("chart-reference-not-finite"))?;
    }
    dots.rows.iter().try_for_each(|row| {
        let value = row.value.as_ref().map(|v| v.value);
        check::estimate(&row.label, value, row.interval, &dots.axis)
    })
}

fn geometry(dots: &Dots, start: f64, above: f64, context: &DrawContext) -> Geometry {
    let em = context.em;
    let (heading, heading_width) = context.wrap(&dots.aside_heading, ASIDE_SHARE * context.width);
    let asides = dots.rows.iter().map(|row| context.text_width(printed(row.aside.as_ref())));
    let column = if dots.has_asides() { asides.fold(heading_width, f64::max) } else { 0.0 };
    let gutter = if column > 0.0 { 1.2 * em } else { 0.0 };
    let plot = (start, context.width - column - gutter);
    let (from, to) = domain(dots);
    // Half a tick label stands out on both sides of the outermost ticks.
    let half = |tick: Option<&Tick>| tick.map_or(0.0, |t| context.text_width(&t.label) / 2.0);
    let inset = half(dots.axis.ticks.first()).max(half(dots.axis.ticks.last())).max(0.8 * em);
    let (name, _) = context.wrap(&dots.axis.label, plot.1 - plot.0);
    let name_is_beside = !dots.axis.ticks.is_empty() && context.text_width(&dots.axis.label) + em <= start;
    let reference = dots.reference.as_ref();
    let reference = reference.map(|reference| context.wrap(&reference.label, 0.4 * context.width).0);
    let ticks = usize::from(!dots.axis.ticks.is_empty());
    let named = if name_is_beside { 0 } else { name.len() };
    let lines = (named + ticks).max(heading.len());
    let head = above + if lines > 0 { context.block(lines) + 0.5 * em } else { 0.0 };
    let scale = Scale::new(from, to, plot.0 + inset, plot.1 - inset);
    let halves = dots.rows.iter().filter_map(|row| row.interval).map(|(low, high)| (scale.at(high) - scale.at(low)) / 2.0);
    let shortest = halves.fold(f64::INFINITY, f64::min);
    Geometry {
        radius: (OF_INTERVAL * shortest).clamp(LEAST_RADIUS * em, RADIUS * em),
        line: dots.reference.as_ref().map(|reference| scale.at(reference.at())),
        scale,
        plot,
        aside: context.width - column / 2.0,
        name,
        name_is_beside,
        heading,
        reference: reference.unwrap_or_default(),
        head,
    }
}

/// The axis, widened where a value, an interval or the reference lies beyond it.
fn domain(dots: &Dots) -> (f64, f64) {
    let values = dots.rows.iter().flat_map(|row| {
        let (low, high) = row.interval.unzip();
        [row.value.as_ref().map(|v| v.value), low, high]
    });
    let all = values.chain([dots.reference.as_ref().map(Reference::at)]).flatten();
    all.fold((dots.axis.min, dots.axis.max), |(min, max), v| (min.min(v), max.max(v)))
}

/// Name, ticks and their light lines, and the remark column's heading; all stand on the head's foot.
fn draw_head(pen: &mut Pen, context: &DrawContext, dots: &Dots, geometry: &Geometry, bands: &Bands) {
    let muted = |align| Ink::new(context.inks.muted, align);
    let first =
        dots.axis.ticks.first().map_or(geometry.plot.0, |tick| {
            geometry.scale.at(tick.at) - context.text_width(&tick.label) / 2.0
        });
    let foot = geometry.head - 0.35 * context.em;
    if geometry.name_is_beside {
        let end = geometry.plot.0 - 0.8 * context.em;
        pen.lines_centred(&geometry.name, (end, foot - context.line / 2.0), muted(Align::End));
    } else {
        let ticks = if dots.axis.ticks.is_empty() { 0.0 } else { context.line };
        let name = foot - ticks - context.block(geometry.name.len()) / 2.0;
        pen.lines_centred(&geometry.name, (first, name), muted(Align::Start));
    }
    let heading = foot - context.block(geometry.heading.len()) / 2.0;
    pen.lines_centred(&geometry.heading, (geometry.aside, heading), muted(Align::Middle));
    tick_marks::grid(pen, context, &dots.axis, &geometry.scale, (bands.top, bands.bottom));
    tick_marks::labels(
        pen,
        context,
        &dots.axis,
        &geometry.scale,
        foot - context.line / 2.0,
        muted(Align::Middle),
    );
}

fn draw_reference(
    pen: &mut Pen,
    context: &DrawContext,
    reference: &Reference,
    geometry: &Geometry,
    bands: &Bands,
) {
    let x = geometry.scale.at(reference.at());
    let step = 0.16 * context.em;
    let foot = bands.bottom + 0.3 * context.em;
    pen.dashes((x, bands.top), (x, foot), (step, 1.4 * step), 1.0, context.inks.text);
    let widest = geometry.reference.iter().map(|l| context.text_width(l)).fold(0.0, f64::max);
    let middle = x.clamp(widest / 2.0, (context.width - widest / 2.0).max(widest / 2.0));
    let y = foot + context.block(geometry.reference.len()) / 2.0;
    pen.lines_centred(&geometry.reference, (middle, y), Ink::new(context.inks.text, Align::Middle));
}

fn draw_row(pen: &mut Pen, context: &DrawContext, row: &Dot, band: Band, geometry: &Geometry) {
    let (em, y) = (context.em, band.middle());
    let muted = Ink::new(context.inks.muted, Align::Middle);
    let Some(value) = &row.value else {
        let middle = (geometry.plot.0 + geometry.plot.1) / 2.0;
        pen.text_on_paper(DASH, (middle, y), muted);
        return;
    };
    let x = geometry.scale.at(value.value);
    let (low, high) = row.interval.map_or((x, x), |(l, h)| (geometry.scale.at(l), geometry.scale.at(h)));
    let thick = 0.16 * em;
    let radius = geometry.radius;
    let (thick, ring) = if radius < RADIUS * em { (0.08 * em, 0.0) } else { (thick, 0.08 * em) };
    pen.rect((low, y - thick), (high, y + thick), context.inks.interval(row.tone));
    if radius < RADIUS * em && row.interval.is_some() {
        for end in [low, high] {
            pen.line((end, y - CAP * em), (end, y + CAP * em), thick, context.inks.interval(row.tone));
        }
    }
    pen.dot((x, y), radius + ring, WHITE);
    pen.dot((x, y), radius, context.inks.tone(row.tone).as_mark());
    let span = (low.min(x - radius), high.max(x + radius));
    print_value(pen, context, &value.text, (span, y), geometry.plot, geometry.line);
}

/// The number beside the interval, on the side where neither the edge nor the reference line is; where there is no
/// such side, it stands on the line.
fn print_value(
    pen: &mut Pen,
    context: &DrawContext,
    printed: &str,
    ((low, high), y): ((f64, f64), f64),
    plot: (f64, f64),
    reference: Option<f64>,
) {
    let gap = 0.4 * context.em;
    let width = context.bold_width(printed);
    let inside = |from: f64, to: f64| from >= plot.0 && to <= plot.1 + gap;
    let struck = |from: f64, to: f64| reference.is_some_and(|x| x > from - gap / 2.0 && x < to + gap / 2.0);
    let right = (high + gap, high + gap + width);
    let left = (low - gap - width, low - gap);
    let sides = [(right, high + gap, Align::Start), (left, low - gap, Align::End)];
    let possible = || sides.iter().filter(|((from, to), ..)| inside(*from, *to));
    let place = possible().find(|((from, to), ..)| !struck(*from, *to)).or_else(|| possible().next());
    if let Some((_, x, align)) = place.copied() {
        pen.text_on_paper(printed, (x, y), Ink::bold(context.inks.text, align));
    }
}
