//! Dots with intervals on an axis, a reference line and a column of remarks.

use super::check::{self, finite, some_rows};
use super::colour::WHITE;
use super::draw_context::{DASH, DrawContext};
use super::pen::{Align, Ink, Pen};
use super::rows::{Band, Bands, Labels};
use super::scale::Scale;
use crate::diag::{Diagnostic, say};
use crate::document::Picture;
use crate::document::chart::{Axis, Dot, Dots, Tick};

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.38;
/// The remark column's largest share of the width.
const ASIDE_SHARE: f64 = 0.18;
/// Radius of a dot, in em.
const RADIUS: f64 = 0.34;

/// The columns and the head, in points.
struct Layout {
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
    head: f64,
}

pub fn draw(dots: &Dots, stage: &DrawContext) -> Result<Picture, Diagnostic> {
    check(dots)?;
    let labels = Labels::new(stage, dots.rows.iter().map(|row| row.label.as_str()), LABEL_SHARE);
    let layout = layout(dots, labels.end(stage), stage);
    let foot = stage.block(layout.reference.len());
    let below = if foot > 0.0 { foot + 0.4 * stage.em } else { 0.0 };
    let bands = labels.bands(stage, layout.head, below)?;
    stage.picture(bands.height, |pen| {
        draw_head(pen, stage, dots, &layout, &bands);
        labels.write(pen, &bands.rows, stage);
        if let Some(reference) = &dots.reference {
            draw_reference(pen, stage, reference, &layout, &bands);
        }
        for (row, band) in dots.rows.iter().zip(&bands.rows) {
            draw_row(pen, stage, row, *band, &layout, dots.reference.as_ref());
        }
    })
}

fn check(dots: &Dots) -> Result<(), Diagnostic> {
    some_rows(dots.rows.len())?;
    check::axis(&dots.axis)?;
    if let Some(reference) = &dots.reference {
        finite(reference.at, || say!("chart-reference-not-finite"))?;
    }
    dots.rows.iter().try_for_each(|row| {
        let value = row.value.as_ref().map(|v| v.value);
        check::estimate(&row.label, value, row.interval, &dots.axis)
    })
}

fn layout(dots: &Dots, start: f64, stage: &DrawContext) -> Layout {
    let em = stage.em;
    let (heading, heading_width) = stage.wrap(&dots.aside_heading, ASIDE_SHARE * stage.width);
    let widest = dots.rows.iter().map(|row| stage.text_width(&row.aside)).fold(0.0, f64::max);
    let column = heading_width.max(widest);
    let gutter = if column > 0.0 { 1.2 * em } else { 0.0 };
    let plot = (start, stage.width - column - gutter);
    let (from, to) = domain(dots);
    // Half a tick label stands out on both sides of the outermost ticks.
    let half = |tick: Option<&Tick>| tick.map_or(0.0, |t| stage.text_width(&t.label) / 2.0);
    let inset = half(dots.axis.ticks.first()).max(half(dots.axis.ticks.last())).max(0.8 * em);
    let (name, _) = stage.wrap(&dots.axis.label, plot.1 - plot.0);
    let name_is_beside = !dots.axis.ticks.is_empty() && stage.text_width(&dots.axis.label) + em <= start;
    let reference = dots.reference.as_ref().map(|tick| stage.wrap(&tick.label, 0.4 * stage.width).0);
    let ticks = usize::from(!dots.axis.ticks.is_empty());
    let above = if name_is_beside { 0 } else { name.len() };
    let lines = (above + ticks).max(heading.len());
    let head = if lines > 0 { stage.block(lines) + 0.5 * em } else { 0.0 };
    Layout {
        scale: Scale::new(from, to, plot.0 + inset, plot.1 - inset),
        plot,
        aside: stage.width - column / 2.0,
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
    let all = values.chain([dots.reference.as_ref().map(|tick| tick.at)]).flatten();
    all.fold((dots.axis.min, dots.axis.max), |(min, max), v| (min.min(v), max.max(v)))
}

/// Name, ticks and their light lines, and the remark column's heading; all stand on the head's foot.
fn draw_head(pen: &mut Pen, stage: &DrawContext, dots: &Dots, layout: &Layout, bands: &Bands) {
    let muted = |align| Ink::new(stage.inks.muted, align);
    let first = dots
        .axis
        .ticks
        .first()
        .map_or(layout.plot.0, |tick| layout.scale.at(tick.at) - stage.text_width(&tick.label) / 2.0);
    let foot = layout.head - 0.35 * stage.em;
    if layout.name_is_beside {
        let end = layout.plot.0 - 0.8 * stage.em;
        pen.lines_centred(&layout.name, (end, foot - stage.line / 2.0), muted(Align::End));
    } else {
        let name = stage.block(layout.name.len()) / 2.0;
        pen.lines_centred(&layout.name, (first, name), muted(Align::Start));
    }
    let heading = foot - stage.block(layout.heading.len()) / 2.0;
    pen.lines_centred(&layout.heading, (layout.aside, heading), muted(Align::Middle));
    for tick in &dots.axis.ticks {
        let x = layout.scale.at(tick.at);
        pen.line((x, bands.top), (x, bands.bottom), 0.5, stage.inks.line);
    }
    for (tick, x) in legible(&dots.axis, layout, stage) {
        pen.text_centred(&tick.label, (x, foot - stage.line / 2.0), muted(Align::Middle));
    }
}

/// The ticks whose labels do not touch the one before.
fn legible<'t>(axis: &'t Axis, layout: &Layout, stage: &DrawContext) -> Vec<(&'t Tick, f64)> {
    let mut taken = f64::NEG_INFINITY;
    let mut out = Vec::with_capacity(axis.ticks.len());
    for tick in &axis.ticks {
        let x = layout.scale.at(tick.at);
        let half = stage.text_width(&tick.label) / 2.0;
        if x - half > taken {
            out.push((tick, x));
            taken = x + half + 0.4 * stage.em;
        }
    }
    out
}

