//! What comes out of docx-rs made right: the parts that it writes become the ones that the schema and Word take.
//!
//! Two things are done to each child of a part. [`repair`] mends what docx-rs does to every element of a kind, by rules
//! that know no document. [`Attachment`](attach::Attachment) puts the [additions](super::additions) to the elements that
//! carry their marks.

pub mod attach;
mod dialect;
pub mod schema_order;

use crate::diag::{Code, Diagnostic, say};
use crate::opc::xml::{self, Element, illegal};
use crate::write::ooxml::illegal_character;

pub use dialect::{set_language, settle_breaks};

/// A piece of a part as docx-rs writes it, as a tree in schema order, without its counters, in the document's language.
/// `path` is the part's name for faults.
///
/// # Errors
/// `DocxBuild` where the piece is no XML.
pub fn repair(path: &str, bytes: &[u8], language: &str) -> Result<Element, Diagnostic> {
    let text = std::str::from_utf8(bytes).map_err(|e| malformed(path, e.to_string()))?;
    if let Some(bad) = illegal(text) {
        return Err(illegal_character(bad, path));
    }
    let mut root = xml::parse(text).map_err(|why| malformed(path, why))?;
    root.walk_mut(&mut |element| {
        dialect::mend_attributes(element);
        dialect::state_language(element, language);
        dialect::settle_breaks_in(element);
        schema_order::sort_children(element);
    });
    Ok(root)
}

/// The fault of a part that cannot be read.
pub fn malformed(path: &str, why: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::DocxBuild, say!("docx-part-malformed", path = path, detail = why.into()))
}
