//! Dots with intervals on an axis, a reference line and a column of remarks.

mod office;

use std::ops::Range;

use super::{ChartKind, keep};
use crate::chart::alt::{AltText, capital};
use crate::chart::axis::{Axis, Tick};
use crate::chart::check::{self, finite, some_rows};
use crate::chart::colour::WHITE;
use crate::chart::data::{ChartData, DataShape, Groups, Score, Scores, printed_rank};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::DASH;
use crate::chart::office_plan::OfficeChart;
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::{Band, Bands, RowLabels};
use crate::chart::scale::Scale;
use crate::chart::specimen::{Cases, SpecimenMaker, falling, spread};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::{Number, whole};
use crate::theme::Tone;

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.38;
/// The remark column's largest share of the width.
const ASIDE_SHARE: f64 = 0.18;
/// Radius of a dot, in em.
const RADIUS: f64 = 0.34;

/// Dots with intervals, drawn in the order given, first on top.
#[derive(Debug, Clone, PartialEq)]
pub struct Dots {
    /// The axis of the values.
    pub axis: Axis,
    /// A vertical line, e.g. the city's value.
    pub reference: Option<Tick>,
    /// The rows.
    pub rows: Vec<Dot>,
    /// Heading of the column of `Dot::aside` at the right; empty where no row has one.
    pub aside_heading: String,
}

/// A dot with its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// What it shows.
    pub label: String,
    /// `None`: the base is too small to show.
    pub value: Option<Number>,
    /// 95 % interval on the axis, where the data has one.
    pub interval: Option<(f64, f64)>,
    /// Its colour.
    pub tone: Tone,
    /// Printed at the right: a rank range.
    pub aside: String,
}

impl ChartKind for Dots {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.rows.iter_mut().for_each(|row| visit(&mut row.label));
    }

    fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn rows(&self) -> Option<usize> {
        Some(self.rows.len())
    }

    fn keep_rows(&mut self, rows: Range<usize>) {
        keep(&mut self.rows, &rows);
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        draw(self, context)
    }

    fn readout(&self) -> Readout {
        Readout::single(self.rows.iter().map(|dot| {
            let aside =
                if dot.has_aside() { format!("{} {}", self.aside_heading, dot.aside) } else { String::new() };
            ReadoutRow::single(&dot.label, dot.value.as_ref(), dot.interval).remarked(aside.trim())
        }))
    }

    fn message(&self, alt: &AltText) -> Result<String, Diagnostic> {
        let found = alt.extremes(&self.readout().values(0), "")?;
        let reference = self.reference.as_ref().map(|tick| format!("{}.", capital(&tick.label)));
        Ok([found, reference.unwrap_or_default()].join(" ").trim().to_owned())
    }

    fn draws_intervals(&self) -> bool {
        true
    }

    fn interval_decimals(&self, _: &Locale) -> u8 {
        1
    }

    fn office(&self) -> Option<&dyn OfficeChart> {
        Some(self)
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Groups, DataShape::Scores]
    }

    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Groups(groups) = data {
            Some(Ok(of_groups(groups, locale)))
        } else if let ChartData::Scores(scores) = data {
            Some(of_scores(scores, locale))
        } else {
            None
        }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        let falling = |rows: usize| (0..rows).map(|i| falling(i, rows, 71.0, 22.0)).collect::<Vec<f64>>();
        let mut bases = specimen(maker, &[52.0, 52.0], &[]);
        if let [large, small] = bases.rows.as_mut_slice() {
            (large.interval, small.interval) = (Some((48.9, 55.1)), Some((35.2, 68.4)));
        }
        vec![
            ("usual", specimen(maker, &falling(13), &[11])),
            ("one", specimen(maker, &falling(1), &[])),
            ("thirty", specimen(maker, &falling(30), &[])),
            ("equal", specimen(maker, &[44.0; 5], &[])),
            ("bases", bases),
            ("negative", balances(maker)),
            ("missing", specimen(maker, &falling(5), &[1, 3])),
        ]
    }
}

impl Dot {
    /// Whether something is told beside it.
    fn has_aside(&self) -> bool {
        self.aside.chars().any(char::is_alphanumeric)
    }
}

fn of_groups(groups: &Groups, locale: &Locale) -> Dots {
    let rows: Vec<Dot> = groups
        .rows
        .iter()
        .map(|row| Dot {
            label: row.label.clone(),
            value: row.share.map(|m| locale.percent_of("", m.value, locale.share_decimals())),
            interval: row.share.map(|m| m.interval),
            tone: row.tone,
            aside: String::new(),
        })
        .collect();
    let highest = rows.iter().filter_map(|row| row.interval).map(|i| i.1).fold(1.0, f64::max);
    let axis = Axis::round((0.0, highest), 5, locale, groups.measure.as_str());
    Dots { axis, reference: None, rows, aside_heading: String::new() }
}

