//! Ticks of a horizontal axis of values: their light lines through all rows, and as many of their labels as do not
//! touch one another.

use super::axis::Axis;
use super::draw_context::DrawContext;
use super::pen::{Ink, Pen};
use super::scale::Scale;

/// Between two labels, in em.
const GAP: f64 = 0.4;

/// A light line at each tick, from `top` to `bottom` (points).
pub fn grid(pen: &mut Pen, context: &DrawContext, axis: &Axis, scale: &Scale, (top, bottom): (f64, f64)) {
    for tick in &axis.ticks {
        let x = scale.at(tick.at);
        pen.line((x, top), (x, bottom), 0.5, context.inks.line);
    }
}

/// The labels that do not touch the one before, their middles at the height `y` (points).
pub fn labels(pen: &mut Pen, context: &DrawContext, axis: &Axis, scale: &Scale, y: f64, ink: Ink) {
    let mut taken = f64::NEG_INFINITY;
    for tick in &axis.ticks {
        let (x, half) = (scale.at(tick.at), context.text_width(&tick.label) / 2.0);
        if x - half > taken {
            pen.text_centred(&tick.label, (x, y), ink);
            taken = x + half + GAP * context.em;
        }
    }
}
