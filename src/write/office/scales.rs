//! Answers of a scale: stacked to 100 %, or diverging from a common middle with the grey ones apart.
//!
//! A bar without colour before each row brings the rows' middles under one another, and another one the
//! grey answers: both are formulas in the workbook, so that an edited number moves its row along. The order of
//! the answers is that of the questionnaire, as the legend's has to be.

use super::ChartStyle;
use super::figures::name;
use super::plan::{Cells, Form, LabelPosition, Labels, NAMELESS, Plan, Series, cell, rounded, shown};
use crate::chart::SeriesInk;
use crate::document::chart::{Answer, Likert, LikertRow, Side, Stacked, Value};

/// Between the scale and the grey answers, in per cent.
const GAP: f64 = 4.0;

pub fn stacked(stacked: &Stacked, inks: &[SeriesInk], look: &ChartStyle) -> Plan {
    let mut plan = start(&stacked.rows);
    let whole =
        stacked.rows.iter().filter_map(|r| r.values.as_ref()).map(|v| v.iter().map(|v| v.value).sum());
    plan.scale = Some((0.0, whole.fold(100.0, f64::max), 20.0));
    for (place, (answer, ink)) in stacked.answers.iter().zip(inks).enumerate() {
        push(&mut plan, &stacked.rows, (place, answer, ink));
    }
    keep_roomy(&mut plan, look);
    plan
}

pub fn likert(likert: &Likert, inks: &[SeriesInk], look: &ChartStyle) -> Plan {
    let mut plan = start(&likert.rows);
    let side =
        |side: Side| likert.answers.iter().zip(inks).enumerate().filter(move |(_, (a, _))| a.side == side);
    let most = |parts: &[(Side, f64)]| likert.rows.iter().map(|r| sum(r, likert, parts)).fold(0.0, f64::max);
    let (left, right) = (
        most(&[(Side::Negative, 1.0), (Side::Middle, 0.5)]),
        most(&[(Side::Middle, 0.5), (Side::Positive, 1.0)]),
    );
    let before = spacer(&mut plan);
    let mut parts = Vec::new();
    for (of_side, share) in [(Side::Negative, 1.0), (Side::Middle, 0.5), (Side::Positive, 0.0)] {
        for (place, (answer, ink)) in side(of_side) {
            parts.push((push(&mut plan, &likert.rows, (place, answer, ink)), share));
        }
    }
    let end = left.ceil() + right.ceil();
    rest(&mut plan, before, left.ceil(), &parts);
    let apart = most(&[(Side::Apart, 1.0)]);
    if apart > 0.0 {
        let all: Vec<(u16, f64)> =
            parts.iter().map(|(column, _)| (*column, 1.0)).chain([(before, 1.0)]).collect();
        let between = spacer(&mut plan);
        rest(&mut plan, between, end + GAP, &all);
        for (place, (answer, ink)) in side(Side::Apart) {
            push(&mut plan, &likert.rows, (place, answer, ink));
        }
    }
    plan.crossing = Some(left.ceil());
    let apart = if apart > 0.0 { GAP + apart.ceil() } else { 0.0 };
    plan.scale = Some((0.0, end + apart, 20.0));
    keep_roomy(&mut plan, look);
    plan
}

/// Per cent of the sides in a row, each with its share.
fn sum(row: &LikertRow, likert: &Likert, parts: &[(Side, f64)]) -> f64 {
    let share = |of: Side| parts.iter().find(|(side, _)| *side == of).map_or(0.0, |(_, share)| *share);
    row.values
        .iter()
        .flatten()
        .zip(&likert.answers)
        .map(|(value, answer)| share(answer.side) * value.value)
        .sum()
}

fn start(rows: &[LikertRow]) -> Plan {
    let names = rows.iter().map(|r| name(&r.label, r.values.is_some())).collect();
    Plan { legend: true, ..Plan::new(Form::Stacked, names) }
}

/// A series without colour, whose lengths [`rest`] tells.
fn spacer(plan: &mut Plan) -> u16 {
    let column = plan.column(NAMELESS, Cells::Worked(Vec::new()));
    plan.series.push(Series { values: column, ..Series::default() });
    column
}

/// Makes a column what shares of some others leave of a whole.
fn rest(plan: &mut Plan, column: u16, whole: f64, parts: &[(u16, f64)]) {
    let left = |row: usize| {
        let taken = parts.iter().filter(|(_, share)| *share > 0.0);
        let number = taken.clone().map(|(column, share)| share * plan.number(*column, row).unwrap_or(0.0));
        let number = rounded(whole - number.sum::<f64>());
        let formula: String =
            taken.map(|(column, share)| format!("-{share}*{}", cell(*column, row))).collect();
        Some((format!("{whole}{formula}"), number))
    };
    let cells = (0..plan.names.len()).map(left).collect();
    plan.replace(column, Cells::Worked(cells));
}

/// Adds an answer's series and gives the column of its values.
fn push(plan: &mut Plan, rows: &[LikertRow], (place, answer, ink): (usize, &Answer, &SeriesInk)) -> u16 {
    let value = |row: &LikertRow| row.values.as_ref().and_then(|values| values.get(place)).cloned();
    let values: Vec<Option<Value>> = rows.iter().map(value).collect();
    let column =
        plan.column(&answer.label, Cells::Numbers(values.iter().map(|v| v.as_ref().map(shown)).collect()));
    let texts = values.iter().map(|v| v.as_ref().map(|v| v.printed.clone())).collect();
    let texts = plan.column("", Cells::Printed { of: column, texts });
    let places = vec![Some(LabelPosition::Centre); values.len()];
    let labels = Labels { column: texts, ink: ink.text.clone(), bold: false, places };
    plan.series.push(Series {
        values: column,
        fill: Some(ink.fill.clone()),
        labels: Some(labels),
        ..Series::default()
    });
    column
}

/// Leaves a label only where its part of the bar has room for it.
fn keep_roomy(plan: &mut Plan, look: &ChartStyle) {
    let Some((min, max, _)) = plan.scale else { return };
    let mut series = std::mem::take(&mut plan.series);
    for one in &mut series {
        let Some(labels) = &mut one.labels else { continue };
        let Some(Cells::Printed { texts, .. }) = plan.cells(labels.column) else { continue };
        for ((row, place), text) in labels.places.iter_mut().enumerate().zip(texts) {
            let share = plan.number(one.values, row).unwrap_or_default() / (max - min);
            let text = text.as_deref().unwrap_or_default();
            *place = place.filter(|_| look.has_room(text, share, &plan.names));
        }
    }
    plan.series = series;
}