/// Scores with the ranks that they may have beside them, the highest first where they have no order of their own.
fn of_scores(scores: &Scores, locale: &Locale) -> Result<Dots, Diagnostic> {
    let mut sorted: Vec<&Score> = scores.rows.iter().collect();
    if !scores.is_in_order {
        sorted.sort_by(|a, b| b.value.total_cmp(&a.value));
    }
    let rows: Vec<Dot> = sorted
        .into_iter()
        .map(|score| Dot { aside: printed_rank(locale, score.rank), ..of_score(score, locale) })
        .collect();
    let aside_heading = locale.word("rank")?.to_owned();
    Ok(Dots { rows, aside_heading, ..score_frame(scores, 5, locale)? })
}

/// A score without its rank.
pub fn of_score(score: &Score, locale: &Locale) -> Dot {
    Dot {
        label: score.label.clone(),
        value: score.shown.map(|m| locale.number_of("", m.value, 1)),
        interval: score.shown.map(|m| m.interval),
        tone: score.tone,
        aside: String::new(),
    }
}

/// Axis and reference of some scores.
///
/// # Errors
/// `LocaleKey` where the locale file lacks a word.
pub fn score_frame(scores: &Scores, ticks: u32, locale: &Locale) -> Result<Dots, Diagnostic> {
    let tick = |at: f64| -> Result<Tick, Diagnostic> {
        Ok(Tick { at, label: locale.fill("city_value", &[("n", &locale.number(at, 1))])? })
    };
    Ok(Dots {
        axis: Axis::round((scores.scale.start, scores.scale.end), ticks, locale, locale.word("score")?),
        reference: scores.reference.map(tick).transpose()?,
        rows: Vec::new(),
        aside_heading: String::new(),
    })
}

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
    head: f64,
}