fn draw_reference(pen: &mut Pen, stage: &DrawContext, tick: &Tick, layout: &Layout, bands: &Bands) {
    let x = layout.scale.at(tick.at);
    let step = 0.16 * stage.em;
    let foot = bands.bottom + 0.3 * stage.em;
    pen.dashes((x, bands.top), (x, foot), (step, 1.4 * step), 1.0, stage.inks.text);
    let widest = layout.reference.iter().map(|l| stage.text_width(l)).fold(0.0, f64::max);
    let middle = x.clamp(widest / 2.0, (stage.width - widest / 2.0).max(widest / 2.0));
    let y = foot + stage.block(layout.reference.len()) / 2.0;
    pen.lines_centred(&layout.reference, (middle, y), Ink::new(stage.inks.text, Align::Middle));
}

fn draw_row(
    pen: &mut Pen,
    stage: &DrawContext,
    row: &Dot,
    band: Band,
    layout: &Layout,
    reference: Option<&Tick>,
) {
    let (em, y) = (stage.em, band.middle());
    let muted = Ink::new(stage.inks.muted, Align::Middle);
    let Some(value) = &row.value else {
        let middle = (layout.plot.0 + layout.plot.1) / 2.0;
        pen.text_on_paper(DASH, (middle, y), muted);
        pen.text_centred(&row.aside, (layout.aside, y), muted);
        return;
    };
    let x = layout.scale.at(value.value);
    let (low, high) = row.interval.map_or((x, x), |(l, h)| (layout.scale.at(l), layout.scale.at(h)));
    let thick = 0.16 * em;
    pen.rect((low, y - thick), (high, y + thick), stage.inks.interval(row.tone));
    pen.dot((x, y), RADIUS * em + 0.08 * em, WHITE);
    pen.dot((x, y), RADIUS * em, stage.inks.tone(row.tone).as_mark());
    let span = (low.min(x - RADIUS * em), high.max(x + RADIUS * em));
    let line = reference.map(|tick| layout.scale.at(tick.at));
    print_value(pen, stage, &value.printed, (span, y), layout.plot, line);
    pen.text_centred(&row.aside, (layout.aside, y), Ink::new(stage.inks.text, Align::Middle));
}

