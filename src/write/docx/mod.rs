//! The DOCX writer: a resolved document in, a WordprocessingML package out.
//!
//! Two steps. The *body* step walks the document and builds paragraphs, tables, fields and footnotes
//! with docx-rs; what docx-rs has no call for (links' relationships, alt texts, header rows, list
//! restarts) is noted beside it in [`extras::Extras`], in document order. The *finish* step parses the
//! parts that docx-rs renders, brings children into schema order, adds the noted things, gives every
//! id and relationship a number that follows from the document alone, writes the parts that carry no
//! content (styles, numbering, settings, theme, properties) and zips all of it with fixed dates.
//!
//! docx-rs counts some ids for the whole process, and not safely between threads: none of them
//! reaches the file, so that the same document always gives the same bytes.

mod block_context;
mod body;
mod boxes;
mod contents;
mod controls;
mod deck;
mod extras;
mod fields;
mod figure;
mod finish;
mod furniture;
mod heading;
mod inline;
mod links;
mod list;
mod names;
mod notes;
mod reference;
mod styles;
mod table;
#[cfg(test)]
mod tests;
mod title;

use std::collections::BTreeMap;
use std::sync::Arc;

use docx_rs::Docx;

use super::xml;
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::document::Document;
use crate::opc::{DOCX_MAIN, Package};
use crate::theme::Theme;
pub use reference::Reference;

/// What the writer needs beside the document.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// Whether Word draws the charts that it can; the others are pictures.
    pub native_charts: bool,
    /// Font files to go with the document; those of other families than the theme's are left out.
    pub fonts: Vec<&'static [u8]>,
    /// The customer's own document to write by.
    pub reference: Option<Arc<Reference>>,
    /// Drawings of the charts that are pictures as PNG, by figure label.
    pub pngs: BTreeMap<String, Vec<Arc<[u8]>>>,
    /// The picture behind the title page as PNG, where the theme has one.
    pub cover: Option<Arc<[u8]>>,
    /// The page on which a heading, figure or table stands in the PDF's layout, by label.
    pub pages: BTreeMap<String, u32>,
}

/// Writes a document as a DOCX file.
pub fn write(document: &Document, theme: &Theme, layout: &Layout) -> Result<Vec<u8>, Diagnostics> {
    check_theme(theme)?;
    let on_page = layout.reference.as_ref().map(|reference| reference.applied(theme));
    let theme = on_page.as_ref().unwrap_or(theme);
    let body = body::Writer::new(document, theme, layout).write()?;
    let furniture = furniture::Furniture::new(document, theme);
    let mut docx = body.children.into_iter().fold(Docx::new(), |docx, child| match child {
        body::Child::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
        body::Child::Table(table) => docx.add_table(*table),
    });
    docx = furniture.attach(docx);
    finish::finish(
        &docx.build(),
        &body.extras,
        &furniture,
        &finish::Source {
            document,
            theme,
            fonts: &layout.fonts,
            reference: layout.reference.as_deref(),
            cover: layout.cover.as_deref(),
        },
    )
}

/// Reads a reference document out of its bytes; `file` is its name for messages.
///
/// # Errors
/// What is no DOCX, is broken, or holds what acts by itself.
pub fn reference(file: &str, bytes: Vec<u8>, theme: &Theme) -> Result<Reference, Diagnostics> {
    let mut package = Package::open(file, bytes, DOCX_MAIN)?;
    Reference::read(&mut package, &own_styles(theme, "", false)?, &theme.report.page)
}

/// This writer's own styles as a tree.
fn own_styles(theme: &Theme, language: &str, justify: bool) -> Result<xml::Element, Diagnostic> {
    xml::parse(&styles::part(theme, language, justify)).map_err(|detail| {
        let message = say!("docx-part-malformed", path = "word/styles.xml", detail = detail);
        Diagnostic::new(Code::DocxBuild, message)
    })
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
