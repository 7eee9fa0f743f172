//! Bars of 100 %: the parts of each row side by side, for scales that have no middle to diverge from.

use std::ops::Range;

use super::{ChartKind, keep};
use crate::chart::answer_scale::{self, ScaleRow, segment};
use crate::chart::colour::Rgb;
use crate::chart::data::{Answer, ChartData, DataShape};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::{DASH, printed};
use crate::chart::legend::Legend;
use crate::chart::office_plan::{OfficeChart, Plan, PlanContext};
use crate::chart::pen::{Align, Ink};
use crate::chart::readout::Readout;
use crate::chart::rows::RowLabels;
use crate::chart::specimen::{Cases, SpecimenMaker};
use crate::diag::Diagnostic;
use crate::locale::Locale;
use crate::picture::Picture;

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.36;
/// The whole of a row, in per cent; rounded parts may add up to a little more.
const WHOLE: f64 = 100.0;

/// Bars of 100 %: the parts of each row from left to right, in the order of the answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Stacked {
    /// Their sides do not count.
    pub answers: Vec<Answer>,
    /// The items.
    pub rows: Vec<ScaleRow>,
}

impl ChartKind for Stacked {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.answers.iter_mut().for_each(|answer| visit(&mut answer.label));
        self.rows.iter_mut().for_each(|row| visit(&mut row.label));
    }

    fn rows(&self) -> Option<usize> {
        Some(self.rows.len())
    }

    fn keep_rows(&mut self, rows: Range<usize>) {
        keep(&mut self.rows, &rows);
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        draw(self, context)
    }

    fn readout(&self) -> Readout {
        answer_scale::readout(&self.answers, &self.rows)
    }

    fn office(&self) -> Option<&dyn OfficeChart> {
        Some(self)
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Scale]
    }

    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        let ChartData::Scale(scale) = data else { return None };
        Some(Ok(Self { answers: scale.answers.clone(), rows: answer_scale::of_data(scale, locale) }))
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        let answers = answer_scale::specimen_answers(maker);
        let of = |rows: Vec<ScaleRow>| Self { answers: answers.clone(), rows };
        vec![
            ("usual", of(answer_scale::specimen_rows(maker, 5, false))),
            ("extremes", of(answer_scale::specimen_extremes(maker))),
            ("missing", of(answer_scale::specimen_missing(maker))),
        ]
    }
}

/// Per cent of a row together.
fn sum(row: &ScaleRow) -> f64 {
    row.values.iter().flatten().map(|value| ScaleRow::length(value.as_ref())).sum()
}

fn draw(stacked: &Stacked, context: &DrawContext) -> Result<Picture, Diagnostic> {
    answer_scale::check(&stacked.answers, &stacked.rows)?;
    let colours = answer_scale::colours(&stacked.answers, &context.inks);
    let entries: Vec<(&str, Rgb)> =
        stacked.answers.iter().map(|a| a.label.as_str()).zip(colours.iter().copied()).collect();
    let legend = Legend::new(context, &entries);
    let labels = RowLabels::new(context, stacked.rows.iter().map(|row| row.label.as_str()), LABEL_SHARE);
    let bands = labels.bands(context, legend.height, 0.0)?;
    let start = labels.end(context);
    let per_cent = (context.width - start) / stacked.rows.iter().map(sum).fold(WHOLE, f64::max);
    let half = bands.half_bar(context.em);
    context.picture(bands.height, |pen| {
        legend.draw(pen, context);
        labels.write(pen, &bands.rows, context);
        for (row, band) in stacked.rows.iter().zip(&bands.rows) {
            let y = band.middle();
            let Some(values) = &row.values else {
                pen.hatched((start, y - half), (start + WHOLE * per_cent, y + half));
                let middle = start + WHOLE * per_cent / 2.0;
                pen.text_on_paper(DASH, (middle, y), Ink::new(context.inks.muted, Align::Middle));
                continue;
            };
            let mut x = start;
            for (value, colour) in values.iter().zip(&colours) {
                let end = x + ScaleRow::length(value.as_ref()) * per_cent;
                segment(pen, context, (x, end), (y, half), *colour, printed(value.as_ref()));
                x = end;
            }
        }
    })
}

impl OfficeChart for Stacked {
    fn plan(&self, context: &PlanContext) -> Plan {
        let mut plan = answer_scale::start_plan(&self.rows);
        plan.scale = Some((0.0, self.rows.iter().map(sum).fold(WHOLE, f64::max), 20.0));
        let inks = context.colours.series(|inks| answer_scale::colours(&self.answers, inks));
        for (place, (answer, ink)) in self.answers.iter().zip(&inks).enumerate() {
            answer_scale::push_series(&mut plan, &self.rows, (place, answer, ink));
        }
        answer_scale::keep_roomy_labels(&mut plan, context);
        plan
    }
}

#[cfg(test)]
mod tests {
    use super::Stacked;
    use crate::chart::answer_scale::{Beside, ScaleRow};
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{answers, attributes, draw, likert_row, texts};
    use crate::diag::Code;

    fn chart(rows: &[[f64; 7]]) -> Stacked {
        Stacked {
            answers: answers(), rows: rows.iter().map(|r| likert_row("Мектептер", r)).collect()
        }
    }

    #[test]
    fn all_rows_begin_and_end_together() {
        let rows = [[20.0, 10.0, 10.0, 20.0, 20.0, 15.0, 5.0], [5.0, 5.0, 60.0, 10.0, 10.0, 5.0, 5.0]];
        let svg = draw(&Chart::Stacked(chart(&rows))).unwrap().svg().to_owned();
        let (x, width) = (attributes(&svg, "rect", "x"), attributes(&svg, "rect", "width"));
        let (first, second) = (7, 14);
        assert!((x[first] - x[second]).abs() < 0.11);
        let end = |i: usize| x[i] + width[i];
        assert!((end(13) - end(20)).abs() < 0.25, "{} {}", end(13), end(20));
    }

    #[test]
    fn a_row_without_values_is_hatched_and_senseless_rows_are_faults() {
        let mut hidden = chart(&[[20.0, 10.0, 10.0, 20.0, 20.0, 15.0, 5.0]]);
        hidden
            .rows
            .push(ScaleRow { label: "Емханалар".into(), values: None, beside: Beside::default() });
        assert!(texts(draw(&Chart::Stacked(hidden)).unwrap().svg()).contains(&"—".to_owned()));
        for rows in [&[[40.0; 7]][..], &[[-1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]], &[]] {
            assert_eq!(draw(&Chart::Stacked(chart(rows))).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
