//! Quantities: a value with its unit, so that no length or share is a bare `f64` whose unit a comment tells.
//!
//! Lengths ([`Pt`], [`Mm`], [`Emu`], [`Twips`], [`CentiPt`], [`HalfPt`]) convert into each other here and nowhere else, as
//! do shares of a whole ([`Share`], [`Percent`]). A [`Number`] is a quantity as it stands in a document: datum,
//! exact value, unit and rounding, beside the text that was made from them. [`whole`] has the only casts from
//! floats to integers. [`written`] reads numbers as people's programs write them.

mod length;
mod number;
mod share;
pub mod whole;
mod written;

pub use length::{CentiPt, Emu, HalfPt, Mm, Pt, Twips};
pub use number::{Number, Rounded, Unit};
pub use share::{Percent, Share};
pub use written::{DecimalMark, Written, decimal_mark, is_doubtful, written};
