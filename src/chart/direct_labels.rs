//! Names written above the marks of the first row, each with a short line down to its mark: where there is room for
//! them, they take the place of a legend, and the eye need not travel.

use super::colour::Rgb;
use super::draw_context::DrawContext;
use super::legend::Legend;
use super::pen::{Align, Ink, Pen};

/// The widths that names are tried in, in em, widest first.
const LIMITS: [f64; 6] = [14.0, 11.0, 9.0, 7.5, 6.2, 5.0];
/// The most lines that a name may take.
const MOST_LINES: usize = 3;
/// Between two names, in em.
const GAP: f64 = 0.7;
/// The line between a name and its mark, in em.
const LEADER: f64 = 0.75;

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
}

/// What tells series apart: names above their marks in the first row, or a legend where these have no room.
pub enum SeriesNames {
    Direct(DirectLabels),
    Legend(Legend),
}

impl SeriesNames {
    /// Names at `targets`, given from left to right and all of them known, between two edges; otherwise a legend of
    /// `entries`.
    pub fn new(
        context: &DrawContext,
        targets: Option<&[Target]>,
        edges: (f64, f64),
        entries: &[(&str, Rgb)],
    ) -> Self {
        let direct = targets.and_then(|targets| DirectLabels::new(context, targets, edges));
        direct.map_or_else(|| Self::Legend(Legend::new(context, entries)), Self::Direct)
    }

    /// The same with the marks of groups in the place of squares in the legend.
    pub fn with_marks(self) -> Self {
        match self {
            Self::Direct(names) => Self::Direct(names),
            Self::Legend(legend) => Self::Legend(legend.with_marks()),
        }
    }

    /// Where the rows begin below names and heads of columns that need `heads`; a legend stands above the heads, `less`
    /// nearer than above rows. Points.
    pub fn top(&self, heads: f64, less: f64) -> f64 {
        match self {
            Self::Direct(names) => heads.max(names.height),
            Self::Legend(legend) => legend.height - less + heads,
        }
    }

    /// Draws the names so that their lines end at `foot`, or the legend at the picture's top.
    pub fn draw(&self, pen: &mut Pen, context: &DrawContext, foot: f64) {
        match self {
            Self::Direct(names) => names.draw(pen, context, foot),
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
    pub fn new(context: &DrawContext, targets: &[Target], edges: (f64, f64)) -> Option<Self> {
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
        let mut free = left;
        for target in targets {
            let (lines, width) = context.wrap_at(context.head_size(), target.name, limit);
            // A word wider than the limit would have been divided.
            if lines.len() > MOST_LINES || context.head_size() * context.widest_word(target.name) > limit {
                return None;
            }
            let middle = target.at.max(free + width / 2.0);
            free = middle + width / 2.0 + gap;
            placed.push(Placed { lines, width, middle, at: target.at, colour: target.colour });
        }
        let mut free = right;
        for name in placed.iter_mut().rev() {
            name.middle = name.middle.min(free - name.width / 2.0);
            free = name.middle - name.width / 2.0 - gap;
        }
        let fits = placed.iter().all(|name| {
            name.middle - name.width / 2.0 >= left - 1e-6 && (name.middle - name.at).abs() <= name.width / 2.0
        });
        let most = placed.iter().map(|name| name.lines.len()).max().unwrap_or(0);
        let height = context.head_size() * context.block(most) + LEADER * context.em;
        fits.then_some(Self { placed, height })
    }

    /// Draws the names so that their lines end at `foot`.
    pub fn draw(&self, pen: &mut Pen, context: &DrawContext, foot: f64) {
        let size = context.head_size();
        let ink = Ink::new(context.inks.text, Align::Middle).times(size);
        let top = foot - LEADER * context.em;
        for name in &self.placed {
            let block = top - size * context.block(name.lines.len()) / 2.0;
            pen.lines_centred(&name.lines, (name.middle, block), ink);
            pen.line((name.at, top + 0.15 * context.em), (name.at, foot), 0.9, name.colour.as_mark());
        }
    }
}
