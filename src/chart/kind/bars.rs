//! Horizontal bars from zero with printed values.

use std::ops::Range;

use super::{ChartKind, keep};
use crate::chart::axis::Axis;
use crate::chart::bar_marks;
use crate::chart::check::{self, some_rows};
use crate::chart::data::{ChartData, Count, DataShape, RankedShare};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::Estimate;
use crate::chart::office_plan::{
    Form, LabelPosition, Labels, NAMELESS, OfficeChart, Plan, PlanContext, Series, cell, rounded, row_name,
    scale,
};
use crate::chart::pen::{Align, Ink};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::RowLabels;
use crate::chart::scale::{Extent, fit};
use crate::chart::specimen::{Cases, SpecimenMaker, falling, tone};
use crate::diag::Diagnostic;
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::{Number, whole};
use crate::theme::Tone;

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.4;

/// Horizontal bars from zero, drawn in the order given, first on top.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// The axis of the values.
    pub axis: Axis,
    /// The rows.
    pub bars: Vec<Bar>,
}

/// A bar with its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it shows.
    pub label: String,
    /// `None`: the base is too small to show; drawn as a dash, never as zero.
    pub value: Option<Number>,
    /// 95 % interval on the axis, where the data has one.
    pub interval: Option<(f64, f64)>,
    /// Its colour.
    pub tone: Tone,
}

impl ChartKind for Bars {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.bars.iter_mut().for_each(|bar| visit(&mut bar.label));
    }

    fn rows(&self) -> Option<usize> {
        Some(self.bars.len())
    }

    fn keep_rows(&mut self, rows: Range<usize>) {
        keep(&mut self.bars, &rows);
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        draw(self, context)
    }

    fn readout(&self) -> Readout {
        let row = |bar: &Bar| ReadoutRow::single(&bar.label, bar.value.as_ref(), bar.interval);
        Readout::single(self.bars.iter().map(row))
    }

    fn shows_tones(&self) -> bool {
        true
    }

    fn draws_intervals(&self) -> bool {
        true
    }

    fn office(&self) -> Option<&dyn OfficeChart> {
        Some(self)
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Ranking, DataShape::Counts]
    }

    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Ranking(shares) = data {
            Some(Ok(of_shares(shares, locale)))
        } else if let ChartData::Counts(counts) = data {
            Some(Ok(of_counts(counts, locale)))
        } else {
            None
        }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        let of = |values: &[f64]| specimen(maker, values, &[]);
        let falling = |rows: usize| (0..rows).map(|i| falling(i, rows, 62.0, 2.4)).collect::<Vec<f64>>();
        vec![
            ("usual", of(&falling(9))),
            ("one", of(&falling(1))),
            ("two", of(&falling(2))),
            ("thirty", of(&falling(30))),
            ("sixty", of(&falling(60))),
            ("long", long_specimen(maker)),
            ("equal", of(&[41.0; 6])),
            ("extremes", of(&[100.0, 50.0, 0.0])),
            ("tiny", of(&[0.9, 0.6, 0.4, 0.1])),
            ("negative", of(&[18.0, 6.5, -3.2, -27.4])),
            ("missing", specimen(maker, &falling(6), &[2, 5])),
        ]
    }
}

fn of_shares(shares: &[RankedShare], locale: &Locale) -> Bars {
    let bar = |row: &RankedShare| Bar {
        label: row.label.clone(),
        value: row.share.map(|m| locale.percent_of("", m.value, locale.share_decimals())),
        interval: row.share.map(|m| m.interval),
        tone: row.tone,
    };
    let highest = shares.iter().filter_map(|row| row.share).map(|m| m.interval.1).fold(1.0, f64::max);
    Bars { axis: Axis::round((0.0, highest), 5, locale, ""), bars: shares.iter().map(bar).collect() }
}

fn of_counts(counts: &[Count], locale: &Locale) -> Bars {
    let bar = |row: &Count| Bar {
        label: row.label.clone(),
        value: Some(locale.number_of("", whole::float(row.count), 0)),
        interval: None,
        tone: Tone::Calm,
    };
    let highest = counts.iter().map(|row| whole::float(row.count)).fold(1.0, f64::max);
    Bars { axis: Axis::round((0.0, highest), 4, locale, ""), bars: counts.iter().map(bar).collect() }
}

