//! A running total against its target, with the days' increments at the foot. A total that is counted on some days only
//! rises in steps, since nothing is known of the days between.
//!
//! Two panels share the days: the increments have a scale of their own, since on the total's scale
//! they would be a hair high, and so they stand apart from it with their own baseline and name.

use super::ChartKind;
use crate::chart::alt::{AltText, capital};
use crate::chart::axis::{Axis, Reference, Tick};
use crate::chart::check::{self, fault, finite, not_negative, some_rows};
use crate::chart::colour::Rgb;
use crate::chart::data::{ChartData, DataShape, Days};
use crate::chart::draw_context::DrawContext;
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::scale::Scale;
use crate::chart::specimen::{Cases, SpecimenMaker};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::{Number, whole};
use crate::theme::Tone;

/// Height of a picture that has none set, as a share of the width.
const SHAPE: f64 = 0.48;
/// The increments' share of both panels' height.
const FOOT: f64 = 0.2;
/// The least height of both panels, in em.
const LEAST_PANELS: f64 = 6.0;
/// Below this an integer is printed alike in every language.
const PLAIN_INTEGER: f64 = 1000.0;

/// A running total over days against a target.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// Days since the first day, 0-based, with their printed dates.
    pub days: Axis,
    /// The axis of the totals.
    pub axis: Axis,
    /// The total that is to be reached.
    pub target: Option<Box<Reference>>,
    /// Running totals (day, total), ascending by day.
    pub total: Vec<(f64, f64)>,
    /// Increments (day, amount), drawn as columns at the foot.
    pub daily: Vec<(f64, f64)>,
    /// Printed at the line's end.
    pub last: Number,
    /// Printed at the steps of a total that is counted on some days only, with the days; empty where it is known on
    /// every day, and the line is no step line.
    pub counts: Vec<(Number, String)>,
    /// What the totals count.
    pub total_label: String,
    /// What the increments count.
    pub daily_label: String,
}

impl ChartKind for Progress {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        visit(&mut self.total_label);
        visit(&mut self.daily_label);
    }

    fn is_empty(&self) -> bool {
        self.total.is_empty()
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        draw(self, context)
    }

    fn readout(&self) -> Readout {
        let target = self.target.as_ref().map(|target| target.label.clone()).unwrap_or_default();
        let number = self.target.as_ref().map(|target| &target.number);
        let rows: Vec<ReadoutRow> = if self.counts.is_empty() {
            vec![ReadoutRow::single(&self.total_label, Some(&self.last), None).remarked(target)]
        } else {
            let row = |(count, day): &(Number, String)| ReadoutRow::single(day, Some(count), None);
            self.counts.iter().map(row).collect()
        };
        Readout::single(rows.into_iter()).beside(number, "")
    }

    /// The last total is all that is told, of one that is counted what is demanded.
    fn message(&self, _: &AltText) -> Result<String, Diagnostic> {
        let target = self.target.as_ref().filter(|_| !self.counts.is_empty());
        Ok(target.map(|target| format!("{}.", capital(&target.label))).unwrap_or_default())
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Days]
    }

    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Days(days) = data { Some(of_days(days, locale)) } else { None }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        vec![("usual", specimen(maker)), ("steps", counted_specimen(maker))]
    }
}

/// Ticks of the days at the most, beside the first.
const MOST_DATES: f64 = 6.0;

fn of_days(of: &Days, locale: &Locale) -> Result<Progress, Diagnostic> {
    let (first, (last, total, _)) = match of.days.as_slice() {
        [(first, ..), .., last] => (*first, *last),
        [only] => (only.0, *only),
        [] => return Err(fault(say!("chart-without-rows"))),
    };
    let offset = |date: jiff::civil::Date| f64::from((date - first).get_days());
    let span = offset(last).max(1.0);
    let step = (span / MOST_DATES).ceil().max(1.0);
    let mut ticks = Vec::new();
    let mut at = 0.0;
    while at <= span {
        let date = first.saturating_add(jiff::Span::new().days(whole::nearest(at)));
        ticks.push(Tick { at, label: locale.date(date, "axis")? });
        at += step;
    }
    let highest = of.days.iter().map(|day| day.1).fold(of.target.unwrap_or_default(), f64::max);
    let target = |at: f64| Reference::told(locale.number_of("", at, 0), "target_value", locale).map(Box::new);
    let mut counts = Vec::new();
    for (date, total, _) in of.days.iter().filter(|_| of.is_counted) {
        counts.push((locale.number_of("", *total, 0), locale.date(*date, "short")?));
    }
    let daily = of.days.iter().filter(|day| day.2 > 0.0);
    Ok(Progress {
        days: Axis { min: 0.0, max: span, ticks, label: String::new() },
        axis: Axis::round((0.0, highest), 5, locale, ""),
        target: of.target.map(target).transpose()?,
        total: of.days.iter().map(|day| (offset(day.0), day.1)).collect(),
        daily: daily.map(|day| (offset(day.0), day.2)).collect(),
        last: locale.number_of("", total, 0),
        counts,
        total_label: of.total.clone(),
        daily_label: of.daily.clone(),
    })
}

