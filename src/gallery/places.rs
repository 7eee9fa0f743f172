//! Values by place: heatmaps, tiles, maps; and the strip of key numbers.

use super::specimen::{Made, Specimens, falling, spread};
use crate::document::chart::{
    Chart, Heat, HeatRow, Key, KeyNumber, KeyNumbers, Map, Shape, Tile, Tiles, Tone,
};

const TONES: [Tone; 3] = [Tone::Accent, Tone::Middle, Tone::Calm];

impl Specimens<'_> {
    pub fn places(&self) -> Vec<Made> {
        vec![
            ("heat", "usual", self.heat(8, &[], false)),
            ("heat", "thirty", self.heat(30, &[], false)),
            ("heat", "long", self.heat(3, &[], true)),
            ("heat", "missing", self.heat(5, &[6, 11], false)),
            ("tiles", "usual", self.tiles(12, &[], true)),
            ("tiles", "one", self.tiles(1, &[], false)),
            ("tiles", "missing", self.tiles(13, &[3, 9], false)),
            ("map", "usual", self.map(&[])),
            ("map", "missing", self.map(&[1, 6])),
            ("numbers", "usual", self.key_numbers(4)),
            ("numbers", "one", self.key_numbers(1)),
        ]
    }

    fn heat(&self, rows: usize, hidden: &[usize], long: bool) -> Chart {
        let columns = self.words.groups.to_vec();
        let row = |i: usize| {
            let cell = |g: usize| {
                let value = falling(i, rows, 64.0, 4.0) * (0.8 + 0.4 * spread(i * 5 + g));
                let is_shown = !hidden.contains(&(i * columns.len() + g));
                is_shown.then(|| self.number((value * 10.0).round() / 10.0, 1))
            };
            let label = if long { self.words.long.clone() } else { self.words.name(i) };
            HeatRow { label, cells: (0..columns.len()).map(cell).collect() }
        };
        let bases = [612.0, 745.0, 688.0, 495.0].map(|n| self.locale.number(n, 0)).to_vec();
        Chart::Heat(Heat {
            rows: (0..rows).map(row).collect(),
            base: Some((self.words.base.clone(), bases)),
            max: 75.0,
            columns,
        })
    }

    fn keys(&self) -> Vec<Key> {
        let keys = self.words.tiers.iter().zip(TONES);
        keys.map(|(label, tone)| Key { label: label.clone(), tone }).collect()
    }

    fn tiles(&self, count: usize, hidden: &[usize], placed: bool) -> Chart {
        let tile = |i: usize| {
            let is_shown = !hidden.contains(&i);
            let value = falling(i, count, 64.0, 25.0);
            Tile {
                label: self.words.name(i),
                value: is_shown.then(|| self.number(value, 1)),
                remark: if is_shown { format!("{}–{}", i + 1, i + 3) } else { String::new() },
                tone: TONES[(i * 3 / count.max(1)).min(2)],
                place: placed.then_some((i % 4, i / 4)),
            }
        };
        Chart::Tiles(Tiles { keys: self.keys(), tiles: (0..count).map(tile).collect() })
    }

    /// Nine districts around a tenth that lies inside of another.
    fn map(&self, hidden: &[usize]) -> Chart {
        let shape = |i: usize, polygons: Vec<Vec<Vec<(f64, f64)>>>| {
            let value = falling(i, 10, 64.0, 25.0);
            Shape {
                label: self.words.name(i),
                value: (!hidden.contains(&i)).then(|| self.number(value, 1)),
                tone: TONES[(i * 3 / 10).min(2)],
                polygons,
            }
        };
        let corner = |column: usize, row: usize| {
            let at = |n: usize| u32::try_from(n).map_or(0.0, f64::from);
            let inner = (1..3).contains(&column) && (1..3).contains(&row);
            let shift = if inner { 0.25 } else { 0.1 };
            let (dx, dy) = (spread(column * 5 + row) - 0.5, spread(row * 7 + column + 3) - 0.5);
            (1.6 * at(column) + 1.6 * shift * dx, at(row) + shift * dy)
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
        Chart::Map(Map { keys: self.keys(), shapes })
    }

    fn key_numbers(&self, count: usize) -> Chart {
        let item = |i: usize| {
            let value = falling(i, count, 63.4, 18.0);
            let estimate = self.share(value, 2500.0);
            KeyNumber {
                value: self.percent(value),
                label: self.words.name(i),
                interval: estimate.interval.map(|interval| (interval, (0.0, 100.0))),
                tone: if i == 0 { Tone::Accent } else { Tone::Calm },
            }
        };
        Chart::Numbers(KeyNumbers { items: (0..count).map(item).collect() })
    }
}
