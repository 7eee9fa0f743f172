//! Territories as tiles of one size: a small territory says as much as a large one, and where they lie can
//! still be told.

use std::collections::BTreeSet;

use super::ChartKind;
use crate::chart::check::{finite, some_rows};
use crate::chart::colour::Rgb;
use crate::chart::data::{ChartData, DataShape, Key, Territories, Territory, printed_rank};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate;
use crate::chart::legend::{Legend, meaning};
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::height_for;
use crate::chart::specimen::{Cases, SpecimenMaker, falling};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Number;
use crate::quantity::whole::float;
use crate::theme::Tone;

/// The least width of a tile, in em.
const NARROWEST: f64 = 7.5;
/// The least width of a tile that has its place, in em: a wide town is rather drawn small than torn up.
const NARROWEST_IN_PLACE: f64 = 5.0;
/// The largest width of a tile, in em.
const WIDEST: f64 = 12.0;
/// Between tiles, in em.
const GAP: f64 = 0.35;
/// From a tile's edge to its text, in em.
const INSET: f64 = 0.5;
/// From a tile's top to the block of its label, in em; the block has some air of its own.
const TOP: f64 = 0.3;
/// Between a label's block and the capitals of the value, in em.
const UNDER_LABEL: f64 = 0.5;
/// Between a value's baseline and the remark's block under it, in em.
const UNDER_VALUE: f64 = 0.3;
/// Between value and remark on one line, in em.
const BESIDE_VALUE: f64 = 0.6;
/// The size of a value, in em of the labels.
const VALUE: f64 = 1.5;
/// What a plate behind text adds to it on every side, in em.
const PLATE: f64 = 0.2;
/// On a slide a tile grows by no more than this, in em.
const MOST_SPARE: f64 = 2.0;
/// Width of an outline, in points.
const OUTLINE: f64 = 0.6;

/// Territories as tiles of one size.
#[derive(Debug, Clone, PartialEq)]
pub struct Tiles {
    /// What the colours stand for.
    pub keys: Vec<Key>,
    /// What the hatching stands for, where a territory is not shown.
    pub absent: Option<String>,
    /// The territories.
    pub tiles: Vec<Tile>,
}

/// A territory.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// Its name.
    pub label: String,
    /// `None`: the base is too small to show; hatched, never coloured.
    pub value: Option<Number>,
    /// Printed under the value, e.g. a range of ranks.
    pub remark: String,
    /// Its colour.
    pub tone: Tone,
    /// Column and row of the grid, from 0; where any tile has none, all stand in the order given.
    pub place: Option<(usize, usize)>,
}

impl ChartKind for Tiles {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.keys.iter_mut().for_each(|key| visit(&mut key.label));
        self.absent.iter_mut().for_each(&mut *visit);
        self.tiles.iter_mut().for_each(|tile| visit(&mut tile.label));
    }

    fn is_empty(&self) -> bool {
        self.tiles.is_empty()
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        draw(self, context)
    }

    fn readout(&self) -> Readout {
        Readout::single(self.tiles.iter().map(|tile| {
            let row = ReadoutRow::single(&tile.label, tile.value.as_ref(), None);
            row.remarked(meaning(&self.keys, tile.tone, tile.value.is_some()))
        }))
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Territories]
    }

    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        if let ChartData::Territories(of) = data { Some(Ok(of_territories(of, locale))) } else { None }
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        vec![
            ("usual", specimen(maker, 12, &[], true)),
            ("one", specimen(maker, 1, &[], false)),
            ("missing", specimen(maker, 13, &[3, 9], false)),
        ]
    }
}

fn of_territories(territories: &Territories, locale: &Locale) -> Tiles {
    let tile = |t: &Territory| Tile {
        label: t.label.clone(),
        value: t.score.map(|score| locale.number_of("", score, 1)),
        // What has no score has no place, either: one dash says it.
        remark: if t.score.is_some() { printed_rank(locale, t.rank) } else { String::new() },
        tone: t.tone,
        place: t.tile,
    };
    Tiles {
        keys: territories.keys.clone(),
        absent: territories.absent.clone(),
        tiles: territories.rows.iter().map(tile).collect(),
    }
}

type Point = (f64, f64);

/// What a tile says, broken into lines for tiles of one width.
struct Card<'t> {
    tile: &'t Tile,
    label: Vec<String>,
    remark: Vec<String>,
    /// Width of the remark, in points.
    remark_width: f64,
}

