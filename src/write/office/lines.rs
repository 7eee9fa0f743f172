//! Lines over the points of time.

use super::figures::estimates;
use super::plan::{Form, LabelPosition, Labels, Plan, Series, scale};
use crate::chart::SeriesInk;
use crate::document::chart::Lines;

pub fn lines(lines: &Lines, inks: &[SeriesInk]) -> Plan {
    let names = lines.points.iter().map(|p| p.label.clone()).collect();
    let mut plan = Plan {
        scale: scale(&lines.axis),
        ticks: true,
        axis_name: lines.axis.label.clone(),
        legend: true,
        ..Plan::new(Form::Lines, names)
    };
    for (series, ink) in lines.series.iter().zip(inks) {
        let all: Vec<_> = series.values.iter().map(|e| (e.value.as_ref(), e.interval)).collect();
        let columns = estimates(&mut plan, &series.label, &all);
        let last = series.values.iter().rposition(|e| e.value.is_some());
        let places =
            (0..series.values.len()).map(|i| (Some(i) == last).then_some(LabelPosition::Right)).collect();
        plan.series.push(Series {
            values: columns.values,
            interval: columns.interval,
            interval_ink: ink.fill.clone(),
            fill: Some(ink.fill.clone()),
            labels: Some(Labels { column: columns.texts, ink: ink.fill.clone(), bold: true, places }),
            ..Series::default()
        });
    }
    plan
}
