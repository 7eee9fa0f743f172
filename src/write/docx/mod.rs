//! The DOCX writer: a resolved document in, a WordprocessingML package out (ISO/IEC 29500-1, clause 17).
//!
//! A survey (`labels`) of the document finds what its references may lead to. Then the document is walked: each kind
//! of block (`blocks`) has a file, which builds its paragraphs, tables, fields and footnotes with docx-rs. What
//! docx-rs has no call for is noted as an addition (`additions`) and bound to its element by a mark. `assembly`
//! has docx-rs write each child of the body and each footnote, repairs (`postprocess`) what it writes, attaches the
//! additions, adds the parts that are this writer's own (styles, numbering, header and footer, settings, fonts, theme,
//! properties) and zips them with fixed dates.
//!
//! docx-rs counts some ids for the whole process, and not safely between threads: none of them
//! reaches the file, so that the same document always gives the same bytes.

mod additions;
mod assembly;
mod behind;
mod bibliography;
mod block_context;
mod block_writer;
mod blocks;
mod bookmarks;
mod caption;
mod content_control;
mod contents;
mod context;
mod fields;
mod figure;
mod flow;
mod footnotes;
mod formula;
mod handout;
mod header_footer;
mod heading;
mod inline;
mod key_numbers;
mod labels;
mod numbering;
mod omml;
mod options;
mod panel;
mod parts;
mod postprocess;
mod quote;
mod reference;
mod section;
mod side_by_side;
mod signature;
mod styles;
mod table;
#[cfg(test)]
mod tests;
mod title_page;

use self::assembly::{Written, assemble};
use self::block_writer::BlockWriter;
use self::context::Context;
use self::labels::Labels;
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::document::{Body, Document};
use crate::opc::{DOCX_MAIN, Package};
use crate::theme::Theme;
pub use behind::BEHIND_NUMBERS;
pub use options::Options;
pub use reference::Reference;

/// Writes a document as a DOCX file.
///
/// # Errors
/// `DocxBuild` for all that cannot be written, told together: labels that lead nowhere or stand twice, uneven
/// tables, figures without a picture, characters that XML cannot hold; `ThemeFault` for colours and fonts.
pub fn write(document: &Document, theme: &Theme, options: &Options) -> Result<Vec<u8>, Diagnostics> {
    check_theme(theme)?;
    let on_page = options.reference.as_ref().map(|reference| reference.applied(theme));
    let theme = on_page.as_ref().unwrap_or(theme);
    let mut faults = Diagnostics::new();
    let labels = Labels::survey(document, &mut faults);
    let context = Context { document, theme, options, labels };
    let written = body(&context, faults)?;
    assemble(&context, written)
}

/// Walks the document; the faults of all of it are reported together.
fn body(context: &Context<'_>, faults: Diagnostics) -> Result<Written, Diagnostics> {
    let mut writer = BlockWriter::new(context, faults);
    match &context.document.body {
        Body::Report(blocks) => blocks::document(&mut writer, blocks),
        Body::Deck(slides) => handout::handout(&mut writer, slides),
    }
    if writer.flow.len() == 0 && writer.inline.faults.is_empty() {
        writer.inline.fault(say!("docx-empty"));
    }
    let BlockWriter { inline, flow, lists, .. } = writer;
    if inline.faults.has_errors() {
        return Err(inline.faults);
    }
    let mut additions = inline.additions;
    let (children, last_section) = flow.into_children(&mut additions);
    Ok(Written { children, last_section, additions, footnotes: inline.footnotes, lists })
}

/// Reads a reference document out of its bytes; `file` is its name for messages.
///
/// # Errors
/// What is no DOCX, is broken, or holds what acts by itself.
pub fn reference(file: &str, bytes: Vec<u8>, theme: &Theme) -> Result<Reference, Diagnostics> {
    let mut package = Package::open(file, bytes, DOCX_MAIN)?;
    Reference::read(&mut package, &styles::tree(theme, "", false)?, &theme.report.page)
}

fn check_theme(theme: &Theme) -> Result<(), Diagnostics> {
    let faults: Diagnostics = theme
        .palette
        .faulty()
        .into_iter()
        .map(|(key, colour)| {
            let message = say!("palette-colour-wrong", key = key, colour = colour);
            Diagnostic::new(Code::ThemeFault, message).hint(say!("hint-colour-form"))
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}
