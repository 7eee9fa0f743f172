//! Bars of several groups side by side: what a breakdown compares stands next to each other.

use std::ops::Range;

use super::{ChartKind, keep};
use crate::chart::axis::Axis;
use crate::chart::bar_marks;
use crate::chart::check::{self, fault, some_rows};
use crate::chart::colour::{Inks, Rgb};
use crate::chart::data::{ChartData, Crosstab, DataShape};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::Estimate;
use crate::chart::legend::Legend;
use crate::chart::office_plan::{
    Form, LabelPosition, Labels, OfficeChart, Plan, PlanContext, Series, row_name, scale,
};
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::{Band, RowLabels, too_high};
use crate::chart::scale::{Extent, Scale, fit};
use crate::chart::specimen::{Cases, SpecimenMaker, falling, spread};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Number;
use crate::quantity::whole::float;
use crate::theme::Tone;

/// The most groups whose colours can be told apart.
const MOST_GROUPS: usize = 5;
/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.38;
/// A bar's share of its strip. A strip is at least a line high, so that every number finds room.
const THICK: f64 = 0.76;
/// Between rows, in em.
const GAP: f64 = 0.8;
/// The least of it where the height is given.
const LEAST_GAP: f64 = 0.3;
/// Beyond this and an em for each bar a row is not stretched, in em.
const MOST_SPARE: f64 = 1.6;
/// The bars' share of what a row is stretched by.
const SPARE_SHARE: f64 = 0.6;
/// The edge that keeps a light bar visible on white, in points.
const EDGE: f64 = 0.5;

/// Bars of several groups side by side, category by category, in the order given.
#[derive(Debug, Clone, PartialEq)]
pub struct Grouped {
    /// The axis of the values.
    pub axis: Axis,
    /// The groups, in the order of the legend; their colours follow from their place.
    pub groups: Vec<String>,
    /// The categories.
    pub rows: Vec<GroupedRow>,
}

/// A category in all groups.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupedRow {
    /// What it is.
    pub label: String,
    /// One per group.
    pub values: Vec<Estimate>,
}

impl ChartKind for Grouped {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.groups.iter_mut().for_each(&mut *visit);
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
        let rows = self.rows.iter().map(|row| ReadoutRow::new(&row.label, row.values.clone()));
        Readout::named(&self.groups, rows)
    }

    fn draws_intervals(&self) -> bool {
        true
    }

    fn office(&self) -> Option<&dyn OfficeChart> {
        Some(self)
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Crosstab]
    }

    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Crosstab(table) = data { Some(Ok(of_crosstab(table, locale))) } else { None }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        vec![
            ("usual", specimen(maker, 5, 4, false)),
            ("two", specimen(maker, 2, 2, false)),
            ("long", specimen(maker, 3, 4, true)),
            ("missing", specimen(maker, 3, 3, false)),
        ]
    }
}

fn of_crosstab(table: &Crosstab, locale: &Locale) -> Grouped {
    let rows: Vec<GroupedRow> = table
        .rows
        .iter()
        .map(|row| GroupedRow {
            label: row.label.clone(),
            values: row.cells.iter().map(|cell| Estimate::percent(*cell, locale)).collect(),
        })
        .collect();
    let bounds = rows.iter().flat_map(|row| &row.values).filter_map(|estimate| estimate.interval);
    let highest = bounds.map(|interval| interval.1).fold(1.0, f64::max);
    let groups = table.groups.iter().map(|group| group.label.clone()).collect();
    Grouped { axis: Axis::round((0.0, highest), 5, locale, ""), groups, rows }
}

/// Where the rows stand, in points.
struct Geometry {
    bands: Vec<Band>,
    /// From a bar's middle to the next one's.
    pitch: f64,
    height: f64,
}

