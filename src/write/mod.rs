//! Writers: a resolved document in, the bytes of a file out.

pub mod docx;
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "counts of rows and columns of a chart lie far inside every integer type used"
)]
pub(crate) mod office;
pub(crate) mod ooxml;
pub mod pptx;
pub mod typst;

use crate::opc::xml;
