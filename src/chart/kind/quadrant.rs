//! Things by two measures in four fields: what many name and many are dissatisfied with stands in the upper right one,
//! and comes first. (Importance–performance analysis: J. A. Martilla, J. C. James, Journal of Marketing 41, 1977.) The
//! lines between the fields are the means of what is shown.

use super::ChartKind;
use crate::chart::alt::AltText;
use crate::chart::axis::Axis;
use crate::chart::check::{self, fault, finite, some_rows};
use crate::chart::data::{ChartData, DataShape, Point, Points};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::Estimate;
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::too_high;
use crate::chart::scale::Scale;
use crate::chart::specimen::{Cases, SpecimenMaker, spread};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Number;
use crate::quantity::whole::float;
use crate::theme::Tone;

/// Height of a picture that has none set, as a share of the width.
const SHAPE: f64 = 0.46;
/// The least height of the plot, in em.
const LEAST_PLOT: f64 = 8.0;
/// Radius of a dot, in em.
const RADIUS: f64 = 0.36;
/// The widest name of a thing, in em.
const WIDEST_NAME: f64 = 13.0;
/// Between a dot and its name, in em.
const GAP: f64 = 0.5;
/// How much of its length an axis goes on beyond the outermost things.
const MARGIN: f64 = 0.12;

/// Things on a plane of two measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Quadrant {
    /// The measure to the right.
    pub across: Axis,
    /// The measure upwards.
    pub upwards: Axis,
    /// The things.
    pub points: Vec<QuadrantPoint>,
}

/// A thing with two measures.
#[derive(Debug, Clone, PartialEq)]
pub struct QuadrantPoint {
    /// What it is.
    pub label: String,
    /// To the right.
    pub across: Number,
    /// Upwards.
    pub upwards: Number,
}

impl ChartKind for Quadrant {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        visit(&mut self.across.label);
        visit(&mut self.upwards.label);
        self.points.iter_mut().for_each(|point| visit(&mut point.label));
    }

    fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        draw(self, context)
    }

    fn readout(&self) -> Readout {
        let rows = self.points.iter().map(|point| {
            let cells = [&point.across, &point.upwards].map(|number| Estimate::bare(Some(number.clone())));
            ReadoutRow::new(&point.label, cells.to_vec())
        });
        Readout::named([&self.across.label, &self.upwards.label], rows)
    }

    /// What stands in the upper right field.
    fn message(&self, alt: &AltText) -> Result<String, Diagnostic> {
        let (across, upwards) = self.means();
        let first = self.points.iter().filter(|p| p.across.value > across && p.upwards.value > upwards);
        let names: Vec<&str> = first.map(|point| point.label.as_str()).collect();
        if names.is_empty() {
            return Ok(String::new());
        }
        alt.locale.fill("alt_above_both", &[("names", &names.join(", "))])
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Points]
    }

    /// (An office program puts the names of dots over one another: the kind stays a picture there.)
    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Points(points) = data { Some(Ok(of_points(points, locale))) } else { None }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        let mut long = specimen(maker, 3);
        long.points.iter_mut().for_each(|point| point.label.clone_from(&maker.words.long));
        vec![
            ("usual", specimen(maker, 8)),
            ("one", specimen(maker, 1)),
            ("long", long),
            ("equal", equal(maker)),
        ]
    }
}

fn of_points(points: &Points, locale: &Locale) -> Quadrant {
    let number =
        |(datum, share): &(String, f64)| locale.percent_of(datum.as_str(), *share, locale.share_decimals());
    let point = |of: &Point| QuadrantPoint {
        label: of.label.clone(),
        across: number(&of.across),
        upwards: number(&of.upwards),
    };
    let axis = |pick: &dyn Fn(&Point) -> f64, label: &str| {
        let values = points.rows.iter().map(pick);
        let ends = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
        Axis::round(if ends.0 <= ends.1 { ends } else { (0.0, 1.0) }, 4, locale, label)
    };
    Quadrant {
        across: axis(&|point| point.across.1, &points.across),
        upwards: axis(&|point| point.upwards.1, &points.upwards),
        points: points.rows.iter().map(point).collect(),
    }
}

