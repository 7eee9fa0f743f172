//! A value as a bar from zero with its interval and its printed number: what bars have in common.

use super::axis::Axis;
use super::colour::WHITE;
use super::draw_context::DrawContext;
use super::estimate::DASH;
use super::pen::{Align, Ink, Pen};
use super::scale::{Extent, Scale};
use crate::quantity::Number;

/// Length of the stub of a bar that is not shown, in em.
const STUB: f64 = 2.0;
/// Between a bar or its interval and the number, in em.
const GAP: f64 = 0.45;

/// The room beside zero that the axis asks for.
pub fn axis_extent(axis: &Axis) -> Extent {
    Extent { left: (-axis.min).max(0.0), right: axis.max.max(0.0), ..Extent::default() }
}

/// The room beside zero that a value, its interval and its number need.
pub fn extent(value: Option<&Number>, interval: Option<(f64, f64)>, context: &DrawContext) -> Extent {
    let gap = GAP * context.em;
    let Some(value) = value else {
        let right_text = STUB * context.em + gap + context.text_width(DASH);
        return Extent { right_text, ..Extent::default() };
    };
    let (left, right) = ends(value.value, interval);
    let text = gap + context.bold_width(&value.text);
    let (left_text, right_text) = if value.value < 0.0 { (text, 0.0) } else { (0.0, text) };
    Extent { left: -left, left_text, right, right_text }
}

/// The outermost values of a bar and its interval, zero among them.
fn ends(value: f64, interval: Option<(f64, f64)>) -> (f64, f64) {
    let (low, high) = interval.unwrap_or((value, value));
    (low.min(value).min(0.0), high.max(value).max(0.0))
}

/// Draws the bar by `fill` (its two corners), then interval and number; a hatched stub and a dash where the
/// value is not shown. `y` is the bar's middle, `half` half its thickness, in points.
pub fn draw(
    pen: &mut Pen,
    context: &DrawContext,
    (value, interval): (Option<&Number>, Option<(f64, f64)>),
    (y, half): (f64, f64),
    scale: &Scale,
    fill: impl FnOnce(&mut Pen, (f64, f64), (f64, f64)),
) {
    let (zero, gap) = (scale.at(0.0), GAP * context.em);
    let Some(value) = value else {
        let end = zero + STUB * context.em;
        pen.hatched((zero, y - half), (end, y + half));
        pen.text_centred(DASH, (end + gap, y), Ink::new(context.inks.muted, Align::Start));
        return;
    };
    let end = scale.at(value.value);
    fill(pen, (zero.min(end), y - half), (zero.max(end), y + half));
    if let Some((low, high)) = interval {
        whisker(pen, context, (scale.at(low), scale.at(high)), y);
    }
    let (low, high) = ends(value.value, interval);
    let (x, align) = if value.value < 0.0 {
        (scale.at(low) - gap, Align::End)
    } else {
        (scale.at(high) + gap, Align::Start)
    };
    pen.text_centred(&value.text, (x, y), Ink::bold(context.inks.text, align));
}

/// The interval as a thin line; white beside it keeps it visible on a dark bar.
fn whisker(pen: &mut Pen, context: &DrawContext, (low, high): (f64, f64), y: f64) {
    let cap = 0.19 * context.em;
    let thin = 0.09 * context.em;
    for (more, colour) in [(1.2, WHITE), (0.0, context.inks.text)] {
        let thick = thin + more;
        let over = more / 2.0;
        pen.line((low - over, y), (high + over, y), thick, colour);
        for x in [low, high] {
            pen.line((x, y - cap - over), (x, y + cap + over), thick, colour);
        }
    }
}
