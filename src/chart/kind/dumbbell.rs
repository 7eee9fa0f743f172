//! Two groups on one line: how far apart they are, row by row, with the distance in points.

use std::ops::Range;

use super::{ChartKind, keep};
use crate::chart::alt::AltText;
use crate::chart::axis::Axis;
use crate::chart::check::{self, some_rows};
use crate::chart::colour::{Inks, Rgb, WHITE};
use crate::chart::data::{ChartData, Crosstab, DataShape, Measure, Pairs};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::{DASH, Estimate, printed};
use crate::chart::legend::Legend;
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::{Band, Bands, RowLabels};
use crate::chart::scale::Scale;
use crate::chart::specimen::{Cases, SpecimenMaker, falling, spread};
use crate::chart::tick_marks;
use crate::diag::Diagnostic;
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Number;
use crate::theme::Tone;

/// The label column's largest share of the width.
const LABEL_SHARE: f64 = 0.34;
/// The largest share of the width that the distances' heading takes.
const HEADING_SHARE: f64 = 0.18;
/// Radius of a dot, in em.
const RADIUS: f64 = 0.34;
/// Half the thickness of an interval, in em.
const HALF_INTERVAL: f64 = 0.07;
/// How far the intervals stand above and below the line, in em: the two often overlap.
const OFFSET: f64 = 0.42;
/// Between an interval's end and the printed value, in em.
const GAP: f64 = 0.4;
/// Tones of the two groups.
const TONES: [Tone; 2] = [Tone::Calm, Tone::Middle];

/// Two groups, a line for each row.
#[derive(Debug, Clone, PartialEq)]
pub struct Dumbbell {
    /// The axis of the values.
    pub axis: Axis,
    /// The two groups, in the order of the legend.
    pub groups: [String; 2],
    /// The rows.
    pub rows: Vec<DumbbellRow>,
    /// Heading of the column of distances.
    pub distance_heading: String,
}

/// Two values on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct DumbbellRow {
    /// What they show.
    pub label: String,
    /// One per group; without a value where the base is too small to show.
    pub values: [Estimate; 2],
    /// Between the two as printed; `None` where one is not shown.
    pub distance: Option<Number>,
}

impl ChartKind for Dumbbell {
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
        let rows = self.rows.iter().map(|row| {
            let [first, second] = row.values.clone();
            ReadoutRow::new(&row.label, vec![first, second, Estimate::bare(row.distance.clone())])
        });
        Readout::named(self.groups.iter().chain([&self.distance_heading]), rows)
    }

    /// Of the distances.
    fn message(&self, alt: &AltText) -> Result<String, Diagnostic> {
        alt.extremes(&self.readout().values(2), &format!("{}:", self.distance_heading))
    }

    fn draws_intervals(&self) -> bool {
        self.rows.iter().flat_map(|row| &row.values).any(|estimate| estimate.interval.is_some())
    }

    fn alt_word(&self) -> Option<&'static str> {
        (!self.draws_intervals()).then_some("alt_pairs")
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Crosstab, DataShape::Pairs]
    }

    /// (An office program has no chart of dots on the lines of named rows whose order may change from row to row: the
    /// kind stays a picture there.)
    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Crosstab(table) = data {
            Some(of_crosstab(table, locale))
        } else if let ChartData::Pairs(pairs) = data {
            Some(of_pairs(pairs, locale))
        } else {
            None
        }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        vec![
            ("usual", specimen(maker, 8, &[], false)),
            ("one", specimen(maker, 1, &[], false)),
            ("thirty", specimen(maker, 30, &[], false)),
            ("long", specimen(maker, 3, &[], true)),
            ("equal", specimen_of(maker, &[(41.0, 41.0), (41.0, 41.6), (41.0, 39.5)])),
            ("extremes", specimen_of(maker, &[(0.0, 100.0), (100.0, 0.0), (0.0, 0.0), (100.0, 100.0)])),
            ("missing", specimen(maker, 5, &[2, 6, 7], false)),
        ]
    }
}

/// Answers or items over a breakdown of two groups, in the order of the data.
fn of_crosstab(table: &Crosstab, locale: &Locale) -> Result<Dumbbell, Diagnostic> {
    let [first, second] = table.groups.as_slice() else {
        return Err(check::groups_beyond(table.groups.len(), TONES.len()));
    };
    let estimate = |cell: Option<&Option<Measure>>| {
        let measure = cell.copied().flatten();
        Estimate {
            value: measure.map(|m| locale.share_of("", m.value)),
            interval: measure.map(|m| m.interval),
        }
    };
    let rows = table
        .rows
        .iter()
        .map(|row| with_distance(&row.label, [0, 1].map(|group| estimate(row.cells.get(group))), locale));
    frame([first.label.clone(), second.label.clone()], rows.collect(), locale)
}