fn draw(bars: &Bars, context: &DrawContext) -> Result<Picture, Diagnostic> {
    some_rows(bars.bars.len())?;
    check::axis(&bars.axis)?;
    for bar in &bars.bars {
        let value = bar.value.as_ref().map(|v| v.value);
        check::estimate(&bar.label, value, bar.interval, &bars.axis)?;
    }
    let labels = RowLabels::new(context, bars.bars.iter().map(|bar| bar.label.as_str()), LABEL_SHARE);
    let start = labels.end(context);
    let scale =
        fit(&extents(bars, context), start, context.width - 0.1 * context.em, context.shared.per_unit);
    context.note_unit(scale.per_unit());
    let (name, _) = context.wrap(&bars.axis.label, context.width - start);
    let above = if name.is_empty() { 0.0 } else { context.block(name.len()) + 0.3 * context.em };
    let bands = labels.bands(context, above, 0.0)?;
    let half = bands.half_bar(context.em);
    context.picture(bands.height, |pen| {
        let muted = Ink::new(context.inks.muted, Align::Start);
        pen.lines_centred(&name, (start, context.block(name.len()) / 2.0), muted);
        labels.write(pen, &bands.rows, context);
        for (bar, band) in bars.bars.iter().zip(&bands.rows) {
            let (shown, colour) = ((bar.value.as_ref(), bar.interval), context.inks.tone(bar.tone));
            bar_marks::draw(pen, context, shown, (band.middle(), half), &scale, |pen, from, to| {
                pen.rect(from, to, colour);
            });
        }
        let zero = scale.at(0.0);
        pen.line((zero, bands.top), (zero, bands.bottom), 0.6, context.inks.muted);
    })
}

/// The room that each row needs beside zero, and that the axis asks for.
fn extents(bars: &Bars, context: &DrawContext) -> Vec<Extent> {
    let rows = bars.bars.iter().map(|bar| bar_marks::extent(bar.value.as_ref(), bar.interval, context));
    std::iter::once(bar_marks::axis_extent(&bars.axis)).chain(rows).collect()
}

/// Between the end of an interval and the number after it in an office program, as a share of the axis.
const LABEL_GAP: f64 = 0.008;

impl OfficeChart for Bars {
    fn plan(&self, context: &PlanContext) -> Plan {
        let colours = context.colours;
        let names = self.bars.iter().map(|b| row_name(&b.label, b.value.is_some())).collect();
        let mut plan = Plan { scale: scale(&self.axis), ..Plan::new(Form::Bars, names) };
        let estimate = |b: &Bar| Estimate { value: b.value.clone(), interval: b.interval };
        let all: Vec<Estimate> = self.bars.iter().map(estimate).collect();
        let head = if self.axis.label.is_empty() { NAMELESS } else { self.axis.label.as_str() };
        let columns = plan.estimates(head, &all);
        let points = self.bars.iter().map(|b| colours.bar(b.tone)).collect();
        let places = self.bars.iter().map(|b| b.value.as_ref().map(|_| LabelPosition::OutsideEnd)).collect();
        let labels =
            Labels { column: columns.texts, ink: colours.text(), bold: true, places, head: Vec::new() };
        let fill = Some(colours.bar(Tone::Calm));
        let bar = Series { values: columns.values, points, fill, ..Series::default() };
        let Some((plus, minus)) = columns.interval else {
            plan.series.push(Series { labels: Some(labels), ..bar });
            return plan;
        };
        // The number stands after the interval: it belongs to a bar without colour that ends there.
        let gap = rounded(LABEL_GAP * self.axis.span());
        let ends = plan.worked(|plan, row| {
            let value = plan.number(columns.values, row)?;
            let (distance, sign) = if value < 0.0 { (minus, -1.0) } else { (plus, 1.0) };
            let end = value + sign * (plan.number(distance, row).unwrap_or_default() + gap);
            let formula = format!("{}+({sign}*({}+{gap}))", cell(columns.values, row), cell(distance, row));
            Some((formula, rounded(end)))
        });
        let interval_ink = colours.text();
        plan.series.push(Series { interval: columns.interval, interval_ink, ..bar });
        plan.series.push(Series { values: ends, labels: Some(labels), ..Series::default() });
        plan
    }
}

/// Bars of some values for the gallery.
pub fn specimen(maker: &SpecimenMaker, values: &[f64], hidden: &[usize]) -> Bars {
    let low = values.iter().copied().fold(0.0, f64::min);
    let bar = |(i, value): (usize, &f64)| {
        let is_shown = !hidden.contains(&i);
        let estimate = if *value < 0.0 || low < 0.0 {
            Estimate { value: Some(maker.number(*value, 1)), interval: Some((value - 4.0, value + 4.0)) }
        } else {
            maker.share(*value, 2500.0)
        };
        Bar {
            label: maker.words.name(i),
            value: estimate.value.filter(|_| is_shown),
            interval: estimate.interval.filter(|_| is_shown),
            tone: if *value < 0.0 { Tone::Accent } else { tone(i) },
        }
    };
    let axis = if low < 0.0 { maker.axis(-40.0, 40.0, 4) } else { maker.axis(0.0, 60.0, 3) };
    Bars { axis, bars: values.iter().enumerate().map(bar).collect() }
}

fn long_specimen(maker: &SpecimenMaker) -> Bars {
    let mut chart = specimen(maker, &[48.0, 31.0, 12.0], &[]);
    chart.each_label(&mut |label| label.clone_from(&maker.words.long));
    chart
}

#[cfg(test)]
mod tests {
    use super::{Bar, Bars};
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{LONG, attributes, axis, bar, bars, draw, per_cent, texts};
    use crate::diag::Code;
    use crate::picture::Picture;
    use crate::theme::Tone;

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
