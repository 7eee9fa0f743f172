//! Captions of figures and tables, and the notes below them.

use docx_rs::{LineSpacing, Paragraph, ParagraphChild};

use super::block_writer::BlockWriter;
use super::bookmarks::Extent;
use super::fields::{field, run};
use super::styles::is_close;
use crate::document::{Caption, Inlines, RunningNumber, plain_text};

/// The printed caption: its number is a SEQ field inside the bookmark that references print.
pub fn caption<'a>(
    writer: &mut BlockWriter<'a>,
    sequence: &'static str,
    label: &str,
    caption: &'a Caption,
) -> Vec<ParagraphChild> {
    let mut out = Vec::new();
    if let Some(number) = caption.number {
        out.extend(caption_label(writer, sequence, label, caption, number));
    }
    out.extend(writer.inlines(&caption.text));
    writer.enclose(label, out)
}

fn caption_label(
    writer: &mut BlockWriter<'_>,
    sequence: &'static str,
    label: &str,
    caption: &Caption,
    number: RunningNumber,
) -> Vec<ParagraphChild> {
    let mut out = Vec::new();
    if !caption.before.is_empty() {
        out.push(run(writer.inline.text_run(&caption.before)));
    }
    let code = sequence_code(writer, sequence, number);
    let prefix = number.prefix();
    let mut printed = Vec::new();
    if !prefix.is_empty() {
        printed.push(run(writer.inline.text_run(&prefix)));
    }
    printed.extend(field(&code, &number.count.to_string(), |run| run));
    out.extend(writer.inline.bookmarks.enclose(Extent::Number, label, printed));
    let separator = if caption.text.is_empty() { "" } else { caption.separator.as_str() };
    let tail = format!("{}{separator}", caption.after);
    if !tail.is_empty() {
        out.push(run(writer.inline.text_run(&tail)));
    }
    out
}

/// A number out of turn, as the first one of an annex, is set, so that an update of the fields keeps it. The
/// annexes' captions have the sequence of the text, so that one list of tables holds them all.
fn sequence_code(writer: &mut BlockWriter<'_>, sequence: &'static str, number: RunningNumber) -> String {
    let last = writer.sequences.insert(sequence, number.count).unwrap_or(0);
    let number = number.count;
    if last.checked_add(1) == Some(number) {
        format!("SEQ {sequence} \\* ARABIC")
    } else {
        format!("SEQ {sequence} \\* ARABIC \\r {number}")
    }
}

/// A caption as one line of plain text.
pub fn caption_text(caption: &Caption) -> String {
    let text = plain_text(&caption.text);
    let has_both = caption.number.is_some() && !text.is_empty();
    format!("{}{}{text}", caption.label(), if has_both { caption.separator.as_str() } else { "" })
}

/// Base, source and other notes, one paragraph each.
pub fn notes<'a>(writer: &mut BlockWriter<'a>, notes: &'a [Inlines]) {
    let white_below = if is_close(writer.context().page_style().sizes.line_spacing) { 160 } else { 240 };
    for (at, note) in notes.iter().enumerate() {
        let is_last = at + 1 == notes.len();
        let spacing = LineSpacing::new().before(40).after(if is_last { white_below } else { 0 });
        let paragraph = Paragraph::new().style("Note").keep_next(!is_last).line_spacing(spacing);
        writer.push_text(paragraph, note);
    }
}