/// Where the tiles are. Lengths in points.
struct Grid {
    /// Column and row of each tile.
    places: Vec<(usize, usize)>,
    rows: usize,
    width: f64,
    height: f64,
    /// Width for text.
    inner: f64,
    /// Size of the values, in em of the labels.
    size: f64,
    /// Whether remarks stand beside the values.
    beside: bool,
}

fn draw(tiles: &Tiles, context: &DrawContext) -> Result<Picture, Diagnostic> {
    some_rows(tiles.tiles.len())?;
    for tile in &tiles.tiles {
        let value = tile.value.as_ref().map_or(0.0, |value| value.value);
        finite(value, || say!("chart-value-not-finite", label = tile.label))?;
    }
    // On a slide the remarks are left out where the tiles have no room for them.
    let is_wordy = |tiles: &Tiles| tiles.tiles.iter().any(|tile| !tile.remark.is_empty());
    match draw_all(tiles, context) {
        Err(_) if context.height.is_some() && is_wordy(tiles) => {
            let mut bare = tiles.clone();
            bare.tiles.iter_mut().for_each(|tile| tile.remark.clear());
            draw_all(&bare, context)
        }
        drawn => drawn,
    }
}

fn draw_all(tiles: &Tiles, context: &DrawContext) -> Result<Picture, Diagnostic> {
    let legend = Legend::of_territories(context, &tiles.keys, tiles.absent.as_deref());
    let above = legend.as_ref().map_or(0.0, |legend| legend.height);
    let mut grid = grid(&tiles.tiles, context)?;
    let cards: Vec<Card> = tiles.tiles.iter().map(|tile| card(tile, grid.inner, context)).collect();
    grid.beside = cards.iter().all(|card| fits_beside(card, &grid, context));
    let least = cards.iter().map(|card| least_height(card, &grid, context)).fold(0.0, f64::max);
    let rows = float(grid.rows);
    let gap = GAP * context.em;
    let needed = above + rows * (least + gap) - gap;
    let height = height_for(context, tiles.tiles.len(), needed)?;
    grid.height = least + ((height - needed) / rows).clamp(0.0, MOST_SPARE * context.em);
    context.picture(height, |pen| {
        if let Some(legend) = &legend {
            legend.draw(pen, context);
        }
        for (card, (column, row)) in cards.iter().zip(&grid.places) {
            let corner = (float(*column) * (grid.width + gap), above + float(*row) * (grid.height + gap));
            draw_tile(pen, context, card, &grid, corner);
        }
    })
}

fn grid(tiles: &[Tile], context: &DrawContext) -> Result<Grid, Diagnostic> {
    let (em, inset) = (context.em, 2.0 * INSET * context.em);
    let widest = tiles.iter().map(|tile| context.bold_width(printed(tile))).fold(0.0, f64::max);
    let width_of = |columns: usize| (context.width + GAP * em) / float(columns) - GAP * em;
    let (places, width) = match own_places(tiles) {
        Some((places, columns)) if width_of(columns) >= (NARROWEST_IN_PLACE * em).max(widest + inset) => {
            (places, width_of(columns))
        }
        _ => {
            let least = (NARROWEST * em).max(widest + inset);
            let most = (1..=tiles.len()).rev().find(|n| width_of(*n) >= least).unwrap_or(1);
            // As few rows, but all of them as full as can be.
            let columns = tiles.len().div_ceil(tiles.len().div_ceil(most));
            ((0..tiles.len()).map(|i| (i % columns, i / columns)).collect(), width_of(columns))
        }
    };
    let width = width.min((WIDEST * em).max(widest + inset));
    let inner = width - inset;
    if widest > inner + 1e-6 {
        return Err(context.too_narrow());
    }
    let size = if widest > 0.0 { VALUE.min(inner / widest).max(1.0) } else { VALUE };
    let rows = places.iter().map(|(_, row)| row.saturating_add(1)).max().unwrap_or(1);
    Ok(Grid { places, rows, width, height: 0.0, inner, size, beside: false })
}

/// The tiles' own places from the first column and row on, and how many columns that makes; nothing where
/// one has none or two have the same.
fn own_places(tiles: &[Tile]) -> Option<(Vec<(usize, usize)>, usize)> {
    let places: Vec<(usize, usize)> = tiles.iter().map(|tile| tile.place).collect::<Option<_>>()?;
    let apart = places.iter().collect::<BTreeSet<_>>().len() == places.len();
    let left = places.iter().map(|(column, _)| *column).min()?;
    let right = places.iter().map(|(column, _)| *column).max()?;
    let top = places.iter().map(|(_, row)| *row).min()?;
    let moved = places.iter().map(|(column, row)| (column - left, row - top)).collect();
    apart.then_some((moved, (right - left).saturating_add(1)))
}

