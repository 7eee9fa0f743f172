//! The list of the sources that the text cites.

use docx_rs::Paragraph;

use super::block_writer::BlockWriter;
use super::bookmarks::Extent;
use super::fields::{field, run};
use crate::document::BibliographyEntry;

/// So many sources stay with the last one.
const LAST: usize = 2;

/// Writes a paragraph a source.
pub fn bibliography<'a>(writer: &mut BlockWriter<'a>, entries: &'a [BibliographyEntry]) {
    let mut last = 0;
    for one in entries {
        last = writer.flow.len();
        entry(writer, one);
    }
    // None stands alone on a page.
    let start = last.saturating_sub(LAST.min(entries.len().saturating_sub(1)));
    let end = writer.flow.len();
    writer.flow.keep_together(start, end);
}

/// The number is a SEQ field inside the bookmark that citations print.
fn entry<'a>(writer: &mut BlockWriter<'a>, entry: &'a BibliographyEntry) {
    let number = field("SEQ Source \\* ARABIC", &entry.number.to_string(), |run| run);
    let mut children = writer.inline.bookmarks.enclose(Extent::Number, &entry.label, number);
    children.push(run(writer.inline.text_run(". ")));
    children.extend(writer.inlines(&entry.text));
    let children = writer.enclose(&entry.label, children);
    writer.flow.push(Paragraph::new().style("BodyText"), children);
}
