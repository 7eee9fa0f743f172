//! Two points in time: what rose and what fell, each row a line between its two values.

use super::ChartKind;
use crate::chart::alt::AltText;
use crate::chart::axis::Axis;
use crate::chart::check::{self, fault, finite, some_rows};
use crate::chart::data::{ChartData, DataShape, Trend, TrendPoint, TrendRow, TrendValue, Unit};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::{Estimate, printed};
use crate::chart::label_layout::spread;
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::scale::Scale;
use crate::chart::specimen::{self, Cases, SpecimenMaker, falling};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Number;
use crate::theme::Tone;

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

/// Two points in time, a line for each row.
#[derive(Debug, Clone, PartialEq)]
pub struct Slope {
    /// What the first point is, above it.
    pub from: String,
    /// What the second point is.
    pub to: String,
    /// The axis of the values.
    pub axis: Axis,
    /// The rows.
    pub rows: Vec<SlopeRow>,
}

/// A line between two values.
#[derive(Debug, Clone, PartialEq)]
pub struct SlopeRow {
    /// What it shows.
    pub label: String,
    /// `None`: not shown.
    pub from: Option<Number>,
    /// `None`: not shown.
    pub to: Option<Number>,
    /// What the change means.
    pub tone: Tone,
}

impl ChartKind for Slope {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.rows.iter_mut().for_each(|row| visit(&mut row.label));
    }

    fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        draw(self, context)
    }

    fn readout(&self) -> Readout {
        let points = |row: &SlopeRow| [&row.from, &row.to].map(|v| Estimate::bare(v.clone())).to_vec();
        let rows = self.rows.iter().map(|row| ReadoutRow::new(&row.label, points(row)));
        Readout::named([&self.from, &self.to], rows)
    }

    /// Of the later point alone. (Names at both ends that make way for one another are beyond an office program: the
    /// kind stays a picture there.)
    fn message(&self, alt: &AltText) -> Result<String, Diagnostic> {
        alt.extremes(&self.readout().values(1), &format!("{}:", self.to))
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Trend, DataShape::Stages]
    }

    /// The first and the last point.
    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Trend(trend) | ChartData::Stages(trend) = data {
            Some(of_trend(trend, locale))
        } else {
            None
        }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        let usual: Vec<(f64, f64)> = (0..6)
            .map(|i| {
                let from = falling(i, 6, 60.0, 12.0);
                (from, (from + 14.0 * (specimen::spread(i) - 0.5)).round())
            })
            .collect();
        let negative = [(12.0, 20.0), (-6.0, -18.0), (-20.0, -4.0)];
        vec![
            ("usual", specimen(maker, &usual, 0.0, 70.0)),
            ("one", specimen(maker, &usual[..1], 0.0, 70.0)),
            ("equal", specimen(maker, &[(41.0, 42.0); 6], 0.0, 60.0)),
            ("negative", specimen(maker, &negative, -30.0, 30.0)),
        ]
    }
}

fn of_trend(trend: &Trend, locale: &Locale) -> Result<Slope, Diagnostic> {
    let number = |value: Option<&Option<TrendValue>>| {
        let (value, _) = value.copied().flatten()?;
        Some(match trend.unit {
            Unit::Share => locale.percent_of("", value, locale.share_decimals()),
            Unit::Score => locale.number_of("", value, 1),
        })
    };
    let row = |row: &TrendRow| SlopeRow {
        label: row.label.clone(),
        from: number(row.values.first()),
        to: number(row.values.last()),
        tone: row.tone,
    };
    let rows: Vec<SlopeRow> = trend.rows.iter().map(row).collect();
    let values = || rows.iter().flat_map(|r| [&r.from, &r.to]).flatten().map(|number| number.value);
    let (low, high) = (values().fold(100.0, f64::min), values().fold(0.0, f64::max));
    let stage = |point: Option<&TrendPoint>| point.map(|p| p.stage.clone());
    let unit = locale.word(if trend.unit == Unit::Share { "share_unit" } else { "score" })?;
    Ok(Slope {
        from: stage(trend.points.first()).unwrap_or_default(),
        to: stage(trend.points.last()).unwrap_or_default(),
        axis: Axis::round((low.min(high), high.max(low)), 5, locale, unit),
        rows,
    })
}