/// Edges and scales, in points.
struct Geometry {
    left: f64,
    right: f64,
    days: Scale,
    total: Scale,
    total_name: Vec<String>,
    total_foot: f64,
    daily: Scale,
    daily_name: Vec<String>,
    /// Middle of the increments' name.
    daily_head: f64,
    foot: f64,
    height: f64,
}

fn draw(progress: &Progress, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(progress)?;
    let geometry = geometry(progress, context)?;
    context.picture(geometry.height, |pen| {
        draw_frame(pen, context, progress, &geometry);
        draw_daily(pen, context, progress, &geometry);
        if let Some(target) = &progress.target {
            draw_target(pen, context, progress, target, &geometry);
        }
        draw_total(pen, context, progress, &geometry);
    })
}

fn check(progress: &Progress) -> Result<(), Diagnostic> {
    some_rows(progress.total.len())?;
    check::axis(&progress.days)?;
    check::axis(&progress.axis)?;
    for (day, amount) in progress.total.iter().chain(&progress.daily) {
        finite(*day, || say!("chart-day-not-finite"))?;
        not_negative(*amount, || say!("chart-day-count-wrong", value = amount))?;
    }
    if let Some(target) = &progress.target {
        not_negative(target.at(), || say!("chart-target-wrong", value = target.at()))?;
    }
    let sorted = progress.total.iter().zip(progress.total.iter().skip(1)).all(|(a, b)| a.0 < b.0);
    if sorted { Ok(()) } else { Err(fault(say!("chart-days-unsorted"))) }
}

fn geometry(progress: &Progress, context: &DrawContext) -> Result<Geometry, Diagnostic> {
    let em = context.em;
    let names = |text: &str| context.wrap(text, context.width).0;
    let (total_name, daily_name) = (names(&progress.total_label), names(&progress.daily_label));
    let widest = progress.axis.ticks.iter().map(|t| context.text_width(&t.label)).fold(0.0, f64::max);
    let left = widest + 0.6 * em;
    let (low, high) = totals(progress);
    let crowded = progress.target.as_ref().is_some_and(|t| t.at() > low + 0.85 * (high - low));
    // The target's label stands above its line, and needs room below the panel's name.
    let top = context.block(total_name.len()) + if crowded { 1.6 * em } else { 0.9 * em };
    let below = context.block(1) + 0.35 * em;
    let between =
        if progress.daily.is_empty() { 0.0 } else { context.block(daily_name.len() + 1) + 0.9 * em };
    let needed = top + between + below + LEAST_PANELS * em;
    let height = context.height.unwrap_or(needed.max(SHAPE * context.width));
    if height < needed {
        let (needed, height) = (format!("{needed:.0}"), format!("{height:.0}"));
        let message = say!("chart-total-without-room", needed = needed, height = height);
        return Err(fault(message).hint(say!("hint-chart-room")));
    }
    let foot = height - below;
    let panels = foot - top - between;
    let daily_height = if progress.daily.is_empty() { 0.0 } else { FOOT * panels };
    let total_foot = top + panels - daily_height;
    let most = progress.daily.iter().map(|d| d.1).fold(0.0, f64::max);
    let (days, right) = days(progress, left, context);
    let daily_head = total_foot + 0.5 * em + context.block(daily_name.len()) / 2.0;
    Ok(Geometry {
        left,
        right,
        days,
        total: Scale::new(low, high, total_foot, top),
        total_name,
        total_foot,
        daily: Scale::new(0.0, most, foot, foot - daily_height),
        daily_name,
        daily_head,
        foot,
        height,
    })
}