/// Two shares without intervals.
fn of_pairs(pairs: &Pairs, locale: &Locale) -> Result<Dumbbell, Diagnostic> {
    let share = |share: Option<f64>| Estimate::bare(share.map(|share| locale.share_of("", share)));
    let rows = pairs.rows.iter().map(|(label, shares)| with_distance(label, shares.map(share), locale));
    frame(pairs.of.clone(), rows.collect(), locale)
}

fn with_distance(label: &str, values: [Estimate; 2], locale: &Locale) -> DumbbellRow {
    let distance = distance(&values).map(|points| locale.number_of("", points, locale.share_decimals()));
    DumbbellRow { label: label.to_owned(), values, distance }
}

fn frame(groups: [String; 2], rows: Vec<DumbbellRow>, locale: &Locale) -> Result<Dumbbell, Diagnostic> {
    let ends = rows.iter().flat_map(|row| &row.values);
    let ends = ends.flat_map(|e| e.interval.map(|(low, high)| [low, high]).or(e.at().map(|at| [at; 2])));
    let (low, high) = ends.flatten().fold((100.0_f64, 0.0_f64), |(low, high), v| (low.min(v), high.max(v)));
    Ok(Dumbbell {
        axis: Axis::round((low.min(high), high.max(1.0)), 5, locale, ""),
        groups,
        rows,
        distance_heading: locale.word("distance")?.to_owned(),
    })
}

/// Points between two values.
fn distance([first, second]: &[Estimate; 2]) -> Option<f64> {
    Some((first.value.as_ref()?.value - second.value.as_ref()?.value).abs())
}

/// Where the columns stand, in points.
struct Geometry {
    scale: Scale,
    /// Left and right edge of the plot.
    plot: (f64, f64),
    /// Middle of the column of distances.
    aside: f64,
    heading: Vec<String>,
    /// Height of legend, heading and ticks.
    head: f64,
}

fn draw(dumbbell: &Dumbbell, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(dumbbell)?;
    let colours = colours(&context.inks);
    let entries: Vec<(&str, Rgb)> = dumbbell.groups.iter().map(String::as_str).zip(colours).collect();
    let legend = Legend::new(context, &entries);
    let labels = RowLabels::new(context, dumbbell.rows.iter().map(|row| row.label.as_str()), LABEL_SHARE);
    let geometry = geometry(dumbbell, labels.end(context), legend.height, context)?;
    let bands = labels.bands(context, geometry.head, 0.0)?;
    context.picture(bands.height, |pen| {
        legend.draw(pen, context);
        draw_head(pen, context, dumbbell, &geometry, &bands);
        labels.write(pen, &bands.rows, context);
        for (row, band) in dumbbell.rows.iter().zip(&bands.rows) {
            draw_row(pen, context, row, *band, &geometry);
        }
    })
}

fn check(dumbbell: &Dumbbell) -> Result<(), Diagnostic> {
    some_rows(dumbbell.rows.len())?;
    check::axis(&dumbbell.axis)?;
    dumbbell.rows.iter().try_for_each(|row| {
        let mut estimates = row.values.iter();
        estimates.try_for_each(|e| check::estimate(&row.label, e.at(), e.interval, &dumbbell.axis))
    })
}

fn colours(inks: &Inks) -> [Rgb; 2] {
    TONES.map(|tone| inks.tone(tone).as_mark())
}

fn geometry(
    dumbbell: &Dumbbell,
    start: f64,
    above: f64,
    context: &DrawContext,
) -> Result<Geometry, Diagnostic> {
    let em = context.em;
    let (heading, heading_width) = context.wrap(&dumbbell.distance_heading, HEADING_SHARE * context.width);
    let distances = dumbbell.rows.iter().map(|row| context.bold_width(printed(row.distance.as_ref())));
    // A letter may stand out of its advance.
    let column = distances.fold(heading_width, f64::max) + 0.2 * em;
    let plot = (start, context.width - column - 1.2 * em);
    // A value stands beyond the outermost dot on either side.
    let values = dumbbell.rows.iter().flat_map(|row| &row.values);
    let widest = values.map(|e| context.text_width(printed(e.value.as_ref()))).fold(0.0, f64::max);
    let inset = widest + (GAP + RADIUS + 0.1) * em;
    let scale = context.value_scale(domain(dumbbell), (plot.0 + inset, plot.1 - inset))?;
    let ticks = usize::from(!dumbbell.axis.ticks.is_empty());
    Ok(Geometry {
        scale,
        plot,
        aside: context.width - column / 2.0,
        head: above + context.block(ticks.max(heading.len())) + 0.5 * em,
        heading,
    })
}

