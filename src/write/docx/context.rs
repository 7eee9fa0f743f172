//! What every part of the writer reads and none changes.

use super::labels::Labels;
use super::options::Options;
use crate::document::Document;
use crate::theme::{PageStyle, Theme};
use crate::write::ooxml::properties;

/// The document with its theme, the caller's decisions and the labels that references may lead to.
#[derive(Debug)]
pub struct Context<'a> {
    pub document: &'a Document,
    pub theme: &'a Theme,
    pub options: &'a Options,
    pub labels: Labels<'a>,
}

impl<'a> Context<'a> {
    /// Fonts, sizes and page of the document.
    pub fn page_style(&self) -> &'a PageStyle {
        &self.theme.report
    }

    /// BCP 47 tag of the document's language, with its region where the document gives one; may be empty.
    pub fn language(&self) -> &'a str {
        properties::language(&self.document.meta)
    }
}
