//! A value as a bar from zero with its interval and its printed number: what bars have in common.

use super::colour::WHITE;
use super::draw_context::{DASH, DrawContext};
use super::pen::{Align, Ink, Pen};
use super::scale::{Reach, Scale};
use crate::document::chart::{Axis, Value};

/// Length of the stub of a bar that is not shown, in em.
const STUB: f64 = 2.0;
/// Between a bar or its interval and the number, in em.
const GAP: f64 = 0.45;

/// The room beside zero that the axis asks for.
pub fn axis_reach(axis: &Axis) -> Reach {
    Reach { left: (-axis.min).max(0.0), right: axis.max.max(0.0), ..Reach::default() }
}

/// The room beside zero that a value, its interval and its number need.
pub fn reach(value: Option<&Value>, interval: Option<(f64, f64)>, stage: &DrawContext) -> Reach {
    let gap = GAP * stage.em;
    let Some(value) = value else {
        let right_text = STUB * stage.em + gap + stage.text_width(DASH);
        return Reach { right_text, ..Reach::default() };
    };
    let (left, right) = ends(value.value, interval);
    let text = gap + stage.bold_width(&value.printed);
    let (left_text, right_text) = if value.value < 0.0 { (text, 0.0) } else { (0.0, text) };
    Reach { left: -left, left_text, right, right_text }
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
    stage: &DrawContext,
    (value, interval): (Option<&Value>, Option<(f64, f64)>),
    (y, half): (f64, f64),
    scale: &Scale,
    fill: impl FnOnce(&mut Pen, (f64, f64), (f64, f64)),
) {
    let (zero, gap) = (scale.at(0.0), GAP * stage.em);
    let Some(value) = value else {
        let end = zero + STUB * stage.em;
        pen.hatched((zero, y - half), (end, y + half));
        pen.text_centred(DASH, (end + gap, y), Ink::new(stage.inks.muted, Align::Start));
        return;
    };
    let end = scale.at(value.value);
    fill(pen, (zero.min(end), y - half), (zero.max(end), y + half));
    if let Some((low, high)) = interval {
        whisker(pen, stage, (scale.at(low), scale.at(high)), y);
    }
    let (low, high) = ends(value.value, interval);
    let (x, align) = if value.value < 0.0 {
        (scale.at(low) - gap, Align::End)
    } else {
        (scale.at(high) + gap, Align::Start)
    };
    pen.text_centred(&value.printed, (x, y), Ink::bold(stage.inks.text, align));
}

/// The interval as a thin line; white beside it keeps it visible on a dark bar.
fn whisker(pen: &mut Pen, stage: &DrawContext, (low, high): (f64, f64), y: f64) {
    let cap = 0.19 * stage.em;
    let thin = 0.09 * stage.em;
    for (more, colour) in [(1.2, WHITE), (0.0, stage.inks.text)] {
        let thick = thin + more;
        let over = more / 2.0;
        pen.line((low - over, y), (high + over, y), thick, colour);
        for x in [low, high] {
            pen.line((x, y - cap - over), (x, y + cap + over), thick, colour);
        }
    }
}