impl Quadrant {
    /// The means of both measures over the things shown.
    fn means(&self) -> (f64, f64) {
        let count = float(self.points.len().max(1));
        let sum =
            |pick: fn(&QuadrantPoint) -> &Number| self.points.iter().map(|p| pick(p).value).sum::<f64>();
        (sum(|point| &point.across) / count, sum(|point| &point.upwards) / count)
    }
}

/// A rectangle: left, top, right, bottom, in points.
type Block = [f64; 4];

/// The name of a thing in its place.
struct Name {
    lines: Vec<String>,
    at: (f64, f64),
    align: Align,
}

/// Where everything stands, in points.
struct Geometry {
    plot: Block,
    across: Scale,
    upwards: Scale,
    /// The name of the measure upwards, above the plot, and of the one to the right, below it.
    heads: [Vec<String>; 2],
    height: f64,
}

fn draw(quadrant: &Quadrant, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(quadrant)?;
    let geometry = geometry(quadrant, context)?;
    let names = names(quadrant, &geometry, context)?;
    context.picture(geometry.height, |pen| {
        draw_fields(pen, context, quadrant, &geometry);
        draw_axes(pen, context, quadrant, &geometry);
        let means = quadrant.means();
        for point in &quadrant.points {
            let comes_first = point.across.value > means.0 && point.upwards.value > means.1;
            let tone = if comes_first { Tone::Accent } else { Tone::Calm };
            pen.dot(place(point, &geometry), RADIUS * context.em, context.inks.tone(tone).as_mark());
        }
        for name in &names {
            pen.lines_centred(&name.lines, name.at, Ink::new(context.inks.text, name.align));
        }
    })
}

fn check(quadrant: &Quadrant) -> Result<(), Diagnostic> {
    some_rows(quadrant.points.len())?;
    check::axis(&quadrant.across)?;
    check::axis(&quadrant.upwards)?;
    quadrant.points.iter().try_for_each(|point| {
        let wrong = || say!("chart-value-not-finite", label = point.label);
        finite(point.across.value, wrong)?;
        finite(point.upwards.value, wrong)
    })
}

fn place(point: &QuadrantPoint, geometry: &Geometry) -> (f64, f64) {
    (geometry.across.at(point.across.value), geometry.upwards.at(point.upwards.value))
}

fn geometry(quadrant: &Quadrant, context: &DrawContext) -> Result<Geometry, Diagnostic> {
    let em = context.em;
    let ticks = &quadrant.upwards.ticks;
    let widest = ticks.iter().map(|tick| context.text_width(&tick.label)).fold(0.0, f64::max);
    let left = widest + 0.7 * em;
    // Half the last label of the measure to the right stands out.
    let ends = quadrant.across.ticks.iter().map(|tick| context.text_width(&tick.label) / 2.0);
    let right = context.width - ends.fold(0.0, f64::max);
    let heads = [&quadrant.upwards.label, &quadrant.across.label]
        .map(|label| context.wrap(label, context.width - left).0);
    let top = context.block(heads[0].len()) + 0.6 * em;
    let foot = context.line + context.block(heads[1].len()) + 0.7 * em;
    let needed = top + foot + LEAST_PLOT * em;
    let height = context.height.unwrap_or(needed.max(SHAPE * context.width));
    if height < needed {
        return Err(too_high(context, quadrant.points.len(), needed, height));
    }
    let bottom = height - foot;
    let beyond = |axis: &Axis, pick: fn(&QuadrantPoint) -> f64| {
        let values = quadrant.points.iter().map(pick);
        let (from, to) = values.fold((axis.min, axis.max), |(a, b), v| (a.min(v), b.max(v)));
        (from - MARGIN * (to - from) / 2.0, to + MARGIN * (to - from) / 2.0)
    };
    let across = beyond(&quadrant.across, |point| point.across.value);
    let upwards = beyond(&quadrant.upwards, |point| point.upwards.value);
    Ok(Geometry {
        plot: [left, top, right, bottom],
        across: Scale::new(across.0, across.1, left, right),
        upwards: Scale::new(upwards.0, upwards.1, bottom, top),
        heads,
        height,
    })
}

