//! QR codes (ISO/IEC 18004) as drawings: what a telephone's camera opens.

use qrcode::{Color, EcLevel, QrCode};

use super::{Image, Picture};
use crate::quantity::Pt;

/// White around a code, in modules (ISO/IEC 18004:2015, 6.3.8).
const QUIET: usize = 4;

/// The code of a text as a square of a width, its quiet zone included; at the medium level of error correction 15 per
/// cent of it may be hidden. `None` for a text that is longer than a code holds.
pub fn qr_code(text: &str, width: Pt) -> Option<Picture> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let modules = code.width();
    let side = modules + 2 * QUIET;
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(modules).enumerate() {
        let mut from = 0;
        while from < modules {
            let is_dark = |x: &usize| row.get(*x) == Some(&Color::Dark);
            let dark = (from..modules).take_while(is_dark).count();
            if dark > 0 {
                path.push_str(&format!("M{} {}h{dark}v1h-{dark}z", from + QUIET, y + QUIET));
            }
            from += dark.max(1);
        }
    }
    let points = width.0;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{points}pt\" height=\"{points}pt\" viewBox=\"0 0 {side} {side}\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#FFFFFF\"/>\
         <path shape-rendering=\"crispEdges\" fill=\"#000000\" d=\"{path}\"/></svg>"
    );
    Some(Picture { image: Image::Vector(svg.into()), width, height: width })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_finders_inside_a_quiet_zone_and_no_room_for_everything() {
        let code = qr_code("https://example.kz", Pt(90.0)).unwrap();
        let svg = code.svg();
        // Version 2: 25 modules, and four of white on every side.
        assert!(svg.contains("viewBox=\"0 0 33 33\"") && svg.contains("M4 4h7v1h-7z"), "{svg}");
        assert!(svg.contains("M22 4h7v1h-7z") && svg.contains("M4 28h7v1h-7z"), "three finders: {svg}");
        assert_eq!((code.width, code.height), (Pt(90.0), Pt(90.0)));
        assert_eq!(qr_code(&"a".repeat(3000), Pt(90.0)), None);
    }
}
