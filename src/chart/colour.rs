//! Colours of a chart: the palette read once, and the WCAG measure by which text is put on marks.

use crate::diag::{Code, Diagnostic, say};
use crate::quantity::whole;
use crate::theme::{Palette, Tone, contrast, rgb};

/// An sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

pub const WHITE: Rgb = Rgb(255, 255, 255);
const BLACK: Rgb = Rgb(0, 0, 0);

/// The least contrast of a mark on its ground (WCAG 2.2, 1.4.11).
const MARK_CONTRAST: f64 = 3.0;

impl Rgb {
    /// Contrast ratio, 1–21 (WCAG 2.2).
    pub fn contrast(self, other: Rgb) -> f64 {
        contrast::contrast((self.0, self.1, self.2), (other.0, other.1, other.2))
    }

    /// This colour with `share` (0–1) of `other` mixed in.
    pub fn mix(self, other: Rgb, share: f64) -> Rgb {
        let part = |a: u8, b: u8| {
            let mixed = f64::from(a) * (1.0 - share) + f64::from(b) * share;
            byte(mixed)
        };
        Rgb(part(self.0, other.0), part(self.1, other.1), part(self.2, other.2))
    }

    /// This colour with as much white as a mark may have.
    pub fn palest_mark(self) -> Rgb {
        let mark = self.as_mark();
        let paler = (0..=20u8).rev().map(|step| mark.mix(WHITE, f64::from(step) / 20.0));
        paler.into_iter().find(|pale| pale.contrast(WHITE) >= MARK_CONTRAST).unwrap_or(mark)
    }

    /// This colour, darkened until it can be read as text on white paper.
    pub fn as_text(self) -> Rgb {
        (0..=20u8)
            .map(|step| self.mix(BLACK, f64::from(step) / 20.0))
            .find(|colour| colour.contrast(WHITE) >= contrast::TEXT)
            .unwrap_or(BLACK)
    }

    /// This colour, darkened until it can be told from white paper as a mark.
    pub fn as_mark(self) -> Rgb {
        (0..=20u8)
            .map(|step| self.mix(BLACK, f64::from(step) / 20.0))
            .find(|colour| colour.contrast(WHITE) >= MARK_CONTRAST)
            .unwrap_or(BLACK)
    }
}

fn byte(channel: f64) -> u8 {
    u8::try_from(whole::nearest_unsigned(channel)).unwrap_or(u8::MAX)
}

/// The palette's colours that charts use.
#[derive(Debug, Clone, Copy)]
pub struct Inks {
    pub text: Rgb,
    pub muted: Rgb,
    pub line: Rgb,
    pub surface: Rgb,
    tones: [Rgb; 6],
}

impl Inks {
    pub fn new(palette: &Palette) -> Result<Self, Diagnostic> {
        Ok(Self {
            text: read(&palette.text)?,
            muted: read(&palette.muted)?,
            line: read(&palette.line)?,
            surface: read(&palette.surface)?,
            tones: [
                read(palette.tone(Tone::Accent))?,
                read(palette.tone(Tone::AccentSoft))?,
                read(palette.tone(Tone::Middle))?,
                read(palette.tone(Tone::CalmSoft))?,
                read(palette.tone(Tone::Calm))?,
                read(palette.tone(Tone::Grey))?,
            ],
        })
    }

    pub fn tone(&self, tone: Tone) -> Rgb {
        let [accent, accent_soft, middle, calm_soft, calm, grey] = self.tones;
        match tone {
            Tone::Accent => accent,
            Tone::AccentSoft => accent_soft,
            Tone::Middle => middle,
            Tone::CalmSoft => calm_soft,
            Tone::Calm => calm,
            Tone::Grey => grey,
        }
    }

    /// The tone as pale as a mark may be: for intervals and columns in the background.
    pub fn interval(&self, tone: Tone) -> Rgb {
        self.tone(tone).palest_mark()
    }

    /// The tone's paler companion, for what only fills the room between marks.
    pub fn pale(&self, tone: Tone) -> Rgb {
        match tone {
            Tone::Accent => self.tone(Tone::AccentSoft),
            Tone::Calm => self.tone(Tone::CalmSoft),
            Tone::AccentSoft | Tone::Middle | Tone::CalmSoft | Tone::Grey => self.tone(tone).mix(WHITE, 0.35),
        }
    }

    /// The ink for text on `ground`, at least 4.5 : 1; the theme's own text colour where it will do.
    pub fn on(&self, ground: Rgb) -> Rgb {
        [self.text, WHITE, BLACK]
            .into_iter()
            .find(|ink| ink.contrast(ground) >= contrast::TEXT)
            .unwrap_or(BLACK)
    }
}

fn read(colour: &str) -> Result<Rgb, Diagnostic> {
    rgb(colour).map(|(r, g, b)| Rgb(r, g, b)).ok_or_else(|| {
        Diagnostic::new(Code::ThemeFault, say!("chart-colour-wrong", colour = colour))
            .hint(say!("hint-colour-form"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_has_the_values_of_wcag() {
        assert!((WHITE.contrast(BLACK) - 21.0).abs() < 1e-9);
        assert!((WHITE.contrast(Rgb(0x76, 0x76, 0x76)) - 4.54).abs() < 0.01);
    }

    #[test]
    fn pale_marks_are_darkened_until_they_show() {
        let pale = Rgb(0xEF, 0xB8, 0x8A);
        assert!(pale.contrast(WHITE) < MARK_CONTRAST);
        assert!(pale.as_mark().contrast(WHITE) >= MARK_CONTRAST);
        assert_eq!(BLACK.as_mark(), BLACK);
    }
}
