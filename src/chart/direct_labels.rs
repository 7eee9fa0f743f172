//! Names written above the marks of the first row, each with a short line down to its mark: where there is room for
//! them, they take the place of a legend, and the eye need not travel.

use super::colour::Rgb;
use super::draw_context::DrawContext;
use super::label_layout::spread;
use super::legend::Legend;
use super::pen::{Align, Ink, Pen};

/// The widths that names are tried in, in em, widest first.
const LIMITS: [f64; 6] = [14.0, 11.0, 9.0, 7.5, 6.2, 5.0];
/// The most lines that a name may take.
const MOST_LINES: usize = 3;
/// Between two names, in em.
const GAP: f64 = 0.9;
/// The line between a name and its mark, in em.
const LEADER: f64 = 0.75;
/// How far beside a name its mark may stand, in em: the line leans over to it.
const LEANING: f64 = 5.0;

/// A mark to name.
#[derive(Debug, Clone, Copy)]
pub struct Target<'t> {
    /// Its name.
    pub name: &'t str,
    /// Its colour.
    pub colour: Rgb,
    /// Where it stands, in points from the left.
    pub at: f64,
}

/// Names in their places. Lengths in points.
pub struct DirectLabels {
    placed: Vec<Placed>,
    /// Height of names and lines together.
    pub height: f64,
    /// How much longer the lines are where the names stand above heads of columns.
    drop: f64,
}

/// What tells series apart: names above their marks in the first row, or a legend where these have no room.
pub enum SeriesNames {
    Direct(DirectLabels),
    Legend(Legend),
}

impl SeriesNames {
    /// Names at `targets`, given from left to right and all of them known, between two edges beside heads of columns
    /// that are `heads` points high; where they have no room there, they stand above the heads, over the whole width,
    /// and where they have none there either, `entries` make a legend.
    pub fn beside_heads(
        context: &DrawContext,
        targets: Option<&[Target]>,
        edges: (f64, f64),
        heads: f64,
        entries: &[(&str, Rgb)],
    ) -> Self {
        let above = |targets: &[Target]| {
            let names = DirectLabels::new(context, targets, (0.0, context.width))?;
            Some(DirectLabels { height: names.height + heads, drop: heads, ..names })
        };
        let direct =
            targets.and_then(|targets| DirectLabels::new(context, targets, edges).or_else(|| above(targets)));
        direct.map_or_else(|| Self::Legend(Legend::new(context, entries)), Self::Direct)
    }

    /// Where the rows begin below names and heads of columns that need `heads`; a legend stands above the heads, `less`
    /// nearer than above rows. Points.
    pub fn top(&self, heads: f64, less: f64) -> f64 {
        match self {
            Self::Direct(names) => heads.max(names.height),
            Self::Legend(legend) => legend.height - less + heads,
        }
    }

    /// Draws the names above rows that begin at `top`, so that their lines end at `foot`, or the legend at the picture's
    /// top.
    pub fn draw(&self, pen: &mut Pen, context: &DrawContext, top: f64, foot: f64) {
        match self {
            Self::Direct(names) => names.draw(pen, context, top, foot),
            Self::Legend(legend) => legend.draw(pen, context),
        }
    }
}

struct Placed {
    lines: Vec<String>,
    width: f64,
    middle: f64,
    at: f64,
    colour: Rgb,
}

impl DirectLabels {
    /// Places names, given from left to right, between two edges; `None` where a name would not stand above its own
    /// mark.
    fn new(context: &DrawContext, targets: &[Target], edges: (f64, f64)) -> Option<Self> {
        LIMITS.iter().find_map(|limit| Self::within(context, targets, edges, limit * context.em))
    }

    fn within(
        context: &DrawContext,
        targets: &[Target],
        (left, right): (f64, f64),
        limit: f64,
    ) -> Option<Self> {
        let gap = GAP * context.em;
        let mut placed: Vec<Placed> = Vec::with_capacity(targets.len());
        for target in targets {
            let (lines, width) = context.wrap_at(context.head_size(), target.name, limit);
            // A word wider than the limit would have been divided.
            if lines.len() > MOST_LINES || context.head_size() * context.widest_word(target.name) > limit {
                return None;
            }
            placed.push(Placed { lines, width, middle: target.at, at: target.at, colour: target.colour });
        }
        let widths: Vec<f64> = placed.iter().map(|name| name.width + gap).collect();
        if widths.iter().sum::<f64>() - gap > right - left {
            return None;
        }
        let wanted: Vec<f64> = placed.iter().map(|name| name.at).collect();
        let middles = spread(&wanted, &widths, left - gap / 2.0, right + gap / 2.0);
        for (name, middle) in placed.iter_mut().zip(middles) {
            name.middle = middle;
        }
        let fits = placed.iter().all(|name| {
            let beside = (name.middle - name.at).abs() - name.width / 2.0;
            name.middle - name.width / 2.0 >= left - 1e-6 && beside <= LEANING * context.em
        });
        let most = placed.iter().map(|name| name.lines.len()).max().unwrap_or(0);
        let height = context.head_size() * context.block(most) + LEADER * context.em;
        fits.then_some(Self { placed, height, drop: 0.0 })
    }

    /// Draws the names above rows that begin at `top`, so that their lines end at `foot`.
    fn draw(&self, pen: &mut Pen, context: &DrawContext, top: f64, foot: f64) {
        let size = context.head_size();
        let ink = Ink::new(context.inks.text, Align::Middle).times(size);
        // Names may reach over the labels of the rows, which begin at the top of theirs.
        let bend = top - self.drop;
        let top = bend - LEADER * context.em;
        for name in &self.placed {
            let block = top - size * context.block(name.lines.len()) / 2.0;
            pen.lines_centred(&name.lines, (name.middle, block), ink);
            let within = (name.width / 2.0 - 0.4 * context.em).max(0.0);
            let from = name.at.clamp(name.middle - within, name.middle + within);
            let colour = name.colour.as_mark();
            pen.line((from, top + 0.15 * context.em), (name.at, bend), 0.9, colour);
            if foot > bend {
                pen.line((name.at, bend), (name.at, foot), 0.9, colour);
            }
        }
    }
}