/// The four fields: the upper right one has a ground, dashes stand at the means.
fn draw_fields(pen: &mut Pen, context: &DrawContext, quadrant: &Quadrant, geometry: &Geometry) {
    let [left, top, right, bottom] = geometry.plot;
    let (across, upwards) = quadrant.means();
    let (x, y) = (geometry.across.at(across), geometry.upwards.at(upwards));
    pen.rect((x, top), (right, y), context.inks.surface);
    let dash = (0.35 * context.em, 0.3 * context.em);
    pen.dashes((x, top), (x, bottom), dash, 0.8, context.inks.muted);
    pen.dashes((left, y), (right, y), dash, 0.8, context.inks.muted);
}

fn draw_axes(pen: &mut Pen, context: &DrawContext, quadrant: &Quadrant, geometry: &Geometry) {
    let (em, inks) = (context.em, &context.inks);
    let [left, top, right, bottom] = geometry.plot;
    let muted = |align| Ink::new(inks.muted, align);
    let [upwards, across] = &geometry.heads;
    pen.lines_centred(upwards, (left, context.block(upwards.len()) / 2.0), muted(Align::Start));
    pen.line((left, top), (left, bottom), 0.7, inks.muted);
    pen.line((left, bottom), (right, bottom), 0.7, inks.muted);
    for tick in &quadrant.upwards.ticks {
        pen.text_centred(&tick.label, (left - 0.6 * em, geometry.upwards.at(tick.at)), muted(Align::End));
    }
    let mut taken = f64::NEG_INFINITY;
    for tick in &quadrant.across.ticks {
        let (x, half) = (geometry.across.at(tick.at), context.text_width(&tick.label) / 2.0);
        if x - half > taken {
            pen.text_centred(&tick.label, (x, bottom + 0.3 * em + context.line / 2.0), muted(Align::Middle));
            taken = x + half + 0.4 * em;
        }
    }
    let foot = bottom + 0.5 * em + context.line + context.block(across.len()) / 2.0;
    pen.lines_centred(across, (right, foot), muted(Align::End));
}

/// A name beside each dot, where it touches no other name, dot or edge; the places are tried from the right around it.
///
/// # Errors
/// A name has no place.
fn names(quadrant: &Quadrant, geometry: &Geometry, context: &DrawContext) -> Result<Vec<Name>, Diagnostic> {
    let em = context.em;
    let [left, top, right, bottom] = geometry.plot;
    let means = quadrant.means();
    let (x, y) = (geometry.across.at(means.0), geometry.upwards.at(means.1));
    let lines = [[x, top, x, bottom], [left, y, right, y]];
    let dots: Vec<Block> =
        quadrant.points.iter().map(|point| around(place(point, geometry), RADIUS * em)).collect();
    let mut taken: Vec<Block> = Vec::new();
    let mut names = Vec::with_capacity(quadrant.points.len());
    for (i, point) in quadrant.points.iter().enumerate() {
        let others = || dots.iter().enumerate().filter(|(other, _)| *other != i).map(|(_, dot)| dot);
        let solid: Vec<Block> = taken.iter().chain(others()).copied().collect();
        let with_lines: Vec<Block> = solid.iter().chain(&lines).copied().collect();
        // A name that a dashed line crosses is better than none.
        let found = [with_lines, solid].into_iter().find_map(|obstacles| {
            let limits = [WIDEST_NAME, 0.7 * WIDEST_NAME, 2.0 * WIDEST_NAME];
            limits.into_iter().find_map(|limit| {
                let (lines, width) = context.wrap(&point.label, limit * em);
                let size = (width, context.block(lines.len()));
                let free = |(block, ..): &(Block, (f64, f64), Align)| {
                    within(*block, geometry, context) && !obstacles.iter().any(|o| meet(*o, *block))
                };
                let place = places(place(point, geometry), size, em).into_iter().find(free)?;
                Some((lines, place))
            })
        });
        let Some((lines, (block, at, align))) = found else {
            return Err(
                fault(say!("chart-name-without-room", label = point.label)).hint(say!("hint-chart-names"))
            );
        };
        taken.push(block);
        names.push(Name { lines, at, align });
    }
    Ok(names)
}

