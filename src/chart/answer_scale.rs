//! Answers of a scale in rows: what diverging bars and bars of 100 % have in common.

use super::check::{fault, not_negative, some_rows};
use super::colour::{Inks, Rgb, WHITE};
use super::data::{Answer, Scale, Side};
use super::draw_context::DrawContext;
use super::estimate::Estimate;
use super::office_plan::{
    Cells, Form, HEAD_SHARE, LabelPosition, Labels, Plan, PlanContext, Series, row_name,
};
use super::pen::{Align, Ink, Pen};
use super::readout::{Readout, ReadoutRow};
use super::series_colours::SeriesInk;
use super::specimen::{SpecimenMaker, spread};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::quantity::{Number, whole};
use crate::theme::Tone;

/// The white seam between neighbouring segments, in points: it survives a black-and-white printer.
const SEAM: f64 = 0.7;
/// Beside a number in its segment, both sides together, in its size.
const ROOM: f64 = 0.24;
/// How much white the palest of some answers with one tone has; less on the positive side, so that a
/// black-and-white printer keeps the two sides of a scale without a middle apart.
const PALEST: f64 = 0.36;
const PALEST_POSITIVE: f64 = 0.25;
/// Shares of a scale of seven with two answers outside, in per cent: those of specimens.
const SPECIMEN: [f64; 9] = [9.0, 12.0, 14.0, 13.0, 19.0, 15.0, 9.0, 7.0, 2.0];

/// An item with the shares of its answers.
#[derive(Debug, Clone, PartialEq)]
pub struct ScaleRow {
    /// The item.
    pub label: String,
    /// One per answer, in per cent (0–100), `None` where one is withheld; nothing at all where the base is too
    /// small to show.
    pub values: Option<Vec<Option<Number>>>,
    /// What stands in columns beside the bars.
    pub beside: Beside,
}

/// The numbers beside a row's bar.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Beside {
    /// The negative and the positive answers together, in per cent; `None` where one of them is withheld.
    pub nets: [Option<Number>; 2],
    /// The answers outside the scale together, where there are several; `None` where one of them is withheld.
    pub apart: Option<Number>,
    /// Respondents, where rows differ in it.
    pub base: Option<Number>,
}

/// What heads the columns beside the bars.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Heads {
    /// Above the sums, as short as a number.
    pub net: String,
    /// Above the sums in its place where there is room: what is said of those on the two sides.
    pub said: Option<[String; 2]>,
    /// Above the answers outside the scale together.
    pub apart: String,
    /// The negative and the positive answers together, for those who hear the chart.
    pub sides: [String; 2],
    /// Above the bases.
    pub base: String,
}

impl Heads {
    /// The words of a language.
    ///
    /// # Errors
    /// `LocaleKey` where the locale file lacks one.
    pub fn of(locale: &Locale) -> Result<Self, Diagnostic> {
        let word = |key: &str| locale.word(key).map(str::to_owned);
        Ok(Self {
            net: word("net")?,
            said: None,
            apart: word("apart_together")?,
            sides: [word("net_negative")?, word("net_positive")?],
            base: word("base_column")?,
        })
    }
}

impl ScaleRow {
    /// The share of an answer, 0 where it is withheld: no length either, which could be measured.
    pub fn length(value: Option<&Number>) -> f64 {
        value.map_or(0.0, |number| number.value)
    }
}

/// The rows of some data.
pub fn of_data(scale: &Scale, locale: &Locale) -> Vec<ScaleRow> {
    let number = |share: &Option<f64>| share.map(|share| locale.share_of("", share));
    let outside = |row: &super::data::ScaleRow| {
        let parts =
            scale.answers.iter().zip(row.shares.as_ref()?).filter(|(answer, _)| answer.side == Side::Apart);
        let parts: Vec<Option<f64>> = parts.map(|(_, share)| *share).collect();
        if parts.len() > 1 { parts.into_iter().sum::<Option<f64>>() } else { None }
    };
    let row = |row: &super::data::ScaleRow| ScaleRow {
        label: row.label.clone(),
        values: row.shares.as_ref().map(|shares| shares.iter().map(number).collect()),
        beside: Beside {
            nets: row.nets.map(|net| net.map(|share| locale.share_of("", share))),
            apart: outside(row).map(|share| locale.share_of("", share)),
            base: row.n.map(|n| locale.number_of("", f64::from(n), 0)),
        },
    };
    scale.rows.iter().map(row).collect()
}