/// The days' scale and the plot's right edge: the last number must find room beside its dot.
fn days(progress: &Progress, left: f64, context: &DrawContext) -> (Scale, f64) {
    let all = progress.total.iter().chain(&progress.daily).map(|d| d.0);
    let (first, last) = all.fold((progress.days.min, progress.days.max), |(a, b), d| (a.min(d), b.max(d)));
    let (first, last) = (first - 0.5, last + 0.5);
    let end = progress.total.last().map_or(last, |d| d.0);
    let text = context.bold_width(&progress.last.text) + 0.9 * context.em;
    let part = (end - first) / (last - first);
    let beside = left + (context.width - left - text) / part.max(0.01);
    let right = beside.min(context.width - 0.2 * context.em);
    (Scale::new(first, last, left, right), right)
}

/// The totals' axis, widened where a total or the target lies beyond it.
fn totals(progress: &Progress) -> (f64, f64) {
    let values = progress.total.iter().map(|t| t.1).chain(progress.target.iter().map(|target| target.at()));
    values.fold((progress.axis.min, progress.axis.max), |(a, b), v| (a.min(v), b.max(v)))
}

/// Names, ticks and light lines of both panels.
fn draw_frame(pen: &mut Pen, context: &DrawContext, progress: &Progress, geometry: &Geometry) {
    let inks = &context.inks;
    let name = context.block(geometry.total_name.len()) / 2.0;
    let bold = |colour: Rgb| Ink::bold(colour.as_mark(), Align::Start);
    pen.lines_centred(&geometry.total_name, (0.0, name), bold(inks.tone(Tone::Calm)));
    for tick in &progress.axis.ticks {
        let y = geometry.total.at(tick.at);
        pen.line((geometry.left, y), (geometry.right, y), 0.5, inks.line);
        let ink = Ink::new(inks.muted, Align::End);
        pen.text_centred(&tick.label, (geometry.left - 0.6 * context.em, y), ink);
    }
    let base = geometry.total_foot;
    pen.line((geometry.left, base), (geometry.right, base), 0.7, inks.muted);
    draw_days(pen, context, &progress.days, geometry);
}

fn draw_days(pen: &mut Pen, context: &DrawContext, axis: &Axis, geometry: &Geometry) {
    let y = geometry.foot + 0.35 * context.em;
    let mut taken = f64::NEG_INFINITY;
    for tick in &axis.ticks {
        let x = geometry.days.at(tick.at);
        pen.line((x, geometry.foot), (x, y - 0.1 * context.em), 0.7, context.inks.muted);
        let half = context.text_width(&tick.label) / 2.0;
        let middle = x.clamp(half, (context.width - half).max(half));
        if middle - half > taken {
            let at = (middle, y + context.line / 2.0);
            pen.text_centred(&tick.label, at, Ink::new(context.inks.muted, Align::Middle));
            taken = middle + half + 0.5 * context.em;
        }
    }
}

fn draw_daily(pen: &mut Pen, context: &DrawContext, progress: &Progress, geometry: &Geometry) {
    if progress.daily.is_empty() {
        return;
    }
    let ink = Ink::new(context.inks.muted, Align::Start);
    pen.lines_centred(&geometry.daily_name, (0.0, geometry.daily_head), ink);
    let colour = context.inks.interval(Tone::Calm);
    for &(day, amount) in &progress.daily {
        let (left, right) = (geometry.days.at(day - 0.38), geometry.days.at(day + 0.38));
        pen.rect((left, geometry.daily.at(amount)), (right, geometry.foot), colour);
    }
    pen.line((geometry.left, geometry.foot), (geometry.right, geometry.foot), 0.7, context.inks.muted);
    draw_peak(pen, context, progress, geometry);
}

/// The highest column's number: without an axis of their own the columns need one measure.
fn draw_peak(pen: &mut Pen, context: &DrawContext, progress: &Progress, geometry: &Geometry) {
    let peak = progress.daily.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a });
    if let Some((day, amount)) = peak
        && (1.0..PLAIN_INTEGER).contains(&amount)
        && amount.fract() == 0.0
    {
        let y = geometry.daily.at(amount) - 0.6 * context.em;
        let ink = Ink::new(context.inks.text, Align::Middle);
        pen.text_centred(&format!("{amount:.0}"), (geometry.days.at(day), y), ink);
    }
}