fn draw(grouped: &Grouped, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(grouped)?;
    let colours = colours(&context.inks);
    let entries: Vec<(&str, Rgb)> = grouped.groups.iter().map(String::as_str).zip(colours).collect();
    let legend = Legend::new(context, &entries);
    let labels = RowLabels::new(context, grouped.rows.iter().map(|row| row.label.as_str()), LABEL_SHARE);
    let start = labels.end(context);
    let scale =
        fit(&extents(grouped, context), start, context.width - 0.1 * context.em, context.shared.per_unit);
    context.note_unit(scale.per_unit());
    let (name, _) = context.wrap(&grouped.axis.label, context.width - start);
    let named = context.block(name.len());
    let above = legend.height + if name.is_empty() { 0.0 } else { named + 0.3 * context.em };
    let geometry = geometry(grouped, above, context)?;
    context.picture(geometry.height, |pen| {
        legend.draw(pen, context);
        let muted = Ink::new(context.inks.muted, Align::Start);
        pen.lines_centred(&name, (start, legend.height + named / 2.0), muted);
        labels.write(pen, &geometry.bands, context);
        for (row, band) in grouped.rows.iter().zip(&geometry.bands) {
            draw_row(pen, context, row, (band.middle(), geometry.pitch), &scale, &colours);
        }
        let zero = scale.at(0.0);
        pen.line((zero, above), (zero, geometry.height), 0.6, context.inks.muted);
    })
}

fn check(grouped: &Grouped) -> Result<(), Diagnostic> {
    some_rows(grouped.rows.len())?;
    let groups = grouped.groups.len();
    some_rows(groups)?;
    check::groups_at_most(groups, MOST_GROUPS)?;
    check::axis(&grouped.axis)?;
    grouped.rows.iter().try_for_each(|row| check_row(row, grouped))
}

fn check_row(row: &GroupedRow, grouped: &Grouped) -> Result<(), Diagnostic> {
    let (label, found, wanted) = (row.label.as_str(), row.values.len(), grouped.groups.len());
    if found != wanted {
        return Err(fault(say!("chart-values-miscounted", label = label, found = found, wanted = wanted)));
    }
    row.values
        .iter()
        .try_for_each(|estimate| check::estimate(label, estimate.at(), estimate.interval, &grouped.axis))
}

/// Colours by place: no two alike on a black-and-white printer, and neighbours far apart. The plain grey
/// has the middle tone's lightness, so the last group has a dark one.
pub fn colours(inks: &Inks) -> [Rgb; MOST_GROUPS] {
    let [calm, calm_soft, middle, accent_soft, grey] =
        [Tone::Calm, Tone::CalmSoft, Tone::Middle, Tone::AccentSoft, Tone::Grey].map(|tone| inks.tone(tone));
    [calm, calm_soft, middle, accent_soft, grey.mix(inks.text, 0.4)]
}

/// A row is as high as its label or its bars need; on a slide the rows share the height that is left.
fn geometry(grouped: &Grouped, above: f64, context: &DrawContext) -> Result<Geometry, Diagnostic> {
    let em = context.em;
    let (rows, bars) = (float(grouped.rows.len()), float(grouped.groups.len()));
    let label = |row: &GroupedRow| context.wrap(&row.label, LABEL_SHARE * context.width).0.len();
    let least: Vec<f64> =
        grouped.rows.iter().map(|row| context.block(label(row)).max(bars * context.line)).collect();
    let (gap, spare) = match context.height {
        None => (GAP * em, 0.0),
        Some(height) => {
            let needed = above + least.iter().sum::<f64>() + rows * LEAST_GAP * em;
            if height < needed {
                return Err(too_high(context, grouped.rows.len(), needed, height));
            }
            (LEAST_GAP * em, ((height - needed) / rows).min((MOST_SPARE + bars) * em))
        }
    };
    let mut bottom = above;
    let bands = least.into_iter().map(|least| {
        let band = Band { top: bottom, height: least + gap + spare };
        bottom += band.height;
        band
    });
    let bands = bands.collect();
    Ok(Geometry { bands, pitch: context.line + SPARE_SHARE * spare / bars, height: bottom })
}