/// The number beside the interval, on the side where neither the edge nor the reference line is; where there is no
/// such side, it stands on the line.
fn print_value(
    pen: &mut Pen,
    stage: &DrawContext,
    printed: &str,
    ((low, high), y): ((f64, f64), f64),
    plot: (f64, f64),
    reference: Option<f64>,
) {
    let gap = 0.4 * stage.em;
    let width = stage.bold_width(printed);
    let inside = |from: f64, to: f64| from >= plot.0 && to <= plot.1 + gap;
    let struck = |from: f64, to: f64| reference.is_some_and(|x| x > from - gap / 2.0 && x < to + gap / 2.0);
    let right = (high + gap, high + gap + width);
    let left = (low - gap - width, low - gap);
    let sides = [(right, high + gap, Align::Start), (left, low - gap, Align::End)];
    let possible = || sides.iter().filter(|((from, to), ..)| inside(*from, *to));
    let place = possible().find(|((from, to), ..)| !struck(*from, *to)).or_else(|| possible().next());
    if let Some((_, x, align)) = place.copied() {
        pen.text_on_paper(printed, (x, y), Ink::bold(stage.inks.text, align));
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_fixture::{LONG, attributes, axis, dot, dots, draw, texts, tick, value};
    use crate::diag::Code;
    use crate::document::chart::{Chart, Dots, Tone};

    fn chart(values: &[f64]) -> Dots {
        let rows = values.iter().map(|v| dot(LONG, *v, 3.0, Tone::Calm, "1–3")).collect();
        Dots { axis: axis(0.0, 100.0, 50.0), reference: None, rows, aside_heading: String::new() }
    }

    /// Centres of the dots; each is drawn on a white ring.
    fn centres(chart: &Dots) -> Vec<f64> {
        let svg = draw(&Chart::Dots(chart.clone())).unwrap().svg().to_owned();
        attributes(&svg, "circle", "cx").into_iter().step_by(2).collect()
    }

    #[test]
    fn dots_are_where_their_values_are() {
        let xs = centres(&chart(&[0.0, 50.0, 100.0, 0.5]));
        assert!((xs[1] - (xs[0] + xs[2]) / 2.0).abs() < 0.11);
        assert!(xs[3] > xs[0] && xs[3] - xs[0] < 3.0);
        let equal = centres(&chart(&[41.0; 30]));
        assert!(equal.len() == 30 && equal.iter().all(|x| *x == equal[0]));
    }

    #[test]
    fn negative_values_have_an_axis_below_zero() {
        let mut net = chart(&[-32.0, 18.0]);
        assert_eq!(draw(&Chart::Dots(net.clone())).unwrap_err().code, Code::ChartDrawing);
        net.axis = axis(-50.0, 50.0, 50.0);
        let xs = centres(&net);
        assert!(xs[0] < xs[1]);
    }

    #[test]
    fn a_hidden_row_has_no_dot_but_a_dash() {
        let all = dots();
        assert_eq!(centres(&all).len(), all.rows.len() - 1);
        assert!(texts(draw(&Chart::Dots(all)).unwrap().svg()).contains(&"—".to_owned()));
    }

    #[test]
    fn a_value_beyond_the_axis_widens_it() {
        let xs = centres(&chart(&[50.0, 130.0]));
        assert!(xs[1] < 467.0);
    }

    #[test]
    fn the_reference_line_s_label_stays_inside() {
        for at in [0.0, 100.0] {
            let with = Dots {
                reference: Some(tick(at, "қала бойынша орташа мән")), ..chart(&[40.0])
            };
            assert!(draw(&Chart::Dots(with)).is_ok());
        }
    }

    #[test]
    fn senseless_numbers_are_faults() {
        let mut faults = vec![chart(&[]), chart(&[f64::NAN]), chart(&[f64::NEG_INFINITY])];
        faults.push(Dots { reference: Some(tick(f64::NAN, "")), ..chart(&[1.0]) });
        faults.push(Dots { axis: axis(5.0, 5.0, 1.0), ..chart(&[1.0]) });
        let mut upside = chart(&[10.0]);
        upside.rows[0].interval = Some((20.0, 5.0));
        faults.push(upside);
        for chart in faults {
            assert_eq!(draw(&Chart::Dots(chart)).unwrap_err().code, Code::ChartDrawing);
        }
        let mut bare = chart(&[10.0]);
        (bare.rows[0].interval, bare.rows[0].value) = (None, Some(value(10.0, "10")));
        assert_eq!(centres(&bare).len(), 1);
    }
}
