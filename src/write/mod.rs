//! Writers: a resolved document in, the bytes of a file out.

pub mod docx;
pub(crate) mod office;
pub(crate) mod ooxml;
pub mod pptx;
pub mod typst;

use crate::opc::xml;
