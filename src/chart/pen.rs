//! The pen: rectangles, lines, dots and text in points, written as SVG by plotters.
//!
//! plotters has integer coordinates and a font size that it divides by 1.24. So that a tenth of a point is not
//! lost, everything is drawn ten times as large; the viewBox keeps that grid, and the size is given in points. Text is placed by
//! its baseline: plotters' `Top` anchor is 0.76 em above it in every reader, its other two are in `ex`,
//! which readers take differently.

use plotters::prelude::{DrawingBackend, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};

use super::check::fault;
use super::colour::{Rgb, WHITE};
use super::draw_context::DrawContext;
use crate::diag::{Code, Diagnostic, say};
use crate::picture::{Image, Picture};
use crate::quantity::{Pt, whole};

/// Units of the drawing to a point.
const GRID: f64 = 10.0;
/// What plotters' SVG writer divides font sizes by.
const PLOTTERS_LINE_HEIGHT: f64 = 1.24;
/// How far plotters' `Top` anchor stands above the baseline, in em.
const TOP_ANCHOR: f64 = 0.76;

/// Where a text's anchor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub struct Ink {
    pub colour: Rgb,
    pub bold: bool,
    pub align: Align,
    /// Size in the chart's own (1 is that of its labels).
    pub size: f64,
}

impl Ink {
    pub fn new(colour: Rgb, align: Align) -> Self {
        Self { colour, bold: false, align, size: 1.0 }
    }

    /// The same ink, `size` times as large.
    pub fn times(self, size: f64) -> Self {
        Self { size, ..self }
    }

    pub fn bold(colour: Rgb, align: Align) -> Self {
        Self { bold: true, ..Self::new(colour, align) }
    }
}

/// Draws on one picture. The first fault is kept and ends the picture.
pub struct Pen<'s, 'a> {
    context: &'s DrawContext<'a>,
    svg: SVGBackend<'s>,
    /// Whole pictures that stand inside this one, already moved to their places.
    insets: Vec<String>,
    fault: Option<Diagnostic>,
}

