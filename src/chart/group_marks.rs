//! The marks of groups on a line, and in the legend that names them.

use super::colour::{Rgb, WHITE};
use super::pen::Pen;

/// Draws the mark of a group by its place: its shape tells it apart where colours cannot be seen.
pub fn draw(pen: &mut Pen, (x, y): (f64, f64), radius: f64, place: usize, colour: Rgb) {
    let corners = |points: &[(f64, f64)], size: f64| -> Vec<(f64, f64)> {
        points.iter().map(|(dx, dy)| (x + dx * size, y + dy * size)).collect()
    };
    let shape: &[(f64, f64)] = match place {
        0 | 2 => &[],
        1 => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        3 => &[(0.0, -1.15), (1.1, 0.85), (-1.1, 0.85)],
        _ => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
    };
    if shape.is_empty() {
        pen.dot((x, y), radius * 1.2, WHITE);
        pen.dot((x, y), radius, colour);
        if place == 2 {
            pen.dot((x, y), radius * 0.5, WHITE);
        }
    } else {
        pen.polygon(&corners(shape, radius * 1.25), WHITE);
        pen.polygon(&corners(shape, radius), colour);
    }
}
