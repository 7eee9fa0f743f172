//! Diverging stacked bars: disagreement left of zero, agreement right, what is outside the scale apart.

use std::ops::Range;

use super::{ChartKind, keep};
use crate::chart::alt::AltText;
use crate::chart::answer_scale::{self, ScaleRow, keep_roomy_labels, push_series, segment};
use crate::chart::colour::Rgb;
use crate::chart::data::{Answer, ChartData, DataShape, Side};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::{DASH, printed};
use crate::chart::legend::Legend;
use crate::chart::office_plan::{Cells, NAMELESS, OfficeChart, Plan, PlanContext, Series, cell, rounded};
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Named, Readout};
use crate::chart::rows::{Band, RowLabels};
use crate::chart::specimen::{Cases, SpecimenMaker};
use crate::diag::Diagnostic;
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Number;

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.36;

/// Diverging stacked bars: negative answers left of zero, positive right, grey ones apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Likert {
    /// Answers from the most negative to the most positive, then the grey ones.
    pub answers: Vec<Answer>,
    /// The items.
    pub rows: Vec<ScaleRow>,
}

impl ChartKind for Likert {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.answers.iter_mut().for_each(|answer| visit(&mut answer.label));
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
        draw(self, context)
    }

    fn readout(&self) -> Readout {
        answer_scale::readout(&self.answers, &self.rows)
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
        Some(Ok(Self { answers: scale.answers.clone(), rows: answer_scale::of_data(scale, locale) }))
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        let answers = answer_scale::specimen_answers(maker);
        let of = |rows: Vec<ScaleRow>| Self { answers: answers.clone(), rows };
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

/// Per cent left and right of zero and apart, of one row or the most of all.
#[derive(Debug, Clone, Copy, Default)]
struct Sides {
    left: f64,
    right: f64,
    apart: f64,
}

/// Where zero and the grey column stand, and how long a per cent is. Points.
struct Geometry {
    zero: f64,
    apart: f64,
    per_cent: f64,
}

fn draw(likert: &Likert, context: &DrawContext) -> Result<Picture, Diagnostic> {
    answer_scale::check(&likert.answers, &likert.rows)?;
    let colours = answer_scale::colours(&likert.answers, &context.inks);
    let entries: Vec<(&str, Rgb)> =
        likert.answers.iter().map(|a| a.label.as_str()).zip(colours.iter().copied()).collect();
    let legend = Legend::new(context, &entries);
    let labels = RowLabels::new(context, likert.rows.iter().map(|row| row.label.as_str()), LABEL_SHARE);
    let bands = labels.bands(context, legend.height, 0.0)?;
    let geometry = geometry(likert, labels.end(context), context);
    let half = bands.half_bar(context.em);
    context.picture(bands.height, |pen| {
        legend.draw(pen, context);
        labels.write(pen, &bands.rows, context);
        // Before the bars, so that it does not strike the middle answer's number through.
        pen.line((geometry.zero, bands.top), (geometry.zero, bands.bottom), 0.8, context.inks.muted);
        for (row, band) in likert.rows.iter().zip(&bands.rows) {
            draw_row(pen, context, likert, row, &colours, &geometry, (*band, half));
        }
    })
}

fn sides(likert: &Likert, values: &[Option<Number>]) -> Sides {
    let lengths = values.iter().map(|value| ScaleRow::length(value.as_ref()));
    likert.answers.iter().zip(lengths).fold(Sides::default(), |s, (answer, v)| match answer.side {
        Side::Negative => Sides { left: s.left + v, ..s },
        Side::Middle => Sides { left: s.left + v / 2.0, right: s.right + v / 2.0, ..s },
        Side::Positive => Sides { right: s.right + v, ..s },
        Side::Apart => Sides { apart: s.apart + v, ..s },
    })
}

/// The longest rows fill the width; all rows and the grey column have one scale.
fn geometry(likert: &Likert, start: f64, context: &DrawContext) -> Geometry {
    let rows = likert.rows.iter().filter_map(|row| row.values.as_deref());
    let most = rows.map(|values| sides(likert, values)).fold(Sides::default(), |a, b| Sides {
        left: a.left.max(b.left),
        right: a.right.max(b.right),
        apart: a.apart.max(b.apart),
    });
    let gutter = if most.apart > 0.0 { 1.2 * context.em } else { 0.0 };
    let total = most.left + most.right + most.apart;
    let room = if total > 0.0 { (context.width - start - gutter) / total } else { 0.0 };
    let per_cent = context.shared.per_unit.map_or(room, |limit| room.min(limit));
    if total > 0.0 {
        context.note_unit(per_cent);
    }
    let zero = start + most.left * per_cent;
    Geometry { zero, apart: zero + most.right * per_cent + gutter, per_cent }
}

fn draw_row(
    pen: &mut Pen,
    context: &DrawContext,
    likert: &Likert,
    row: &ScaleRow,
    colours: &[Rgb],
    geometry: &Geometry,
    (band, half): (Band, f64),
) {
    let y = band.middle();
    let Some(values) = &row.values else {
        pen.text_on_paper(DASH, (geometry.zero, y), Ink::new(context.inks.muted, Align::Middle));
        return;
    };
    let mut x = geometry.zero - sides(likert, values).left * geometry.per_cent;
    let mut grey = geometry.apart;
    for ((answer, value), colour) in likert.answers.iter().zip(values).zip(colours) {
        let at = if answer.side == Side::Apart { &mut grey } else { &mut x };
        let end = *at + ScaleRow::length(value.as_ref()) * geometry.per_cent;
        segment(pen, context, (*at, end), (y, half), *colour, printed(value.as_ref()));
        *at = end;
    }
}

/// Between the scale and the grey answers of an office program's chart, in per cent.
const GAP: f64 = 4.0;

/// A bar without colour before each row brings the rows' middles under one another, and another one the grey
/// answers: both are formulas in the workbook, so that an edited number moves its row along. The order of the
/// answers is that of the questionnaire, as the legend's has to be.
impl OfficeChart for Likert {
    fn plan(&self, context: &PlanContext) -> Plan {
        let mut plan = answer_scale::start_plan(&self.rows);
        let inks = context.colours.series(|inks| answer_scale::colours(&self.answers, inks));
        let side = |side: Side| {
            self.answers.iter().zip(&inks).enumerate().filter(move |(_, (answer, _))| answer.side == side)
        };
        let most =
            |parts: &[(Side, f64)]| self.rows.iter().map(|row| self.sum(row, parts)).fold(0.0, f64::max);
        let (left, right) = (
            most(&[(Side::Negative, 1.0), (Side::Middle, 0.5)]),
            most(&[(Side::Middle, 0.5), (Side::Positive, 1.0)]),
        );
        let before = spacer(&mut plan);
        let mut parts = Vec::new();
        for (of_side, share) in [(Side::Negative, 1.0), (Side::Middle, 0.5), (Side::Positive, 0.0)] {
            for (place, (answer, ink)) in side(of_side) {
                parts.push((push_series(&mut plan, &self.rows, (place, answer, ink)), share));
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
                push_series(&mut plan, &self.rows, (place, answer, ink));
            }
        }
        plan.crossing = Some(left.ceil());
        let apart = if apart > 0.0 { GAP + apart.ceil() } else { 0.0 };
        plan.scale = Some((0.0, end + apart, 20.0));
        keep_roomy_labels(&mut plan, context);
        plan
    }
}

impl Likert {
    /// Per cent of the sides in a row, each with its share.
    fn sum(&self, row: &ScaleRow, parts: &[(Side, f64)]) -> f64 {
        let share = |of: Side| parts.iter().find(|(side, _)| *side == of).map_or(0.0, |(_, share)| *share);
        let values = row.values.iter().flatten().zip(&self.answers);
        values.map(|(value, answer)| share(answer.side) * ScaleRow::length(value.as_ref())).sum()
    }
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

#[cfg(test)]
mod tests {
    use super::Likert;
    use crate::chart::data::Side;
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{LONG, answers, attributes, draw, likert, likert_row, texts};
    use crate::diag::Code;

    fn scale(rows: &[[f64; 7]]) -> Likert {
        Likert { answers: answers(), rows: rows.iter().map(|r| likert_row(LONG, r)).collect() }
    }

    /// Left edge and width of all segments, without the legend's swatches.
    fn segments(chart: &Likert) -> Vec<(f64, f64)> {
        let svg = draw(&Chart::Likert(chart.clone())).unwrap().svg().to_owned();
        let all = attributes(&svg, "rect", "x").into_iter().zip(attributes(&svg, "rect", "width"));
        all.skip(chart.answers.len()).collect()
    }

    #[test]
    fn the_middle_answer_stands_half_and_half_on_one_zero() {
        let row = [20.0, 20.0, 10.0, 20.0, 20.0, 5.0, 5.0];
        let other = [5.0, 5.0, 60.0, 10.0, 10.0, 5.0, 5.0];
        let parts = segments(&scale(&[row, other]));
        let middle = |i: usize| parts[i].0 + parts[i].1 / 2.0;
        assert!((middle(2) - middle(9)).abs() < 0.2, "{} {}", middle(2), middle(9));
    }

    #[test]
    fn all_segments_have_one_scale_and_the_grey_ones_one_edge() {
        let chart =
            scale(&[[20.0, 10.0, 10.0, 20.0, 20.0, 20.0, 0.0], [10.0, 10.0, 30.0, 20.0, 20.0, 10.0, 0.0]]);
        let parts = segments(&chart);
        assert!((parts[0].1 - parts[5].1).abs() < 0.2, "20 % in colour and 20 % in grey");
        assert!((parts[5].0 - parts[11].0).abs() < 0.11, "one left edge: {parts:?}");
    }

    #[test]
    fn a_whole_row_on_one_side_and_a_row_of_nothing() {
        let chart = scale(&[[100.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0; 7]]);
        assert_eq!(segments(&chart).len(), 1);
        assert_eq!(segments(&scale(&[[0.0; 7]])).len(), 0);
    }

    #[test]
    fn numbers_that_do_not_fit_are_left_out() {
        let chart = scale(&[[96.0, 0.4, 0.4, 0.4, 0.8, 1.0, 1.0]]);
        let svg = draw(&Chart::Likert(chart)).unwrap().svg().to_owned();
        let numbers: Vec<String> = texts(&svg).into_iter().filter(|t| t.parse::<f64>().is_ok()).collect();
        assert_eq!(numbers, ["96"]);
    }

    #[test]
    fn a_row_without_values_is_a_dash_and_thirty_rows_fit() {
        assert!(texts(draw(&Chart::Likert(likert())).unwrap().svg()).contains(&"—".to_owned()));
        let thirty = scale(&[[10.0, 20.0, 20.0, 20.0, 20.0, 5.0, 5.0]; 30]);
        assert_eq!(segments(&thirty).len(), 210);
    }

    #[test]
    fn senseless_numbers_are_faults() {
        let mut short = scale(&[[10.0; 7]]);
        short.rows[0].values.as_mut().unwrap().pop();
        let mut faults = vec![short, scale(&[]), scale(&[[40.0; 7]])];
        for bad in [f64::NAN, -1.0, f64::INFINITY] {
            faults.push(scale(&[[bad, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]]));
        }
        faults.push(Likert { answers: Vec::new(), rows: scale(&[[1.0; 7]]).rows });
        for chart in faults {
            assert_eq!(draw(&Chart::Likert(chart)).unwrap_err().code, Code::ChartDrawing);
        }
    }

    #[test]
    fn two_grey_answers_are_two_colours() {
        let svg = draw(&Chart::Likert(likert())).unwrap().svg().to_owned();
        let fills: Vec<&str> = svg
            .split("<rect ")
            .skip(1)
            .filter_map(|r| r.split("fill=\"").nth(1)?.split('"').next())
            .collect();
        let grey: Vec<_> =
            answers().iter().zip(&fills).filter(|(a, _)| a.side == Side::Apart).map(|(_, f)| *f).collect();
        assert_ne!(grey[0], grey[1]);
    }
}
