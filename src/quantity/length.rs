//! Lengths on paper and on slides.
//!
//! 1 inch = 72 pt (the desktop publishing point of Typst, PDF and Office) = 25.4 mm = 914 400 EMU
//! (ECMA-376-1, 20.1.2.1) = 1 440 twips (twentieths of a point; ECMA-376-1, 17.18.105 `ST_TwipsMeasure`).

use std::ops::{Add, Div, Mul, Neg, Sub};

use serde::{Deserialize, Serialize};

use super::whole;

const PT_PER_INCH: f64 = 72.0;
const MM_PER_INCH: f64 = 25.4;
const EMU_PER_PT: f64 = 12_700.0;
const TWIPS_PER_PT: f64 = 20.0;

/// Points, 1/72 inch.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pt(pub f64);

/// Millimetres.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mm(pub f64);

/// English Metric Units, 1/12 700 pt: lengths of DrawingML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Emu(pub i64);

/// Twentieths of a point: lengths of WordprocessingML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Twips(pub i32);

/// Hundredths of a point: sizes and spacings of text in DrawingML (`ST_TextFontSize`, `ST_TextSpacingPoint`;
/// ECMA-376-1, 20.1.10.68 and 20.1.10.78).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct CentiPt(pub i64);

/// Half points: font sizes of WordprocessingML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct HalfPt(pub u32);

impl Pt {
    /// Points of an inch.
    pub const PER_INCH: f64 = PT_PER_INCH;

    /// The nearest twentieth of a point.
    pub fn twips(self) -> Twips {
        Twips(i32::try_from(whole::nearest(self.0 * TWIPS_PER_PT)).unwrap_or(i32::MAX))
    }

    /// The nearest half point, at least one point: no program sets smaller type.
    pub fn half_points(self) -> HalfPt {
        HalfPt(whole::nearest_unsigned(self.0 * 2.0).max(2))
    }

    /// The nearest hundredth of a point.
    pub fn centipoints(self) -> CentiPt {
        CentiPt(whole::nearest(self.0 * 100.0))
    }

    /// The nearest EMU.
    pub fn emu(self) -> Emu {
        Emu(whole::nearest(self.0 * EMU_PER_PT))
    }

    /// The same length in millimetres.
    pub fn mm(self) -> Mm {
        Mm(self.0 * MM_PER_INCH / PT_PER_INCH)
    }

    /// The larger of two lengths.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self(self.0.max(other.0))
    }

    /// The smaller of two lengths.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self(self.0.min(other.0))
    }
}

impl Mm {
    /// The same length in points.
    pub fn pt(self) -> Pt {
        Pt(self.0 * PT_PER_INCH / MM_PER_INCH)
    }

    /// The nearest twentieth of a point.
    pub fn twips(self) -> Twips {
        self.pt().twips()
    }

    /// The nearest EMU.
    pub fn emu(self) -> Emu {
        self.pt().emu()
    }
}

impl Emu {
    /// The same length in points.
    #[allow(clippy::cast_precision_loss, reason = "lengths on paper lie far below 2^53 EMU")]
    /// The same length in points.
    pub fn pt(self) -> Pt {
        Pt(self.0 as f64 / EMU_PER_PT)
    }
}

impl Twips {
    /// The same length in points.
    pub fn pt(self) -> Pt {
        Pt(f64::from(self.0) / TWIPS_PER_PT)
    }

    /// The same length in millimetres.
    pub fn mm(self) -> Mm {
        self.pt().mm()
    }
}

macro_rules! arithmetic {
    ($($length:ident: $number:ty),*) => {$(
        impl Add for $length {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl Sub for $length {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl Neg for $length {
            type Output = Self;
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }

        impl Mul<$number> for $length {
            type Output = Self;
            fn mul(self, factor: $number) -> Self {
                Self(self.0 * factor)
            }
        }

        impl Div<$number> for $length {
            type Output = Self;
            fn div(self, divisor: $number) -> Self {
                Self(self.0 / divisor)
            }
        }

        impl std::iter::Sum for $length {
            fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
                all.fold(Self::default(), Add::add)
            }
        }
    )*};
}

arithmetic!(Pt: f64, Mm: f64, Emu: i64, Twips: i32);

macro_rules! continuous {
    ($($length:ident),*) => {$(
        impl Mul<$length> for f64 {
            type Output = $length;
            fn mul(self, length: $length) -> $length {
                $length(self * length.0)
            }
        }

        /// How many times one length is the other.
        impl Div for $length {
            type Output = f64;
            fn div(self, unit: Self) -> f64 {
                self.0 / unit.0
            }
        }
    )*};
}

continuous!(Pt, Mm);

macro_rules! as_attribute {
    ($($length:ident),*) => {$(
        /// As an attribute of Office XML: the bare integer.
        impl std::fmt::Display for $length {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

as_attribute!(Emu, Twips, CentiPt, HalfPt);

#[cfg(test)]
mod tests {
    use super::{Emu, HalfPt, Mm, Pt, Twips};

    #[test]
    fn an_inch_is_an_inch_in_every_unit() {
        assert!((Mm(25.4).pt().0 - 72.0).abs() < 1e-9);
        assert_eq!(Mm(25.4).emu(), Emu(914_400));
        assert_eq!(Mm(25.4).twips(), Twips(1440));
        assert!((Twips(1440).mm().0 - 25.4).abs() < 1e-9);
        assert!((Emu(914_400).pt().0 - 72.0).abs() < 1e-9);
        assert_eq!((Pt(11.25).half_points(), Pt(0.0).half_points()), (HalfPt(23), HalfPt(2)));
    }
}
