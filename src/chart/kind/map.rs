//! Territories as areas: coloured by tier, named where the name fits, numbered where it does not.

mod areas;

use areas::{Area, areas};

use super::ChartKind;
use crate::chart::check::{fault, finite, some_rows};
use crate::chart::colour::{Rgb, WHITE};
use crate::chart::data::{ChartData, DataShape, Key, Polygons, Territories, Territory};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate;
use crate::chart::legend::{Legend, meaning};
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::specimen::{Cases, SpecimenMaker, falling, spread};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Number;
use crate::quantity::whole::float;
use crate::theme::Tone;

/// Height of a picture that has none set, as a share of the width at the most.
const SHAPE: f64 = 0.75;
/// Lines of a name on the map at the most.
const MOST_LINES: usize = 3;
/// The least height that the areas need, in em.
const LEAST: f64 = 8.0;
/// Between slanted lines of a hatching, in em.
const HATCH: f64 = 0.32;

/// Territories as areas on a plane.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// What the colours stand for.
    pub keys: Vec<Key>,
    /// What the hatching stands for, where a territory is not shown.
    pub absent: Option<String>,
    /// The territories.
    pub shapes: Vec<Shape>,
}

/// A territory.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Its name.
    pub label: String,
    /// `None`: the base is too small to show; hatched, never coloured.
    pub value: Option<Number>,
    /// Its colour.
    pub tone: Tone,
    /// Its boundaries.
    pub polygons: Polygons,
}

impl ChartKind for Map {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.keys.iter_mut().for_each(|key| visit(&mut key.label));
        self.absent.iter_mut().for_each(&mut *visit);
        self.shapes.iter_mut().for_each(|shape| visit(&mut shape.label));
    }

    fn is_empty(&self) -> bool {
        self.shapes.is_empty()
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        draw(self, context)
    }

    fn readout(&self) -> Readout {
        Readout::single(self.shapes.iter().map(|shape| {
            let row = ReadoutRow::single(&shape.label, shape.value.as_ref(), None);
            row.remarked(meaning(&self.keys, shape.tone, shape.value.is_some()))
        }))
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Areas]
    }

    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        let ChartData::Areas(Territories { keys, absent, rows }) = data else { return None };
        let shape = |t: &Territory| {
            let value = t.score.map(|score| locale.number_of("", score, 1));
            let (label, tone) = (t.label.clone(), t.tone);
            t.area.clone().map(|polygons| Shape { label, value, tone, polygons })
        };
        let shapes = rows.iter().map(shape).collect::<Option<Vec<Shape>>>()?;
        Some(Ok(Self { keys: keys.clone(), absent: absent.clone(), shapes }))
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        vec![("usual", specimen(maker, &[])), ("missing", specimen(maker, &[1, 6]))]
    }
}

/// What is printed on an area, and where its middle is: its name in lines, or its number in the list below
/// the map.
enum Label {
    Name((f64, f64), Vec<String>),
    Number((f64, f64), usize),
}

/// Everything laid out. Lengths in points.
struct Geometry<'m> {
    /// Largest first.
    areas: Vec<Area<'m>>,
    labels: Vec<Label>,
    /// «1 – name: value» of the areas that bear a number.
    list: Vec<Vec<String>>,
    list_top: f64,
    height: f64,
}

fn draw(map: &Map, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(map)?;
    let legend = Legend::of_territories(context, &map.keys, map.absent.as_deref());
    let head = legend.as_ref().map_or(0.0, |legend| legend.height);
    let geometry = geometry(map, context, head)?;
    context.picture(geometry.height, |pen| {
        if let Some(legend) = &legend {
            legend.draw(pen, context);
        }
        for area in &geometry.areas {
            draw_area(pen, context, area);
        }
        for (area, label) in geometry.areas.iter().zip(&geometry.labels) {
            draw_label(pen, context, area, label);
        }
        draw_list(pen, context, &geometry);
    })
}