/// The dashed target with its label above it at the left, where the total is still low; below it at the
/// right where the total has passed it by then.
fn draw_target(
    pen: &mut Pen,
    context: &DrawContext,
    progress: &Progress,
    target: &Reference,
    geometry: &Geometry,
) {
    let (y, colour) = (geometry.total.at(target.at()), context.inks.text);
    let dash = (0.45 * context.em, 0.3 * context.em);
    pen.dashes((geometry.left, y), (geometry.right, y), dash, 1.0, colour);
    let reach = geometry.left + context.text_width(&target.label) + context.em;
    let passed = progress.total.iter().position(|(_, total)| *total > target.at());
    // The line rises from the day before.
    let day = passed.and_then(|i| progress.total.get(i.saturating_sub(1)));
    let away = 0.75 * context.em;
    let (x, y, align) = if day.is_some_and(|(day, _)| geometry.days.at(*day) <= reach) {
        (geometry.right, (y + away).min(geometry.total_foot - 0.55 * context.em), Align::End)
    } else {
        (geometry.left, y - away, Align::Start)
    };
    pen.text_on_paper(&target.label, (x, y), Ink::new(colour, align));
}

fn draw_total(pen: &mut Pen, context: &DrawContext, progress: &Progress, geometry: &Geometry) {
    let em = context.em;
    let colour = context.inks.tone(Tone::Calm).as_mark();
    let points: Vec<(f64, f64)> =
        progress.total.iter().map(|(d, t)| (geometry.days.at(*d), geometry.total.at(*t))).collect();
    if progress.counts.is_empty() {
        pen.polyline(&points, 0.19 * em, colour);
    } else {
        pen.polyline(&steps(&points, geometry.total_foot), 0.19 * em, colour);
        draw_counts(pen, context, progress, &points, geometry);
    }
    let Some(&(x, y)) = points.last() else { return };
    pen.dot((x, y), 0.32 * em, colour);
    let line = progress.target.as_ref().map(|t| geometry.total.at(t.at()));
    let middle = match line {
        Some(target) if (y - target).abs() < 0.7 * em => {
            if y <= target {
                target - 0.7 * em
            } else {
                target + 0.7 * em
            }
        }
        _ => y,
    };
    let ink = Ink::bold(context.inks.text, Align::Start);
    let middle = middle.min(geometry.total_foot - 0.55 * em);
    pen.text_on_paper(&progress.last.text, (x + 0.65 * em, middle), ink);
}

/// The line of a total that is known at some points only: level until the next count.
fn steps(points: &[(f64, f64)], foot: f64) -> Vec<(f64, f64)> {
    let mut line = Vec::with_capacity(2 * points.len());
    let mut height = foot;
    for (x, y) in points {
        line.extend([(*x, height), (*x, *y)]);
        height = *y;
    }
    line
}

/// A dot and its number at each step but the last, where the number touches neither its neighbour nor the target.
fn draw_counts(
    pen: &mut Pen,
    context: &DrawContext,
    progress: &Progress,
    points: &[(f64, f64)],
    geometry: &Geometry,
) {
    let em = context.em;
    let target = progress.target.as_ref().map(|target| geometry.total.at(target.at()));
    let mut taken = geometry.left;
    for ((count, _), (x, y)) in progress.counts.iter().zip(points).rev().skip(1).rev() {
        pen.dot((*x, *y), 0.24 * em, context.inks.tone(Tone::Calm).as_mark());
        let (middle, width) = (y - 0.75 * em, context.text_width(&count.text));
        if target.is_some_and(|target| (middle - target).abs() <= 1.8 * em) {
            continue;
        }
        let away = 0.45 * em;
        let (at, align, end) = if x - away - width >= taken {
            (x - away, Align::End, x - away)
        } else {
            (x + away, Align::Start, x + away + width)
        };
        let next = points.iter().map(|(next, _)| *next).find(|next| next > x).unwrap_or(geometry.right);
        if align == Align::End || end < next - away {
            pen.text_on_paper(&count.text, (at, middle), Ink::new(context.inks.text, align));
            taken = end + 0.5 * em;
        }
    }
}

