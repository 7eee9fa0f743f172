//! Shapes fitted into the picture: rings in points, where a label may stand, the slanted lines of a hatching.

use super::{Map, Shape};

/// Kept free around the map for the strokes of its edges, in points.
const EDGE: f64 = 1.0;

type Point = (f64, f64);
type Ring = Vec<Point>;

/// One shape in points from the picture's upper left corner.
pub struct Area<'m> {
    pub shape: &'m Shape,
    pub polygons: Vec<Vec<Ring>>,
    /// Where a label may have its middle, and how wide the area is there; the best place first.
    pub places: Vec<(Point, f64)>,
    size: f64,
}

/// The shapes, largest first, so that an enclave lies over what surrounds it; fitted into width and height
/// below `top`, in the middle.
pub fn areas(map: &Map, (width, height): (f64, f64), top: f64) -> Vec<Area<'_>> {
    let points = || map.shapes.iter().flat_map(|s| &s.polygons).flatten().flatten();
    let range = |part: fn(&Point) -> f64| {
        let all = points().map(part);
        (all.clone().fold(f64::INFINITY, f64::min), all.fold(f64::NEG_INFINITY, f64::max))
    };
    let (west, east) = range(|p| p.0);
    let (south, north) = range(|p| p.1);
    let (inner, height) = (width - 2.0 * EDGE, height - 2.0 * EDGE);
    let top = top + EDGE;
    let scale = (inner / (east - west)).min(height / (north - south));
    let left = (width - (east - west) * scale) / 2.0;
    let place = |(x, y): &Point| (left + (x - west) * scale, top + (north - y) * scale);
    let mut found: Vec<Area<'_>> = map
        .shapes
        .iter()
        .map(|shape| {
            let polygons: Vec<Vec<Ring>> = shape
                .polygons
                .iter()
                .map(|rings| rings.iter().map(|ring| ring.iter().map(place).collect()).collect())
                .collect();
            area(shape, polygons)
        })
        .collect();
    found.sort_by(|a, b| b.size.total_cmp(&a.size));
    found
}

fn area(shape: &Shape, polygons: Vec<Vec<Ring>>) -> Area<'_> {
    let outer = |rings: &Vec<Ring>| rings.first().map_or(0.0, |ring| surface(ring).abs());
    let size = polygons.iter().map(outer).sum();
    let largest = polygons.iter().max_by(|a, b| outer(a).total_cmp(&outer(b)));
    let places = largest.map_or_else(Vec::new, |rings| label_places(rings));
    Area { shape, polygons, places, size }
}

/// Signed area of a ring (shoelace formula).
fn surface(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0
}

/// Middles of a polygon's chords with their widths, the best place for a label first: wide, and near the
/// middle of the height.
fn label_places(rings: &[Ring]) -> Vec<(Point, f64)> {
    let ys = || rings.iter().flatten().map(|p| p.1);
    let (top, bottom) = (ys().fold(f64::INFINITY, f64::min), ys().fold(f64::NEG_INFINITY, f64::max));
    let mut places: Vec<(f64, Point, f64)> = Vec::new();
    for step in 1..16u8 {
        let part = f64::from(step) / 16.0;
        let y = top + (bottom - top) * part;
        for (from, to) in chords(rings, y) {
            let worth = (to - from) * (1.0 - (part - 0.5).abs());
            places.push((worth, ((from + to) / 2.0, y), to - from));
        }
    }
    places.sort_by(|a, b| b.0.total_cmp(&a.0));
    places.into_iter().map(|(_, place, width)| (place, width)).collect()
}

/// Where a level line lies inside of the rings (even–odd).
fn chords(rings: &[Ring], y: f64) -> Vec<(f64, f64)> {
    let mut crossings: Vec<f64> = rings
        .iter()
        .flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)))
        .filter(|(a, b)| (a.1 <= y) != (b.1 <= y))
        .map(|(a, b)| a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0))
        .collect();
    crossings.sort_by(f64::total_cmp);
    crossings.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect()
}

impl Area<'_> {
    /// All points of its edges.
    pub fn points(&self) -> impl Iterator<Item = &Point> {
        self.polygons.iter().flatten().flatten()
    }

    /// Whether a block (left, top, right, bottom) lies wholly inside.
    pub fn holds(&self, [left, top, right, bottom]: [f64; 4]) -> bool {
        (0..=4u8).all(|i| {
            let y = top + (bottom - top) * f64::from(i) / 4.0;
            let inside = |(from, to): &(f64, f64)| *from <= left && right <= *to;
            self.polygons.iter().any(|rings| chords(rings, y).iter().any(inside))
        })
    }

    /// Whether any of it lies under a block.
    pub fn meets(&self, [left, top, right, bottom]: [f64; 4]) -> bool {
        (0..=8u8).any(|i| {
            let y = top + (bottom - top) * f64::from(i) / 8.0;
            let under = |(from, to): &(f64, f64)| *from < right && left < *to;
            self.polygons.iter().any(|rings| chords(rings, y).iter().any(under))
        })
    }

    /// Slanted lines inside of the area, `step` points apart.
    pub fn hatching(&self, step: f64) -> Vec<(Point, Point)> {
        // Turned by 45°, the slanted lines are level.
        let turn = |(x, y): &Point| (x - y, x + y);
        let back = |(x, y): Point| ((x + y) / 2.0, (y - x) / 2.0);
        let mut lines = Vec::new();
        for rings in &self.polygons {
            let turned: Vec<Ring> = rings.iter().map(|r| r.iter().map(turn).collect()).collect();
            let ys = || turned.iter().flatten().map(|p| p.1);
            let end = ys().fold(f64::NEG_INFINITY, f64::max);
            let mut y = ys().fold(f64::INFINITY, f64::min) + step;
            while y < end {
                lines.extend(chords(&turned, y).into_iter().map(|(a, b)| (back((a, y)), back((b, y)))));
                y += 2.0 * step;
            }
        }
        lines
    }
}