/// The room that each bar needs beside zero, and that the axis asks for.
fn extents(grouped: &Grouped, context: &DrawContext) -> Vec<Extent> {
    let estimates = grouped.rows.iter().flat_map(|row| &row.values);
    let bars = estimates.map(|e| bar_marks::extent(e.value.as_ref(), e.interval, context));
    std::iter::once(bar_marks::axis_extent(&grouped.axis)).chain(bars).collect()
}

fn draw_row(
    pen: &mut Pen,
    context: &DrawContext,
    row: &GroupedRow,
    (middle, pitch): (f64, f64),
    scale: &Scale,
    colours: &[Rgb],
) {
    let first = middle - (float(row.values.len()) - 1.0) / 2.0 * pitch;
    for (i, (shown, colour)) in row.values.iter().zip(colours).enumerate() {
        let bar = (first + float(i) * pitch, THICK * pitch / 2.0);
        bar_marks::draw(pen, context, (shown.value.as_ref(), shown.interval), bar, scale, |pen, from, to| {
            filled(pen, from, to, *colour);
        });
    }
}

/// A bar, in a darker edge where white paper would swallow it.
fn filled(pen: &mut Pen, (x0, y0): (f64, f64), (x1, y1): (f64, f64), colour: Rgb) {
    let edge = colour.as_mark();
    pen.rect((x0, y0), (x1, y1), edge);
    if edge != colour {
        pen.rect((x0 + EDGE, y0 + EDGE), (x1 - EDGE, y1 - EDGE), colour);
    }
}

impl OfficeChart for Grouped {
    fn plan(&self, context: &PlanContext) -> Plan {
        let is_shown = |values: &[Estimate]| values.iter().any(|e| e.value.is_some());
        let names = self.rows.iter().map(|r| row_name(&r.label, is_shown(&r.values))).collect();
        let mut plan = Plan { scale: scale(&self.axis), legend: true, ..Plan::new(Form::Bars, names) };
        let inks = context.colours.series(|inks| colours(inks).to_vec());
        for (place, (group, ink)) in self.groups.iter().zip(inks).enumerate() {
            let all: Vec<Estimate> = self.rows.iter().filter_map(|r| r.values.get(place)).cloned().collect();
            let columns = plan.estimates(group, &all);
            let position = |number: &Number| {
                let share = number.value.abs() / self.axis.span();
                let has_room = context.has_room(&number.text, share, &plan);
                if has_room { LabelPosition::InsideBase } else { LabelPosition::OutsideEnd }
            };
            let places = all.iter().map(|estimate| estimate.value.as_ref().map(position)).collect();
            let labels =
                Labels { column: columns.texts, ink: ink.text, bold: false, places, head: Vec::new() };
            plan.series.push(Series {
                values: columns.values,
                interval: columns.interval,
                interval_ink: context.colours.text(),
                fill: Some(ink.fill),
                labels: Some(labels),
                ..Series::default()
            });
        }
        plan
    }
}

