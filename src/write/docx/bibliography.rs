//! The list of the sources that the text cites.

use docx_rs::Paragraph;

use super::block_writer::BlockWriter;
use super::bookmarks::Extent;
use super::fields::{field, run};
use crate::document::BibliographyEntry;

/// Writes a paragraph a source.
pub fn bibliography<'a>(writer: &mut BlockWriter<'a>, entries: &'a [BibliographyEntry]) {
    for one in entries {
        entry(writer, one);
    }
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
