//! Writers: a resolved document in, the bytes of a file out.

pub mod docx;
pub mod typst;
