//! Colours as Office XML writes them.

/// `#RRGGBB` as `ST_HexColorRGB` has it: six upper-case digits (ISO/IEC 29500-1, 22.9.2.5).
pub fn hex(colour: &str) -> String {
    colour.trim_start_matches('#').to_ascii_uppercase()
}
