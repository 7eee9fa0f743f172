//! Dots with intervals on an axis, a reference line and a column of remarks.

mod drawing;
mod office;
mod specimens;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::{ChartKind, keep};
use crate::chart::alt::{AltText, capital};
use crate::chart::axis::{Axis, Tick};
use crate::chart::data::{ChartData, DataShape, Groups, Score, Scores, printed_rank};
use crate::chart::draw_context::DrawContext;
use crate::chart::office_plan::OfficeChart;
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::specimen::{Cases, SpecimenMaker};
use crate::diag::Diagnostic;
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Number;
use crate::theme::Tone;

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
        drawing::draw(self, context)
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
        specimens::all(maker)
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
