//! SVG to PNG, for readers of DOCX that show no SVG.

use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::check::fault;
use crate::diag::{Code, Diagnostic, say};
use crate::source::FontFile;

/// Points to an inch: with this resolution usvg's pixels are points.
const POINTS_PER_INCH: f32 = 72.0;
/// Beyond this a side is a mistake, in pixels.
const LARGEST_SIDE: f64 = 20_000.0;

/// Rasterises a chart on white, at `scale` pixels to a point. Only `files` are used as fonts.
///
/// # Errors
/// `GlyphMissing` where the SVG names a font family that is not among `files` (resvg would drop or
/// replace its text in silence), `ChartDrawing` where the SVG cannot be read or is too large.
pub fn rasterise(svg: &str, files: &[FontFile], scale: f64) -> Result<Vec<u8>, Diagnostic> {
    let fonts = database(files);
    families(svg).try_for_each(|family| known(&fonts, family, files))?;
    let options = Options { dpi: POINTS_PER_INCH, fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|e| fault(say!("chart-svg-unreadable", detail = e)))?;
    let mut pixmap = side(tree.size().width(), scale)
        .zip(side(tree.size().height(), scale))
        .and_then(|(width, height)| Pixmap::new(width, height))
        .ok_or_else(|| fault(say!("chart-not-rasterised", scale = scale)))?;
    // Word's dark mode shows a transparent picture on black.
    pixmap.fill(Color::WHITE);
    let scale = single(scale);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|e| fault(say!("chart-png-unwritten", detail = e)))
}

/// A side in whole pixels, where that is a size at all.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 20 000")]
fn side(points: f32, scale: f64) -> Option<u32> {
    let pixels = (f64::from(points) * scale).ceil();
    ((1.0..=LARGEST_SIDE).contains(&pixels)).then_some(pixels as u32)
}

#[expect(clippy::cast_possible_truncation, reason = "a scale needs no more digits")]
fn single(scale: f64) -> f32 {
    scale as f32
}

fn database(files: &[FontFile]) -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    for file in files {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(file.data)));
    }
    fonts
}

/// The families that the SVG names.
fn families(svg: &str) -> impl Iterator<Item = &str> {
    svg.split("font-family=\"").skip(1).filter_map(|rest| rest.split('"').next())
}

fn known(fonts: &fontdb::Database, family: &str, files: &[FontFile]) -> Result<(), Diagnostic> {
    let has = |face: &fontdb::FaceInfo| face.families.iter().any(|(name, _)| name == family);
    if fonts.faces().any(has) {
        return Ok(());
    }
    let names: Vec<&str> = files.iter().map(|file| file.name).collect();
    Err(Diagnostic::new(Code::GlyphMissing, say!("chart-font-absent", family = family))
        .hint(say!("hint-fonts-of-build", names = names.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::super::test_fixture::fonts;
    use super::*;

    const SVG: &str = "<svg width=\"50.0pt\" height=\"20.0pt\" viewBox=\"0 0 500 200\" \
        xmlns=\"http://www.w3.org/2000/svg\"><text x=\"10\" y=\"150\" font-family=\"Tinos\" \
        font-size=\"100\">Есеп</text></svg>";

    fn dark_pixels(png: &[u8]) -> usize {
        let pixmap = Pixmap::decode_png(png).unwrap();
        assert_eq!((pixmap.width(), pixmap.height()), (100, 40));
        pixmap.pixels().iter().filter(|p| p.red() < 128).count()
    }

    #[test]
    fn text_is_drawn_with_the_given_fonts() {
        let png = rasterise(SVG, &fonts(), 2.0).unwrap();
        assert!(dark_pixels(&png) > 50);
    }

    #[test]
    fn a_font_that_is_not_given_is_a_fault() {
        let error = rasterise(SVG, &[], 2.0).unwrap_err();
        assert_eq!(error.code, Code::GlyphMissing);
    }

    #[test]
    fn senseless_scales_and_svgs_are_faults() {
        for scale in [0.0, -1.0, f64::NAN, 1e9] {
            assert_eq!(rasterise(SVG, &fonts(), scale).unwrap_err().code, Code::ChartDrawing);
        }
        assert!(rasterise("<svg", &fonts(), 1.0).is_err());
    }
}