/// The axis, widened where a value or an interval lies beyond it.
fn domain(dumbbell: &Dumbbell) -> (f64, f64) {
    let estimates = dumbbell.rows.iter().flat_map(|row| &row.values);
    let all = estimates.flat_map(|estimate| {
        let (low, high) = estimate.interval.unzip();
        [estimate.at(), low, high]
    });
    let axis = (dumbbell.axis.min, dumbbell.axis.max);
    all.flatten().fold(axis, |(min, max), value| (min.min(value), max.max(value)))
}

/// Ticks with their light lines, and the heading of the distances; all stand on the head's foot.
fn draw_head(pen: &mut Pen, context: &DrawContext, dumbbell: &Dumbbell, geometry: &Geometry, bands: &Bands) {
    let muted = Ink::new(context.inks.muted, Align::Middle);
    let foot = geometry.head - 0.35 * context.em;
    let heading = foot - context.block(geometry.heading.len()) / 2.0;
    pen.lines_centred(&geometry.heading, (geometry.aside, heading), muted);
    tick_marks::grid(pen, context, &dumbbell.axis, &geometry.scale, (bands.top, bands.bottom));
    tick_marks::labels(pen, context, &dumbbell.axis, &geometry.scale, foot - context.line / 2.0, muted);
}

fn draw_row(pen: &mut Pen, context: &DrawContext, row: &DumbbellRow, band: Band, geometry: &Geometry) {
    let (em, y) = (context.em, band.middle());
    let muted = Ink::new(context.inks.muted, Align::Middle);
    let distance = row.distance.as_ref();
    let ink = if distance.is_some() { Ink::bold(context.inks.text, Align::Middle) } else { muted };
    pen.text_centred(printed(distance), (geometry.aside, y), ink);
    let shown: Vec<(usize, &Estimate, f64)> = (row.values.iter().enumerate())
        .filter_map(|(group, estimate)| Some((group, estimate, geometry.scale.at(estimate.at()?))))
        .collect();
    if shown.is_empty() {
        let middle = f64::midpoint(geometry.plot.0, geometry.plot.1);
        pen.text_on_paper(DASH, (middle, y), muted);
        return;
    }
    for (group, estimate, _) in &shown {
        let interval = estimate.interval.map(|(low, high)| (geometry.scale.at(low), geometry.scale.at(high)));
        if let (Some((low, high)), Some(tone)) = (interval, TONES.get(*group)) {
            let middle = if *group == 0 { y - OFFSET * em } else { y + OFFSET * em };
            let half = HALF_INTERVAL * em;
            pen.rect((low, middle - half), (high, middle + half), context.inks.interval(*tone));
        }
    }
    if let [(_, _, from), (_, _, to)] = shown.as_slice() {
        pen.line((*from, y), (*to, y), 0.2 * em, context.inks.muted);
    }
    draw_dots(pen, context, &shown, y);
    print_values(pen, context, &shown, y, &geometry.scale);
}

/// The dots, each on a white ring; where they meet, the second is seen inside the first.
fn draw_dots(pen: &mut Pen, context: &DrawContext, shown: &[(usize, &Estimate, f64)], y: f64) {
    let (em, colours) = (context.em, colours(&context.inks));
    let meet = matches!(shown, [(_, _, a), (_, _, b)] if (a - b).abs() < RADIUS * em);
    for (i, (group, _, x)) in shown.iter().enumerate() {
        let radius = if meet && i > 0 { 0.55 * RADIUS } else { RADIUS };
        pen.dot((*x, y), (radius + 0.08) * em, WHITE);
        if let Some(colour) = colours.get(*group) {
            pen.dot((*x, y), radius * em, *colour);
        }
    }
}

/// The lower value at the left of dots and intervals, the higher at their right.
fn print_values(
    pen: &mut Pen,
    context: &DrawContext,
    shown: &[(usize, &Estimate, f64)],
    y: f64,
    scale: &Scale,
) {
    let em = context.em;
    let ends = shown.iter().flat_map(|(_, estimate, x)| {
        let (low, high) = estimate.interval.map_or((*x, *x), |(low, high)| (scale.at(low), scale.at(high)));
        [low.min(x - RADIUS * em), high.max(x + RADIUS * em)]
    });
    let (left, right) =
        ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(left, right), x| (left.min(x), right.max(x)));
    let mut sorted: Vec<&(usize, &Estimate, f64)> = shown.iter().collect();
    sorted.sort_by(|a, b| a.2.total_cmp(&b.2));
    let ink = |align| Ink::new(context.inks.text, align);
    if let [(_, low, _), _] = sorted.as_slice() {
        pen.text_on_paper(printed(low.value.as_ref()), (left - GAP * em, y), ink(Align::End));
    }
    if let Some((_, high, _)) = sorted.last() {
        pen.text_on_paper(printed(high.value.as_ref()), (right + GAP * em, y), ink(Align::Start));
    }
}

