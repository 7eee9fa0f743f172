//! The canvas with its measures and colours worked out once: what every kind draws with.

use std::cell::Cell;

use super::Canvas;
use super::check::fault;
use super::colour::Inks;
use super::pen::Pen;
use super::scale::Scale;
use super::wrap::{balanced, widest};
use crate::diag::{Diagnostic, say};
use crate::picture::Picture;
use crate::quantity::whole;

/// Nothing in a chart is printed smaller, in points.
const SMALLEST_TEXT: f64 = 8.0;
/// Heads of columns and names of answers beside large labels, in the size of these.
const HEAD_SIZE: f64 = 0.78;
/// Narrower than this many em no chart can be read.
const NARROWEST: f64 = 16.0;
/// A scale of values that is shorter cannot be read, in em.
const LEAST_SCALE: f64 = 3.0;
/// Larger than this a picture is a mistake, in points.
const LARGEST: f64 = 14_400.0;
/// What several pictures that are read together share. Lengths in points.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct SharedScale {
    /// Width of the label column.
    pub labels: f64,
    /// The longest that a unit of the value axis may be; `None` where nothing limits it.
    pub per_unit: Option<f64>,
}

impl SharedScale {
    /// What suits both pictures.
    pub fn with(self, other: Self) -> Self {
        let per_unit = [self.per_unit, other.per_unit].into_iter().flatten().reduce(f64::min);
        Self { labels: self.labels.max(other.labels), per_unit }
    }
}

/// A canvas whose measures, all in points, are bare numbers: inside a drawing there is no second unit.
pub struct DrawContext<'a> {
    pub canvas: &'a Canvas<'a>,
    /// What the picture takes over from those beside it.
    pub shared: SharedScale,
    /// What it came to itself.
    used: Cell<SharedScale>,
    pub inks: Inks,
    /// Size of the labels.
    pub em: f64,
    /// Distance of two lines of one label.
    pub line: f64,
    /// Width of the picture.
    pub width: f64,
    /// Height that there is; `None` where the content decides.
    pub height: Option<f64>,
    /// Height of a page.
    pub page: f64,
}

impl<'a> DrawContext<'a> {
    pub fn new(canvas: &'a Canvas<'a>, shared: SharedScale) -> Result<Self, Diagnostic> {
        let em = canvas.sheet.sizes.chart.0.max(SMALLEST_TEXT);
        let width = canvas.width.0;
        let height = canvas.height.map(|height| height.0);
        if !em.is_finite() || !width.is_finite() || width < NARROWEST * em || width > LARGEST {
            return Err(too_narrow(width, em));
        }
        if let Some(height) = height
            && !(height.is_finite() && height > 0.0 && height <= LARGEST)
        {
            let height = format!("{height:.0}");
            return Err(fault(say!("chart-height-impossible", height = height)));
        }
        let inks = Inks::new(canvas.palette)?;
        Ok(Self {
            canvas,
            shared,
            used: Cell::default(),
            inks,
            em,
            line: 1.18 * em,
            width,
            height,
            page: canvas.page.0,
        })
    }

    /// Width of the label column where it needs `own` points: that of the pictures beside it, if wider.
    pub fn label_column(&self, own: f64) -> f64 {
        let width = own.max(self.shared.labels);
        self.used.set(self.used.get().with(SharedScale { labels: width, per_unit: None }));
        width
    }

    /// Notes how many points a unit of the value axis has become.
    pub fn note_unit(&self, per_unit: f64) {
        self.used.set(self.used.get().with(SharedScale { labels: 0.0, per_unit: Some(per_unit) }));
    }

    /// What the picture came to, for those beside it.
    pub fn used(&self) -> SharedScale {
        self.used.get()
    }

    /// The fault of a picture that is too narrow for what it shows.
    pub fn too_narrow(&self) -> Diagnostic {
        too_narrow(self.width, self.em)
    }

    /// The scale of `from..to` (values) onto at most `start..end` (points), with the unit of the pictures beside it.
    ///
    /// # Errors
    /// There is no room for a scale.
    pub fn value_scale(&self, (from, to): (f64, f64), (start, end): (f64, f64)) -> Result<Scale, Diagnostic> {
        let own = (end - start) / (to - from);
        if own * (to - from) < LEAST_SCALE * self.em {
            return Err(self.too_narrow());
        }
        let per_unit = self.shared.per_unit.map_or(own, |shared| shared.min(own));
        self.note_unit(per_unit);
        Ok(Scale::new(from, to, start, start + per_unit * (to - from)))
    }

    /// The size of heads and names of answers in that of the labels: smaller where the labels are large.
    pub fn head_size(&self) -> f64 {
        // In a frame of a slide nothing is smaller than the notes at its foot.
        let smallest = self.height.map_or(SMALLEST_TEXT, |_| self.canvas.sheet.sizes.note.0);
        (smallest / self.em).clamp(HEAD_SIZE, 1.0)
    }

    /// A text of `size` (1: that of the labels) in lines no wider than `limit` points, and the widest line.
    pub fn wrap_at(&self, size: f64, text: &str, limit: f64) -> (Vec<String>, f64) {
        let (lines, width) = self.wrap(text, limit / size);
        (lines, width * size)
    }

    /// Width of the widest word of a text, in points: no narrower column leaves it whole.
    pub fn widest_word(&self, text: &str) -> f64 {
        text.split(' ').map(|word| self.text_width(word)).fold(0.0, f64::max)
    }

    /// Width of a label in points.
    pub fn text_width(&self, text: &str) -> f64 {
        self.canvas.faces.width(text, self.em, false)
    }

    /// Width of a bold number in points.
    pub fn bold_width(&self, text: &str) -> f64 {
        self.canvas.faces.width(text, self.em, true)
    }

    /// A text in lines no wider than `limit` points, and the widest line.
    pub fn wrap(&self, text: &str, limit: f64) -> (Vec<String>, f64) {
        let measure = |t: &str| self.text_width(t);
        let lines = balanced(text, limit, &measure, self.canvas.breaks);
        let width = widest(&lines, &measure);
        (lines, width)
    }

    /// A bold text in lines no wider than `limit` points.
    pub fn wrap_bold(&self, text: &str, limit: f64) -> Vec<String> {
        balanced(text, limit, &|t: &str| self.bold_width(t), self.canvas.breaks)
    }

    /// Height of a block of lines in points.
    pub fn block(&self, lines: usize) -> f64 {
        whole::float(lines) * self.line
    }

    /// A picture `height` points high, painted by `paint`.
    pub fn picture(&self, height: f64, paint: impl FnOnce(&mut Pen<'_, 'a>)) -> Result<Picture, Diagnostic> {
        if !height.is_finite() || height > LARGEST {
            let height = format!("{height:.0}");
            return Err(fault(say!("chart-too-high", height = height)).hint(say!("hint-split-chart")));
        }
        Pen::paint(self, height, paint)
    }
}

fn too_narrow(width: f64, em: f64) -> Diagnostic {
    let (width, em) = (format!("{width:.0}"), format!("{em:.1}"));
    fault(say!("chart-width-impossible", width = width, size = em))
}
