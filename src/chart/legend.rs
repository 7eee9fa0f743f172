//! The legend: swatches with their labels, in as many rows as they need.

use super::colour::Rgb;
use super::data::Key;
use super::draw_context::DrawContext;
use super::group_marks;
use super::pen::{Align, Ink, Pen};
use super::specimen::SpecimenMaker;
use crate::theme::Tone;

/// From a swatch's left to its label's, in em.
const INDENT: f64 = 1.15;
/// Between a label and the next swatch, in em.
const GAP: f64 = 1.4;

/// What stands before a label.
#[derive(Clone, Copy)]
enum LegendKey {
    Square,
    Hatched,
    /// The mark of a group, by its place.
    Mark(usize),
}

struct Item {
    colour: Rgb,
    key: LegendKey,
    width: f64,
    lines: Vec<String>,
    x: f64,
    /// Row of the legend, from the top.
    row: usize,
}

/// A laid-out legend. Lengths in points.
pub struct Legend {
    /// Size of the type in that of the labels.
    size: f64,
    items: Vec<Item>,
    tops: Vec<f64>,
    /// Height with the space below it.
    pub height: f64,
}

impl Legend {
    /// The legend of what the colours stand for, where that is said.
    pub fn of_keys(context: &DrawContext, keys: &[Key]) -> Option<Self> {
        let entries: Vec<(&str, Rgb)> =
            keys.iter().map(|key| (key.label.as_str(), context.inks.tone(key.tone))).collect();
        (!entries.is_empty()).then(|| Self::new(context, &entries))
    }

    /// The same with what the hatching of that which is not shown stands for, where any is.
    pub fn of_territories(context: &DrawContext, keys: &[Key], absent: Option<&str>) -> Option<Self> {
        let Some(absent) = absent else { return Self::of_keys(context, keys) };
        let known = keys.iter().map(|key| (key.label.as_str(), context.inks.tone(key.tone)));
        let entries: Vec<(&str, Rgb)> = known.chain([(absent, context.inks.surface)]).collect();
        let mut legend = Self::new(context, &entries);
        if let Some(last) = legend.items.last_mut() {
            last.key = LegendKey::Hatched;
        }
        Some(legend)
    }

    /// Lays `entries` out from the left, in rows of as even a length as their number allows.
    pub fn new(context: &DrawContext, entries: &[(&str, Rgb)]) -> Self {
        let size = context.head_size();
        let indent = INDENT * context.em * size;
        let mut items: Vec<Item> = entries
            .iter()
            .map(|&(label, colour)| {
                let (lines, width) = context.wrap_at(size, label, context.width - indent);
                Item { colour, key: LegendKey::Square, width: indent + width, lines, x: 0.0, row: 0 }
            })
            .collect();
        let gap = GAP * context.em * size;
        let rows = place(&mut items, gap, context.width);
        let widest = items.iter().map(|item| item.width).fold(0.0, f64::max);
        let (mut low, mut high) = (widest.min(context.width), context.width);
        for _ in 0..8 {
            let middle = (low + high) / 2.0;
            if place(&mut items, gap, middle) <= rows { high = middle } else { low = middle }
        }
        place(&mut items, gap, high);
        let mut legend = Self { size, items, tops: Vec::with_capacity(rows), height: 0.0 };
        for row in 0..rows {
            legend.tops.push(legend.height);
            let lines = legend.items.iter().filter(|item| item.row == row).map(|i| i.lines.len());
            legend.height += size * context.block(lines.max().unwrap_or(1)) + 0.2 * context.em;
        }
        legend.height += 0.6 * context.em;
        legend
    }

    /// The same with the marks of groups before the labels.
    pub fn with_marks(mut self) -> Self {
        for (place, item) in self.items.iter_mut().enumerate() {
            item.key = LegendKey::Mark(place);
        }
        self
    }

    /// Draws it with its top at the picture's top.
    pub fn draw(&self, pen: &mut Pen, context: &DrawContext) {
        let em = context.em * self.size;
        let side = 0.8 * em;
        let ink = Ink::new(context.inks.text, Align::Start).times(self.size);
        for item in &self.items {
            let top = self.tops.get(item.row).copied().unwrap_or_default();
            let middle = top + self.size * context.line / 2.0;
            let (from, to) = ((item.x, middle - side / 2.0), (item.x + side, middle + side / 2.0));
            match item.key {
                LegendKey::Square => pen.rect(from, to, item.colour),
                LegendKey::Hatched => pen.hatched(from, to),
                LegendKey::Mark(place) => {
                    group_marks::draw(pen, (item.x + side / 2.0, middle), side / 2.0, place, item.colour);
                }
            }
            let block = top + self.size * context.block(item.lines.len()) / 2.0;
            pen.lines_centred(&item.lines, (item.x + INDENT * em, block), ink);
        }
    }
}

/// Puts items into rows no wider than `limit` points and returns how many rows there are.
fn place(items: &mut [Item], gap: f64, limit: f64) -> usize {
    let (mut x, mut row) = (0.0, 0);
    for item in items {
        // A hair of tolerance: an item may be exactly as wide as the picture.
        if x > 0.0 && x + item.width > limit + 1e-6 {
            (x, row) = (0.0, row + 1);
        }
        (item.x, item.row) = (x, row);
        x += item.width + gap;
    }
    row + 1
}

/// What a colour stands for; what is not shown has none.
pub fn meaning(keys: &[Key], tone: Tone, is_shown: bool) -> String {
    let key = keys.iter().find(|key| is_shown && key.tone == tone);
    key.map(|key| key.label.clone()).unwrap_or_default()
}

impl Key {
    /// The tiers of risk, for specimens.
    pub fn specimens(maker: &SpecimenMaker) -> Vec<Self> {
        let keys = maker.words.tiers.iter().zip([Tone::Accent, Tone::Middle, Tone::Calm]);
        keys.map(|(label, tone)| Self { label: label.clone(), tone }).collect()
    }
}
