//! Points of the theme in the units of DrawingML.

/// Points as English Metric Units.
pub fn emu(points: f64) -> u32 {
    (points * 12_700.0).round().max(1.0) as u32
}