fn printed(tile: &Tile) -> &str {
    estimate::printed(tile.value.as_ref())
}

fn card<'t>(tile: &'t Tile, inner: f64, context: &DrawContext) -> Card<'t> {
    let (remark, remark_width) = context.wrap(&tile.remark, inner);
    Card { tile, label: context.wrap(&tile.label, inner).0, remark, remark_width }
}

fn fits_beside(card: &Card, grid: &Grid, context: &DrawContext) -> bool {
    let room = grid.inner - grid.size * context.bold_width(printed(card.tile)) - BESIDE_VALUE * context.em;
    card.remark.is_empty() || (card.remark.len() == 1 && card.remark_width <= room)
}

/// The room under a value's baseline, in points.
fn under_value(card: &Card, grid: &Grid, context: &DrawContext) -> f64 {
    if grid.beside || card.remark.is_empty() {
        return INSET * context.em;
    }
    (UNDER_VALUE + TOP) * context.em + context.block(card.remark.len())
}

fn least_height(card: &Card, grid: &Grid, context: &DrawContext) -> f64 {
    let capitals = context.canvas.faces.cap_height() * grid.size;
    (TOP + UNDER_LABEL + capitals) * context.em
        + context.block(card.label.len())
        + under_value(card, grid, context)
}

fn draw_tile(pen: &mut Pen, context: &DrawContext, card: &Card, grid: &Grid, (x, y): Point) {
    let (right, bottom) = (x + grid.width, y + grid.height);
    let hidden = card.tile.value.is_none();
    let fill = if hidden { context.inks.surface } else { context.inks.tone(card.tile.tone) };
    if hidden {
        pen.hatched((x, y), (right, bottom));
    } else {
        pen.rect((x, y), (right, bottom), fill);
    }
    if hidden || fill.as_mark() != fill {
        let half = OUTLINE / 2.0;
        let (left, right, top, bottom) = (x + half, right - half, y + half, bottom - half);
        let edge = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        pen.polyline(&edge, OUTLINE, if hidden { context.inks.line } else { fill.as_mark() });
    }
    write(pen, context, card, grid, (x, y), fill);
}

/// Label, value and remark; where the ground is hatched, on plates without lines.
fn write(pen: &mut Pen, context: &DrawContext, card: &Card, grid: &Grid, (x, y): Point, ground: Rgb) {
    let (em, left) = (context.em, x + INSET * context.em);
    let capitals = context.canvas.faces.cap_height() * em;
    let mut put = |text: &str, at: Point, ink: Ink| {
        if card.tile.value.is_none() {
            let width = context.canvas.faces.width(text, em * ink.size, ink.bold);
            let from = if ink.align == Align::End { at.0 - width } else { at.0 };
            let top = at.1 - capitals * ink.size - PLATE * em;
            pen.rect((from - PLATE * em, top), (from + width + PLATE * em, at.1 + PLATE * em), ground);
        }
        pen.text(text, at, ink);
    };
    let ink = Ink::new(context.inks.on(ground), Align::Start);
    let baseline = |top: f64, line: usize| top + float(line) * context.line + (context.line + capitals) / 2.0;
    for (i, line) in card.label.iter().enumerate() {
        put(line, (left, baseline(y + TOP * em, i)), ink);
    }
    let base = y + grid.height - under_value(card, grid, context);
    put(printed(card.tile), (left, base), Ink { bold: true, ..ink.times(grid.size) });
    for (i, line) in card.remark.iter().enumerate() {
        if grid.beside {
            put(line, (left + grid.inner, base), Ink { align: Align::End, ..ink });
        } else {
            put(line, (left, baseline(base + UNDER_VALUE * em, i)), ink);
        }
    }
}