fn check(map: &Map) -> Result<(), Diagnostic> {
    some_rows(map.shapes.len())?;
    for shape in &map.shapes {
        let wrong = || say!("chart-value-not-finite", label = &shape.label);
        let points = shape.polygons.iter().flatten().flatten().flat_map(|(x, y)| [*x, *y]);
        let values = shape.value.iter().map(|v| v.value);
        points.chain(values).try_for_each(|v| finite(v, wrong))?;
        if !shape.polygons.iter().any(|rings| rings.first().is_some_and(|ring| ring.len() > 2)) {
            return Err(fault(wrong()));
        }
    }
    let points = || map.shapes.iter().flat_map(|s| &s.polygons).flatten().flatten();
    let extent = |part: fn(&(f64, f64)) -> f64| {
        let (low, high) = (f64::INFINITY, f64::NEG_INFINITY);
        let (low, high) = points().map(part).fold((low, high), |(a, b), v| (a.min(v), b.max(v)));
        high - low
    };
    if extent(|p| p.0) > 0.0 && extent(|p| p.1) > 0.0 {
        Ok(())
    } else {
        Err(fault(say!("chart-axis-without-length", min = 0, max = 0)))
    }
}

/// How many names are listed follows from the map's size, and that, where the height is given, from how many
/// are listed: more and more are reckoned with until they are enough.
fn geometry<'m>(map: &'m Map, context: &DrawContext, head: f64) -> Result<Geometry<'m>, Diagnostic> {
    let mut reserved = 0.0;
    loop {
        let room = context.height.map_or(SHAPE * context.width, |h| h - head - reserved);
        if room < LEAST * context.em {
            let (needed, height) = (head + reserved + LEAST * context.em, head + reserved + room);
            let (needed, height) = (format!("{needed:.0}"), format!("{height:.0}"));
            let message = say!("chart-total-without-room", needed = needed, height = height);
            return Err(fault(message).hint(say!("hint-chart-room")));
        }
        let areas = areas(map, (context.width, room), head);
        let labels = labels(&areas, context);
        let list = list(&areas, &labels, context);
        let needed = list_height(&list, context);
        if needed <= reserved + 1e-6 || context.height.is_none() {
            let bottom = areas.iter().flat_map(|a| a.points()).map(|p| p.1).fold(head, f64::max);
            let height = context.height.unwrap_or(bottom + needed + 0.2 * context.em);
            return Ok(Geometry { areas, labels, list, list_top: bottom, height });
        }
        reserved = needed;
    }
}

fn printed(shape: &Shape) -> &str {
    estimate::printed(shape.value.as_ref())
}

/// Names where they fit into their area and leave the others free; numbers elsewhere.
fn labels(areas: &[Area], context: &DrawContext) -> Vec<Label> {
    let mut taken: Vec<[f64; 4]> = Vec::new();
    let mut numbers = 0;
    // Small areas first: what lies inside of another keeps its place.
    let mut labels: Vec<Label> = areas
        .iter()
        .enumerate()
        .rev()
        .map(|(i, area)| {
            // Smaller areas are drawn over this one.
            let above = areas.get(i + 1..).unwrap_or_default();
            let is_free = |block: [f64; 4]| {
                !taken.iter().any(|other| overlap(*other, block)) && !above.iter().any(|a| a.meets(block))
            };
            let name = area.places.iter().find_map(|place| name_at(area, *place, is_free, context));
            let (block, label) = name.unwrap_or_else(|| {
                numbers += 1;
                number_at(area, numbers, is_free, context)
            });
            taken.push(block);
            label
        })
        .collect();
    labels.reverse();
    labels
}

/// Left, top, right and bottom of a block about a place.
fn block((x, y): (f64, f64), half: f64, tall: f64) -> [f64; 4] {
    [x - half, y - tall, x + half, y + tall]
}

/// The name at a place, where it fits whole and stands on no other.
fn name_at(
    area: &Area,
    (at, width): ((f64, f64), f64),
    is_free: impl Fn([f64; 4]) -> bool,
    context: &DrawContext,
) -> Option<([f64; 4], Label)> {
    let (lines, own) = context.wrap(&area.shape.label, width - 0.4 * context.em);
    let half = own.max(context.bold_width(printed(area.shape))) / 2.0 + 0.15 * context.em;
    let block = block(at, half, context.block(lines.len() + 1) / 2.0);
    let is_whole = lines.len() <= MOST_LINES && !lines.iter().any(|line| line.ends_with('-'));
    (is_whole && area.holds(block) && is_free(block)).then_some((block, Label::Name(at, lines)))
}