/// The numbers answer by answer.
pub fn readout(answers: &[Answer], rows: &[ScaleRow]) -> Readout {
    let rows = rows.iter().map(|row| {
        let shown = |i: usize| row.values.as_ref().and_then(|values| values.get(i)).cloned().flatten();
        ReadoutRow::new(&row.label, (0..answers.len()).map(|i| Estimate::bare(shown(i))).collect())
    });
    Readout::named(answers.iter().map(|answer| &answer.label), rows)
}

/// At least one row and one answer; in each row as many values as answers, none below zero, no more than the
/// whole together.
pub fn check(answers: &[Answer], rows: &[ScaleRow]) -> Result<(), Diagnostic> {
    some_rows(rows.len())?;
    if answers.is_empty() {
        return Err(fault(say!("chart-without-answers")));
    }
    let shown = rows.iter().filter_map(|row| Some((row.label.as_str(), row.values.as_ref()?)));
    shown.into_iter().try_for_each(|(label, values)| check_row(answers, label, values))
}

fn check_row(answers: &[Answer], label: &str, values: &[Option<Number>]) -> Result<(), Diagnostic> {
    let (found, wanted) = (values.len(), answers.len());
    if found != wanted {
        return Err(fault(say!("chart-values-miscounted", label = label, found = found, wanted = wanted)));
    }
    for (value, answer) in values.iter().zip(answers) {
        let value = ScaleRow::length(value.as_ref());
        let wrong = || say!("chart-share-wrong", answer = &answer.label, label = label, value = value);
        not_negative(value, wrong)?;
    }
    let sum: f64 = values.iter().map(|v| ScaleRow::length(v.as_ref())).sum();
    // Each of the values may have been rounded up by a half.
    if sum > 100.0 + 0.5 * whole::float(wanted) {
        let sum = format!("{sum:.1}");
        return Err(fault(say!("chart-shares-sum", label = label, sum = sum)));
    }
    Ok(())
}

/// The answers' colours. Answers that share a tone become paler, from the outermost inwards and among the
/// grey ones from the first, so that each stays one of its own.
pub fn colours(answers: &[Answer], inks: &Inks) -> Vec<Rgb> {
    let colour = |(i, answer): (usize, &Answer)| {
        let same: Vec<usize> = (0..answers.len())
            .filter(|j| answers.get(*j).is_some_and(|a| (a.tone, a.side) == (answer.tone, answer.side)))
            .collect();
        let place = same.iter().position(|j| *j == i).unwrap_or_default();
        let positive = answer.side == Side::Positive;
        let (inwards, palest) =
            if positive { (same.len() - 1 - place, PALEST_POSITIVE) } else { (place, PALEST) };
        let step = if same.len() > 1 { palest / whole::float(same.len() - 1) } else { 0.0 };
        inks.tone(answer.tone).mix(WHITE, whole::float(inwards) * step)
    };
    answers.iter().enumerate().map(colour).collect()
}

/// Whether a number has room in a segment of some points. Numbers have one size in all segments, that of heads.
pub fn fits(context: &DrawContext, printed: &str, length: f64) -> bool {
    context.head_size() * (context.text_width(printed) + ROOM * context.em) <= length
}

/// One segment, with its number where that fits.
pub fn segment(
    pen: &mut Pen,
    context: &DrawContext,
    (left, right): (f64, f64),
    (y, half): (f64, f64),
    colour: Rgb,
    printed: &str,
) {
    let seam = if right - left > 3.0 * SEAM { SEAM / 2.0 } else { 0.0 };
    pen.rect((left + seam, y - half), (right - seam, y + half), colour);
    if fits(context, printed, right - left) {
        let ink = Ink::new(context.inks.on(colour), Align::Middle).times(context.head_size());
        pen.text_centred(printed, ((left + right) / 2.0, y), ink);
    }
}

/// A plan of the rows without series.
pub fn start_plan(rows: &[ScaleRow]) -> Plan {
    let names = rows.iter().map(|r| row_name(&r.label, r.values.is_some())).collect();
    Plan { legend: true, ..Plan::new(Form::Stacked, names) }
}

