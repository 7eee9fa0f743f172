//! Key numbers: tiles side by side, value before label, so that the reading order is the printed one.

use docx_rs::{Paragraph, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders};

use super::block_writer::BlockWriter;
use super::content_control::restyle;
use super::side_by_side::side_by_side;
use crate::document::KeyNumber;
use crate::quantity::{Pt, whole};
use crate::theme::Tone;
use crate::write::ooxml::hex;

/// White below the numbers.
const WHITE_BELOW: Pt = Pt(6.0);
/// Thickness of the line above a tile, in eighths of a point.
const LINE: usize = 12;
/// Between that line and the value, in points.
const HEAD: usize = 6;

/// Writes a strip of numbers: five or six in rows of three, otherwise up to four in a row.
pub fn key_numbers<'a>(writer: &mut BlockWriter<'a>, numbers: &'a [KeyNumber]) {
    let columns = if matches!(numbers.len(), 5 | 6) { 3 } else { numbers.len().clamp(1, 4) };
    let shares = vec![1.0 / whole::float(columns); columns];
    let width = writer.context().page_style().page.table_width().twips();
    side_by_side(writer, (width, &shares), numbers.len(), |writer, at| {
        if let Some(number) = numbers.get(at) {
            key_number(writer, number);
        }
    });
    writer.flow.push_white(WHITE_BELOW);
}

fn key_number<'a>(writer: &mut BlockWriter<'a>, number: &'a KeyNumber) {
    let palette = &writer.context().theme.palette;
    let tone = match number.tone {
        Tone::Accent | Tone::AccentSoft => &palette.accent,
        Tone::Calm | Tone::CalmSoft => &palette.calm,
        Tone::Middle | Tone::Grey => &palette.text,
    };
    let colour = hex(tone);
    let mut value = writer.inlines(&number.value);
    restyle(&mut value, |run| run.color(colour.clone()));
    let line = ParagraphBorder::new(ParagraphBorderPosition::Top).size(LINE).space(HEAD).color(colour);
    let mut paragraph = Paragraph::new().style("KeyNumber");
    paragraph.property = paragraph.property.set_borders(ParagraphBorders::with_empty().set(line));
    writer.flow.push(paragraph, value);
    writer.push_text(Paragraph::new().style("KeyLabel"), &number.label);
    if !number.detail.is_empty() {
        writer.push_text(Paragraph::new().style("KeyDetail"), &number.detail);
    }
}
