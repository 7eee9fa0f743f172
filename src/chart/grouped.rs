//! Bars of several groups side by side: what a breakdown compares stands next to each other.

use super::check::{self, fault, some_rows};
use super::colour::{Inks, Rgb};
use super::draw_context::DrawContext;
use super::estimate;
use super::legend::Legend;
use super::pen::{Align, Ink, Pen};
use super::rows::{Band, Labels, too_high};
use super::scale::{Reach, Scale, count, fit};
use crate::diag::{Diagnostic, say};
use crate::document::Picture;
use crate::document::chart::{Grouped, GroupedRow, Tone};

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

/// Where the rows stand, in points.
struct Layout {
    bands: Vec<Band>,
    /// From a bar's middle to the next one's.
    pitch: f64,
    height: f64,
}

pub fn draw(grouped: &Grouped, stage: &DrawContext) -> Result<Picture, Diagnostic> {
    check(grouped)?;
    let colours = colours(&stage.inks);
    let entries: Vec<(&str, Rgb)> = grouped.groups.iter().map(String::as_str).zip(colours).collect();
    let legend = Legend::new(stage, &entries);
    let labels = Labels::new(stage, grouped.rows.iter().map(|row| row.label.as_str()), LABEL_SHARE);
    let start = labels.end(stage);
    let scale = fit(&reaches(grouped, stage), start, stage.width - 0.1 * stage.em, stage.shared.per_unit);
    stage.note_unit(scale.per_unit());
    let (name, _) = stage.wrap(&grouped.axis.label, stage.width - start);
    let named = stage.block(name.len());
    let above = legend.height + if name.is_empty() { 0.0 } else { named + 0.3 * stage.em };
    let layout = layout(grouped, above, stage)?;
    stage.picture(layout.height, |pen| {
        legend.draw(pen, stage);
        let muted = Ink::new(stage.inks.muted, Align::Start);
        pen.lines_centred(&name, (start, legend.height + named / 2.0), muted);
        labels.write(pen, &layout.bands, stage);
        for (row, band) in grouped.rows.iter().zip(&layout.bands) {
            draw_row(pen, stage, row, (band.middle(), layout.pitch), &scale, &colours);
        }
        let zero = scale.at(0.0);
        pen.line((zero, above), (zero, layout.height), 0.6, stage.inks.muted);
    })
}

fn check(grouped: &Grouped) -> Result<(), Diagnostic> {
    some_rows(grouped.rows.len())?;
    let groups = grouped.groups.len();
    some_rows(groups)?;
    if groups > MOST_GROUPS {
        let message = say!("chart-groups-many", found = groups, most = MOST_GROUPS);
        return Err(fault(message).hint(say!("hint-chart-groups-many")));
    }
    check::axis(&grouped.axis)?;
    grouped.rows.iter().try_for_each(|row| check_row(row, grouped))
}

fn check_row(row: &GroupedRow, grouped: &Grouped) -> Result<(), Diagnostic> {
    let (label, found, wanted) = (row.label.as_str(), row.values.len(), grouped.groups.len());
    if found != wanted {
        return Err(fault(say!("chart-values-miscounted", label = label, found = found, wanted = wanted)));
    }
    row.values.iter().try_for_each(|estimate| {
        let value = estimate.value.as_ref().map(|v| v.value);
        check::estimate(label, value, estimate.interval, &grouped.axis)
    })
}

/// Colours by place: no two alike on a black-and-white printer, and neighbours far apart. The plain grey
/// has the middle tone's lightness, so the last group has a dark one.
pub fn colours(inks: &Inks) -> [Rgb; MOST_GROUPS] {
    let [calm, calm_soft, middle, accent_soft, grey] =
        [Tone::Calm, Tone::CalmSoft, Tone::Middle, Tone::AccentSoft, Tone::Grey].map(|tone| inks.tone(tone));
    [calm, calm_soft, middle, accent_soft, grey.mix(inks.text, 0.7)]
}

/// A row is as high as its label or its bars need; on a slide the rows share the height that is left.
fn layout(grouped: &Grouped, above: f64, stage: &DrawContext) -> Result<Layout, Diagnostic> {
    let em = stage.em;
    let (rows, bars) = (count(grouped.rows.len()), count(grouped.groups.len()));
    let label = |row: &GroupedRow| stage.wrap(&row.label, LABEL_SHARE * stage.width).0.len();
    let least: Vec<f64> =
        grouped.rows.iter().map(|row| stage.block(label(row)).max(bars * stage.line)).collect();
    let (gap, spare) = match stage.canvas.height {
        None => (GAP * em, 0.0),
        Some(height) => {
            let needed = above + least.iter().sum::<f64>() + rows * LEAST_GAP * em;
            if height < needed {
                return Err(too_high(stage, grouped.rows.len(), needed, height));
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
    Ok(Layout { bands, pitch: stage.line + SPARE_SHARE * spare / bars, height: bottom })
}

/// The room that each bar needs beside zero, and that the axis asks for.
fn reaches(grouped: &Grouped, stage: &DrawContext) -> Vec<Reach> {
    let estimates = grouped.rows.iter().flat_map(|row| &row.values);
    let bars = estimates.map(|e| estimate::reach(e.value.as_ref(), e.interval, stage));
    std::iter::once(estimate::axis_reach(&grouped.axis)).chain(bars).collect()
}

fn draw_row(
    pen: &mut Pen,
    stage: &DrawContext,
    row: &GroupedRow,
    (middle, pitch): (f64, f64),
    scale: &Scale,
    colours: &[Rgb],
) {
    let first = middle - (count(row.values.len()) - 1.0) / 2.0 * pitch;
    for (i, (shown, colour)) in row.values.iter().zip(colours).enumerate() {
        let bar = (first + count(i) * pitch, THICK * pitch / 2.0);
        estimate::draw(pen, stage, (shown.value.as_ref(), shown.interval), bar, scale, |pen, from, to| {
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

#[cfg(test)]
mod tests {
    use super::super::test_fixture::{LONG, attributes, axis, draw, on_canvases, per_cent, texts, theme};
    use super::{Inks, colours};
    use crate::diag::Code;
    use crate::document::chart::{Chart, Estimate, Grouped, GroupedRow};

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
            let drawn = super::super::draw(&chart, canvas);
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