fn draw(dots: &Dots, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(dots)?;
    let labels = RowLabels::new(context, dots.rows.iter().map(|row| row.label.as_str()), LABEL_SHARE);
    let geometry = geometry(dots, labels.end(context), context);
    let foot = context.block(geometry.reference.len());
    let below = if foot > 0.0 { foot + 0.4 * context.em } else { 0.0 };
    let bands = labels.bands(context, geometry.head, below)?;
    context.picture(bands.height, |pen| {
        draw_head(pen, context, dots, &geometry, &bands);
        labels.write(pen, &bands.rows, context);
        if let Some(reference) = &dots.reference {
            draw_reference(pen, context, reference, &geometry, &bands);
        }
        for (row, band) in dots.rows.iter().zip(&bands.rows) {
            draw_row(pen, context, row, *band, &geometry, dots.reference.as_ref());
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

fn geometry(dots: &Dots, start: f64, context: &DrawContext) -> Geometry {
    let em = context.em;
    let (heading, heading_width) = context.wrap(&dots.aside_heading, ASIDE_SHARE * context.width);
    let widest = dots.rows.iter().map(|row| context.text_width(&row.aside)).fold(0.0, f64::max);
    let column = heading_width.max(widest);
    let gutter = if column > 0.0 { 1.2 * em } else { 0.0 };
    let plot = (start, context.width - column - gutter);
    let (from, to) = domain(dots);
    // Half a tick label stands out on both sides of the outermost ticks.
    let half = |tick: Option<&Tick>| tick.map_or(0.0, |t| context.text_width(&t.label) / 2.0);
    let inset = half(dots.axis.ticks.first()).max(half(dots.axis.ticks.last())).max(0.8 * em);
    let (name, _) = context.wrap(&dots.axis.label, plot.1 - plot.0);
    let name_is_beside = !dots.axis.ticks.is_empty() && context.text_width(&dots.axis.label) + em <= start;
    let reference = dots.reference.as_ref().map(|tick| context.wrap(&tick.label, 0.4 * context.width).0);
    let ticks = usize::from(!dots.axis.ticks.is_empty());
    let above = if name_is_beside { 0 } else { name.len() };
    let lines = (above + ticks).max(heading.len());
    let head = if lines > 0 { context.block(lines) + 0.5 * em } else { 0.0 };
    Geometry {
        scale: Scale::new(from, to, plot.0 + inset, plot.1 - inset),
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
    let all = values.chain([dots.reference.as_ref().map(|tick| tick.at)]).flatten();
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
        let name = context.block(geometry.name.len()) / 2.0;
        pen.lines_centred(&geometry.name, (first, name), muted(Align::Start));
    }
    let heading = foot - context.block(geometry.heading.len()) / 2.0;
    pen.lines_centred(&geometry.heading, (geometry.aside, heading), muted(Align::Middle));
    for tick in &dots.axis.ticks {
        let x = geometry.scale.at(tick.at);
        pen.line((x, bands.top), (x, bands.bottom), 0.5, context.inks.line);
    }
    for (tick, x) in legible(&dots.axis, geometry, context) {
        pen.text_centred(&tick.label, (x, foot - context.line / 2.0), muted(Align::Middle));
    }
}

/// The ticks whose labels do not touch the one before.
fn legible<'t>(axis: &'t Axis, geometry: &Geometry, context: &DrawContext) -> Vec<(&'t Tick, f64)> {
    let mut taken = f64::NEG_INFINITY;
    let mut out = Vec::with_capacity(axis.ticks.len());
    for tick in &axis.ticks {
        let x = geometry.scale.at(tick.at);
        let half = context.text_width(&tick.label) / 2.0;
        if x - half > taken {
            out.push((tick, x));
            taken = x + half + 0.4 * context.em;
        }
    }
    out
}

fn draw_reference(pen: &mut Pen, context: &DrawContext, tick: &Tick, geometry: &Geometry, bands: &Bands) {
    let x = geometry.scale.at(tick.at);
    let step = 0.16 * context.em;
    let foot = bands.bottom + 0.3 * context.em;
    pen.dashes((x, bands.top), (x, foot), (step, 1.4 * step), 1.0, context.inks.text);
    let widest = geometry.reference.iter().map(|l| context.text_width(l)).fold(0.0, f64::max);
    let middle = x.clamp(widest / 2.0, (context.width - widest / 2.0).max(widest / 2.0));
    let y = foot + context.block(geometry.reference.len()) / 2.0;
    pen.lines_centred(&geometry.reference, (middle, y), Ink::new(context.inks.text, Align::Middle));
}

fn draw_row(
    pen: &mut Pen,
    context: &DrawContext,
    row: &Dot,
    band: Band,
    geometry: &Geometry,
    reference: Option<&Tick>,
) {
    let (em, y) = (context.em, band.middle());
    let muted = Ink::new(context.inks.muted, Align::Middle);
    let Some(value) = &row.value else {
        let middle = (geometry.plot.0 + geometry.plot.1) / 2.0;
        pen.text_on_paper(DASH, (middle, y), muted);
        pen.text_centred(&row.aside, (geometry.aside, y), muted);
        return;
    };
    let x = geometry.scale.at(value.value);
    let (low, high) = row.interval.map_or((x, x), |(l, h)| (geometry.scale.at(l), geometry.scale.at(h)));
    let thick = 0.16 * em;
    pen.rect((low, y - thick), (high, y + thick), context.inks.interval(row.tone));
    pen.dot((x, y), RADIUS * em + 0.08 * em, WHITE);
    pen.dot((x, y), RADIUS * em, context.inks.tone(row.tone).as_mark());
    let span = (low.min(x - RADIUS * em), high.max(x + RADIUS * em));
    let line = reference.map(|tick| geometry.scale.at(tick.at));
    print_value(pen, context, &value.text, (span, y), geometry.plot, line);
    pen.text_centred(&row.aside, (geometry.aside, y), Ink::new(context.inks.text, Align::Middle));
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

fn specimen(maker: &SpecimenMaker, values: &[f64], hidden: &[usize]) -> Dots {
    let middle = values.iter().sum::<f64>() / whole::float(values.len()).max(1.0);
    let row = |(i, value): (usize, &f64)| {
        let is_shown = !hidden.contains(&i);
        let (low, high) = (value - 4.0 - 3.0 * spread(i), value + 4.0 + 3.0 * spread(i));
        Dot {
            label: maker.words.name(i),
            value: is_shown.then(|| maker.number(*value, 1)),
            interval: is_shown.then_some((low, high)),
            tone: match (low > middle, high < middle) {
                (true, _) => Tone::Accent,
                (_, true) => Tone::Calm,
                _ => Tone::Middle,
            },
            aside: String::new(),
        }
    };
    let mut axis = maker.axis(0.0, 100.0, 5);
    axis.label.clone_from(&maker.words.axis);
    Dots {
        axis,
        reference: Some(Tick { at: middle, label: maker.filled(&maker.words.reference, middle) }),
        rows: values.iter().enumerate().map(row).collect(),
        aside_heading: String::new(),
    }
}

fn balances(maker: &SpecimenMaker) -> Dots {
    let rows = [24.0, 3.0, -11.0, -38.0].into_iter().enumerate().map(|(i, value)| Dot {
        label: maker.words.name(i),
        value: Some(maker.number(value, 0)),
        interval: Some((value - 5.0, value + 5.0)),
        tone: if value < -5.0 { Tone::Accent } else { Tone::Calm },
        aside: String::new(),
    });
    Dots {
        axis: maker.axis(-100.0, 100.0, 4),
        reference: None,
        rows: rows.collect(),
        aside_heading: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::Dots;
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{LONG, attributes, axis, dot, dots, draw, texts, tick, value};
    use crate::diag::Code;
    use crate::theme::Tone;

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
