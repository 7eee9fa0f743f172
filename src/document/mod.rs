//! The document model: what a deliverable says, in order, without how it looks.
//!
//! `markup` reads rendered template text into a [`draft`]; `resolve` binds the draft's directives to
//! data, numbers everything and hands a [`Document`] to the writers. Every writer walks the same
//! [`Document`], which is why a PDF and a DOCX cannot say different things. No prose lives here.
//!
//! [`walk`](self) is the one place that knows which block holds which texts and blocks; whatever asks a document
//! a question (its labels, its words, its numbers) asks through it.

mod block;
mod body;
pub mod book;
mod caption;
pub mod dataset;
pub mod draft;
mod drawing;
mod hyphens;
pub mod math;
mod meta;
mod number_table;
mod outline;
mod plain;
mod printed_numbers;
mod running_number;
mod table;
mod text;
mod walk;

use serde::Serialize;

pub use block::{
    BibliographyEntry, Block, Callout, CalloutTone, Contents, Figure, Heading, HeadingRole, KeyNumber, List,
    Listed, Quote, TitlePage,
};
pub use body::{Body, Layout, Slide};
pub use caption::Caption;
pub use drawing::Drawing;
pub use hyphens::{Hyphens, SOFT_HYPHEN, WORD_JOINER};
pub use meta::{DECK_WORDS, Meta, Words};
pub use number_table::NumberTable;
pub use outline::OutlineEntry;
pub use printed_numbers::{PrintedNumbers, UnverifiedNumber};
pub use running_number::RunningNumber;
pub use table::{Align, Cell, Column, Row, Table};
pub use text::{Inline, Inlines, each_inline_mut, numbers_in, plain_text, push_text, walk_inlines};
pub use walk::{Part, TextRole};

/// A resolved document, ready to be written.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// What the document says about itself.
    pub meta: Meta,
    /// What stands on its pages or slides.
    pub body: Body,
    /// Where lines may break inside words; for typesetters that do not know the language.
    #[serde(skip)]
    pub hyphens: Hyphens,
}

impl Document {
    /// The document with its numbers as plain text.
    #[must_use]
    pub fn with_plain_numbers(mut self) -> Self {
        for (_, text) in self.body.texts_mut() {
            text::plain_numbers(text);
        }
        self
    }
}
