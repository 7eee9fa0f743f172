//! Several points in time: lines with the bands of their intervals, each named at its end.

use super::check::{self, fault, some_rows};
use super::colour::{Rgb, WHITE};
use super::draw_context::{DASH, DrawContext};
use super::label_layout::spread;
use super::pen::{Align, Ink, Pen};
use super::scale::Scale;
use crate::diag::{Diagnostic, say};
use crate::document::Picture;
use crate::document::chart::{Axis, Estimate, LineSeries, Lines, Tick};

/// Height of a picture that has none set, as a share of the width.
const SHAPE: f64 = 0.5;
/// The names' largest share of the width.
const NAME_SHARE: f64 = 0.28;
/// Radius of the dots, in em.
const RADIUS: f64 = 0.26;
/// The least height of the plot, in em.
const LEAST_PLOT: f64 = 6.0;

/// Edges and scales, in points.
struct Layout {
    x: Scale,
    y: Scale,
    left: f64,
    right: f64,
    foot: f64,
    height: f64,
    name: Vec<String>,
    /// Names of the series in lines, and their middles.
    names: Vec<(Vec<String>, f64)>,
}

pub fn draw(lines: &Lines, stage: &DrawContext) -> Result<Picture, Diagnostic> {
    check(lines)?;
    let layout = layout(lines, stage)?;
    stage.picture(layout.height, |pen| {
        draw_frame(pen, stage, lines, &layout);
        for series in &lines.series {
            draw_bands(pen, stage, lines, series, &layout);
        }
        for (series, name) in lines.series.iter().zip(&layout.names) {
            draw_series(pen, stage, lines, series, name, &layout);
        }
        draw_dashes(pen, stage, lines, &layout);
    })
}

fn check(lines: &Lines) -> Result<(), Diagnostic> {
    some_rows(lines.series.len().min(lines.points.len()))?;
    check::axis(&lines.axis)?;
    let sorted = lines.points.windows(2).all(|pair| matches!(pair, [a, b] if a.at < b.at));
    if !sorted || lines.points.iter().any(|p| !p.at.is_finite()) {
        return Err(fault(say!("chart-days-unsorted")));
    }
    lines.series.iter().try_for_each(|series| {
        let (found, wanted) = (series.values.len(), lines.points.len());
        if found != wanted {
            let label = &series.label;
            return Err(fault(say!(
                "chart-values-miscounted",
                label = label,
                found = found,
                wanted = wanted
            )));
        }
        series.values.iter().try_for_each(|e| {
            check::estimate(&series.label, e.value.as_ref().map(|v| v.value), e.interval, &lines.axis)
        })
    })
}

fn layout(lines: &Lines, stage: &DrawContext) -> Result<Layout, Diagnostic> {
    let em = stage.em;
    let ticks = lines.axis.ticks.iter().map(|t| stage.text_width(&t.label)).fold(0.0, f64::max);
    let left = ticks + 0.7 * em;
    let number = lines.series.iter().map(|s| stage.bold_width(last_printed(s))).fold(0.0, f64::max);
    let names: Vec<Vec<String>> =
        lines.series.iter().map(|s| stage.wrap(&s.label, NAME_SHARE * stage.width).0).collect();
    let widest = names.iter().flatten().map(|l| stage.text_width(l)).fold(0.0, f64::max);
    let right = stage.width - widest - number - 1.6 * em;
    let heights: Vec<f64> = names.iter().map(|n| stage.block(n.len().max(1)) + 0.15 * em).collect();
    let below = stage.block(1) + 0.35 * em;
    let (name, _) = stage.wrap(&lines.axis.label, (right - left).max(5.0 * em));
    let above = if name.is_empty() { 0.8 * em } else { stage.block(name.len()) + 0.8 * em };
    let needed = (heights.iter().sum::<f64>()).max(LEAST_PLOT * em) + below + above;
    let height = stage.canvas.height.unwrap_or(needed.max(SHAPE * stage.width));
    if height < needed || right - left < 4.0 * em {
        let (needed, height) = (format!("{needed:.0}"), format!("{height:.0}"));
        let message = say!("chart-total-without-room", needed = needed, height = height);
        return Err(fault(message).hint(say!("hint-chart-room")));
    }
    let foot = height - below;
    let (low, high) = domain(lines);
    let y = Scale::new(low, high, foot, above);
    let (first, last) =
        (lines.points.first().map_or(0.0, |p| p.at), lines.points.last().map_or(1.0, |p| p.at));
    let inset = 0.6 * em;
    let x = if last > first {
        Scale::new(first, last, left + inset, right - inset)
    } else {
        Scale::new(first - 1.0, first + 1.0, left, right)
    };
    let wanted: Vec<f64> = lines.series.iter().map(|s| last_value(s).map_or(foot, |v| y.at(v))).collect();
    let middles = spread(&wanted, &heights, above - 0.8 * em, foot + 0.4 * em);
    Ok(Layout { x, y, left, right, foot, height, name, names: names.into_iter().zip(middles).collect() })
}