/// Adds an answer's series and gives the column of its values.
pub fn push_series(
    plan: &mut Plan,
    rows: &[ScaleRow],
    (place, answer, ink): (usize, &Answer, &SeriesInk),
) -> u16 {
    let value = |row: &ScaleRow| row.values.as_ref().and_then(|values| values.get(place)).cloned().flatten();
    let (column, texts) = plan.numbers(&answer.label, rows.iter().map(value).collect());
    let places = vec![Some(LabelPosition::Centre); rows.len()];
    let labels = Labels { column: texts, ink: ink.text.clone(), bold: false, places, head: Vec::new() };
    plan.series.push(Series {
        values: column,
        fill: Some(ink.fill.clone()),
        labels: Some(labels),
        ..Series::default()
    });
    column
}

/// Leaves a label only where its part of the bar has room for it, in the size of heads if need be.
pub fn keep_roomy_labels(plan: &mut Plan, context: &PlanContext) {
    let Some((min, max, _)) = plan.scale else { return };
    let mut series = std::mem::take(&mut plan.series);
    for one in &mut series {
        let Some(labels) = &mut one.labels else { continue };
        let Some(Cells::Printed { numbers, .. }) = plan.cells(labels.column) else { continue };
        for ((row, place), number) in labels.places.iter_mut().enumerate().zip(numbers) {
            let share = plan.number(one.values, row).unwrap_or_default() / (max - min);
            let text = number.as_ref().map_or("", |number| number.text.as_str());
            let small =
                || context.has_room(text, share / HEAD_SHARE, plan).then_some(LabelPosition::SmallCentre);
            if !context.has_room(text, share, plan) {
                *place = place.and_then(|_| small());
            }
        }
    }
    plan.series = series;
}

/// The answers of specimens.
pub fn specimen_answers(maker: &SpecimenMaker) -> Vec<Answer> {
    let sides = [
        (Tone::Accent, Side::Negative),
        (Tone::Accent, Side::Negative),
        (Tone::AccentSoft, Side::Negative),
        (Tone::Middle, Side::Middle),
        (Tone::CalmSoft, Side::Positive),
        (Tone::Calm, Side::Positive),
        (Tone::Calm, Side::Positive),
        (Tone::Grey, Side::Apart),
        (Tone::Grey, Side::Apart),
    ];
    let labels = maker.words.answers.iter().zip(sides);
    labels.map(|(label, (tone, side))| Answer { label: label.clone(), tone, side }).collect()
}

/// Rows of specimens: the scale with some of it moved from one side to the other.
pub fn specimen_rows(maker: &SpecimenMaker, count: usize, long: bool) -> Vec<ScaleRow> {
    let row = |i: usize| {
        let moved = (spread(i) * 8.0).floor();
        let mut shares = SPECIMEN;
        shares[0] += moved;
        shares[5] -= moved;
        specimen_row(maker, maker.label(i, long), &shares)
    };
    (0..count).map(row).collect()
}

/// All of a scale's answers on one of them, and a usual row.
pub fn specimen_extremes(maker: &SpecimenMaker) -> Vec<ScaleRow> {
    let only = |answer: usize| -> [f64; 9] { std::array::from_fn(|i| if i == answer { 100.0 } else { 0.0 }) };
    let rows = [only(0), only(6), SPECIMEN];
    rows.iter().enumerate().map(|(i, shares)| specimen_row(maker, maker.words.name(i), shares)).collect()
}

/// Some rows and one that is not shown.
pub fn specimen_missing(maker: &SpecimenMaker) -> Vec<ScaleRow> {
    let mut rows = specimen_rows(maker, 4, false);
    rows.push(ScaleRow { label: maker.words.name(4), values: None, beside: Beside::default() });
    rows
}

fn specimen_row(maker: &SpecimenMaker, label: String, shares: &[f64; 9]) -> ScaleRow {
    let values = Some(shares.iter().map(|share| Some(maker.number(*share, 0))).collect());
    let sum = |part: &[f64]| Some(maker.number(part.iter().sum(), 0));
    let nets = [sum(&shares[..3]), sum(&shares[4..7])];
    ScaleRow { label, values, beside: Beside { nets, apart: sum(&shares[7..]), base: None } }
}