impl<'a> Pen<'_, 'a> {
    /// A picture of the canvas's width and `height` points.
    pub fn paint(
        context: &DrawContext<'a>,
        height: f64,
        paint: impl FnOnce(&mut Pen<'_, 'a>),
    ) -> Result<Picture, Diagnostic> {
        let width = context.width;
        let mut svg = String::with_capacity(1 << 14);
        let (fault, insets) = {
            let size = (unit(width).unsigned_abs(), unit(height).unsigned_abs());
            let backend = SVGBackend::with_string(&mut svg, size);
            let mut pen = Pen { context, svg: backend, insets: Vec::new(), fault: None };
            paint(&mut pen);
            let presented = pen.svg.present().map_err(|e| e.to_string());
            pen.note(presented);
            (pen.fault, pen.insets)
        };
        let end = svg.rfind("</svg>").unwrap_or(svg.len());
        svg.insert_str(end, &insets.concat());
        match fault {
            Some(fault) => Err(fault),
            None => {
                let image = Image::Vector(in_points(&svg, width, height).into());
                Ok(Picture { image, width: Pt(width), height: Pt(height) })
            }
        }
    }

    /// A filled rectangle between two corners. One too thin for the grid is not drawn.
    pub fn rect(&mut self, (x0, y0): (f64, f64), (x1, y1): (f64, f64), fill: Rgb) {
        let (from, to) = ((unit(x0), unit(y0)), (unit(x1), unit(y1)));
        if to.0 > from.0 && to.1 > from.1 {
            let drawn = self.svg.draw_rect(from, to, &filled(fill), true);
            self.note(drawn.map_err(|e| e.to_string()));
        }
    }

    /// A straight line, `thick` points.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), thick: f64, colour: Rgb) {
        let ends = (point(from), point(to));
        let drawn = self.svg.draw_line(ends.0, ends.1, &stroke(colour, thick));
        self.note(drawn.map_err(|e| e.to_string()));
    }

    /// A line through `points`, `thick` points.
    pub fn polyline(&mut self, points: &[(f64, f64)], thick: f64, colour: Rgb) {
        let path = points.iter().map(|p| point(*p));
        let drawn = self.svg.draw_path(path, &stroke(colour, thick));
        self.note(drawn.map_err(|e| e.to_string()));
    }

    /// A level or upright line of dashes `on` points long, `off` points apart.
    pub fn dashes(
        &mut self,
        (x0, y0): (f64, f64),
        (x1, y1): (f64, f64),
        (on, off): (f64, f64),
        thick: f64,
        colour: Rgb,
    ) {
        let length = libm::hypot(x1 - x0, y1 - y0);
        let at = |s: f64| (x0 + (x1 - x0) * s / length, y0 + (y1 - y0) * s / length);
        let mut done = 0.0;
        while done < length {
            self.line(at(done), at((done + on).min(length)), thick, colour);
            done += on + off;
        }
    }

    /// A filled circle.
    pub fn dot(&mut self, centre: (f64, f64), radius: f64, fill: Rgb) {
        let drawn = self.svg.draw_circle(point(centre), unit(radius).unsigned_abs(), &filled(fill), true);
        self.note(drawn.map_err(|e| e.to_string()));
    }

    /// A pale box with slanted lines: there is an answer here that is not shown.
    pub fn hatched(&mut self, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) {
        let (ground, line) = (self.context.inks.surface, self.context.inks.line);
        self.rect((x0, y0), (x1, y1), ground);
        let (width, height) = (x1 - x0, y1 - y0);
        let step = self.context.em * 0.32;
        let mut start = step;
        while start < width + height {
            // The slanted line through (start, 0) and (0, start), cut to the box.
            let from = (x0 + start.min(width), y0 + (start - width).max(0.0));
            let to = (x0 + (start - height).max(0.0), y0 + start.min(height));
            self.line(from, to, 0.6, line);
            start += step;
        }
    }

    /// A filled area between points, its edge closed.
    pub fn polygon(&mut self, points: &[(f64, f64)], fill: Rgb) {
        let path = points.iter().map(|p| point(*p));
        let drawn = self.svg.fill_polygon(path, &filled(fill));
        self.note(drawn.map_err(|e| e.to_string()));
    }

    /// A whole picture with its upper left corner at a place.
    pub fn inset(&mut self, picture: &Picture, (x, y): (f64, f64)) {
        let start = picture.svg().find('>').map_or(0, |at| at + 1);
        let end = picture.svg().rfind("</svg>").unwrap_or(picture.svg().len());
        let content = picture.svg().get(start..end).unwrap_or_default();
        self.insets.push(format!("<g transform=\"translate({},{})\">{content}</g>\n", unit(x), unit(y)));
    }

    /// One line of text; `at` is its anchor on the baseline.
    pub fn text(&mut self, text: &str, at: (f64, f64), ink: Ink) {
        if text.is_empty() {
            return;
        }
        if let Some(missing) = self.context.canvas.faces.missing(text) {
            self.keep(no_glyph(missing, text, self.context.canvas.faces.family()));
            return;
        }
        let size = self.context.em * ink.size * GRID;
        let weight = if ink.bold { FontStyle::Bold } else { FontStyle::Normal };
        let family = FontFamily::Name(self.context.canvas.faces.family());
        let font = FontDesc::new(family, plotters_size(size), weight);
        let side = match ink.align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        let colour = colour_of(ink.colour);
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(side, VPos::Top));
        let top = (at.0, at.1 - TOP_ANCHOR * self.context.em * ink.size);
        let drawn = self.svg.draw_text(text, &style, point(top));
        self.note(drawn.map_err(|e| e.to_string()));
    }

    /// One line of text whose capitals are centred on `at`.
    pub fn text_centred(&mut self, text: &str, at: (f64, f64), ink: Ink) {
        self.text(text, (at.0, at.1 + self.half_cap() * ink.size), ink);
    }

    /// Lines of text, the block of them centred on `at`.
    pub fn lines_centred(&mut self, lines: &[String], at: (f64, f64), ink: Ink) {
        let step = self.context.line * ink.size;
        let first = at.1 - (whole::float(lines.len()) - 1.0) / 2.0 * step;
        for (i, line) in lines.iter().enumerate() {
            self.text_centred(line, (at.0, first + whole::float(i) * step), ink);
        }
    }

    /// Text on a white ground, where lines may run behind it.
    pub fn text_on_paper(&mut self, text: &str, at: (f64, f64), ink: Ink) {
        let em = self.context.em;
        let width = self.context.canvas.faces.width(text, em, ink.bold);
        let left = match ink.align {
            Align::Start => at.0,
            Align::Middle => at.0 - width / 2.0,
            Align::End => at.0 - width,
        };
        let (margin, half) = (0.15 * em, 0.5 * em);
        self.rect((left - margin, at.1 - half), (left + width + margin, at.1 + half), WHITE);
        self.text_centred(text, at, ink);
    }

    fn half_cap(&self) -> f64 {
        self.context.canvas.faces.cap_height() * self.context.em / 2.0
    }

    fn note(&mut self, drawn: Result<(), String>) {
        if let Err(reason) = drawn {
            self.keep(fault(say!("chart-not-written", detail = reason)));
        }
    }

    fn keep(&mut self, fault: Diagnostic) {
        self.fault.get_or_insert(fault);
    }
}

/// The size that plotters divides into `size`, and not into a hair less, which a check would find small.
fn plotters_size(size: f64) -> f64 {
    let scaled = size * PLOTTERS_LINE_HEIGHT;
    if scaled / PLOTTERS_LINE_HEIGHT < size { scaled.next_up() } else { scaled }
}

fn no_glyph(missing: char, text: &str, family: &str) -> Diagnostic {
    let code = format!("{:04X}", u32::from(missing));
    let message =
        say!("chart-character-missing", family = family, character = missing, code = code, text = text);
    Diagnostic::new(Code::GlyphMissing, message).hint(say!("hint-chart-character"))
}

/// plotters gives the size in grid units; readers are to see points.
fn in_points(svg: &str, width: f64, height: f64) -> String {
    let rest = svg.find("viewBox").and_then(|i| svg.get(i..)).unwrap_or_default();
    format!("<svg width=\"{width:.1}pt\" height=\"{height:.1}pt\" {rest}")
}

fn unit(points: f64) -> i32 {
    // A picture is at most 14 400 pt long.
    i32::try_from(whole::nearest(points * GRID)).unwrap_or(i32::MAX)
}

fn point((x, y): (f64, f64)) -> (i32, i32) {
    (unit(x), unit(y))
}

fn colour_of(Rgb(r, g, b): Rgb) -> RGBColor {
    RGBColor(r, g, b)
}

fn filled(colour: Rgb) -> ShapeStyle {
    colour_of(colour).filled()
}

fn stroke(colour: Rgb, thick: f64) -> ShapeStyle {
    colour_of(colour).stroke_width(unit(thick).unsigned_abs().max(1))
}