/// A total that was counted on five days.
fn counted_specimen(maker: &SpecimenMaker) -> Progress {
    let plain = specimen(maker);
    let days = maker.days();
    let totals = [180.0, 640.0, 1210.0, 1730.0, 2380.0];
    let counts = days.iter().zip(totals).map(|(day, total)| (maker.number(total, 0), day.label.clone()));
    Progress {
        total: days.iter().zip(totals).map(|(day, total)| (day.at, total)).collect(),
        counts: counts.collect(),
        last: maker.number(2380.0, 0),
        daily: Vec::new(),
        ..plain
    }
}

fn specimen(maker: &SpecimenMaker) -> Progress {
    const PLAN: f64 = 2500.0;
    let daily: Vec<(f64, f64)> = (0..28u32)
        .map(|d| (f64::from(d), if d % 7 == 6 { 0.0 } else { f64::from(60 + d * 37 % 71) }))
        .collect();
    let mut sum = 0.0;
    let total: Vec<(f64, f64)> = daily
        .iter()
        .map(|(day, amount)| {
            sum += amount;
            (*day, sum)
        })
        .collect();
    Progress {
        days: Axis { min: 0.0, max: 29.0, ticks: maker.days(), label: String::new() },
        axis: maker.axis(0.0, 3000.0, 3),
        target: Some(Box::new(maker.reference(&maker.words.target, PLAN))),
        total,
        daily,
        last: maker.number(sum, 0),
        counts: Vec::new(),
        total_label: maker.words.total.clone(),
        daily_label: maker.words.daily.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::Progress;
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{attributes, draw, progress, reference, texts, value};
    use crate::diag::Code;

    fn svg(chart: &Progress) -> String {
        draw(&Chart::Progress(chart.clone())).unwrap().svg().to_string()
    }

    #[test]
    fn the_columns_stand_for_days_with_work() {
        let chart = progress();
        let days = chart.daily.iter().filter(|d| d.1 > 0.0).count();
        // Two white grounds, of the target's label and the last number.
        assert_eq!(attributes(&svg(&chart), "rect", "width").len(), days + 2);
        assert!(texts(&svg(&chart)).contains(&"130".to_owned()));
    }

    #[test]
    fn one_day_without_columns_or_target_is_drawn() {
        let mut chart = progress();
        (chart.daily, chart.target) = (Vec::new(), None);
        chart.total.truncate(1);
        assert!(texts(&svg(&chart)).contains(&chart.last.text));
    }

    #[test]
    fn a_total_that_is_counted_on_some_days_rises_in_steps() {
        let plain = progress();
        let mut chart = Progress { daily: Vec::new(), ..plain };
        chart.total = vec![(0.0, 200.0), (14.0, 900.0), (28.0, 1600.0)];
        chart.last = value(1600.0, "1600");
        let line = |chart: &Progress| svg(chart).split("<polyline").nth(1).unwrap().matches(',').count();
        assert_eq!(line(&chart), 3, "a point for each day");
        chart.counts = [200.0, 900.0, 1600.0].map(|n| (value(n, &n.to_string()), "күн".into())).into();
        assert_eq!(line(&chart), 6, "up and on at each count");
        let told = texts(&svg(&chart));
        assert!(["200", "900", "1600"].iter().all(|n| told.contains(&(*n).to_owned())), "{told:?}");
    }

    #[test]
    fn totals_of_nothing_and_beyond_the_axis_are_drawn() {
        let mut chart = progress();
        chart.total.iter_mut().for_each(|t| t.1 = 0.0);
        chart.daily.iter_mut().for_each(|t| t.1 = 0.0);
        svg(&chart);
        chart.total.iter_mut().for_each(|t| t.1 = 9000.0);
        svg(&chart);
    }

    #[test]
    fn senseless_numbers_are_faults() {
        let broken: [fn(&mut Progress); 6] = [
            |p| p.total.clear(),
            |p| p.total.reverse(),
            |p| p.total.iter_mut().for_each(|t| t.1 = f64::NAN),
            |p| p.daily.iter_mut().for_each(|t| t.1 = -1.0),
            |p| p.target = Some(Box::new(reference(f64::INFINITY, ""))),
            |p| p.days.max = p.days.min,
        ];
        for breaks in broken {
            let mut chart = progress();
            breaks(&mut chart);
            assert_eq!(draw(&Chart::Progress(chart)).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
