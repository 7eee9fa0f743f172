//! What goes from block to block while the body is written.

use std::collections::BTreeMap;

use docx_rs::{Paragraph, ParagraphChild};

use super::additions::Additions;
use super::bookmarks::{Bookmarks, Extent};
use super::context::Context;
use super::flow::Flow;
use super::footnotes::Footnotes;
use super::inline::InlineWriter;
use super::numbering::OrderedLists;
use crate::diag::Diagnostics;
use crate::document::{Inline, Inlines};

/// The state of the body: text, children, and what is counted.
#[derive(Debug)]
pub struct BlockWriter<'a> {
    pub inline: InlineWriter<'a>,
    pub flow: Flow,
    pub lists: OrderedLists,
    /// The last number of each SEQ identifier.
    pub sequences: BTreeMap<&'static str, u32>,
}

impl<'a> BlockWriter<'a> {
    /// The state before the first block; `faults` are those of the survey.
    pub fn new(context: &'a Context<'a>, faults: Diagnostics) -> Self {
        let inline = InlineWriter {
            context,
            bookmarks: Bookmarks::default(),
            footnotes: Footnotes::default(),
            additions: Additions::default(),
            faults,
        };
        Self { inline, flow: Flow::default(), lists: OrderedLists::default(), sequences: BTreeMap::new() }
    }

    /// What is read and never changed.
    pub fn context(&self) -> &'a Context<'a> {
        self.inline.context
    }

    /// The children of a paragraph with this text.
    pub fn inlines(&mut self, inlines: &'a [Inline]) -> Vec<ParagraphChild> {
        self.inline.inlines(inlines)
    }

    /// Encloses a heading or caption in the bookmark that links and the contents lead to.
    pub fn enclose(&mut self, label: &str, children: Vec<ParagraphChild>) -> Vec<ParagraphChild> {
        self.inline.bookmarks.enclose(Extent::Whole, label, children)
    }

    /// Adds a paragraph of running text; nothing where the text is empty.
    pub fn push_text(&mut self, paragraph: Paragraph, text: &'a Inlines) {
        let children = self.inlines(text);
        self.flow.push(paragraph, children);
    }
}
