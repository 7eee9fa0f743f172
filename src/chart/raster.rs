//! SVG to PNG, for readers of DOCX that show no SVG.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use resvg::tiny_skia::{Color, IntSize, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::check::fault;
use super::png;
use crate::diag::{Code, Diagnostic, say};
use crate::picture::Image;
use crate::quantity::whole;
use crate::source::FontFile;

/// Points to an inch: with this resolution usvg's pixels are points.
const POINTS_PER_INCH: f32 = 72.0;
/// Beyond this a side is a mistake, in pixels.
const LARGEST_SIDE: f64 = 20_000.0;

/// Turns SVG into PNG; what it has drawn once it does not draw again.
pub struct Rasteriser {
    fonts: Arc<fontdb::Database>,
    names: Vec<&'static str>,
    /// Pixels to a point.
    scale: f64,
    drawn: Mutex<HashMap<Arc<str>, Arc<[u8]>>>,
    /// Memory to draw in, one a thread: that of a picture is megabytes, which the system clears each time.
    canvases: Mutex<Vec<Vec<u8>>>,
}

impl Rasteriser {
    /// Only `files` are used as fonts; `scale` is pixels to a point.
    pub fn new(files: &[FontFile], scale: f64) -> Self {
        let mut fonts = fontdb::Database::new();
        for file in files {
            fonts.load_font_source(fontdb::Source::Binary(Arc::new(file.data)));
        }
        let names = files.iter().map(|file| file.name).collect();
        let (drawn, canvases) = (Mutex::default(), Mutex::default());
        Self { fonts: Arc::new(fonts), names, scale, drawn, canvases }
    }

    /// The bytes of a picture that is no vector, or what a vector looks like.
    ///
    /// # Errors
    /// Those of [`Self::png`].
    pub fn image(&self, image: &Image) -> Result<Arc<[u8]>, Diagnostic> {
        match image {
            Image::Vector(svg) => self.png(svg),
            Image::Raster(bytes, _) => Ok(Arc::clone(bytes)),
        }
    }

    /// The picture on white.
    ///
    /// # Errors
    /// `GlyphMissing` where the SVG names a font family that is not among the fonts (resvg would drop or
    /// replace its text in silence), `ChartDrawing` where the SVG cannot be read or is too large.
    pub fn png(&self, svg: &Arc<str>) -> Result<Arc<[u8]>, Diagnostic> {
        let drawn = || self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(png) = drawn().get(svg) {
            return Ok(Arc::clone(png));
        }
        let png: Arc<[u8]> = self.rasterise(svg)?.into();
        drawn().insert(Arc::clone(svg), Arc::clone(&png));
        Ok(png)
    }

    fn rasterise(&self, svg: &str) -> Result<Vec<u8>, Diagnostic> {
        families(svg).try_for_each(|family| self.known(family))?;
        let options = Options { dpi: POINTS_PER_INCH, fontdb: Arc::clone(&self.fonts), ..Options::default() };
        let tree =
            Tree::from_str(svg, &options).map_err(|e| fault(say!("chart-svg-unreadable", detail = e)))?;
        let canvases = || self.canvases.lock().unwrap_or_else(PoisonError::into_inner);
        let canvas = canvases().pop().unwrap_or_default();
        let mut pixmap = side(tree.size().width(), self.scale)
            .zip(side(tree.size().height(), self.scale))
            .and_then(|(width, height)| pixmap_in(canvas, IntSize::from_wh(width, height)?))
            .ok_or_else(|| fault(say!("chart-not-rasterised", scale = self.scale)))?;
        // Word's dark mode shows a transparent picture on black.
        pixmap.fill(Color::WHITE);
        let scale = whole::single(self.scale);
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
        let written = png::opaque(&pixmap);
        canvases().push(pixmap.take());
        written.map_err(|e| fault(say!("chart-png-unwritten", detail = e)))
    }

    fn known(&self, family: &str) -> Result<(), Diagnostic> {
        let has = |face: &fontdb::FaceInfo| face.families.iter().any(|(name, _)| name == family);
        if self.fonts.faces().any(has) {
            return Ok(());
        }
        Err(Diagnostic::new(Code::GlyphMissing, say!("chart-font-absent", family = family))
            .hint(say!("hint-fonts-of-build", names = self.names.join(", "))))
    }
}

/// A picture in some memory, four bytes a pixel; what it had is still to be painted over.
fn pixmap_in(mut canvas: Vec<u8>, size: IntSize) -> Option<Pixmap> {
    let pixels = usize::try_from(u64::from(size.width()) * u64::from(size.height())).ok()?;
    canvas.resize(pixels.checked_mul(4)?, 0);
    Pixmap::from_vec(canvas, size)
}

/// A side in whole pixels, where that is a size at all.
fn side(points: f32, scale: f64) -> Option<u32> {
    let pixels = (f64::from(points) * scale).ceil();
    ((1.0..=LARGEST_SIDE).contains(&pixels)).then(|| whole::nearest_unsigned(pixels))
}

/// The families that the SVG names.
fn families(svg: &str) -> impl Iterator<Item = &str> {
    svg.split("font-family=\"").skip(1).filter_map(|rest| rest.split('"').next())
}

#[cfg(test)]
mod tests {
    use super::super::test_fixture::fonts;
    use super::*;

    const SVG: &str = "<svg width=\"50.0pt\" height=\"20.0pt\" viewBox=\"0 0 500 200\" \
        xmlns=\"http://www.w3.org/2000/svg\"><text x=\"10\" y=\"150\" font-family=\"Tinos\" \
        font-size=\"100\">Есеп</text></svg>";

    fn png(svg: &str, files: &[FontFile], scale: f64) -> Result<Arc<[u8]>, Diagnostic> {
        Rasteriser::new(files, scale).png(&Arc::from(svg))
    }

    #[test]
    fn the_same_picture_is_drawn_once() {
        let rasteriser = Rasteriser::new(&fonts(), 2.0);
        let first = rasteriser.png(&Arc::from(SVG)).unwrap();
        assert!(Arc::ptr_eq(&first, &rasteriser.png(&Arc::from(SVG)).unwrap()));
    }

    fn dark_pixels(png: &[u8]) -> usize {
        let pixmap = Pixmap::decode_png(png).unwrap();
        assert_eq!((pixmap.width(), pixmap.height()), (100, 40));
        pixmap.pixels().iter().filter(|p| p.red() < 128).count()
    }

    #[test]
    fn text_is_drawn_with_the_given_fonts() {
        let png = png(SVG, &fonts(), 2.0).unwrap();
        assert!(dark_pixels(&png) > 50);
    }

    #[test]
    fn a_font_that_is_not_given_is_a_fault() {
        let error = png(SVG, &[], 2.0).unwrap_err();
        assert_eq!(error.code, Code::GlyphMissing);
    }

    #[test]
    fn senseless_scales_and_svgs_are_faults() {
        for scale in [0.0, -1.0, f64::NAN, 1e9] {
            assert_eq!(png(SVG, &fonts(), scale).unwrap_err().code, Code::ChartDrawing);
        }
        assert!(png("<svg", &fonts(), 1.0).is_err());
    }
}
