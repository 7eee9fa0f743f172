//! Two points in time: what rose and what fell, each row a line between its two values.

use super::check::{self, fault, finite, some_rows};
use super::draw_context::{DASH, DrawContext};
use super::label_layout::spread;
use super::pen::{Align, Ink, Pen};
use super::scale::Scale;
use crate::diag::{Diagnostic, say};
use crate::document::Picture;
use crate::document::chart::{Slope, SlopeRow, Value};

/// Height of a picture that has none set, as a share of the width.
const SHAPE: f64 = 0.42;
/// The same in the height that its labels need: with room to spare they stand near their dots.
const SPARE: f64 = 1.45;
/// The labels' largest share of the width.
const LABEL_SHARE: f64 = 0.42;
/// The largest share of the width that the name of a point takes.
const HEAD_SHARE: f64 = 0.3;
/// Radius of the dots, in em.
const RADIUS: f64 = 0.3;

/// A row's label in lines and where its ends stand, in points.
struct Placed<'r> {
    row: &'r SlopeRow,
    lines: Vec<String>,
    /// Middle of the label and of the value at the right.
    left: f64,
    right: f64,
}

/// Edges and scale, in points.
struct Layout {
    from: f64,
    to: f64,
    value: Scale,
    head: f64,
    height: f64,
    /// What the two points are, in lines.
    heads: [Vec<String>; 2],
    name: Vec<String>,
}

pub fn draw(slope: &Slope, stage: &DrawContext) -> Result<Picture, Diagnostic> {
    check(slope)?;
    let (mut placed, layout) = layout(slope, stage)?;
    place(&mut placed, &layout, stage);
    stage.picture(layout.height, |pen| {
        draw_head(pen, stage, &layout);
        for x in [layout.from, layout.to] {
            pen.line((x, layout.head), (x, layout.height), 0.6, stage.inks.line);
        }
        // What has changed lies over what has not.
        placed.sort_by_key(|p| p.row.tone != crate::document::chart::Tone::Grey);
        for row in &placed {
            draw_row(pen, stage, row, &layout);
        }
    })
}

fn check(slope: &Slope) -> Result<(), Diagnostic> {
    some_rows(slope.rows.len())?;
    check::axis(&slope.axis)?;
    slope.rows.iter().try_for_each(|row| {
        let values = [&row.from, &row.to].into_iter().flatten();
        values
            .map(|v| v.value)
            .try_for_each(|v| finite(v, || say!("chart-value-not-finite", label = &row.label)))
    })
}

/// The left label's own value stands after it; a dash where there is none.
fn left_value(row: &SlopeRow) -> &str {
    row.from.as_ref().map_or(DASH, |v| v.printed.as_str())
}

fn layout<'r>(slope: &'r Slope, stage: &DrawContext) -> Result<(Vec<Placed<'r>>, Layout), Diagnostic> {
    let em = stage.em;
    let values = || slope.rows.iter().flat_map(|r| [&r.from, &r.to]).flatten();
    let widest = |printed: &dyn Fn(&SlopeRow) -> f64| slope.rows.iter().map(printed).fold(0.0, f64::max);
    let left = widest(&|r| stage.text_width(left_value(r)));
    let right = widest(&|r| stage.bold_width(r.to.as_ref().map_or(DASH, |v| v.printed.as_str())));
    let limit = (LABEL_SHARE * stage.width - left - 1.6 * em).max(5.0 * em);
    let placed: Vec<Placed> = slope
        .rows
        .iter()
        .map(|row| Placed { row, lines: stage.wrap(&row.label, limit).0, left: 0.0, right: 0.0 })
        .collect();
    let labels = placed.iter().flat_map(|p| &p.lines).map(|l| stage.text_width(l)).fold(0.0, f64::max);
    let head_room = HEAD_SHARE * stage.width;
    let [(head_from, from_width), (head_to, to_width)] =
        [&slope.from, &slope.to].map(|head| stage.wrap(head, head_room));
    let from = (labels + left + 1.7 * em).max(from_width + 0.2 * em);
    let to = stage.width - (right + 0.9 * em).max(to_width + 0.2 * em);
    let (name, name_width) = stage.wrap(&slope.axis.label, (to - from - 2.0 * em).max(5.0 * em));
    let lines = head_from.len().max(head_to.len()).max(name.len());
    let head = stage.block(lines) + 0.8 * em;
    let needed =
        head + placed.iter().map(|p| stage.block(p.lines.len().max(1)) + 0.2 * em).sum::<f64>() + 0.4 * em;
    let roomy = (SPARE * needed).min(stage.canvas.page).max(needed);
    let height = stage.canvas.height.unwrap_or(roomy.max(SHAPE * stage.width));
    if height < needed || to - from < (name_width + em).max(3.0 * em) {
        let (needed, height) = (format!("{needed:.0}"), format!("{height:.0}"));
        let message = say!("chart-total-without-room", needed = needed, height = height);
        return Err(fault(message).hint(say!("hint-chart-room")));
    }
    let (low, high) = values()
        .map(|v| v.value)
        .fold((slope.axis.min, slope.axis.max), |(low, high), v| (low.min(v), high.max(v)));
    let value = Scale::new(low, high, height - 0.8 * em, head + 0.8 * em);
    Ok((placed, Layout { from, to, value, head, height, heads: [head_from, head_to], name }))
}