/// The number at the first place that is free, failing that at the best one.
fn number_at(
    area: &Area,
    number: usize,
    is_free: impl Fn([f64; 4]) -> bool,
    context: &DrawContext,
) -> ([f64; 4], Label) {
    let of = |place: &((f64, f64), f64)| (place.0, block(place.0, 0.8 * context.em, 0.65 * context.em));
    let free = area.places.iter().map(of).find(|(_, block)| is_free(*block));
    let (at, block) = free.or_else(|| area.places.first().map(of)).unwrap_or_default();
    (block, Label::Number(at, number))
}

fn overlap(a: [f64; 4], b: [f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// The numbered areas' names and values in lines, in the order of their numbers.
fn list(areas: &[Area], labels: &[Label], context: &DrawContext) -> Vec<Vec<String>> {
    let mut entries: Vec<(usize, Vec<String>)> = areas
        .iter()
        .zip(labels)
        .filter_map(|(area, label)| match label {
            Label::Number(_, number) => {
                let text = format!("{number}\u{a0}– {}: {}", area.shape.label, printed(area.shape));
                Some((*number, context.wrap(&text, context.width / 2.0 - context.em).0))
            }
            Label::Name(..) => None,
        })
        .collect();
    entries.sort_by_key(|(number, _)| *number);
    entries.into_iter().map(|(_, lines)| lines).collect()
}

/// Height of the list in two columns, in points.
fn list_height(list: &[Vec<String>], context: &DrawContext) -> f64 {
    let lines = |entries: &[Vec<String>]| entries.iter().map(Vec::len).sum::<usize>();
    let half = list.len().div_ceil(2).max(1);
    let longest = list.chunks(half).map(lines).max().unwrap_or_default();
    if longest == 0 { 0.0 } else { context.block(longest) + 0.6 * context.em }
}

fn ground(context: &DrawContext, shape: &Shape) -> Rgb {
    if shape.value.is_some() { context.inks.tone(shape.tone) } else { context.inks.surface }
}

fn draw_area(pen: &mut Pen, context: &DrawContext, area: &Area) {
    for rings in &area.polygons {
        for (i, ring) in rings.iter().enumerate() {
            pen.polygon(ring, if i == 0 { ground(context, area.shape) } else { WHITE });
        }
    }
    if area.shape.value.is_none() {
        for (from, to) in area.hatching(HATCH * context.em) {
            pen.line(from, to, 0.6, context.inks.line);
        }
    }
    for ring in area.polygons.iter().flatten() {
        let mut edge = ring.clone();
        edge.extend(ring.first().copied());
        pen.polyline(&edge, 1.8, context.inks.muted);
        pen.polyline(&edge, 1.0, WHITE);
    }
}

fn draw_label(pen: &mut Pen, context: &DrawContext, area: &Area, label: &Label) {
    let (x, y) = match label {
        Label::Name(at, _) | Label::Number(at, _) => *at,
    };
    let is_shown = area.shape.value.is_some();
    let ink = Ink::new(context.inks.on(ground(context, area.shape)), Align::Middle);
    let bold = Ink { bold: true, ..ink };
    let mut write = |text: &str, y: f64, ink: Ink| {
        // On a hatching text needs a ground.
        if is_shown { pen.text_centred(text, (x, y), ink) } else { pen.text_on_paper(text, (x, y), ink) }
    };
    match label {
        Label::Number(_, number) => write(&number.to_string(), y, bold),
        Label::Name(_, lines) => {
            let top = y - context.block(lines.len() + 1) / 2.0;
            for (i, line) in lines.iter().enumerate() {
                write(line, top + (float(i) + 0.5) * context.line, ink);
            }
            write(printed(area.shape), top + (float(lines.len()) + 0.5) * context.line, bold);
        }
    }
}

/// The numbered names in two columns below the map.
fn draw_list(pen: &mut Pen, context: &DrawContext, geometry: &Geometry) {
    let half = geometry.list.len().div_ceil(2).max(1);
    for (column, entries) in geometry.list.chunks(half).enumerate() {
        let mut y = geometry.list_top + 0.6 * context.em;
        for lines in entries {
            let tall = context.block(lines.len());
            let at = (float(column) * context.width / 2.0, y + tall / 2.0);
            pen.lines_centred(lines, at, Ink::new(context.inks.text, Align::Start));
            y += tall;
        }
    }
}

/// Nine districts around a tenth that lies inside of another.
fn specimen(maker: &SpecimenMaker, hidden: &[usize]) -> Map {
    let tones = [Tone::Accent, Tone::Middle, Tone::Calm];
    let shape = |i: usize, polygons: Polygons| Shape {
        label: maker.words.name(i),
        value: (!hidden.contains(&i)).then(|| maker.number(falling(i, 10, 64.0, 25.0), 1)),
        tone: tones[(i * 3 / 10).min(2)],
        polygons,
    };
    let corner = |column: usize, row: usize| {
        let inner = (1..3).contains(&column) && (1..3).contains(&row);
        let shift = if inner { 0.25 } else { 0.1 };
        let (dx, dy) = (spread(column * 5 + row) - 0.5, spread(row * 7 + column + 3) - 0.5);
        (1.6 * float(column) + 1.6 * shift * dx, float(row) + shift * dy)
    };
    let mut shapes: Vec<Shape> = (0..9)
        .map(|i| {
            let (c, r) = (i % 3, i / 3);
            let ring = [(c, r), (c + 1, r), (c + 1, r + 1), (c, r + 1), (c, r)];
            shape(i, vec![vec![ring.into_iter().map(|(x, y)| corner(x, y)).collect()]])
        })
        .collect();
    let enclave = [(2.1, 1.35), (2.7, 1.35), (2.7, 1.7), (2.1, 1.7), (2.1, 1.35)];
    shapes.push(shape(9, vec![vec![enclave.to_vec()]]));
    let absent = (!hidden.is_empty()).then(|| maker.words.absent.clone());
    Map { keys: Key::specimens(maker), absent, shapes }
}

#[cfg(test)]
mod tests {
    use super::{Map, Shape};
    use crate::chart::data::Key;
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{LONG, draw, texts, value};
    use crate::diag::Code;
    use crate::theme::Tone;

    fn square(x: f64, side: f64, label: &str, value_of: Option<f64>) -> Shape {
        let ring = vec![(x, 0.0), (x + side, 0.0), (x + side, side), (x, side), (x, 0.0)];
        Shape {
            label: label.into(),
            value: value_of.map(|v| value(v, &format!("{v:.1}"))),
            tone: Tone::Calm,
            polygons: vec![vec![ring]],
        }
    }

    fn map(shapes: Vec<Shape>) -> Chart {
        Chart::Map(Map {
            keys: vec![Key { label: "тәуекелі төмен".into(), tone: Tone::Calm }],
            absent: None,
            shapes,
        })
    }

    #[test]
    fn names_stand_on_large_areas_and_in_a_list_for_small_ones() {
        let shapes = vec![square(0.0, 10.0, "Орталық", Some(41.0)), square(10.0, 0.5, LONG, Some(33.0))];
        let words = texts(draw(&map(shapes)).unwrap().svg()).join(" ");
        assert!(words.contains("Орталық 41.0"), "{words}");
        assert!(words.contains("1\u{a0}–") && words.contains(": 33.0"), "{words}");
    }

    #[test]
    fn what_is_not_shown_is_hatched_with_a_dash() {
        let shown = draw(&map(vec![square(0.0, 10.0, "А", Some(41.0))])).unwrap().svg().to_owned();
        let hidden = draw(&map(vec![square(0.0, 10.0, "А", None)])).unwrap().svg().to_owned();
        assert!(texts(&hidden).contains(&"—".to_owned()));
        assert!(hidden.matches("<line").count() > shown.matches("<line").count() + 20);
    }

    #[test]
    fn senseless_shapes_are_faults() {
        let mut point = square(0.0, 0.0, "А", Some(1.0));
        point.polygons[0][0].truncate(1);
        for shapes in [vec![], vec![square(0.0, f64::NAN, "А", None)], vec![point]] {
            assert_eq!(draw(&map(shapes)).unwrap_err().code, Code::ChartDrawing);
        }
    }
}
