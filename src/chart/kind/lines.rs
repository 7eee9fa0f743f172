//! Several points in time: lines with the bands of their intervals, each named at its end.

use super::ChartKind;
use crate::chart::axis::{Axis, Tick};
use crate::chart::check::{self, fault, some_rows};
use crate::chart::colour::{Rgb, WHITE};
use crate::chart::data::{ChartData, DataShape, Trend, TrendRow, TrendValue};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::{DASH, Estimate, printed};
use crate::chart::label_layout::spread;
use crate::chart::office_plan::{Form, LabelPosition, Labels, OfficeChart, Plan, PlanContext, Series, scale};
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::scale::Scale;
use crate::chart::specimen::{self, Cases, SpecimenMaker, falling};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::theme::Tone;

/// Height of a picture that has none set, as a share of the width.
const SHAPE: f64 = 0.5;
/// The names' largest share of the width.
const NAME_SHARE: f64 = 0.28;
/// Radius of the dots, in em.
const RADIUS: f64 = 0.26;
/// The least height of the plot, in em.
const LEAST_PLOT: f64 = 6.0;

/// Lines through several points in time, with the band of their intervals.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// The points, ascending.
    pub points: Vec<Tick>,
    /// The axis of the values.
    pub axis: Axis,
    /// The lines.
    pub series: Vec<LineSeries>,
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct LineSeries {
    /// What it shows.
    pub label: String,
    /// Its colour.
    pub tone: Tone,
    /// One per point; a line is broken where there is no value.
    pub values: Vec<Estimate>,
}

impl ChartKind for Lines {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.series.iter_mut().for_each(|series| visit(&mut series.label));
    }

    fn is_empty(&self) -> bool {
        self.series.is_empty() || self.points.is_empty()
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        draw(self, context)
    }

    fn readout(&self) -> Readout {
        let rows = self.series.iter().map(|series| ReadoutRow::new(&series.label, series.values.clone()));
        Readout::named(self.points.iter().map(|point| &point.label), rows)
    }

    fn draws_intervals(&self) -> bool {
        true
    }

    fn office(&self) -> Option<&dyn OfficeChart> {
        Some(self)
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Trend]
    }

    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        let ChartData::Trend(trend) = data else { return None };
        let days = trend.points.iter().map(|point| point.date).collect::<Option<Vec<_>>>()?;
        Some(of_trend(trend, &days, locale))
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        vec![
            ("usual", specimen(maker, 3, None)),
            ("one", specimen(maker, 1, None)),
            ("missing", specimen(maker, 2, Some(2))),
        ]
    }
}

/// Tones of the first series; the others step back.
const TONES: [Tone; 3] = [Tone::Calm, Tone::Accent, Tone::Middle];

fn of_trend(trend: &Trend, days: &[jiff::civil::Date], locale: &Locale) -> Result<Lines, Diagnostic> {
    let first = days.first().copied().unwrap_or_default();
    let point = |day: &jiff::civil::Date| -> Result<Tick, Diagnostic> {
        let at = f64::from((*day - first).get_days());
        Ok(Tick { at, label: locale.date(*day, "axis")? })
    };
    let estimate = |value: &Option<TrendValue>| match value {
        Some((value, interval)) => Estimate {
            value: Some(locale.percent_of("", *value, locale.share_decimals())),
            interval: *interval,
        },
        None => Estimate::default(),
    };
    let line = |(i, row): (usize, &TrendRow)| LineSeries {
        label: row.label.clone(),
        tone: TONES.get(i).copied().unwrap_or(Tone::Grey),
        values: row.values.iter().map(estimate).collect(),
    };
    let series: Vec<LineSeries> = trend.rows.iter().enumerate().map(line).collect();
    let bounds = series.iter().flat_map(|s| &s.values).filter_map(|estimate| estimate.interval);
    let highest = bounds.map(|interval| interval.1).fold(1.0, f64::max);
    Ok(Lines {
        points: days.iter().map(point).collect::<Result<_, _>>()?,
        axis: Axis::round((0.0, highest), 5, locale, locale.word("share_unit")?),
        series,
    })
}