/// Places of a block of lines around a dot: what it covers, its anchor, its alignment.
fn places((x, y): (f64, f64), (width, height): (f64, f64), em: f64) -> Vec<(Block, (f64, f64), Align)> {
    let away = (RADIUS + GAP) * em;
    let mut all = Vec::new();
    for step in [0.0, 0.9, -0.9, 1.8, -1.8] {
        let middle = y + step * em;
        let rows = (middle - height / 2.0, middle + height / 2.0);
        all.push(([x + away, rows.0, x + away + width, rows.1], (x + away, middle), Align::Start));
        all.push(([x - away - width, rows.0, x - away, rows.1], (x - away, middle), Align::End));
    }
    for (sign, shift) in [(-1.0, 0.0), (1.0, 0.0), (-1.0, 0.5), (1.0, 0.5), (-1.0, -0.5), (1.0, -0.5)] {
        let (middle, centre) = (y + sign * (away + height / 2.0), x + shift * width);
        let block =
            [centre - width / 2.0, middle - height / 2.0, centre + width / 2.0, middle + height / 2.0];
        all.push((block, (centre, middle), Align::Middle));
    }
    all
}

fn around((x, y): (f64, f64), radius: f64) -> Block {
    [x - radius, y - radius, x + radius, y + radius]
}

fn within([left, top, right, bottom]: Block, geometry: &Geometry, context: &DrawContext) -> bool {
    let plot = geometry.plot;
    left >= plot[0] + 0.2 * context.em && right <= context.width && top >= plot[1] && bottom <= plot[3]
}

fn meet(a: Block, b: Block) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

fn specimen(maker: &SpecimenMaker, count: usize) -> Quadrant {
    let point = |i: usize| {
        let (across, upwards) = (12.0 + 46.0 * spread(i * 3 + 2), 16.0 + 52.0 * spread(i * 5 + 1));
        of_shares(maker, i, (across, upwards))
    };
    frame(maker, (0..count).map(point).collect())
}

fn equal(maker: &SpecimenMaker) -> Quadrant {
    frame(maker, (0..3).map(|i| of_shares(maker, i, (31.0, 44.0))).collect())
}

fn of_shares(maker: &SpecimenMaker, i: usize, (across, upwards): (f64, f64)) -> QuadrantPoint {
    QuadrantPoint {
        label: maker.words.name(i),
        across: maker.percent(across),
        upwards: maker.percent(upwards),
    }
}

fn frame(maker: &SpecimenMaker, points: Vec<QuadrantPoint>) -> Quadrant {
    let axis = |label: &str| Axis { label: label.to_owned(), ..maker.axis(0.0, 80.0, 4) };
    Quadrant { across: axis(&maker.words.total), upwards: axis(&maker.words.daily), points }
}

#[cfg(test)]
mod tests {
    use super::{Quadrant, QuadrantPoint};
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{attributes, axis, draw, per_cent, texts};
    use crate::diag::Code;

    fn quadrant(points: &[(f64, f64)]) -> Quadrant {
        let point = |(i, (across, upwards)): (usize, &(f64, f64))| QuadrantPoint {
            label: format!("Тармақ {i}"),
            across: per_cent(*across),
            upwards: per_cent(*upwards),
        };
        let points = points.iter().enumerate().map(point).collect();
        Quadrant { across: axis(0.0, 100.0, 50.0), upwards: axis(0.0, 100.0, 50.0), points }
    }

    #[test]
    fn dots_stand_where_both_measures_say() {
        let chart = quadrant(&[(0.0, 0.0), (100.0, 100.0), (50.0, 25.0)]);
        let svg = draw(&Chart::Quadrant(chart)).unwrap().svg().to_owned();
        let (xs, ys) = (attributes(&svg, "circle", "cx"), attributes(&svg, "circle", "cy"));
        assert!((xs[2] - (xs[0] + xs[1]) / 2.0).abs() < 0.21, "{xs:?}");
        assert!((ys[2] - (ys[0] + 0.25 * (ys[1] - ys[0]))).abs() < 0.21, "{ys:?}");
        assert_eq!(texts(&svg).iter().filter(|text| text.starts_with("Тармақ")).count(), 3);
    }

    #[test]
    fn senseless_numbers_and_names_without_room_are_faults() {
        let crowd: Vec<(f64, f64)> = vec![(50.0, 50.0); 40];
        for points in [vec![], vec![(f64::NAN, 1.0)], vec![(1.0, f64::INFINITY)], crowd] {
            assert_eq!(draw(&Chart::Quadrant(quadrant(&points))).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
