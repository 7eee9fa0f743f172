//! Bars, and bars by group.

use super::ChartStyle;
use super::plan::{
    Cells, Form, LabelPosition, Labels, NAMELESS, Pattern, Plan, Series, cell, pattern, rounded, scale, shown,
};
use crate::chart::{Colours, SeriesInk};
use crate::document::chart::{Bars, Estimate, Grouped, Tone, Value};

/// What stands after the name of a row whose value is not shown.
const NOT_SHOWN: &str = " —";

/// The row's name; a value that is not shown leaves no bar, so the name tells it.
pub fn name(label: &str, is_shown: bool) -> String {
    if is_shown { label.to_owned() } else { format!("{label}{NOT_SHOWN}") }
}

/// Numbers and printed texts of some estimates, as columns: values, texts, and the interval's two distances
/// where any has one.
pub struct Estimates {
    pub values: u16,
    pub texts: u16,
    pub interval: Option<(u16, u16)>,
}

/// A value with its interval, where they are shown.
pub type Shown<'a> = (Option<&'a Value>, Option<(f64, f64)>);

pub fn estimates(plan: &mut Plan, head: &str, of: &[Shown]) -> Estimates {
    let numbers: Vec<Option<f64>> = of.iter().map(|(value, _)| value.map(shown)).collect();
    let values = plan.column(head, Cells::Numbers(numbers));
    let texts = of.iter().map(|(value, _)| value.map(|v| v.printed.clone())).collect();
    let texts = plan.column("", Cells::Printed { of: values, texts });
    let bounds: Vec<Option<(f64, f64)>> = of
        .iter()
        .map(|(value, interval)| value.and(*interval).map(|(low, high)| distances(*value, low, high)))
        .collect();
    let interval = bounds.iter().any(Option::is_some).then(|| {
        let side = |pick: fn((f64, f64)) -> f64| bounds.iter().map(|b| Some(b.map_or(0.0, pick))).collect();
        let plus = plan.column("+", Cells::Numbers(side(|b| b.1)));
        let minus = plan.column("−", Cells::Numbers(side(|b| b.0)));
        (plus, minus)
    });
    Estimates { values, texts, interval }
}

/// How far the ends of an interval are below and above the value.
fn distances(value: Option<&Value>, low: f64, high: f64) -> (f64, f64) {
    let value = value.map_or(0.0, shown);
    (rounded((value - low).max(0.0)), rounded((high - value).max(0.0)))
}

pub fn bars(bars: &Bars, colours: &Colours) -> Plan {
    let names = bars.bars.iter().map(|b| name(&b.label, b.value.is_some())).collect();
    let mut plan = Plan { scale: scale(&bars.axis), ..Plan::new(Form::Bars, names) };
    let all: Vec<_> = bars.bars.iter().map(|b| (b.value.as_ref(), b.interval)).collect();
    let head = if bars.axis.label.is_empty() { NAMELESS } else { bars.axis.label.as_str() };
    let columns = estimates(&mut plan, head, &all);
    let points = bars.bars.iter().map(|b| colours.bar(b.tone)).collect();
    let places = bars.bars.iter().map(|b| b.value.as_ref().map(|_| LabelPosition::OutsideEnd)).collect();
    let labels = Labels { column: columns.texts, ink: colours.text(), bold: true, places };
    let fill = Some(colours.bar(Tone::Calm));
    let bar = Series { values: columns.values, points, fill, ..Series::default() };
    let Some((plus, minus)) = columns.interval else {
        plan.series.push(Series { labels: Some(labels), ..bar });
        return plan;
    };
    // The number stands after the interval: it belongs to a bar without colour that ends there.
    let ends = plan.worked(bars.bars.len(), |plan, row| {
        let value = plan.number(columns.values, row)?;
        let (distance, sign) = if value < 0.0 { (minus, -1.0) } else { (plus, 1.0) };
        let end = value + sign * plan.number(distance, row).unwrap_or_default();
        Some((format!("{}+({sign}*{})", cell(columns.values, row), cell(distance, row)), rounded(end)))
    });
    let interval_ink = colours.text();
    plan.series.push(Series { interval: columns.interval, interval_ink, ..bar });
    plan.series.push(Series { values: ends, labels: Some(labels), ..Series::default() });
    plan
}

pub fn grouped(grouped: &Grouped, inks: &[SeriesInk], colours: &Colours, look: &ChartStyle) -> Plan {
    let is_shown = |values: &[Estimate]| values.iter().any(|e| e.value.is_some());
    let names = grouped.rows.iter().map(|r| name(&r.label, is_shown(&r.values))).collect();
    let mut plan = Plan { scale: scale(&grouped.axis), legend: true, ..Plan::new(Form::Bars, names) };
    let span = grouped.axis.max - grouped.axis.min;
    for (place, (group, ink)) in grouped.groups.iter().zip(inks).enumerate() {
        let all: Vec<_> = grouped
            .rows
            .iter()
            .filter_map(|r| r.values.get(place))
            .map(|e| (e.value.as_ref(), e.interval))
            .collect();
        let columns = estimates(&mut plan, group, &all);
        let stands = |value: Option<&Value>| {
            value.map(|v| {
                let has_room = look.has_room(&v.printed, v.value.abs() / span, &plan.names);
                if has_room { LabelPosition::InsideBase } else { LabelPosition::OutsideEnd }
            })
        };
        let places: Vec<Option<LabelPosition>> = all.iter().map(|(value, _)| stands(*value)).collect();
        let labels = Labels { column: columns.texts, ink: ink.text.clone(), bold: false, places };
        plan.series.push(Series {
            values: columns.values,
            interval: columns.interval,
            interval_ink: colours.text(),
            fill: Some(ink.fill.clone()),
            labels: Some(labels),
            ..Series::default()
        });
    }
    plan
}

/// The formula that prints a cell as the document does.
pub fn printing(cell: &str, printed: &str, number: f64) -> String {
    let Pattern { decimals, is_grouped, suffix } = pattern(printed, number);
    let bare = if is_grouped { "FALSE" } else { "TRUE" };
    let suffix = suffix.replace('"', "\"\"");
    let tail = if suffix.is_empty() { String::new() } else { format!("&\"{suffix}\"") };
    format!("FIXED({cell},{decimals},{bare}){tail}")
}