fn last_value(series: &LineSeries) -> Option<f64> {
    series.values.iter().rev().find_map(|e| e.value.as_ref()).map(|v| v.value)
}

/// The number at the end; a series that has none at the last point ends with a dash.
fn last_printed(series: &LineSeries) -> &str {
    series.values.last().and_then(|e| e.value.as_ref()).map_or(DASH, |v| v.printed.as_str())
}

/// The axis, widened where a value or an interval lies beyond it.
fn domain(lines: &Lines) -> (f64, f64) {
    let estimates = lines.series.iter().flat_map(|s| &s.values);
    let all = estimates.flat_map(|e| {
        let (low, high) = e.interval.unzip();
        [e.value.as_ref().map(|v| v.value), low, high]
    });
    all.flatten().fold((lines.axis.min, lines.axis.max), |(a, b), v| (a.min(v), b.max(v)))
}

fn draw_frame(pen: &mut Pen, stage: &DrawContext, lines: &Lines, layout: &Layout) {
    let muted = |align| Ink::new(stage.inks.muted, align);
    let Axis { ticks, .. } = &lines.axis;
    let name = stage.block(layout.name.len()) / 2.0;
    pen.lines_centred(&layout.name, (layout.left, name), muted(Align::Start));
    let mut free = f64::INFINITY;
    for tick in ticks {
        let y = layout.y.at(tick.at);
        pen.line((layout.left, y), (layout.right, y), 0.5, stage.inks.line);
        if free - y >= stage.line {
            pen.text_centred(&tick.label, (layout.left - 0.5 * stage.em, y), muted(Align::End));
            free = y;
        }
    }
    let y = layout.foot + 0.35 * stage.em + stage.line / 2.0;
    let mut taken = f64::NEG_INFINITY;
    for Tick { at, label } in &lines.points {
        let half = stage.text_width(label) / 2.0;
        let x = layout.x.at(*at).clamp(half, (stage.width - half).max(half));
        if x - half > taken {
            pen.text_centred(label, (x, y), muted(Align::Middle));
            taken = x + half + 0.5 * stage.em;
        }
    }
}