fn specimen(maker: &SpecimenMaker, rows: usize, hidden: &[usize], long: bool) -> Dumbbell {
    let pair = |i: usize| {
        let first = falling(i, rows, 62.0, 6.0);
        (first, ((first + 30.0 * (spread(i * 3) - 0.3)).max(0.4) * 10.0).round() / 10.0)
    };
    let mut chart = specimen_of(maker, &(0..rows).map(pair).collect::<Vec<_>>());
    for (i, row) in chart.rows.iter_mut().enumerate() {
        row.label = maker.label(i, long);
        for (group, estimate) in row.values.iter_mut().enumerate() {
            if hidden.contains(&(2 * i + group)) {
                (*estimate, row.distance) = (Estimate::default(), None);
            }
        }
    }
    chart
}

fn specimen_of(maker: &SpecimenMaker, pairs: &[(f64, f64)]) -> Dumbbell {
    let estimate = |value: f64| Estimate {
        value: Some(maker.number(value, 1)),
        interval: maker.share(value, 900.0).interval,
    };
    let row = |(i, (first, second)): (usize, &(f64, f64))| {
        let values = [estimate(*first), estimate(*second)];
        let distance = distance(&values).map(|points| maker.number(points, 1));
        DumbbellRow { label: maker.words.name(i), values, distance }
    };
    let [first, .., last] = &maker.words.groups;
    let highest = pairs.iter().map(|(first, second)| first.max(*second)).fold(0.0, f64::max);
    Dumbbell {
        axis: if highest > 80.0 { maker.axis(0.0, 100.0, 5) } else { maker.axis(0.0, 80.0, 4) },
        groups: [first.clone(), last.clone()],
        rows: pairs.iter().enumerate().map(row).collect(),
        distance_heading: maker.locale.word("distance").unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Dumbbell, DumbbellRow, distance};
    use crate::chart::estimate::Estimate;
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{LONG, attributes, axis, draw, texts, value};
    use crate::diag::Code;

    fn dumbbell(pairs: &[(Option<f64>, Option<f64>)]) -> Dumbbell {
        let number = |v: f64| value(v, &format!("{v:.0}"));
        let row = |(first, second): &(Option<f64>, Option<f64>)| {
            let values = [*first, *second]
                .map(|v| Estimate { value: v.map(number), interval: v.map(|v| (v - 2.0, v + 2.0)) });
            let distance = distance(&values).map(number);
            DumbbellRow { label: LONG.into(), values, distance }
        };
        Dumbbell {
            axis: axis(0.0, 100.0, 50.0),
            groups: ["ерлер".into(), "әйелдер".into()],
            rows: pairs.iter().map(row).collect(),
            distance_heading: "айырмашылық".into(),
        }
    }

    #[test]
    fn dots_stand_at_their_values_and_the_distance_is_printed() {
        let chart = Chart::from(dumbbell(&[(Some(20.0), Some(60.0)), (Some(60.0), Some(40.0))]));
        let svg = draw(&chart).unwrap().svg().to_owned();
        // Each dot stands on a white ring.
        let xs: Vec<f64> = attributes(&svg, "circle", "cx").into_iter().step_by(2).collect();
        assert!((xs[1] - xs[2]).abs() < 0.11 && (xs[3] - (xs[0] + xs[1]) / 2.0).abs() < 0.11, "{xs:?}");
        let words = texts(&svg);
        assert_eq!(words.iter().filter(|w| *w == "40").count(), 2, "value and distance: {words:?}");
    }

    #[test]
    fn what_is_not_shown_has_neither_dot_nor_distance() {
        let chart = Chart::from(dumbbell(&[(Some(20.0), None), (None, None)]));
        let svg = draw(&chart).unwrap().svg().to_owned();
        assert_eq!(attributes(&svg, "circle", "cx").len(), 2);
        assert_eq!(texts(&svg).iter().filter(|w| *w == "—").count(), 3);
    }

    #[test]
    fn senseless_numbers_are_faults() {
        for pairs in [&[][..], &[(Some(f64::NAN), None)], &[(Some(-1.0), Some(3.0))]] {
            let error = draw(&Chart::from(dumbbell(pairs))).unwrap_err();
            assert_eq!(error.code, Code::ChartDrawing);
        }
    }
}
