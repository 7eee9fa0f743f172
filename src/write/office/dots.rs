//! Dots with intervals, a row each.
//!
//! An office program has no horizontal chart of dots with named rows: here a short bar stands at the value, after
//! one without colour that ends where it begins and carries the interval as its error bars, and before another
//! one at whose end the number stands. All but the values and the interval are formulas, so that an edited
//! number moves its row along.

use super::ChartStyle;
use super::figures::{Estimates, estimates, name};
use super::plan::{Form, LabelPosition, Labels, Plan, Series, cell, rounded, scale};
use crate::chart::Colours;
use crate::document::chart::{Axis, Dots, Tone};

/// Half the width of a dot, as a share of the axis.
const HALF: f64 = 0.008;
/// Between rows, in per cent of a dot's height.
const APART: u16 = 110;

pub fn dots(dots: &Dots, colours: &Colours, look: &ChartStyle) -> Plan {
    let names = dots
        .rows
        .iter()
        .map(|dot| {
            let label = name(&dot.label, dot.value.is_some());
            let is_told = dot.aside.chars().any(char::is_alphanumeric);
            if is_told { format!("{label} ({})", dot.aside) } else { label }
        })
        .collect();
    let all: Vec<_> = dots.rows.iter().map(|d| (d.value.as_ref(), d.interval)).collect();
    let mut plan = Plan { ticks: true, gap: APART, ..Plan::new(Form::Stacked, names) };
    let columns = estimates(&mut plan, &dots.axis.label, &all);
    let half = rounded(HALF * (dots.axis.max - dots.axis.min));
    let start = plan.worked(dots.rows.len(), |plan, row| start(plan, &columns, half, row));
    let width = plan.worked(dots.rows.len(), |plan, row| width(plan, &columns, start, half, row));
    let interval = columns.interval.map(|(plus, minus)| {
        let ends = [(plus, 1.0), (minus, -1.0)];
        let [plus, minus] = ends.map(|(distance, sign)| {
            plan.worked(dots.rows.len(), |plan, row| end(plan, &columns, (distance, sign), start, row))
        });
        (plus, minus)
    });
    let texts =
        dots.rows.iter().flat_map(|d| &d.value).map(|v| look.text_width(&v.printed)).fold(0.0, f64::max);
    let plot = look.width * (1.0 - look.share_of_names(&plan.names));
    let room = rounded((texts + look.size) / plot * (dots.axis.max - dots.axis.min));
    let rest = plan.worked(dots.rows.len(), |plan, row| rest(plan, &columns, (start, width), room, row));
    axis(&mut plan, dots, room);
    let ink = colours.interval(Tone::Grey);
    plan.series.push(Series { values: start, interval, interval_ink: ink, thick: true, ..Series::default() });
    plan.series.push(Series {
        values: width,
        fill: Some(colours.mark(Tone::Calm)),
        points: dots.rows.iter().map(|d| colours.mark(d.tone)).collect(),
        ..Series::default()
    });
    let places = dots.rows.iter().map(|d| d.value.as_ref().map(|_| LabelPosition::InsideEnd)).collect();
    let labels = Labels { column: columns.texts, ink: colours.text(), bold: true, places };
    plan.series.push(Series { values: rest, labels: Some(labels), ..Series::default() });
    plan
}

/// The axis with room for the numbers after it, and the reference as the line from which the names stand away.
fn axis(plan: &mut Plan, dots: &Dots, room: f64) {
    let Axis { min, max, ref label, .. } = dots.axis;
    let ends = dots
        .rows
        .iter()
        .filter_map(|d| d.interval.map(|(_, high)| high).or(d.value.as_ref().map(|v| v.value)));
    let end = ends.map(|end| end + room).fold(max, f64::max);
    plan.scale = scale(&dots.axis).map(|(_, _, step)| (min, end, step));
    plan.axis_name.clone_from(label);
    if let Some(reference) = &dots.reference {
        plan.crossing = Some(reference.at);
        plan.is_reference = true;
        plan.axis_name =
            if label.is_empty() { reference.label.clone() } else { format!("{label} ({})", reference.label) };
    }
}

/// A formula and its result; `None` in a row without a value.
type Worked = Option<(String, f64)>;

/// Where the dot begins, seen from zero.
fn start(plan: &Plan, columns: &Estimates, half: f64, row: usize) -> Worked {
    let value = plan.number(columns.values, row)?;
    let at = cell(columns.values, row);
    Some(if value < 0.0 {
        (format!("MIN({at}+{half},0)"), rounded((value + half).min(0.0)))
    } else {
        (format!("MAX({at}-{half},0)"), rounded((value - half).max(0.0)))
    })
}

/// The dot's width, away from zero.
fn width(plan: &Plan, columns: &Estimates, start: u16, half: f64, row: usize) -> Worked {
    let (value, begin) = (plan.number(columns.values, row)?, plan.number(start, row)?);
    let sign = if value < 0.0 { -1.0 } else { 1.0 };
    let formula = format!("{}+({sign}*{half})-{}", cell(columns.values, row), cell(start, row));
    Some((formula, rounded(value + sign * half - begin)))
}

/// How far an end of the interval is from where the dot begins.
fn end(plan: &Plan, columns: &Estimates, (distance, sign): (u16, f64), start: u16, row: usize) -> Worked {
    let value = plan.number(columns.values, row)?;
    let number = plan.number(distance, row)? + sign * (value - plan.number(start, row)?);
    let formula =
        format!("{}+({sign}*({}-{}))", cell(distance, row), cell(columns.values, row), cell(start, row));
    Some((formula, rounded(number)))
}

/// From the dot to the end of the number after the interval, away from zero.
fn rest(plan: &Plan, columns: &Estimates, (start, width): (u16, u16), room: f64, row: usize) -> Worked {
    let value = plan.number(columns.values, row)?;
    let sign = if value < 0.0 { -1.0 } else { 1.0 };
    let distance = columns.interval.map(|(plus, minus)| if value < 0.0 { minus } else { plus });
    let beyond = distance.and_then(|column| plan.number(column, row)).unwrap_or_default();
    let dot = plan.number(start, row)? + plan.number(width, row)?;
    let beyond_cell = distance.map_or_else(|| "0".to_owned(), |column| cell(column, row));
    let formula = format!(
        "{}+({sign}*({beyond_cell}+{room}))-{}-{}",
        cell(columns.values, row),
        cell(start, row),
        cell(width, row)
    );
    Some((formula, rounded(value + sign * (beyond + room) - dot)))
}