/// What `of` finds at the points of a series, in runs without a gap.
fn runs<T>(lines: &Lines, series: &LineSeries, of: impl Fn(&Estimate) -> Option<T>) -> Vec<Vec<(f64, T)>> {
    let mut runs = vec![Vec::new()];
    for (point, estimate) in lines.points.iter().zip(&series.values) {
        match (of(estimate), runs.last_mut()) {
            (Some(found), Some(run)) => run.push((point.at, found)),
            (None, Some(run)) if !run.is_empty() => runs.push(Vec::new()),
            _ => {}
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn band_colour(stage: &DrawContext, series: &LineSeries) -> Rgb {
    stage.inks.pale(series.tone).mix(WHITE, 0.45)
}

fn draw_bands(pen: &mut Pen, stage: &DrawContext, lines: &Lines, series: &LineSeries, layout: &Layout) {
    for run in runs(lines, series, |e| e.interval.filter(|_| e.value.is_some())) {
        if let [(at, (low, high))] = run[..] {
            // A point alone has no band to stand in.
            let x = layout.x.at(at);
            let (from, to) = ((x, layout.y.at(low)), (x, layout.y.at(high)));
            pen.line(from, to, 0.2 * stage.em, stage.inks.interval(series.tone));
            continue;
        }
        let edge = |of: fn((f64, f64)) -> f64| -> Vec<(f64, f64)> {
            run.iter().map(|(at, interval)| (layout.x.at(*at), layout.y.at(of(*interval)))).collect()
        };
        let (lower, upper) = (edge(|(low, _)| low), edge(|(_, high)| high));
        let outline: Vec<(f64, f64)> = upper.iter().chain(lower.iter().rev()).copied().collect();
        pen.polygon(&outline, band_colour(stage, series));
        // The band itself is too pale to be a mark; its edges are not.
        for edge in [lower, upper] {
            pen.polyline(&edge, 0.5, stage.inks.interval(series.tone));
        }
    }
}

fn draw_series(
    pen: &mut Pen,
    stage: &DrawContext,
    lines: &Lines,
    series: &LineSeries,
    (name, middle): &(Vec<String>, f64),
    layout: &Layout,
) {
    let (em, colour) = (stage.em, stage.inks.tone(series.tone).as_mark());
    let runs = runs(lines, series, |e| e.value.as_ref().map(|v| v.value));
    if let Some(&(at, value)) = runs.last().and_then(|run| run.last()) {
        lead(pen, stage, (layout.x.at(at), layout.y.at(value)), (layout.right, *middle));
    }
    for run in runs {
        let points: Vec<(f64, f64)> =
            run.into_iter().map(|(at, value)| (layout.x.at(at), layout.y.at(value))).collect();
        pen.polyline(&points, 1.6, colour);
        for at in points {
            pen.dot(at, RADIUS * em, colour);
        }
    }
    let x = layout.right + 0.4 * em;
    let last = last_printed(series);
    pen.text_centred(last, (x, *middle), Ink::bold(colour_of_text(colour), Align::Start));
    let x = x + stage.bold_width(last) + 0.5 * em;
    pen.lines_centred(name, (x, *middle), Ink::new(stage.inks.text, Align::Start));
}

/// From a series' last dot to its name, where the name stands elsewhere.
fn lead(pen: &mut Pen, stage: &DrawContext, from: (f64, f64), to: (f64, f64)) {
    let is_far = to.0 - from.0 > 1.5 * stage.em;
    if is_far || (to.1 - from.1).abs() > 0.3 * stage.line {
        pen.line(from, (to.0 + 0.2 * stage.em, to.1), 0.5, stage.inks.muted);
    }
}

/// A dash at the foot of every point at which a series has no value.
fn draw_dashes(pen: &mut Pen, stage: &DrawContext, lines: &Lines, layout: &Layout) {
    let mut taken = f64::NEG_INFINITY;
    for (i, point) in lines.points.iter().enumerate() {
        let missing = lines.series.iter().any(|s| s.values.get(i).is_some_and(|e| e.value.is_none()));
        let (x, half) = (layout.x.at(point.at), stage.text_width(DASH) / 2.0);
        if missing && x - half > taken {
            let at = (x, layout.foot - 0.5 * stage.em);
            pen.text_centred(DASH, at, Ink::new(stage.inks.muted, Align::Middle));
            taken = x + half;
        }
    }
}

/// The series' colour, darkened until it can be read on paper (4.5 : 1).
fn colour_of_text(colour: Rgb) -> Rgb {
    let steps = (0..=10u8).map(|step| colour.mix(Rgb(0, 0, 0), f64::from(step) / 10.0));
    steps.into_iter().find(|c| c.contrast(WHITE) >= 4.5).unwrap_or(Rgb(0, 0, 0))
}

#[cfg(test)]
mod tests {
    use super::super::test_fixture::{attributes, axis, draw, texts, tick, value};
    use crate::diag::Code;
    use crate::document::chart::{Chart, Estimate, LineSeries, Lines, Tone};

    fn lines(values: &[Option<f64>]) -> Lines {
        let estimate = |v: &Option<f64>| Estimate {
            value: v.map(|v| value(v, &format!("{v:.0}"))),
            interval: v.map(|v| (v - 3.0, v + 3.0)),
        };
        let at = [0.0, 10.0, 20.0, 30.0];
        Lines {
            points: at.iter().map(|a| tick(*a, &format!("{a:.0} қыр."))).collect(),
            axis: axis(0.0, 60.0, 20.0),
            series: vec![LineSeries {
                label: "Ауызсу сапасы".into(),
                tone: Tone::Calm,
                values: values.iter().map(estimate).collect(),
            }],
        }
    }

    #[test]
    fn dots_stand_at_their_times_and_values() {
        let chart = lines(&[Some(10.0), Some(20.0), Some(30.0), Some(40.0)]);
        let svg = draw(&Chart::Lines(chart)).unwrap().svg().to_owned();
        let (x, y) = (attributes(&svg, "circle", "cx"), attributes(&svg, "circle", "cy"));
        assert!((x[1] - x[0] - (x[2] - x[1])).abs() < 0.21, "{x:?}");
        assert!((y[0] - y[1] - (y[1] - y[2])).abs() < 0.21 && y[0] > y[3], "{y:?}");
        assert!(texts(&svg).contains(&"40".to_owned()));
    }

    #[test]
    fn a_missing_value_breaks_the_line() {
        let svg =
            draw(&Chart::Lines(lines(&[Some(10.0), None, Some(30.0), Some(40.0)]))).unwrap().svg().to_owned();
        assert_eq!(attributes(&svg, "circle", "cx").len(), 3);
        assert!(texts(&svg).contains(&"—".to_owned()));
    }

    #[test]
    fn senseless_points_are_faults() {
        let good = lines(&[Some(10.0); 4]);
        let mut short = good.clone();
        short.series[0].values.pop();
        let mut turned = good.clone();
        turned.points.reverse();
        let mut empty = good;
        empty.points.clear();
        for chart in [short, turned, empty, lines(&[Some(f64::NAN); 4])] {
            assert_eq!(draw(&Chart::Lines(chart)).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
