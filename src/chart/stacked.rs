//! Bars of 100 %: the parts of each row side by side, for scales that have no middle to diverge from.

use super::check::{fault, some_rows};
use super::colour::Rgb;
use super::draw_context::{DASH, DrawContext};
use super::legend::Legend;
use super::likert::{check_row, colours, segment};
use super::pen::{Align, Ink};
use super::rows::Labels;
use crate::diag::{Diagnostic, say};
use crate::document::Picture;
use crate::document::chart::Stacked;

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.36;
/// The whole of a row, in per cent; rounded parts may add up to a little more.
const WHOLE: f64 = 100.0;

pub fn draw(stacked: &Stacked, stage: &DrawContext) -> Result<Picture, Diagnostic> {
    check(stacked)?;
    let colours = colours(&stacked.answers, &stage.inks);
    let entries: Vec<(&str, Rgb)> =
        stacked.answers.iter().map(|a| a.label.as_str()).zip(colours.iter().copied()).collect();
    let legend = Legend::new(stage, &entries);
    let labels = Labels::new(stage, stacked.rows.iter().map(|row| row.label.as_str()), LABEL_SHARE);
    let bands = labels.bands(stage, legend.height, 0.0)?;
    let start = labels.end(stage);
    let sums = stacked.rows.iter().flat_map(|r| &r.values).map(|v| v.iter().map(|v| v.value).sum::<f64>());
    let per_cent = (stage.width - start) / sums.fold(WHOLE, f64::max);
    let half = bands.half_bar(stage.em);
    stage.picture(bands.height, |pen| {
        legend.draw(pen, stage);
        labels.write(pen, &bands.rows, stage);
        for (row, band) in stacked.rows.iter().zip(&bands.rows) {
            let y = band.middle();
            let Some(values) = &row.values else {
                pen.hatched((start, y - half), (start + WHOLE * per_cent, y + half));
                let middle = start + WHOLE * per_cent / 2.0;
                pen.text_on_paper(DASH, (middle, y), Ink::new(stage.inks.muted, Align::Middle));
                continue;
            };
            let mut x = start;
            for (value, colour) in values.iter().zip(&colours) {
                let end = x + value.value * per_cent;
                segment(pen, stage, (x, end), (y, half), *colour, &value.printed);
                x = end;
            }
        }
    })
}

fn check(stacked: &Stacked) -> Result<(), Diagnostic> {
    some_rows(stacked.rows.len())?;
    if stacked.answers.is_empty() {
        return Err(fault(say!("chart-without-answers")));
    }
    let rows = stacked.rows.iter().filter_map(|row| Some((row, row.values.as_ref()?)));
    rows.into_iter().try_for_each(|(row, values)| check_row(&stacked.answers, &row.label, values))
}

#[cfg(test)]
mod tests {
    use super::super::test_fixture::{answers, attributes, draw, likert_row, texts};
    use crate::diag::Code;
    use crate::document::chart::{Chart, LikertRow, Stacked};

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
        hidden.rows.push(LikertRow { label: "Емханалар".into(), values: None });
        assert!(texts(draw(&Chart::Stacked(hidden)).unwrap().svg()).contains(&"—".to_owned()));
        for rows in [&[[40.0; 7]][..], &[[-1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]], &[]] {
            assert_eq!(draw(&Chart::Stacked(chart(rows))).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
