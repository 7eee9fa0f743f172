//! Rows and their label column, which bars, scales and dots share.
//!
//! A row is as high as its wrapped label needs; on a slide the rows share the height that is left.

use super::check::fault;
use super::draw_context::DrawContext;
use super::pen::{Align, Ink, Pen};
use crate::diag::{Diagnostic, say};
use crate::quantity::whole;

/// Beyond this many rows they stand closer.
const MANY_ROWS: usize = 12;

/// A row of a slide is not stretched by more than this, in em: one bar alone stays a bar.
const MOST_SPARE: f64 = 2.6;

/// The wrapped labels of all rows, right-aligned in one column.
pub struct RowLabels {
    /// Width of the widest line, in points.
    pub width: f64,
    lines: Vec<Vec<String>>,
    /// Size of the labels in that of the chart's type.
    size: f64,
}

impl RowLabels {
    /// Wraps labels to at most `share` of the picture's width.
    pub fn new<'t>(context: &DrawContext, texts: impl Iterator<Item = &'t str>, share: f64) -> Self {
        Self::sized(context, texts, share, 1.0)
    }

    /// Draws with labels of the chart's own size; on a slide they step back to the size of heads before there is a
    /// fault.
    ///
    /// # Errors
    /// Those of `draw` with labels of the chart's own size.
    pub fn stepping_back<'t, T>(
        context: &DrawContext,
        texts: impl Iterator<Item = &'t str> + Clone,
        share: f64,
        draw: impl Fn(&Self) -> Result<T, Diagnostic>,
    ) -> Result<T, Diagnostic> {
        let drawn = draw(&Self::new(context, texts.clone(), share));
        if drawn.is_ok() || context.height.is_none() {
            return drawn;
        }
        drawn.or_else(|fault| {
            draw(&Self::sized(context, texts, share, context.head_size())).map_err(|_| fault)
        })
    }

    /// The same in a size of its own, where rows have little height.
    pub fn sized<'t>(
        context: &DrawContext,
        texts: impl Iterator<Item = &'t str>,
        share: f64,
        size: f64,
    ) -> Self {
        let limit = share * context.width;
        let wrapped: Vec<_> = texts.map(|text| context.wrap_at(size, text, limit)).collect();
        let width = wrapped.iter().map(|(_, width)| *width).fold(0.0, f64::max);
        // A letter may stand out of its advance; the picture's edge must not shave it.
        let width = context.label_column(if width > 0.0 { width + 0.1 * context.em } else { 0.0 });
        Self { width, lines: wrapped.into_iter().map(|(lines, _)| lines).collect(), size }
    }

    /// Where marks may begin: the column and its gutter, in points from the left.
    pub fn end(&self, context: &DrawContext) -> f64 {
        if self.width > 0.0 { self.width + 0.8 * context.em } else { 0.0 }
    }

    /// Writes every label at the middle of its band.
    pub fn write(&self, pen: &mut Pen, bands: &[Band], context: &DrawContext) {
        let ink = Ink::new(context.inks.text, Align::End).times(self.size);
        for (lines, band) in self.lines.iter().zip(bands) {
            pen.lines_centred(lines, (self.width, band.middle()), ink);
        }
    }

    /// The bands of all rows between `above` and `below` (points kept free), and the picture's height.
    pub fn bands(&self, context: &DrawContext, above: f64, below: f64) -> Result<Bands, Diagnostic> {
        self.bands_of(context, above, below, 0.0)
    }

    /// The same with bands of at least `lowest` points, which their marks need.
    pub fn bands_of(
        &self,
        context: &DrawContext,
        above: f64,
        below: f64,
        lowest: f64,
    ) -> Result<Bands, Diagnostic> {
        let em = context.em;
        let block = |lines: &Vec<String>| (self.size * context.block(lines.len())).max(context.line);
        let least =
            |gap: f64| -> Vec<f64> { self.lines.iter().map(|l| (block(l) + gap).max(lowest)).collect() };
        let heights = match context.height {
            None => {
                let gap = if self.lines.len() > MANY_ROWS { 0.45 * em } else { 0.8 * em };
                least(gap)
            }
            Some(height) => {
                let tight = least(0.05 * em);
                let needed: f64 = tight.iter().sum();
                let spare = height - above - below - needed;
                if spare < 0.0 {
                    return Err(too_high(context, self.lines.len(), needed + above + below, height));
                }
                let each = (spare / whole::float(self.lines.len().max(1))).min(MOST_SPARE * em);
                tight.into_iter().map(|h| h + each).collect()
            }
        };
        Ok(Bands::stack(&heights, above, below))
    }
}

/// Height of a picture that needs `needed` points for its rows: the canvas's own where it has one.
///
/// # Errors
/// The canvas's own height is not enough.
pub fn height_for(context: &DrawContext, rows: usize, needed: f64) -> Result<f64, Diagnostic> {
    match context.height {
        Some(height) if height < needed => Err(too_high(context, rows, needed, height)),
        Some(height) => Ok(height),
        None => Ok(needed),
    }
}

/// The fault of rows that need `needed` points where there are `height`.
pub fn too_high(context: &DrawContext, rows: usize, needed: f64, height: f64) -> Diagnostic {
    let message = say!(
        "chart-rows-without-room",
        rows = rows,
        needed = format!("{needed:.0}"),
        size = format!("{:.1}", context.em),
        height = format!("{height:.0}")
    );
    fault(message).hint(say!("hint-fewer-rows"))
}

/// The strip of one row, in points from the top.
#[derive(Debug, Clone, Copy)]
pub struct Band {
    pub top: f64,
    pub height: f64,
}

impl Band {
    pub fn middle(&self) -> f64 {
        self.top + self.height / 2.0
    }
}

/// All rows' strips.
pub struct Bands {
    pub rows: Vec<Band>,
    /// Height of the whole picture, in points.
    pub height: f64,
    pub top: f64,
    pub bottom: f64,
}

impl Bands {
    fn stack(heights: &[f64], above: f64, below: f64) -> Self {
        let mut bottom = above;
        let mut rows = Vec::with_capacity(heights.len());
        for &height in heights {
            rows.push(Band { top: bottom, height });
            bottom += height;
        }
        Self { rows, height: bottom + below, top: above, bottom }
    }

    /// Half the thickness of a bar that suits the lowest band, in points; the same in all rows.
    pub fn half_bar(&self, em: f64) -> f64 {
        let lowest = self.rows.iter().map(|band| band.height).fold(f64::INFINITY, f64::min);
        (0.66 * lowest).clamp(em, 2.6 * em) / 2.0
    }
}