/// Labels and values, pushed apart.
fn place(placed: &mut [Placed], layout: &Layout, stage: &DrawContext) {
    let at = |v: &Option<Value>, other: &Option<Value>| {
        v.as_ref().or(other.as_ref()).map_or(layout.head, |v| layout.value.at(v.value))
    };
    let wanted: Vec<f64> = placed.iter().map(|p| at(&p.row.from, &p.row.to)).collect();
    let heights: Vec<f64> =
        placed.iter().map(|p| stage.block(p.lines.len().max(1)) + 0.15 * stage.em).collect();
    let left = spread(&wanted, &heights, layout.head, layout.height);
    let wanted: Vec<f64> = placed.iter().map(|p| at(&p.row.to, &p.row.from)).collect();
    let right = spread(&wanted, &vec![stage.line; placed.len()], layout.head, layout.height);
    for (p, (left, right)) in placed.iter_mut().zip(left.into_iter().zip(right)) {
        (p.left, p.right) = (left, right);
    }
}

/// What the two points are, and between them what is measured; all stand on the head's foot.
fn draw_head(pen: &mut Pen, stage: &DrawContext, layout: &Layout) {
    let [from, to] = &layout.heads;
    let middle = (layout.from + layout.to) / 2.0;
    let heads = [
        (from, layout.from, Align::End),
        (to, layout.to, Align::Start),
        (&layout.name, middle, Align::Middle),
    ];
    for (lines, x, align) in heads {
        let y = layout.head - 0.6 * stage.em - stage.block(lines.len()) / 2.0;
        pen.lines_centred(lines, (x, y), Ink::new(stage.inks.muted, align));
    }
}

fn draw_row(pen: &mut Pen, stage: &DrawContext, placed: &Placed, layout: &Layout) {
    let (em, row) = (stage.em, placed.row);
    let colour = stage.inks.tone(row.tone).as_mark();
    let at = |v: &Option<Value>| v.as_ref().map(|v| layout.value.at(v.value));
    let (from, to) = (at(&row.from), at(&row.to));
    let gap = 0.7 * em;
    if let (Some(from), Some(to)) = (from, to) {
        pen.line((layout.from, from), (layout.to, to), 0.16 * em, colour);
    }
    for (x, y, outside, label) in [(layout.from, from, -gap, placed.left), (layout.to, to, gap, placed.right)]
    {
        let Some(y) = y else { continue };
        // A label that had to give way is led to its dot.
        if (label - y).abs() > 0.3 * stage.line {
            pen.line((x, y), (x + 0.85 * outside, label), 0.75, stage.inks.muted);
        }
        pen.dot((x, y), RADIUS * em, colour);
    }
    let x = layout.from - gap;
    let value = left_value(row);
    let text = Ink::new(stage.inks.text, Align::End);
    let shown = |is_shown: bool| if is_shown { stage.inks.text } else { stage.inks.muted };
    pen.text_centred(value, (x, placed.left), Ink::new(shown(from.is_some()), Align::End));
    let name = x - if value.is_empty() { 0.0 } else { stage.text_width(value) + 0.6 * em };
    pen.lines_centred(&placed.lines, (name, placed.left), text);
    let value = row.to.as_ref().map_or(DASH, |v| v.printed.as_str());
    pen.text_centred(value, (layout.to + gap, placed.right), Ink::bold(shown(to.is_some()), Align::Start));
}

#[cfg(test)]
mod tests {
    use super::super::test_fixture::{LONG, attributes, axis, draw, texts, value};
    use crate::diag::Code;
    use crate::document::chart::{Chart, Slope, SlopeRow, Tone};

    fn slope(rows: &[(Option<f64>, Option<f64>)]) -> Chart {
        let row = |(from, to): &(Option<f64>, Option<f64>)| SlopeRow {
            label: LONG.into(),
            from: from.map(|v| value(v, &format!("{v:.0}"))),
            to: to.map(|v| value(v, &format!("{v:.0}"))),
            tone: Tone::Calm,
        };
        let rows = rows.iter().map(row).collect();
        Chart::Slope(Slope {
            from: "алдын ала".into(),
            to: "қорытынды".into(),
            axis: axis(0.0, 100.0, 50.0),
            rows,
        })
    }

    #[test]
    fn dots_stand_at_their_values() {
        let svg =
            draw(&slope(&[(Some(0.0), Some(50.0)), (Some(100.0), Some(50.0))])).unwrap().svg().to_owned();
        let ys = attributes(&svg, "circle", "cy");
        assert!(ys[0] > ys[2], "zero is below a hundred");
        assert!((ys[1] - ys[3]).abs() < 0.11 && (ys[1] - (ys[0] + ys[2]) / 2.0).abs() < 0.2, "{ys:?}");
    }

    #[test]
    fn a_row_with_one_value_has_one_dot_and_its_label() {
        let svg = draw(&slope(&[(Some(40.0), None), (None, Some(20.0))])).unwrap().svg().to_owned();
        assert_eq!(attributes(&svg, "circle", "cx").len(), 2);
        assert!(texts(&svg).join(" ").matches("қанағаттанбаушылық").count() == 2);
    }

    #[test]
    fn senseless_numbers_are_faults() {
        for rows in [&[][..], &[(Some(f64::NAN), None)], &[(None, Some(f64::INFINITY))]] {
            assert_eq!(draw(&slope(rows)).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