fn specimen(maker: &SpecimenMaker, count: usize, hidden: &[usize], placed: bool) -> Tiles {
    let tones = [Tone::Accent, Tone::Middle, Tone::Calm];
    let tile = |i: usize| {
        let is_shown = !hidden.contains(&i);
        Tile {
            label: maker.words.name(i),
            value: is_shown.then(|| maker.number(falling(i, count, 64.0, 25.0), 1)),
            remark: if is_shown { format!("{}–{}", i + 1, i + 3) } else { String::new() },
            tone: tones[(i * 3 / count.max(1)).min(2)],
            place: placed.then_some((i % 4, i / 4)),
        }
    };
    let absent = (!hidden.is_empty()).then(|| maker.words.absent.clone());
    Tiles { keys: Key::specimens(maker), absent, tiles: (0..count).map(tile).collect() }
}

#[cfg(test)]
mod tests {
    use super::{Tile, Tiles};
    use crate::chart::data::Key;
    use crate::chart::draw_context::{DrawContext, SharedScale};
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{LONG, attributes, draw, on_canvases, per_cent, texts};
    use crate::picture::Picture;
    use crate::theme::Tone;

    fn tiles(labels: &[&str]) -> Tiles {
        let tile = |label: &&str| Tile {
            label: (*label).into(),
            value: Some(per_cent(41.5)),
            remark: "1–3".into(),
            tone: Tone::CalmSoft,
            place: None,
        };
        let keys = vec![Key { label: "төмен".into(), tone: Tone::CalmSoft }];
        Tiles { keys, absent: None, tiles: labels.iter().map(tile).collect() }
    }

    fn drawn(tiles: &Tiles) -> Picture {
        draw(&Chart::Tiles(tiles.clone())).unwrap()
    }

    /// Left and upper edges of the tiles, without the legend's swatch.
    fn corners(tiles: &Tiles) -> Vec<(f64, f64)> {
        let svg = drawn(tiles).svg().to_owned();
        let tops = attributes(&svg, "rect", "y");
        attributes(&svg, "rect", "x").into_iter().zip(tops).skip(1).collect()
    }

    #[test]
    fn tiles_stand_at_their_places_unless_two_have_the_same() {
        let mut chart = tiles(&["Солтүстік", "Орталық", "Оңтүстік"]);
        for (tile, place) in chart.tiles.iter_mut().zip([(2, 1), (1, 2), (2, 3)]) {
            tile.place = Some(place);
        }
        let at = corners(&chart);
        assert!(at[0].0 == at[2].0 && at[1].0 == 0.0 && at[0].1 < at[1].1 && at[1].1 < at[2].1, "{at:?}");
        chart.tiles[2].place = Some((2, 1));
        let row = corners(&chart);
        assert!(row.iter().all(|corner| corner.1 == row[0].1), "in the order given: {row:?}");
    }

    #[test]
    fn all_tiles_are_equally_large_and_rows_equally_full() {
        let svg = drawn(&tiles(&["Батыс", LONG, "Шығыс", "1", "2", "3"])).svg().to_owned();
        let heights = attributes(&svg, "rect", "height");
        assert!(heights[1..].iter().all(|height| (height - heights[1]).abs() < 0.21), "{heights:?}");
        assert!(texts(&svg).concat().contains("білдіргендер"));
        let at = corners(&tiles(&["1", "2", "3", "4", "5", "6"]));
        assert_eq!(at.iter().filter(|corner| corner.1 == at[0].1).count(), 3, "{at:?}");
    }

    #[test]
    fn a_hidden_tile_is_hatched_and_says_a_dash() {
        let mut chart = tiles(&["Теміржол"]);
        let lines = |chart: &Tiles| drawn(chart).svg().matches("<line").count();
        assert_eq!(lines(&chart), 0);
        chart.tiles[0].value = None;
        assert!(lines(&chart) > 10 && texts(drawn(&chart).svg()).contains(&"—".to_owned()));
    }

    #[test]
    fn slides_have_their_height_and_senseless_tiles_are_faults() {
        on_canvases(360.0, |_, canvas| {
            let context = DrawContext::new(canvas, SharedScale::default()).unwrap();
            let picture = super::draw(&tiles(&["Батыс", "Шығыс"]), &context).unwrap();
            assert!(canvas.height.is_none_or(|height| (picture.height - height).0.abs() < 1e-6));
            let crowd = super::draw(&tiles(&[LONG; 90]), &context);
            assert_eq!(crowd.is_err(), canvas.height.is_some());
        });
        let mut chart = tiles(&["Батыс"]);
        chart.tiles[0].value = Some(per_cent(f64::NAN));
        assert!(draw(&Chart::Tiles(chart)).is_err() && draw(&Chart::Tiles(tiles(&[]))).is_err());
    }
}
