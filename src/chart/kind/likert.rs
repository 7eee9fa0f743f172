//! Diverging stacked bars: disagreement left of zero, agreement right, what is outside the scale apart.

mod columns;
mod drawing;
mod office;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::{ChartKind, keep};
use crate::chart::alt::{AltText, capital};
use crate::chart::answer_scale::{self, Heads, ScaleRow};
use crate::chart::data::{Answer, ChartData, DataShape, Side};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::Estimate;
use crate::chart::office_plan::OfficeChart;
use crate::chart::readout::{Named, Readout};
use crate::chart::specimen::{Cases, SpecimenMaker};
use crate::diag::Diagnostic;
use crate::locale::Locale;
use crate::picture::Picture;
use columns::{Of, number};

/// Diverging stacked bars: negative answers left of zero, positive right, grey ones apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Likert {
    /// Answers from the most negative to the most positive, then the grey ones.
    pub answers: Vec<Answer>,
    /// The items, or the whole sample and its groups.
    pub rows: Vec<ScaleRow>,
    /// What heads the columns beside the bars.
    pub heads: Heads,
    /// Whether the first row is the whole of which the others are groups: a line parts it from them.
    pub is_by_groups: bool,
}

impl ChartKind for Likert {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.answers.iter_mut().for_each(|answer| visit(&mut answer.label));
        self.rows.iter_mut().for_each(|row| visit(&mut row.label));
    }

    fn rows(&self) -> Option<usize> {
        Some(self.rows.len())
    }

    fn keep_rows(&mut self, rows: Range<usize>) {
        self.is_by_groups &= rows.start == 0;
        keep(&mut self.rows, &rows);
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        drawing::draw(self, context)
    }

    fn readout(&self) -> Readout {
        let mut readout = answer_scale::readout(&self.answers, &self.rows);
        let (net, right) = self.columns();
        // Answers that are drawn together are told together.
        if right.contains(&Of::Apart) {
            let apart: Vec<bool> = self.answers.iter().map(|answer| answer.side == Side::Apart).collect();
            let mut places = apart.iter();
            readout.columns.retain(|_| !places.next().copied().unwrap_or(false));
            for row in &mut readout.rows {
                let mut places = apart.iter();
                row.cells.retain(|_| !places.next().copied().unwrap_or(false));
            }
        }
        for of in net.into_iter().chain(right).filter(|of| !matches!(of, Of::Answer(_))) {
            let head = match of {
                Of::Net(place) => self.heads.sides.get(place).cloned(),
                Of::Apart => Some(self.heads.apart.clone()),
                Of::Answer(_) | Of::Base => Some(self.heads.base.clone()),
            };
            readout.columns.push(head);
            for (told, row) in readout.rows.iter_mut().zip(&self.rows) {
                told.cells.push(Estimate::bare(number(row, of).cloned()));
            }
        }
        readout
    }

    fn message(&self, alt: &AltText) -> Result<String, Diagnostic> {
        let positive = self.answers.iter().filter(|answer| answer.side == Side::Positive);
        let answers: Vec<&str> = positive.map(|answer| answer.label.as_str()).collect();
        let of = alt.locale.fill("alt_positive", &[("answers", &answers.join(" + "))])?;
        alt.extremes(&self.positive(alt.locale), &of)
    }

    fn office(&self) -> Option<&dyn OfficeChart> {
        Some(self)
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Scale]
    }

    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        let ChartData::Scale(scale) = data else { return None };
        let said = scale.said.clone().map(|said| said.map(|words| locale.typography(&capital(&words))));
        Some(Heads::of(locale).map(|heads| Self {
            heads: Heads { said, ..heads },
            answers: scale.answers.clone(),
            rows: answer_scale::of_data(scale, locale),
            is_by_groups: scale.is_by_groups,
        }))
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        let answers = answer_scale::specimen_answers(maker);
        let heads = Heads::of(maker.locale).unwrap_or_default();
        let of = |rows: Vec<ScaleRow>| Self {
            answers: answers.clone(),
            rows,
            heads: heads.clone(),
            is_by_groups: false,
        };
        let rows = |count: usize| of(answer_scale::specimen_rows(maker, count, false));
        vec![
            ("usual", rows(9)),
            ("one", rows(1)),
            ("sixty", rows(60)),
            ("long", of(answer_scale::specimen_rows(maker, 3, true))),
            ("extremes", of(answer_scale::specimen_extremes(maker))),
            ("missing", of(answer_scale::specimen_missing(maker))),
        ]
    }
}

impl Likert {
    /// The sums of the positive answers, item by item, where none of them is withheld.
    fn positive(&self, locale: &Locale) -> Vec<Named> {
        let sum = |row: &ScaleRow| {
            let positive = (self.answers.iter().zip(row.values.as_ref()?))
                .filter(|(answer, _)| answer.side == Side::Positive)
                .map(|(_, value)| value.as_ref().map(|number| number.value));
            let shares: Vec<f64> = positive.collect::<Option<_>>()?;
            let named = || (locale.share_of("", shares.iter().sum()), row.label.clone());
            (!shares.is_empty()).then(named)
        };
        self.rows.iter().filter_map(sum).collect()
    }
}
