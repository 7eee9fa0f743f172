//! Dots in an office program, which has no such chart: what it draws in their place.

use super::{Dot, Dots};
use crate::chart::estimate::Estimate;
use crate::chart::office_plan::{
    EstimateColumns, Form, LabelPosition, Labels, OfficeChart, Plan, PlanContext, Series, Worked, cell,
    rounded, row_name, scale,
};
use crate::theme::Tone;
/// Half the width of a dot in an office program's chart, as a share of the axis.
const HALF_DOT: f64 = 0.008;
/// Between its rows, in per cent of a dot's height: low dots leave the line of the interval in sight.
const ROW_GAP: u16 = 200;

/// An office program has no horizontal chart of dots with named rows: here a short bar stands at the value, after
/// one without colour that ends where it begins and carries the interval as its error bars, and before another one
/// at whose end the number stands. All but the values and the interval are formulas, so that an edited number
/// moves its row along.
impl OfficeChart for Dots {
    fn plan(&self, context: &PlanContext) -> Plan {
        let name = |dot: &Dot| {
            let label = row_name(&dot.label, dot.value.is_some());
            dot.aside.as_ref().map_or_else(
                || label.clone(),
                |aside| {
                    // A sign equals its number, a word leads it.
                    let is_sign = self.aside_heading.chars().count() == 1;
                    let equals = if is_sign { "= " } else { "" };
                    format!("{label} ({} {equals}{})", self.aside_heading, aside.text)
                },
            )
        };
        let names = self.rows.iter().map(name).collect();
        let estimate = |dot: &Dot| Estimate { value: dot.value.clone(), interval: dot.interval };
        let all: Vec<Estimate> = self.rows.iter().map(estimate).collect();
        let mut plan = Plan { ticks: true, gap: ROW_GAP, ..Plan::new(Form::Stacked, names) };
        let columns = plan.estimates(&self.axis.label, &all);
        let half = rounded(HALF_DOT * self.axis.span());
        let start = plan.worked(|plan, row| start_of_dot(plan, &columns, half, row));
        let width = plan.worked(|plan, row| width_of_dot(plan, &columns, start, half, row));
        let interval = columns.interval.map(|(plus, minus)| {
            let ends = [(plus, 1.0), (minus, -1.0)];
            let [plus, minus] =
                ends.map(|end| plan.worked(|plan, row| end_of_interval(plan, &columns, end, start, row)));
            (plus, minus)
        });
        let numbers = self.rows.iter().flat_map(|dot| &dot.value);
        let texts = numbers.map(|number| context.text_width(&number.text)).fold(0.0, f64::max);
        let plot = context.width * (1.0 - context.share_of_names(&plan));
        let room = rounded((texts + context.size) / plot * self.axis.span());
        let rest = plan.worked(|plan, row| rest_after_dot(plan, &columns, (start, width), room, row));
        self.set_axis(&mut plan, room);
        let ink = context.colours.interval(Tone::Grey);
        plan.series.push(Series {
            values: start,
            interval,
            interval_ink: ink,
            thick: true,
            ..Series::default()
        });
        plan.series.push(Series {
            values: width,
            fill: Some(context.colours.mark(Tone::Calm)),
            points: self.rows.iter().map(|dot| context.colours.mark(dot.tone)).collect(),
            ..Series::default()
        });
        let places = self.rows.iter().map(|dot| dot.value.as_ref().map(|_| LabelPosition::InsideEnd));
        let ink = context.colours.text();
        let labels =
            Labels { column: columns.texts, ink, bold: true, places: places.collect(), head: Vec::new() };
        plan.series.push(Series { values: rest, labels: Some(labels), ..Series::default() });
        plan
    }
}

impl Dots {
    /// The axis with room for the numbers after it, and the reference as the line from which the names stand away.
    fn set_axis(&self, plan: &mut Plan, room: f64) {
        let ends = self.rows.iter().filter_map(|dot| {
            dot.interval.map(|(_, high)| high).or(dot.value.as_ref().map(|number| number.value))
        });
        let end = ends.map(|end| end + room).fold(self.axis.max, f64::max);
        let label = &self.axis.label;
        plan.scale = scale(&self.axis).map(|(_, _, step)| (self.axis.min, end, step));
        plan.axis_name.clone_from(label);
        if let Some(reference) = &self.reference {
            plan.crossing = Some(reference.at());
            plan.is_reference = true;
            plan.axis_name = if label.is_empty() {
                reference.label.clone()
            } else {
                format!("{label} ({})", reference.label)
            };
        }
    }
}

/// Where the dot begins, seen from zero.
fn start_of_dot(plan: &Plan, columns: &EstimateColumns, half: f64, row: usize) -> Worked {
    let value = plan.number(columns.values, row)?;
    let at = cell(columns.values, row);
    Some(if value < 0.0 {
        (format!("MIN({at}+{half},0)"), rounded((value + half).min(0.0)))
    } else {
        (format!("MAX({at}-{half},0)"), rounded((value - half).max(0.0)))
    })
}

/// The dot's width, away from zero.
fn width_of_dot(plan: &Plan, columns: &EstimateColumns, start: u16, half: f64, row: usize) -> Worked {
    let (value, begin) = (plan.number(columns.values, row)?, plan.number(start, row)?);
    let sign = if value < 0.0 { -1.0 } else { 1.0 };
    let formula = format!("{}+({sign}*{half})-{}", cell(columns.values, row), cell(start, row));
    Some((formula, rounded(value + sign * half - begin)))
}

/// How far an end of the interval is from where the dot begins.
fn end_of_interval(
    plan: &Plan,
    columns: &EstimateColumns,
    (distance, sign): (u16, f64),
    start: u16,
    row: usize,
) -> Worked {
    let value = plan.number(columns.values, row)?;
    let number = plan.number(distance, row)? + sign * (value - plan.number(start, row)?);
    let formula =
        format!("{}+({sign}*({}-{}))", cell(distance, row), cell(columns.values, row), cell(start, row));
    Some((formula, rounded(number)))
}

/// From the dot to the end of the number after the interval, away from zero.
fn rest_after_dot(
    plan: &Plan,
    columns: &EstimateColumns,
    (start, width): (u16, u16),
    room: f64,
    row: usize,
) -> Worked {
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
