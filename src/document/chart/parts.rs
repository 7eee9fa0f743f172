//! What all kinds have in common: labels, rows, and a part of a chart that has too many of them.

use std::ops::Range;

use super::{Chart, Multiples};

impl Chart {
    /// Visits every label that may be broken over lines.
    pub fn each_label(&mut self, visit: &mut impl FnMut(&mut String)) {
        match self {
            Self::Bars(c) => c.bars.iter_mut().for_each(|b| visit(&mut b.label)),
            Self::Grouped(c) => {
                c.groups.iter_mut().for_each(&mut *visit);
                c.rows.iter_mut().for_each(|r| visit(&mut r.label));
            }
            Self::Likert(c) => {
                c.answers.iter_mut().for_each(|a| visit(&mut a.label));
                c.rows.iter_mut().for_each(|r| visit(&mut r.label));
            }
            Self::Stacked(c) => {
                c.answers.iter_mut().for_each(|a| visit(&mut a.label));
                c.rows.iter_mut().for_each(|r| visit(&mut r.label));
            }
            Self::Dots(c) => c.rows.iter_mut().for_each(|r| visit(&mut r.label)),
            Self::Ranks(c) => c.rows.iter_mut().for_each(|r| visit(&mut r.label)),
            Self::Heat(c) => {
                c.columns.iter_mut().for_each(&mut *visit);
                c.rows.iter_mut().for_each(|r| visit(&mut r.label));
            }
            Self::Tiles(c) => {
                c.keys.iter_mut().for_each(|k| visit(&mut k.label));
                c.tiles.iter_mut().for_each(|t| visit(&mut t.label));
            }
            Self::Map(c) => {
                c.keys.iter_mut().for_each(|k| visit(&mut k.label));
                c.shapes.iter_mut().for_each(|s| visit(&mut s.label));
            }
            Self::Slope(c) => c.rows.iter_mut().for_each(|r| visit(&mut r.label)),
            Self::Lines(c) => c.series.iter_mut().for_each(|s| visit(&mut s.label)),
            Self::Progress(c) => {
                visit(&mut c.total_label);
                visit(&mut c.daily_label);
            }
            Self::Numbers(c) => c.items.iter_mut().for_each(|i| visit(&mut i.label)),
            Self::Multiples(c) => {
                for panel in &mut c.panels {
                    visit(&mut panel.title);
                    panel.chart.each_label(visit);
                }
            }
        }
    }

    /// How many rows it has that can be parted; `None` for a kind that stays whole.
    pub fn rows(&self) -> Option<usize> {
        match self {
            Self::Bars(c) => Some(c.bars.len()),
            Self::Grouped(c) => Some(c.rows.len()),
            Self::Likert(c) => Some(c.rows.len()),
            Self::Stacked(c) => Some(c.rows.len()),
            Self::Dots(c) => Some(c.rows.len()),
            Self::Ranks(c) => Some(c.rows.len()),
            Self::Heat(c) => Some(c.rows.len()),
            Self::Multiples(c) => Some(c.panels.len()),
            Self::Tiles(_)
            | Self::Map(_)
            | Self::Slope(_)
            | Self::Lines(_)
            | Self::Progress(_)
            | Self::Numbers(_) => None,
        }
    }

    /// Whether it shows nothing at all.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Tiles(c) => c.tiles.is_empty(),
            Self::Map(c) => c.shapes.is_empty(),
            Self::Slope(c) => c.rows.is_empty(),
            Self::Lines(c) => c.series.is_empty() || c.points.is_empty(),
            Self::Progress(c) => c.total.is_empty(),
            Self::Numbers(c) => c.items.is_empty(),
            rows => rows.rows() == Some(0),
        }
    }

    /// The chart with some of its rows, on the scale of the whole.
    #[must_use]
    pub fn part(&self, rows: Range<usize>) -> Self {
        let mut part = self.clone();
        match &mut part {
            Self::Bars(c) => keep(&mut c.bars, &rows),
            Self::Grouped(c) => keep(&mut c.rows, &rows),
            Self::Likert(c) => keep(&mut c.rows, &rows),
            Self::Stacked(c) => keep(&mut c.rows, &rows),
            Self::Dots(c) => keep(&mut c.rows, &rows),
            Self::Ranks(c) => keep(&mut c.rows, &rows),
            Self::Heat(c) => keep(&mut c.rows, &rows),
            Self::Multiples(Multiples { panels }) => keep(panels, &rows),
            Self::Tiles(_)
            | Self::Map(_)
            | Self::Slope(_)
            | Self::Lines(_)
            | Self::Progress(_)
            | Self::Numbers(_) => {}
        }
        part
    }
}

fn keep<T>(all: &mut Vec<T>, rows: &Range<usize>) {
    all.truncate(rows.end);
    all.drain(..rows.start.min(all.len()));
}
