//! Soft hyphens in a laid-out document: only those at which a line really breaks stay in its text.
//!
//! Typst keeps each soft hyphen of the input in the text of the PDF, where it spoils searching and
//! copying, and at a break adds one of its own. A soft hyphen inside a line has a glyph without width;
//! those and the word joiners of ranges are taken out, glyph and character, after the layout, which does not change by it.

use ecow::EcoString;
use typst::layout::{Em, Frame, FrameItem};
use typst::text::{Glyph, TextItem};
use typst_layout::PagedDocument;

use crate::document::{SOFT_HYPHEN, WORD_JOINER};

/// A hyphen narrower than this is none.
const LEAST_SEEN: Em = Em::new(0.05);

/// The document with a soft hyphen at the end of broken lines and nowhere else.
pub fn settle(document: &PagedDocument) -> PagedDocument {
    let pages = document.pages().iter().cloned().map(|mut page| {
        settle_frame(&mut page.frame);
        page
    });
    let pages = pages.collect();
    PagedDocument::new(pages, typst::model::Document::info(document).clone())
}

fn settle_frame(frame: &mut Frame) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => settle_frame(&mut group.frame),
            FrameItem::Text(text) if text.text.contains([SOFT_HYPHEN, WORD_JOINER]) => settle_text(text),
            FrameItem::Text(_)
            | FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => {}
        }
        true
    });
}

fn settle_text(item: &mut TextItem) {
    // A glyph of a letter may cover the soft hyphen beside it; the seen one has a glyph of its own. Kerning
    // may give an unseen one a trace of width.
    let is_seen = |from: u16, size: u16| {
        let own = |g: &&Glyph| g.range.start == from && g.range.end == from + size;
        item.glyphs.iter().filter(own).any(|g| g.x_advance > LEAST_SEEN)
    };
    // Each invisible character that goes, with its length in bytes.
    let gone: Vec<(u16, u16)> = item
        .text
        .match_indices([SOFT_HYPHEN, WORD_JOINER])
        .filter_map(|(at, hit)| Some((u16::try_from(at).ok()?, u16::try_from(hit.len()).ok()?)))
        .filter(|(from, size)| !is_seen(*from, *size))
        .collect();
    item.glyphs.retain(|g| !gone.iter().any(|(at, size)| g.range.start == *at && g.range.end == at + size));
    let moved = |at: u16| at - gone.iter().filter(|(from, _)| *from < at).map(|(_, size)| size).sum::<u16>();
    for glyph in &mut item.glyphs {
        glyph.range = moved(glyph.range.start)..moved(glyph.range.end);
    }
    let kept =
        item.text.char_indices().filter(|(at, _)| !gone.iter().any(|(from, _)| usize::from(*from) == *at));
    item.text = kept.map(|(_, c)| c).collect::<EcoString>();
}