/// A row's label in lines and where its ends stand, in points.
struct LabelledRow<'r> {
    row: &'r SlopeRow,
    lines: Vec<String>,
    /// Middle of the label and of the value at the right.
    left: f64,
    right: f64,
}

/// Edges and scale, in points.
struct Geometry {
    from: f64,
    to: f64,
    value: Scale,
    head: f64,
    height: f64,
    /// What the two points are, in lines.
    heads: [Vec<String>; 2],
    name: Vec<String>,
}

fn draw(slope: &Slope, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(slope)?;
    let (mut placed, geometry) = geometry(slope, context)?;
    place(&mut placed, &geometry, context);
    context.picture(geometry.height, |pen| {
        draw_head(pen, context, &geometry);
        for x in [geometry.from, geometry.to] {
            pen.line((x, geometry.head), (x, geometry.height), 0.6, context.inks.line);
        }
        // What has changed lies over what has not.
        placed.sort_by_key(|p| p.row.tone != Tone::Grey);
        for row in &placed {
            draw_row(pen, context, row, &geometry);
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
    printed(row.from.as_ref())
}

fn geometry<'r>(
    slope: &'r Slope,
    context: &DrawContext,
) -> Result<(Vec<LabelledRow<'r>>, Geometry), Diagnostic> {
    let em = context.em;
    let values = || slope.rows.iter().flat_map(|r| [&r.from, &r.to]).flatten();
    let widest = |printed: &dyn Fn(&SlopeRow) -> f64| slope.rows.iter().map(printed).fold(0.0, f64::max);
    let left = widest(&|r| context.text_width(left_value(r)));
    let right = widest(&|r| context.bold_width(printed(r.to.as_ref())));
    let limit = (LABEL_SHARE * context.width - left - 1.6 * em).max(5.0 * em);
    let placed: Vec<LabelledRow> = slope
        .rows
        .iter()
        .map(|row| LabelledRow { row, lines: context.wrap(&row.label, limit).0, left: 0.0, right: 0.0 })
        .collect();
    let labels = placed.iter().flat_map(|p| &p.lines).map(|l| context.text_width(l)).fold(0.0, f64::max);
    let head_room = HEAD_SHARE * context.width;
    let [(head_from, from_width), (head_to, to_width)] =
        [&slope.from, &slope.to].map(|head| context.wrap(head, head_room));
    let from = (labels + left + 1.7 * em).max(from_width + 0.2 * em);
    let to = context.width - (right + 0.9 * em).max(to_width + 0.2 * em);
    let (name, name_width) = context.wrap(&slope.axis.label, (to - from - 2.0 * em).max(5.0 * em));
    let lines = head_from.len().max(head_to.len()).max(name.len());
    let head = context.block(lines) + 0.8 * em;
    let needed =
        head + placed.iter().map(|p| context.block(p.lines.len().max(1)) + 0.2 * em).sum::<f64>() + 0.4 * em;
    let roomy = (SPARE * needed).min(context.page).max(needed);
    let height = context.height.unwrap_or(roomy.max(SHAPE * context.width));
    if height < needed || to - from < (name_width + em).max(3.0 * em) {
        let (needed, height) = (format!("{needed:.0}"), format!("{height:.0}"));
        let message = say!("chart-total-without-room", needed = needed, height = height);
        return Err(fault(message).hint(say!("hint-chart-room")));
    }
    let (low, high) = values()
        .map(|v| v.value)
        .fold((slope.axis.min, slope.axis.max), |(low, high), v| (low.min(v), high.max(v)));
    let value = Scale::new(low, high, height - 0.8 * em, head + 0.8 * em);
    Ok((placed, Geometry { from, to, value, head, height, heads: [head_from, head_to], name }))
}

/// Labels and values, pushed apart.
fn place(placed: &mut [LabelledRow], geometry: &Geometry, context: &DrawContext) {
    let at = |v: &Option<Number>, other: &Option<Number>| {
        v.as_ref().or(other.as_ref()).map_or(geometry.head, |v| geometry.value.at(v.value))
    };
    let wanted: Vec<f64> = placed.iter().map(|p| at(&p.row.from, &p.row.to)).collect();
    let heights: Vec<f64> =
        placed.iter().map(|p| context.block(p.lines.len().max(1)) + 0.15 * context.em).collect();
    let left = spread(&wanted, &heights, geometry.head, geometry.height);
    let wanted: Vec<f64> = placed.iter().map(|p| at(&p.row.to, &p.row.from)).collect();
    let right = spread(&wanted, &vec![context.line; placed.len()], geometry.head, geometry.height);
    for (p, (left, right)) in placed.iter_mut().zip(left.into_iter().zip(right)) {
        (p.left, p.right) = (left, right);
    }
}

/// What the two points are, and between them what is measured; all stand on the head's foot.
fn draw_head(pen: &mut Pen, context: &DrawContext, geometry: &Geometry) {
    let [from, to] = &geometry.heads;
    let middle = (geometry.from + geometry.to) / 2.0;
    let heads = [
        (from, geometry.from, Align::End),
        (to, geometry.to, Align::Start),
        (&geometry.name, middle, Align::Middle),
    ];
    for (lines, x, align) in heads {
        let y = geometry.head - 0.6 * context.em - context.block(lines.len()) / 2.0;
        pen.lines_centred(lines, (x, y), Ink::new(context.inks.muted, align));
    }
}

fn draw_row(pen: &mut Pen, context: &DrawContext, placed: &LabelledRow, geometry: &Geometry) {
    let (em, row) = (context.em, placed.row);
    let colour = context.inks.tone(row.tone).as_mark();
    let at = |v: &Option<Number>| v.as_ref().map(|v| geometry.value.at(v.value));
    let (from, to) = (at(&row.from), at(&row.to));
    let gap = 0.7 * em;
    if let (Some(from), Some(to)) = (from, to) {
        pen.line((geometry.from, from), (geometry.to, to), 0.16 * em, colour);
    }
    for (x, y, outside, label) in
        [(geometry.from, from, -gap, placed.left), (geometry.to, to, gap, placed.right)]
    {
        let Some(y) = y else { continue };
        // A label that had to give way is led to its dot.
        if (label - y).abs() > 0.3 * context.line {
            pen.line((x, y), (x + 0.85 * outside, label), 0.75, context.inks.muted);
        }
        pen.dot((x, y), RADIUS * em, colour);
    }
    let x = geometry.from - gap;
    let value = left_value(row);
    let text = Ink::new(context.inks.text, Align::End);
    let shown = |is_shown: bool| if is_shown { context.inks.text } else { context.inks.muted };
    pen.text_centred(value, (x, placed.left), Ink::new(shown(from.is_some()), Align::End));
    let name = x - if value.is_empty() { 0.0 } else { context.text_width(value) + 0.6 * em };
    pen.lines_centred(&placed.lines, (name, placed.left), text);
    let value = printed(row.to.as_ref());
    pen.text_centred(value, (geometry.to + gap, placed.right), Ink::bold(shown(to.is_some()), Align::Start));
}

fn specimen(maker: &SpecimenMaker, values: &[(f64, f64)], min: f64, max: f64) -> Slope {
    let row = |(i, (from, to)): (usize, &(f64, f64))| SlopeRow {
        label: maker.words.name(i),
        from: Some(maker.number(*from, 0)),
        to: Some(maker.number(*to, 0)),
        tone: match to - from {
            change if change > 4.0 => Tone::Calm,
            change if change < -4.0 => Tone::Accent,
            _ => Tone::Grey,
        },
    };
    Slope {
        from: maker.words.from.clone(),
        to: maker.words.to.clone(),
        axis: maker.axis(min, max, 4),
        rows: values.iter().enumerate().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Slope, SlopeRow};
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{LONG, attributes, axis, draw, texts, value};
    use crate::diag::Code;
    use crate::theme::Tone;

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
