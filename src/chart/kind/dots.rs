//! Dots with intervals on an axis, a reference line and a column of remarks.

mod drawing;
mod office;
mod specimens;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::{ChartKind, keep};
use crate::chart::alt::{AltText, capital};
use crate::chart::axis::{Axis, Reference};
use crate::chart::data::{ChartData, DataShape, GroupShare, Groups, Key, Score, ScoreReference, Scores, rank_number};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::Estimate;
use crate::chart::office_plan::OfficeChart;
use crate::chart::readout::{Named, Readout, ReadoutRow};
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
    pub reference: Option<Reference>,
    /// The rows.
    pub rows: Vec<Dot>,
    /// Heading of the column of `Dot::aside` at the right; empty where there is none.
    pub aside_heading: String,
    /// What the colours stand for, where a legend has to say it.
    pub keys: Vec<Key>,
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
    /// Printed at the right: a rank or its range, a base.
    pub aside: Option<Number>,
}

impl ChartKind for Dots {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.rows.iter_mut().for_each(|row| visit(&mut row.label));
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
        let has_asides = self.has_asides();
        let rows = self.rows.iter().map(|dot| {
            let own = Estimate { value: dot.value.clone(), interval: dot.interval };
            let aside = has_asides.then(|| Estimate::bare(dot.aside.clone()));
            ReadoutRow::new(&dot.label, std::iter::once(own).chain(aside).collect())
        });
        let mut readout = Readout::single(rows);
        readout.columns.extend(has_asides.then(|| Some(self.aside_heading.clone())));
        let reference = self.reference.as_ref().filter(|reference| reference.is_datum);
        readout.beside(reference.map(|reference| &reference.number), &self.axis.label)
    }

    fn message(&self, alt: &AltText) -> Result<String, Diagnostic> {
        let values = self.rows.iter().filter_map(|dot| Some((dot.value.clone()?, dot.label.clone())));
        let found = alt.extremes(&values.collect::<Vec<Named>>(), "")?;
        let reference = self.reference.as_ref().map(|reference| format!("{}.", capital(&reference.label)));
        Ok([found, reference.unwrap_or_default()].join(" ").trim().to_owned())
    }

    fn shows_tones(&self) -> bool {
        true
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
            Some(of_groups(groups, locale))
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

impl Dots {
    /// Whether anything is told beside a dot.
    fn has_asides(&self) -> bool {
        self.rows.iter().any(|dot| dot.aside.is_some())
    }
}

/// Groups with their bases, against the whole sample.
fn of_groups(groups: &Groups, locale: &Locale) -> Result<Dots, Diagnostic> {
    let percent = |share: f64| locale.percent_of("", share, locale.share_decimals());
    let row = |GroupShare { share, n }: &GroupShare| Dot {
        label: share.label.clone(),
        value: share.share.map(|m| percent(m.value)),
        interval: share.share.map(|m| m.interval),
        tone: share.tone,
        aside: Some(locale.number_of("", f64::from(*n), 0)),
    };
    let rows: Vec<Dot> = groups.rows.iter().map(row).collect();
    let bounds = rows.iter().filter_map(|row| row.interval).map(|interval| interval.1);
    let highest = bounds.chain(groups.overall).fold(1.0, f64::max);
    let reference = |share: f64| Reference::told(percent(share), "city_value", locale);
    Ok(Dots {
        axis: Axis::round((0.0, highest), 5, locale, groups.measure.as_str()),
        reference: groups.overall.map(reference).transpose()?,
        rows,
        aside_heading: locale.word("base_n")?.to_owned(),
        keys: Vec::new(),
    })
}

/// Scores with the ranks that they may have beside them, the highest first where they have no order of their own.
fn of_scores(scores: &Scores, locale: &Locale) -> Result<Dots, Diagnostic> {
    let mut sorted: Vec<&Score> = scores.rows.iter().collect();
    if !scores.is_in_order {
        sorted.sort_by(|a, b| b.value.total_cmp(&a.value));
    }
    let rank = |score: &Score| score.rank.map(|rank| rank_number(locale, rank));
    let rows: Vec<Dot> =
        sorted.into_iter().map(|score| Dot { aside: rank(score), ..of_score(score, locale) }).collect();
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
        aside: None,
    }
}

/// Axis and reference of some scores.
///
/// # Errors
/// `LocaleKey` where the locale file lacks a word.
pub fn score_frame(scores: &Scores, ticks: u32, locale: &Locale) -> Result<Dots, Diagnostic> {
    let reference = |reference: ScoreReference| match reference {
        ScoreReference::City(score) => Reference::told(locale.number_of("", score, 1), "city_value", locale),
        ScoreReference::ScaleMiddle(at) => {
            Reference::told(locale.number_of("", at, 0), "scale_middle", locale).map(Reference::of_scale)
        }
    };
    Ok(Dots {
        axis: Axis::round((scores.scale.start, scores.scale.end), ticks, locale, locale.word("score")?),
        reference: scores.reference.map(reference).transpose()?,
        rows: Vec::new(),
        aside_heading: String::new(),
        keys: scores.keys.clone(),
    })
}
