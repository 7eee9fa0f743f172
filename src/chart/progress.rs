//! A running total against its target, with the days' increments at the foot.
//!
//! Two panels share the days: the increments have a scale of their own, since on the total's scale
//! they would be a hair high, and so they stand apart from it with their own baseline and name.

use super::check::{self, fault, finite, not_negative, some_rows};
use super::colour::Rgb;
use super::draw_context::DrawContext;
use super::pen::{Align, Ink, Pen};
use super::scale::Scale;
use crate::diag::{Diagnostic, say};
use crate::document::Picture;
use crate::document::chart::{Axis, Progress, Tick, Tone};

/// Height of a picture that has none set, as a share of the width.
const SHAPE: f64 = 0.48;
/// The increments' share of both panels' height.
const FOOT: f64 = 0.2;
/// The least height of both panels, in em.
const LEAST_PANELS: f64 = 6.0;
/// Below this an integer is printed alike in every language.
const PLAIN_INTEGER: f64 = 1000.0;

/// Edges and scales, in points.
struct Layout {
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

pub fn draw(progress: &Progress, stage: &DrawContext) -> Result<Picture, Diagnostic> {
    check(progress)?;
    let layout = layout(progress, stage)?;
    stage.picture(layout.height, |pen| {
        draw_frame(pen, stage, progress, &layout);
        draw_daily(pen, stage, progress, &layout);
        if let Some(target) = &progress.target {
            draw_target(pen, stage, progress, target, &layout);
        }
        draw_total(pen, stage, progress, &layout);
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
        not_negative(target.at, || say!("chart-target-wrong", value = target.at))?;
    }
    let sorted = progress.total.iter().zip(progress.total.iter().skip(1)).all(|(a, b)| a.0 < b.0);
    if sorted { Ok(()) } else { Err(fault(say!("chart-days-unsorted"))) }
}

fn layout(progress: &Progress, stage: &DrawContext) -> Result<Layout, Diagnostic> {
    let em = stage.em;
    let names = |text: &str| stage.wrap(text, stage.width).0;
    let (total_name, daily_name) = (names(&progress.total_label), names(&progress.daily_label));
    let widest = progress.axis.ticks.iter().map(|t| stage.text_width(&t.label)).fold(0.0, f64::max);
    let left = widest + 0.6 * em;
    let (low, high) = totals(progress);
    let crowded = progress.target.as_ref().is_some_and(|t| t.at > low + 0.85 * (high - low));
    // The target's label stands above its line, and needs room below the panel's name.
    let top = stage.block(total_name.len()) + if crowded { 1.6 * em } else { 0.9 * em };
    let below = stage.block(1) + 0.35 * em;
    let between = if progress.daily.is_empty() { 0.0 } else { stage.block(daily_name.len() + 1) + 0.9 * em };
    let needed = top + between + below + LEAST_PANELS * em;
    let height = stage.canvas.height.unwrap_or(needed.max(SHAPE * stage.width));
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
    let (days, right) = days(progress, left, stage);
    let daily_head = total_foot + 0.5 * em + stage.block(daily_name.len()) / 2.0;
    Ok(Layout {
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
fn days(progress: &Progress, left: f64, stage: &DrawContext) -> (Scale, f64) {
    let all = progress.total.iter().chain(&progress.daily).map(|d| d.0);
    let (first, last) = all.fold((progress.days.min, progress.days.max), |(a, b), d| (a.min(d), b.max(d)));
    let (first, last) = (first - 0.5, last + 0.5);
    let end = progress.total.last().map_or(last, |d| d.0);
    let text = stage.bold_width(&progress.last.printed) + 0.9 * stage.em;
    let part = (end - first) / (last - first);
    let beside = left + (stage.width - left - text) / part.max(0.01);
    let right = beside.min(stage.width - 0.2 * stage.em);
    (Scale::new(first, last, left, right), right)
}

/// The totals' axis, widened where a total or the target lies beyond it.
fn totals(progress: &Progress) -> (f64, f64) {
    let values = progress.total.iter().map(|t| t.1).chain(progress.target.iter().map(|t| t.at));
    values.fold((progress.axis.min, progress.axis.max), |(a, b), v| (a.min(v), b.max(v)))
}

/// Names, ticks and light lines of both panels.
fn draw_frame(pen: &mut Pen, stage: &DrawContext, progress: &Progress, layout: &Layout) {
    let inks = &stage.inks;
    let name = stage.block(layout.total_name.len()) / 2.0;
    let bold = |colour: Rgb| Ink::bold(colour.as_mark(), Align::Start);
    pen.lines_centred(&layout.total_name, (0.0, name), bold(inks.tone(Tone::Calm)));
    for tick in &progress.axis.ticks {
        let y = layout.total.at(tick.at);
        pen.line((layout.left, y), (layout.right, y), 0.5, inks.line);
        let ink = Ink::new(inks.muted, Align::End);
        pen.text_centred(&tick.label, (layout.left - 0.6 * stage.em, y), ink);
    }
    let base = layout.total_foot;
    pen.line((layout.left, base), (layout.right, base), 0.7, inks.muted);
    draw_days(pen, stage, &progress.days, layout);
}

fn draw_days(pen: &mut Pen, stage: &DrawContext, axis: &Axis, layout: &Layout) {
    let y = layout.foot + 0.35 * stage.em;
    let mut taken = f64::NEG_INFINITY;
    for tick in &axis.ticks {
        let x = layout.days.at(tick.at);
        pen.line((x, layout.foot), (x, y - 0.1 * stage.em), 0.7, stage.inks.muted);
        let half = stage.text_width(&tick.label) / 2.0;
        let middle = x.clamp(half, (stage.width - half).max(half));
        if middle - half > taken {
            let at = (middle, y + stage.line / 2.0);
            pen.text_centred(&tick.label, at, Ink::new(stage.inks.muted, Align::Middle));
            taken = middle + half + 0.5 * stage.em;
        }
    }
}

fn draw_daily(pen: &mut Pen, stage: &DrawContext, progress: &Progress, layout: &Layout) {
    if progress.daily.is_empty() {
        return;
    }
    let ink = Ink::new(stage.inks.muted, Align::Start);
    pen.lines_centred(&layout.daily_name, (0.0, layout.daily_head), ink);
    let colour = stage.inks.interval(Tone::Calm);
    for &(day, amount) in &progress.daily {
        let (left, right) = (layout.days.at(day - 0.38), layout.days.at(day + 0.38));
        pen.rect((left, layout.daily.at(amount)), (right, layout.foot), colour);
    }
    pen.line((layout.left, layout.foot), (layout.right, layout.foot), 0.7, stage.inks.muted);
    draw_peak(pen, stage, progress, layout);
}

/// The highest column's number: without an axis of their own the columns need one measure.
fn draw_peak(pen: &mut Pen, stage: &DrawContext, progress: &Progress, layout: &Layout) {
    let peak = progress.daily.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a });
    if let Some((day, amount)) = peak
        && (1.0..PLAIN_INTEGER).contains(&amount)
        && amount.fract() == 0.0
    {
        let y = layout.daily.at(amount) - 0.6 * stage.em;
        let ink = Ink::new(stage.inks.text, Align::Middle);
        pen.text_centred(&format!("{amount:.0}"), (layout.days.at(day), y), ink);
    }
}

/// The dashed target with its label above it at the left, where the total is still low; below it at the
/// right where the total has passed it by then.
fn draw_target(pen: &mut Pen, stage: &DrawContext, progress: &Progress, target: &Tick, layout: &Layout) {
    let (y, colour) = (layout.total.at(target.at), stage.inks.text);
    let dash = (0.45 * stage.em, 0.3 * stage.em);
    pen.dashes((layout.left, y), (layout.right, y), dash, 1.0, colour);
    let reach = layout.left + stage.text_width(&target.label) + stage.em;
    let passed = progress.total.iter().position(|(_, total)| *total > target.at);
    // The line rises from the day before.
    let day = passed.and_then(|i| progress.total.get(i.saturating_sub(1)));
    let away = 0.75 * stage.em;
    let (x, y, align) = if day.is_some_and(|(day, _)| layout.days.at(*day) <= reach) {
        (layout.right, (y + away).min(layout.total_foot - 0.55 * stage.em), Align::End)
    } else {
        (layout.left, y - away, Align::Start)
    };
    pen.text_on_paper(&target.label, (x, y), Ink::new(colour, align));
}

fn draw_total(pen: &mut Pen, stage: &DrawContext, progress: &Progress, layout: &Layout) {
    let em = stage.em;
    let colour = stage.inks.tone(Tone::Calm).as_mark();
    let points: Vec<(f64, f64)> =
        progress.total.iter().map(|(d, t)| (layout.days.at(*d), layout.total.at(*t))).collect();
    pen.polyline(&points, 0.19 * em, colour);
    let Some(&(x, y)) = points.last() else { return };
    pen.dot((x, y), 0.32 * em, colour);
    let line = progress.target.as_ref().map(|t| layout.total.at(t.at));
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
    let ink = Ink::bold(stage.inks.text, Align::Start);
    let middle = middle.min(layout.total_foot - 0.55 * em);
    pen.text_on_paper(&progress.last.printed, (x + 0.65 * em, middle), ink);
}

#[cfg(test)]
mod tests {
    use super::super::test_fixture::{attributes, draw, progress, texts, tick};
    use crate::diag::Code;
    use crate::document::chart::{Chart, Progress};

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
        assert!(texts(&svg(&chart)).contains(&chart.last.printed));
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
            |p| p.target = Some(tick(f64::INFINITY, "")),
            |p| p.days.max = p.days.min,
        ];
        for breaks in broken {
            let mut chart = progress();
            breaks(&mut chart);
            assert_eq!(draw(&Chart::Progress(chart)).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
