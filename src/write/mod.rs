//! Writers: a resolved document in, the bytes of a file out.

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "lengths in twips and EMU and counts of cells lie far inside every integer type used"
)]
pub mod docx;
pub(crate) mod office;
pub(crate) mod package;
#[allow(clippy::cast_precision_loss, reason = "counts of rows and tiles lie far inside every float")]
pub mod pptx;
pub mod typst;
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lengths in twips and EMU lie far inside every integer type used"
)]
mod units;

use crate::opc::xml;
