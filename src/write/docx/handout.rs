//! A deck as a handout: slide after slide on A4, with what the speaker says.

use docx_rs::{IndentLevel, LineSpacing, NumberingId, Paragraph, SpecialIndentType};

use super::block_context::{BlockContext, Container};
use super::block_writer::BlockWriter;
use super::blocks::blocks;
use super::bookmarks::Extent;
use super::caption::notes;
use super::fields::run;
use super::numbering::UNNUMBERED;
use super::panel;
use crate::document::{Layout, Slide};

/// Writes the slides.
pub fn handout<'a>(writer: &mut BlockWriter<'a>, slides: &'a [Slide]) {
    for slide in slides {
        let start = writer.flow.len();
        slide_heading(writer, slide);
        blocks(writer, &slide.blocks, BlockContext::TEXT);
        notes(writer, &slide.source);
        // What the speaker says begins where its slide ends.
        let end = speaker_notes(writer, slide);
        writer.flow.keep_together(start, end);
    }
}

fn slide_heading<'a>(writer: &mut BlockWriter<'a>, slide: &'a Slide) {
    let (style, before) = if slide.layout == Layout::Title {
        ("Title", 1200)
    } else {
        slide_label(writer, slide);
        ("Heading1", 60)
    };
    let children = writer.inlines(&slide.title);
    let children = writer.enclose(&slide.label, children);
    let spacing = LineSpacing::new().before(before).after(160);
    let flush = Some(SpecialIndentType::FirstLine(0));
    let number = NumberingId::new(UNNUMBERED);
    let title = Paragraph::new().style(style).line_spacing(spacing).numbering(number, IndentLevel::new(0));
    writer.flow.push(title.indent(Some(0), flush, None, None), children);
}

fn slide_label(writer: &mut BlockWriter<'_>, slide: &Slide) {
    let word = &writer.context().document.meta.words.slide;
    let mut children = Vec::new();
    if !word.is_empty() {
        children.push(run(writer.inline.text_run(&format!("{word} "))));
    }
    let number = vec![run(writer.inline.text_run(&slide.number.to_string()))];
    children.extend(writer.inline.bookmarks.enclose(Extent::Number, &slide.label, number));
    writer.flow.push(Paragraph::new().style("SlideLabel"), children);
}

/// Writes what is said, and tells where its first paragraph ends.
fn speaker_notes<'a>(writer: &mut BlockWriter<'a>, slide: &'a Slide) -> usize {
    if slide.notes.is_empty() {
        return writer.flow.len();
    }
    let label = &writer.context().document.meta.words.notes;
    if !label.is_empty() {
        let label = run(writer.inline.text_run(label));
        writer.flow.push(Paragraph::new().style("SpeakerNotesLabel"), vec![label]);
    }
    let start = writer.flow.len();
    blocks(writer, &slide.notes, BlockContext::of(Container::SpeakerNotes));
    panel::set_distances(&mut writer.flow, start);
    start + 1
}
