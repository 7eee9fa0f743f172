//! Diverging stacked bars: disagreement left of zero, agreement right, what is outside the scale apart.

use super::check::{fault, not_negative, some_rows};
use super::colour::{Inks, Rgb, WHITE};
use super::draw_context::{DASH, DrawContext};
use super::legend::Legend;
use super::pen::{Align, Ink, Pen};
use super::rows::{Band, Labels};
use super::scale::count;
use crate::diag::{Diagnostic, say};
use crate::document::Picture;
use crate::document::chart::{Answer, Likert, LikertRow, Side, Value};

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.36;
/// The white seam between neighbouring segments, in points: it survives a black-and-white printer.
const SEAM: f64 = 0.7;

/// How much white the palest of some answers with one tone has; less on the positive side, so that a
/// black-and-white printer keeps the two sides of a scale without a middle apart.
const PALEST: f64 = 0.45;
const PALEST_POSITIVE: f64 = 0.36;

/// Per cent left and right of zero and apart, of one row or the most of all.
#[derive(Debug, Clone, Copy, Default)]
struct Sides {
    left: f64,
    right: f64,
    apart: f64,
}

/// Where zero and the grey column stand, and how long a per cent is. Points.
struct Layout {
    zero: f64,
    apart: f64,
    per_cent: f64,
}

pub fn draw(likert: &Likert, stage: &DrawContext) -> Result<Picture, Diagnostic> {
    check(likert)?;
    let colours = colours(&likert.answers, &stage.inks);
    let entries: Vec<(&str, Rgb)> =
        likert.answers.iter().map(|a| a.label.as_str()).zip(colours.iter().copied()).collect();
    let legend = Legend::new(stage, &entries);
    let labels = Labels::new(stage, likert.rows.iter().map(|row| row.label.as_str()), LABEL_SHARE);
    let bands = labels.bands(stage, legend.height, 0.0)?;
    let layout = layout(likert, labels.end(stage), stage);
    let half = bands.half_bar(stage.em);
    stage.picture(bands.height, |pen| {
        legend.draw(pen, stage);
        labels.write(pen, &bands.rows, stage);
        // Before the bars, so that it does not strike the middle answer's number through.
        pen.line((layout.zero, bands.top), (layout.zero, bands.bottom), 0.8, stage.inks.muted);
        for (row, band) in likert.rows.iter().zip(&bands.rows) {
            draw_row(pen, stage, likert, row, &colours, &layout, (*band, half));
        }
    })
}

fn check(likert: &Likert) -> Result<(), Diagnostic> {
    some_rows(likert.rows.len())?;
    if likert.answers.is_empty() {
        return Err(fault(say!("chart-without-answers")));
    }
    likert.rows.iter().try_for_each(|row| match &row.values {
        Some(values) => check_row(&likert.answers, &row.label, values),
        None => Ok(()),
    })
}

/// As many values as answers, none below zero, no more than the whole together.
pub fn check_row(answers: &[Answer], label: &str, values: &[Value]) -> Result<(), Diagnostic> {
    let (found, wanted) = (values.len(), answers.len());
    if found != wanted {
        return Err(fault(say!("chart-values-miscounted", label = label, found = found, wanted = wanted)));
    }
    for (value, answer) in values.iter().zip(answers) {
        let wrong = || say!("chart-share-wrong", answer = &answer.label, label = label, value = value.value);
        not_negative(value.value, wrong)?;
    }
    let sum: f64 = values.iter().map(|v| v.value).sum();
    // Each of the values may have been rounded up by a half.
    if sum > 100.0 + 0.5 * count(wanted) {
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
        let step = if same.len() > 1 { palest / count(same.len() - 1) } else { 0.0 };
        inks.tone(answer.tone).mix(WHITE, count(inwards) * step)
    };
    answers.iter().enumerate().map(colour).collect()
}

fn sides(likert: &Likert, values: &[Value]) -> Sides {
    likert.answers.iter().zip(values).fold(Sides::default(), |s, (answer, v)| match answer.side {
        Side::Negative => Sides { left: s.left + v.value, ..s },
        Side::Middle => Sides { left: s.left + v.value / 2.0, right: s.right + v.value / 2.0, ..s },
        Side::Positive => Sides { right: s.right + v.value, ..s },
        Side::Apart => Sides { apart: s.apart + v.value, ..s },
    })
}

/// The longest rows fill the width; all rows and the grey column have one scale.
fn layout(likert: &Likert, start: f64, stage: &DrawContext) -> Layout {
    let rows = likert.rows.iter().filter_map(|row| row.values.as_deref());
    let most = rows.map(|values| sides(likert, values)).fold(Sides::default(), |a, b| Sides {
        left: a.left.max(b.left),
        right: a.right.max(b.right),
        apart: a.apart.max(b.apart),
    });
    let gutter = if most.apart > 0.0 { 1.2 * stage.em } else { 0.0 };
    let total = most.left + most.right + most.apart;
    let room = if total > 0.0 { (stage.width - start - gutter) / total } else { 0.0 };
    let per_cent = stage.shared.per_unit.map_or(room, |limit| room.min(limit));
    if total > 0.0 {
        stage.note_unit(per_cent);
    }
    let zero = start + most.left * per_cent;
    Layout { zero, apart: zero + most.right * per_cent + gutter, per_cent }
}

fn draw_row(
    pen: &mut Pen,
    stage: &DrawContext,
    likert: &Likert,
    row: &LikertRow,
    colours: &[Rgb],
    layout: &Layout,
    (band, half): (Band, f64),
) {
    let y = band.middle();
    let Some(values) = &row.values else {
        pen.text_on_paper(DASH, (layout.zero, y), Ink::new(stage.inks.muted, Align::Middle));
        return;
    };
    let mut x = layout.zero - sides(likert, values).left * layout.per_cent;
    let mut grey = layout.apart;
    for ((answer, value), colour) in likert.answers.iter().zip(values).zip(colours) {
        let at = if answer.side == Side::Apart { &mut grey } else { &mut x };
        let end = *at + value.value * layout.per_cent;
        segment(pen, stage, (*at, end), (y, half), *colour, &value.printed);
        *at = end;
    }
}

/// One segment, with its number where that fits.
pub fn segment(
    pen: &mut Pen,
    stage: &DrawContext,
    (left, right): (f64, f64),
    (y, half): (f64, f64),
    colour: Rgb,
    printed: &str,
) {
    let seam = if right - left > 3.0 * SEAM { SEAM / 2.0 } else { 0.0 };
    pen.rect((left + seam, y - half), (right - seam, y + half), colour);
    if stage.text_width(printed) + 0.3 * stage.em <= right - left {
        let ink = Ink::new(stage.inks.on(colour), Align::Middle);
        pen.text_centred(printed, ((left + right) / 2.0, y), ink);
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_fixture::{LONG, answers, attributes, draw, likert, likert_row, texts};
    use crate::diag::Code;
    use crate::document::chart::{Chart, Likert, Side};

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
