//! How far two colours stand apart: the measure of WCAG 2.2.

/// Least contrast of text on its ground (WCAG 2.2, 1.4.3).
pub const TEXT: f64 = 4.5;

/// Contrast ratio of two sRGB colours, 1–21 (WCAG 2.2).
pub fn contrast(a: (u8, u8, u8), b: (u8, u8, u8)) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    (a / b).max(b / a)
}

/// Relative luminance, 0–1 (WCAG 2.2).
fn luminance((r, g, b): (u8, u8, u8)) -> f64 {
    let [r, g, b] = [r, g, b].map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// One channel of sRGB (0–255) as linear light (0–1), IEC 61966-2-1.
pub fn linear(channel: u8) -> f64 {
    let c = f64::from(channel) / 255.0;
    if c <= 0.040_45 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
}
