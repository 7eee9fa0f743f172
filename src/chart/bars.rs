//! Horizontal bars from zero with printed values.

use super::check::{self, some_rows};
use super::draw_context::DrawContext;
use super::estimate;
use super::pen::{Align, Ink};
use super::rows::Labels;
use super::scale::{Reach, fit};
use crate::diag::Diagnostic;
use crate::document::Picture;
use crate::document::chart::Bars;

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.4;

pub fn draw(bars: &Bars, stage: &DrawContext) -> Result<Picture, Diagnostic> {
    some_rows(bars.bars.len())?;
    check::axis(&bars.axis)?;
    for bar in &bars.bars {
        let value = bar.value.as_ref().map(|v| v.value);
        check::estimate(&bar.label, value, bar.interval, &bars.axis)?;
    }
    let labels = Labels::new(stage, bars.bars.iter().map(|bar| bar.label.as_str()), LABEL_SHARE);
    let start = labels.end(stage);
    let scale = fit(&reaches(bars, stage), start, stage.width - 0.1 * stage.em, stage.shared.per_unit);
    stage.note_unit(scale.per_unit());
    let (name, _) = stage.wrap(&bars.axis.label, stage.width - start);
    let above = if name.is_empty() { 0.0 } else { stage.block(name.len()) + 0.3 * stage.em };
    let bands = labels.bands(stage, above, 0.0)?;
    let half = bands.half_bar(stage.em);
    stage.picture(bands.height, |pen| {
        let muted = Ink::new(stage.inks.muted, Align::Start);
        pen.lines_centred(&name, (start, stage.block(name.len()) / 2.0), muted);
        labels.write(pen, &bands.rows, stage);
        for (bar, band) in bars.bars.iter().zip(&bands.rows) {
            let (shown, colour) = ((bar.value.as_ref(), bar.interval), stage.inks.tone(bar.tone));
            estimate::draw(pen, stage, shown, (band.middle(), half), &scale, |pen, from, to| {
                pen.rect(from, to, colour);
            });
        }
        let zero = scale.at(0.0);
        pen.line((zero, bands.top), (zero, bands.bottom), 0.6, stage.inks.muted);
    })
}

/// The room that each row needs beside zero, and that the axis asks for.
fn reaches(bars: &Bars, stage: &DrawContext) -> Vec<Reach> {
    let rows = bars.bars.iter().map(|bar| estimate::reach(bar.value.as_ref(), bar.interval, stage));
    std::iter::once(estimate::axis_reach(&bars.axis)).chain(rows).collect()
}

#[cfg(test)]
mod tests {
    use super::super::test_fixture::{LONG, attributes, axis, bar, bars, draw, per_cent, texts};
    use crate::diag::Code;
    use crate::document::Picture;
    use crate::document::chart::{Bar, Bars, Chart, Tone};

    fn drawn(bars: Bars) -> Picture {
        draw(&Chart::Bars(bars)).unwrap()
    }

    fn same(count: usize, share: f64) -> Bars {
        let rows = (0..count).map(|_| bar(LONG, share, Tone::Calm)).collect();
        Bars { axis: axis(0.0, 100.0, 50.0), bars: rows }
    }

    #[test]
    fn one_row_and_thirty_long_ones() {
        assert!(drawn(same(1, 40.0)).height < drawn(same(30, 40.0)).height / 20.0);
        let words = texts(drawn(same(1, 40.0)).svg()).join(" ");
        assert!(words.starts_with(LONG), "{words}");
    }

    #[test]
    fn equal_values_have_equal_bars() {
        let widths = attributes(drawn(same(3, 25.0)).svg(), "rect", "width");
        assert_eq!(widths.len(), 3);
        assert!(widths.iter().all(|w| *w == widths[0]));
    }

    #[test]
    fn nothing_everything_and_less_than_one() {
        let mut chart = same(3, 0.0);
        for (row, share) in chart.bars.iter_mut().zip([0.0, 100.0, 0.4]) {
            (row.value, row.interval) = (Some(per_cent(share)), None);
        }
        let picture = drawn(chart);
        let widths = attributes(picture.svg(), "rect", "width");
        assert_eq!(widths.len(), 2, "a bar of zero is not drawn");
        assert!((widths[0] / widths[1] - 250.0).abs() < 25.0, "{widths:?}");
        assert!(texts(picture.svg()).contains(&"0,0%".to_owned()));
    }

    #[test]
    fn a_value_that_is_not_shown_is_a_dash() {
        let words = texts(drawn(bars()).svg());
        assert!(words.contains(&"—".to_owned()), "{words:?}");
    }

    #[test]
    fn negative_values_need_a_negative_axis() {
        let mut chart = same(2, 30.0);
        chart.bars[1] = bar("төмен", -32.0, Tone::Accent);
        let error = draw(&Chart::Bars(chart.clone())).unwrap_err();
        assert_eq!(error.code, Code::ChartDrawing);
        chart.axis = axis(-50.0, 50.0, 50.0);
        let picture = drawn(chart);
        let (xs, widths) =
            (attributes(picture.svg(), "rect", "x"), attributes(picture.svg(), "rect", "width"));
        assert!((xs[1] + widths[1] - xs[0]).abs() < 0.11, "both bars begin at zero");
    }

    #[test]
    fn senseless_numbers_are_faults() {
        let broken: [fn(&mut Bar); 5] = [
            |b| b.value = Some(per_cent(f64::NAN)),
            |b| b.value = Some(per_cent(f64::INFINITY)),
            |b| b.interval = Some((1.0, f64::NAN)),
            |b| b.interval = Some((3.0, 1.0)),
            |b| b.value = Some(per_cent(-1.0)),
        ];
        for breaks in broken {
            let mut chart = same(2, 30.0);
            breaks(&mut chart.bars[1]);
            assert_eq!(draw(&Chart::Bars(chart)).unwrap_err().code, Code::ChartDrawing);
        }
        assert!(draw(&Chart::Bars(same(0, 1.0))).is_err());
        let flat = Bars { axis: axis(0.0, 0.0, 1.0), ..same(1, 1.0) };
        assert!(draw(&Chart::Bars(flat)).is_err());
    }
}
