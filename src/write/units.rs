//! Points and millimetres of the theme in the units of WordprocessingML.

/// Points as twentieths of a point.
pub fn twips(points: f64) -> i32 {
    (points * 20.0).round() as i32
}

/// Millimetres as twentieths of a point.
pub fn twips_mm(millimetres: f64) -> i32 {
    twips(millimetres * 72.0 / 25.4)
}

/// Points as the half-points of font sizes.
pub fn half_points(points: f64) -> usize {
    (points * 2.0).round().max(2.0) as usize
}

/// Points as English Metric Units.
pub fn emu(points: f64) -> u32 {
    (points * 12_700.0).round().max(1.0) as u32
}

/// `#RRGGBB` as Word writes it.
pub fn hex(colour: &str) -> String {
    colour.trim_start_matches('#').to_ascii_uppercase()
}