/// Edges and scales, in points.
struct Geometry {
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

fn draw(lines: &Lines, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(lines)?;
    let geometry = geometry(lines, context)?;
    context.picture(geometry.height, |pen| {
        draw_frame(pen, context, lines, &geometry);
        for series in &lines.series {
            draw_bands(pen, context, lines, series, &geometry);
        }
        for (series, name) in lines.series.iter().zip(&geometry.names) {
            draw_series(pen, context, lines, series, name, &geometry);
        }
        draw_dashes(pen, context, lines, &geometry);
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
        series.values.iter().try_for_each(|e| check::estimate(&series.label, e.at(), e.interval, &lines.axis))
    })
}

fn geometry(lines: &Lines, context: &DrawContext) -> Result<Geometry, Diagnostic> {
    let em = context.em;
    let ticks = lines.axis.ticks.iter().map(|t| context.text_width(&t.label)).fold(0.0, f64::max);
    let left = ticks + 0.7 * em;
    let number = lines.series.iter().map(|s| context.bold_width(last_printed(s))).fold(0.0, f64::max);
    let names: Vec<Vec<String>> =
        lines.series.iter().map(|s| context.wrap(&s.label, NAME_SHARE * context.width).0).collect();
    let widest = names.iter().flatten().map(|l| context.text_width(l)).fold(0.0, f64::max);
    let right = context.width - widest - number - 1.6 * em;
    let heights: Vec<f64> = names.iter().map(|n| context.block(n.len().max(1)) + 0.15 * em).collect();
    let below = context.block(1) + 0.35 * em;
    let (name, _) = context.wrap(&lines.axis.label, (right - left).max(5.0 * em));
    let above = if name.is_empty() { 0.8 * em } else { context.block(name.len()) + 0.8 * em };
    let needed = (heights.iter().sum::<f64>()).max(LEAST_PLOT * em) + below + above;
    let height = context.height.unwrap_or(needed.max(SHAPE * context.width));
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
    Ok(Geometry { x, y, left, right, foot, height, name, names: names.into_iter().zip(middles).collect() })
}

fn last_value(series: &LineSeries) -> Option<f64> {
    series.values.iter().rev().find_map(|e| e.value.as_ref()).map(|v| v.value)
}

/// The number at the end; a series that has none at the last point ends with a dash.
fn last_printed(series: &LineSeries) -> &str {
    printed(series.values.last().and_then(|e| e.value.as_ref()))
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

fn draw_frame(pen: &mut Pen, context: &DrawContext, lines: &Lines, geometry: &Geometry) {
    let muted = |align| Ink::new(context.inks.muted, align);
    let Axis { ticks, .. } = &lines.axis;
    let name = context.block(geometry.name.len()) / 2.0;
    pen.lines_centred(&geometry.name, (geometry.left, name), muted(Align::Start));
    let mut free = f64::INFINITY;
    for tick in ticks {
        let y = geometry.y.at(tick.at);
        pen.line((geometry.left, y), (geometry.right, y), 0.5, context.inks.line);
        if free - y >= context.line {
            pen.text_centred(&tick.label, (geometry.left - 0.5 * context.em, y), muted(Align::End));
            free = y;
        }
    }
    let y = geometry.foot + 0.35 * context.em + context.line / 2.0;
    let mut taken = f64::NEG_INFINITY;
    for Tick { at, label } in &lines.points {
        let half = context.text_width(label) / 2.0;
        let x = geometry.x.at(*at).clamp(half, (context.width - half).max(half));
        if x - half > taken {
            pen.text_centred(label, (x, y), muted(Align::Middle));
            taken = x + half + 0.5 * context.em;
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

fn band_colour(context: &DrawContext, series: &LineSeries) -> Rgb {
    context.inks.pale(series.tone).mix(WHITE, 0.45)
}

fn draw_bands(pen: &mut Pen, context: &DrawContext, lines: &Lines, series: &LineSeries, geometry: &Geometry) {
    for run in runs(lines, series, |e| e.interval.filter(|_| e.value.is_some())) {
        if let [(at, (low, high))] = run[..] {
            // A point alone has no band to stand in.
            let x = geometry.x.at(at);
            let (from, to) = ((x, geometry.y.at(low)), (x, geometry.y.at(high)));
            pen.line(from, to, 0.2 * context.em, context.inks.interval(series.tone));
            continue;
        }
        let edge = |of: fn((f64, f64)) -> f64| -> Vec<(f64, f64)> {
            run.iter().map(|(at, interval)| (geometry.x.at(*at), geometry.y.at(of(*interval)))).collect()
        };
        let (lower, upper) = (edge(|(low, _)| low), edge(|(_, high)| high));
        let outline: Vec<(f64, f64)> = upper.iter().chain(lower.iter().rev()).copied().collect();
        pen.polygon(&outline, band_colour(context, series));
        // The band itself is too pale to be a mark; its edges are not.
        for edge in [lower, upper] {
            pen.polyline(&edge, 0.5, context.inks.interval(series.tone));
        }
    }
}

fn draw_series(
    pen: &mut Pen,
    context: &DrawContext,
    lines: &Lines,
    series: &LineSeries,
    (name, middle): &(Vec<String>, f64),
    geometry: &Geometry,
) {
    let (em, colour) = (context.em, context.inks.tone(series.tone).as_mark());
    let runs = runs(lines, series, |e| e.value.as_ref().map(|v| v.value));
    if let Some(&(at, value)) = runs.last().and_then(|run| run.last()) {
        lead(pen, context, (geometry.x.at(at), geometry.y.at(value)), (geometry.right, *middle));
    }
    for run in runs {
        let points: Vec<(f64, f64)> =
            run.into_iter().map(|(at, value)| (geometry.x.at(at), geometry.y.at(value))).collect();
        pen.polyline(&points, 1.6, colour);
        for at in points {
            pen.dot(at, RADIUS * em, colour);
        }
    }
    let x = geometry.right + 0.4 * em;
    let last = last_printed(series);
    pen.text_centred(last, (x, *middle), Ink::bold(colour_of_text(colour), Align::Start));
    let x = x + context.bold_width(last) + 0.5 * em;
    pen.lines_centred(name, (x, *middle), Ink::new(context.inks.text, Align::Start));
}

/// From a series' last dot to its name, where the name stands elsewhere.
fn lead(pen: &mut Pen, context: &DrawContext, from: (f64, f64), to: (f64, f64)) {
    let is_far = to.0 - from.0 > 1.5 * context.em;
    if is_far || (to.1 - from.1).abs() > 0.3 * context.line {
        pen.line(from, (to.0 + 0.2 * context.em, to.1), 0.5, context.inks.muted);
    }
}

/// A dash at the foot of every point at which a series has no value.
fn draw_dashes(pen: &mut Pen, context: &DrawContext, lines: &Lines, geometry: &Geometry) {
    let mut taken = f64::NEG_INFINITY;
    for (i, point) in lines.points.iter().enumerate() {
        let missing = lines.series.iter().any(|s| s.values.get(i).is_some_and(|e| e.value.is_none()));
        let (x, half) = (geometry.x.at(point.at), context.text_width(DASH) / 2.0);
        if missing && x - half > taken {
            let at = (x, geometry.foot - 0.5 * context.em);
            pen.text_centred(DASH, at, Ink::new(context.inks.muted, Align::Middle));
            taken = x + half;
        }
    }
}

/// The series' colour, darkened until it can be read on paper (4.5 : 1).
fn colour_of_text(colour: Rgb) -> Rgb {
    let steps = (0..=10u8).map(|step| colour.mix(Rgb(0, 0, 0), f64::from(step) / 10.0));
    steps.into_iter().find(|c| c.contrast(WHITE) >= 4.5).unwrap_or(Rgb(0, 0, 0))
}

impl OfficeChart for Lines {
    fn plan(&self, context: &PlanContext) -> Plan {
        let names = self.points.iter().map(|point| point.label.clone()).collect();
        let mut plan = Plan {
            scale: scale(&self.axis),
            ticks: true,
            axis_name: self.axis.label.clone(),
            legend: true,
            ..Plan::new(Form::Lines, names)
        };
        let marks =
            context.colours.series(|inks| self.series.iter().map(|s| inks.tone(s.tone).as_mark()).collect());
        for (series, ink) in self.series.iter().zip(marks) {
            let columns = plan.estimates(&series.label, &series.values);
            let last = series.values.iter().rposition(|e| e.value.is_some());
            let places =
                (0..series.values.len()).map(|i| (Some(i) == last).then_some(LabelPosition::Right)).collect();
            plan.series.push(Series {
                values: columns.values,
                interval: columns.interval,
                interval_ink: ink.fill.clone(),
                fill: Some(ink.fill.clone()),
                labels: Some(Labels {
                    column: columns.texts,
                    ink: ink.fill,
                    bold: true,
                    places,
                    head: Vec::new(),
                }),
                ..Series::default()
            });
        }
        plan
    }
}

fn specimen(maker: &SpecimenMaker, count: usize, gap: Option<usize>) -> Lines {
    let points = maker.days();
    let series = |s: usize| {
        let value = |p: usize| {
            if gap == Some(p) && s == 1 {
                return Estimate::default();
            }
            let value = falling(s, 4, 55.0, 15.0) + 9.0 * (specimen::spread(s * 11 + p) - 0.5);
            maker.share((value * 10.0).round() / 10.0, 800.0)
        };
        LineSeries {
            label: maker.words.name(s),
            tone: TONES[s % 3],
            values: (0..points.len()).map(value).collect(),
        }
    };
    let series = (0..count).map(series).collect();
    Lines { axis: maker.axis(0.0, 70.0, 7), points, series }
}

#[cfg(test)]
mod tests {
    use super::{LineSeries, Lines};
    use crate::chart::estimate::Estimate;
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{attributes, axis, draw, texts, tick, value};
    use crate::diag::Code;
    use crate::theme::Tone;

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