fn specimen(maker: &SpecimenMaker, rows: usize, groups: usize, long: bool) -> Grouped {
    let row = |i: usize| {
        let value = |g: usize| {
            if groups == 3 && g == 1 && i == 1 {
                return Estimate::default();
            }
            let value = falling(i, rows, 55.0, 8.0) + 12.0 * (spread(i * 7 + g) - 0.5);
            maker.share((value * 10.0).round() / 10.0, 600.0)
        };
        GroupedRow { label: maker.label(i, long), values: (0..groups).map(value).collect() }
    };
    Grouped {
        axis: maker.axis(0.0, 80.0, 4),
        groups: maker.words.groups.iter().take(groups).cloned().collect(),
        rows: (0..rows).map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::colours;
    use super::{Grouped, GroupedRow};
    use crate::chart::colour::Inks;
    use crate::chart::estimate::Estimate;
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{LONG, attributes, axis, draw, on_canvases, per_cent, texts, theme};
    use crate::diag::Code;

    fn estimate(share: f64) -> Estimate {
        Estimate { value: Some(per_cent(share)), interval: Some((share - 3.0, share + 3.0)) }
    }

    /// Rows of as many groups as each has shares.
    fn grouped(rows: &[&[f64]]) -> Grouped {
        let row = |shares: &&[f64]| GroupedRow {
            label: LONG.into(),
            values: shares.iter().map(|s| estimate(*s)).collect(),
        };
        let groups = rows.first().map_or(0, |row| row.len());
        Grouped {
            axis: axis(0.0, 100.0, 50.0),
            groups: (0..groups).map(|i| format!("{i}–{i} жас")).collect(),
            rows: rows.iter().map(row).collect(),
        }
    }

    fn svg(chart: &Grouped) -> String {
        draw(&Chart::Grouped(chart.clone())).unwrap().svg().to_string()
    }

    #[test]
    fn every_group_has_its_number_and_a_swatch() {
        let words = texts(&svg(&grouped(&[&[10.0, 20.0, 30.0], &[11.0, 21.0, 31.0]])));
        for word in ["10,0%", "20,0%", "31,0%", "2–2 жас"] {
            assert!(words.iter().any(|w| w == word), "{word} in {words:?}");
        }
    }

    #[test]
    fn equal_shares_are_equally_long_and_have_one_zero() {
        // The first rectangle is the swatch of the only group; its dark bars have no edge.
        let svg = svg(&grouped(&[&[40.0], &[40.0], &[20.0]]));
        let (xs, widths) = (attributes(&svg, "rect", "x"), attributes(&svg, "rect", "width"));
        assert_eq!(widths.len(), 4);
        assert!((widths[1] - widths[2]).abs() < 0.11 && (widths[1] - 2.0 * widths[3]).abs() < 0.21);
        assert!(xs[1..].iter().all(|x| *x == xs[1]));
    }

    #[test]
    fn a_value_that_is_not_shown_is_a_dash() {
        let mut chart = grouped(&[&[40.0, 30.0]]);
        chart.rows[0].values[1] = Estimate::default();
        let words = texts(&svg(&chart));
        assert!(words.contains(&"—".to_owned()) && !words.contains(&"0,0%".to_owned()), "{words:?}");
    }

    #[test]
    fn no_two_groups_look_alike_in_grey() {
        let colours = colours(&Inks::new(&theme().palette).unwrap());
        for (i, a) in colours.iter().enumerate() {
            for b in &colours[i + 1..] {
                assert!(a.contrast(*b) >= 1.15, "{a:?} and {b:?}");
            }
        }
        assert!(colours.windows(2).all(|pair| pair[0].contrast(pair[1]) >= 1.3));
    }

    #[test]
    fn rows_without_room_are_a_fault() {
        let chart = Chart::Grouped(grouped(&[&[10.0, 20.0, 30.0, 40.0][..]; 9]));
        on_canvases(200.0, |_, canvas| {
            let drawn = crate::chart::draw(&chart, canvas);
            assert_eq!(drawn.err().map(|e| e.code), canvas.height.map(|_| Code::ChartDrawing));
        });
    }

    #[test]
    fn senseless_numbers_are_faults() {
        let many: &[f64] = &[1.0; 6];
        let mut faults =
            vec![grouped(&[]), grouped(&[&[]]), grouped(&[many]), grouped(&[&[1.0, 2.0], &[1.0]])];
        faults.extend([f64::NAN, f64::INFINITY, -1.0].map(|bad| grouped(&[&[bad, 5.0]])));
        let mut upside = grouped(&[&[5.0]]);
        upside.rows[0].values[0].interval = Some((7.0, 3.0));
        faults.push(upside);
        for chart in faults {
            assert_eq!(draw(&Chart::Grouped(chart)).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
