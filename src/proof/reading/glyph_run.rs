//! Where glyphs stand, so that a text whose every glyph is drawn by itself is read as one run.
//!
//! The text of a drawing comes glyph by glyph, each in a text object of its own (ISO 32000-1, 9.4). Two of them belong
//! together where the second begins on the same baseline at the place at which the first ends.

use std::collections::HashMap;

use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Object};

/// How far apart, in ems, the end of a glyph and the beginning of the next may be.
const TOUCH: f64 = 0.12;
/// Most graphics states inside one another.
const DEEPEST: usize = 256;
/// Width of a glyph that the font does not tell, in thousandths of an em (ISO 32000-1, table 117).
const DEFAULT_WIDTH: f64 = 1000.0;

/// Widths of a font's glyphs by code, in thousandths of an em.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Widths(HashMap<u32, f64>);

impl Widths {
    /// The `W` array of a composite font (ISO 32000-1, 9.7.4.3); no widths where it has none.
    pub fn of(font: &Dict<'_>) -> Self {
        let mut widths = HashMap::new();
        let descendant =
            font.get::<Array<'_>>("DescendantFonts").and_then(|all| all.iter::<Dict<'_>>().next());
        let Some(array) = descendant.and_then(|own| own.get::<Array<'_>>("W")) else { return Self(widths) };
        let mut first: Option<f64> = None;
        let mut last: Option<f64> = None;
        for object in array.iter::<Object<'_>>() {
            match (object, first, last) {
                (Object::Number(number), None, _) => first = Some(number.as_f64()),
                (Object::Number(number), Some(_), None) => last = Some(number.as_f64()),
                (Object::Number(width), Some(from), Some(to)) => {
                    for code in code(from)..=code(to).min(code(from).saturating_add(0xFFFF)) {
                        widths.insert(code, width.as_f64());
                    }
                    (first, last) = (None, None);
                }
                (Object::Array(own), Some(from), _) => {
                    for (code, width) in (code(from)..).zip(own.iter::<Object<'_>>()) {
                        if let Object::Number(width) = width {
                            widths.insert(code, width.as_f64());
                        }
                    }
                    (first, last) = (None, None);
                }
                _ => {}
            }
        }
        Self(widths)
    }

    /// How far a string moves the pen, in ems.
    pub fn advance(&self, string: &[u8], code_bytes: usize) -> f64 {
        let codes = string.chunks(code_bytes.max(1));
        let codes = codes.map(|bytes| bytes.iter().fold(0_u32, |code, byte| code << 8 | u32::from(*byte)));
        codes.map(|code| self.0.get(&code).copied().unwrap_or(DEFAULT_WIDTH)).sum::<f64>() / 1000.0
    }
}

fn code(number: f64) -> u32 {
    u32::try_from(crate::quantity::whole::nearest(number)).unwrap_or(0)
}

/// The graphics state as far as it places text.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Matrix([f64; 6]);

const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

impl Matrix {
    /// This one inside another.
    fn within(self, outer: Self) -> Self {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, outer.0);
        let row = |x: f64, y: f64| (x * p + y * r, x * q + y * s);
        let ((a, b), (c, d), (e, f)) = (row(a, b), row(c, d), row(e, f));
        Self([a, b, c, d, e + t, f + u])
    }
}

/// The pen of a content stream.
#[derive(Debug)]
pub struct Pen {
    states: Vec<Matrix>,
    matrix: Matrix,
    text: Matrix,
    size: f64,
    /// Where the last glyph ended: x, y and the length of an em.
    end: Option<(f64, f64, f64)>,
}

impl Default for Pen {
    fn default() -> Self {
        Self { states: Vec::new(), matrix: IDENTITY, text: IDENTITY, size: 0.0, end: None }
    }
}

impl Pen {
    /// `q`
    pub fn save(&mut self) {
        if self.states.len() < DEEPEST {
            self.states.push(self.matrix);
        }
    }

    /// `Q`
    pub fn restore(&mut self) {
        self.matrix = self.states.pop().unwrap_or(IDENTITY);
    }

    /// `cm`
    pub fn transform(&mut self, numbers: &[f64]) {
        if let Ok(own) = <[f64; 6]>::try_from(numbers) {
            self.matrix = Matrix(own).within(self.matrix);
        }
    }

    /// `Tm`
    pub fn place(&mut self, numbers: &[f64]) {
        if let Ok(own) = <[f64; 6]>::try_from(numbers) {
            self.text = Matrix(own);
        }
    }

    /// `Tf`
    pub fn resize(&mut self, size: f64) {
        self.size = size;
    }

    /// Whether a text object that shows something now goes on where the last one ended.
    pub fn continues(&self) -> bool {
        let [.., x, y] = self.text.within(self.matrix).0;
        self.end.is_some_and(|(end, line, em)| {
            let near = TOUCH * em.abs();
            em > 0.0 && (line - y).abs() < near && (x - end).abs() < near
        })
    }

    /// Moves the pen by some ems.
    pub fn advance(&mut self, ems: f64) {
        let Matrix([a, b, _, _, x, y]) = self.text.within(self.matrix);
        let length = self.size * ems;
        self.end = Some((x + a * length, y + b * length, self.size * libm::hypot(a, b)));
    }

    /// What follows belongs to nothing before it.
    pub fn lift(&mut self) {
        self.end = None;
    }
}

#[cfg(test)]
mod tests {
    use super::{Pen, Widths};

    #[test]
    fn glyphs_that_touch_belong_together() {
        let mut pen = Pen::default();
        pen.resize(105.0);
        let mut show = |x: f64, ems: f64| {
            pen.save();
            pen.transform(&[0.1, 0.0, 0.0, -0.1, x, 700.0]);
            pen.place(&[1.0, 0.0, 0.0, -1.0, 0.0, 0.0]);
            let continues = pen.continues();
            pen.advance(ems);
            pen.restore();
            continues
        };
        assert!(!show(90.0, 0.5));
        assert!(show(95.25, 0.5), "a digit of half an em ends where the next begins");
        assert!(!show(106.0, 0.5), "the next label of an axis stands apart");
    }

    #[test]
    fn a_code_without_a_width_is_an_em_wide() {
        assert!((Widths::default().advance(&[0, 1, 0, 2], 2) - 2.0).abs() < 1e-9);
    }
}
