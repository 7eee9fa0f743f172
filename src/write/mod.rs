//! Writers: a resolved document in, the bytes of a file out.

pub mod dataset;
pub mod docx;
pub(crate) mod office;
pub(crate) mod ooxml;
pub mod pptx;
pub mod typst;
pub mod xlsx;

pub use ooxml::left_out as reference_left_out;
