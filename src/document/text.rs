//! Running text: inlines and what can be asked of them.

use serde::Serialize;

use super::hyphens::{SOFT_HYPHEN, WORD_JOINER};
use crate::quantity::Number;

/// A run of inline content.
pub type Inlines = Vec<Inline>;

/// Inline content of a paragraph, heading, caption or cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", content = "value", rename_all = "kebab-case")]
pub enum Inline {
    /// Letters as they are printed.
    Text(String),
    /// A number that comes from data. An ending or a sign that belongs to its sentence («63,4%-ы») is text after it.
    Datum(Number),
    /// Set in bold.
    Strong(Inlines),
    /// Set in italics.
    Emphasis(Inlines),
    /// A link to an address, or with `#` to a label of the document.
    Link {
        /// The address.
        url: String,
        /// What is printed.
        text: Inlines,
    },
    /// A reference to a figure, table or heading.
    Reference {
        /// Label of what is referred to.
        target: String,
        /// What the reference prints.
        number: String,
    },
    /// A footnote.
    Footnote {
        /// From 1, through the whole document.
        number: u32,
        /// The note itself.
        text: Inlines,
    },
    /// How many pages the document has, which its layout alone knows.
    PageCount,
    /// The line ends here.
    LineBreak,
}

impl Inline {
    /// Whether it leads to another place, itself or inside: a link, a reference, a footnote. What repeats on every page
    /// cannot (ISO 14289-1, 7.8).
    pub fn leads_elsewhere(&self) -> bool {
        match self {
            Self::Link { .. } | Self::Reference { .. } | Self::Footnote { .. } => true,
            Self::Strong(inner) | Self::Emphasis(inner) => inner.iter().any(Self::leads_elsewhere),
            Self::Text(_) | Self::Datum(_) | Self::PageCount | Self::LineBreak => false,
        }
    }

    /// Plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The inlines directly inside it.
    pub fn children(&self) -> &[Self] {
        match self {
            Self::Strong(inner)
            | Self::Emphasis(inner)
            | Self::Link { text: inner, .. }
            | Self::Footnote { text: inner, .. } => inner,
            Self::Text(_) | Self::Datum(_) | Self::Reference { .. } | Self::PageCount | Self::LineBreak => {
                &[]
            }
        }
    }

    /// As [`Inline::children`], to be changed in place; `None` where it can hold none.
    pub fn children_mut(&mut self) -> Option<&mut Inlines> {
        match self {
            Self::Strong(inner)
            | Self::Emphasis(inner)
            | Self::Link { text: inner, .. }
            | Self::Footnote { text: inner, .. } => Some(inner),
            Self::Text(_) | Self::Datum(_) | Self::Reference { .. } | Self::PageCount | Self::LineBreak => {
                None
            }
        }
    }
}

/// The inlines and all inlines inside them at any depth, in reading order.
pub fn walk_inlines(inlines: &[Inline]) -> Vec<&Inline> {
    let below = |inline| std::iter::once(inline).chain(walk_inlines(Inline::children(inline)));
    inlines.iter().flat_map(below).collect()
}

/// Changes the inlines and all inlines inside them.
pub fn each_inline_mut(inlines: &mut [Inline], change: &mut impl FnMut(&mut Inline)) {
    for inline in inlines {
        change(inline);
        if let Some(inner) = inline.children_mut() {
            each_inline_mut(inner, change);
        }
    }
}

/// The numbers of the data in a text, in reading order.
pub fn numbers_in(inlines: &[Inline]) -> impl Iterator<Item = &Number> {
    walk_inlines(inlines)
        .into_iter()
        .filter_map(|inline| if let Inline::Datum(number) = inline { Some(number) } else { None })
}

/// The text a reader sees, without formatting and what says where lines break; footnotes and the count of pages are left
/// out, a line break is a space.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    collect(inlines, &mut out);
    out.retain(|c| c != SOFT_HYPHEN && c != WORD_JOINER);
    out
}

fn collect(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Datum(number) => out.push_str(&number.text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                collect(inner, out);
            }
            Inline::Reference { number, .. } => out.push_str(number),
            Inline::Footnote { .. } | Inline::PageCount => {}
            Inline::LineBreak => out.push(' '),
        }
    }
}

/// Adds text to the last text, or as one of its own.
pub fn push_text(text: &str, out: &mut Inlines) {
    if text.is_empty() {
        return;
    }
    if let Some(Inline::Text(last)) = out.last_mut() {
        last.push_str(text);
    } else {
        out.push(Inline::text(text));
    }
}

/// Makes of numbers plain text, down to the last footnote.
pub(super) fn plain_numbers(inlines: &mut Inlines) {
    let mut out = Inlines::with_capacity(inlines.len());
    for mut inline in std::mem::take(inlines) {
        match &mut inline {
            Inline::Datum(number) => push_text(&number.text, &mut out),
            Inline::Text(text) => push_text(text, &mut out),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Link { text: inner, .. }
            | Inline::Footnote { text: inner, .. } => {
                plain_numbers(inner);
                out.push(inline);
            }
            Inline::Reference { .. } | Inline::PageCount | Inline::LineBreak => out.push(inline),
        }
    }
    *inlines = out;
}
