//! Key numbers: one paragraph per number, value before label, so that the reading order is the printed one.

use docx_rs::{BreakType, Paragraph, Run, SpecialIndentType, Tab, TabValueType};

use super::block_context::{PANEL_LEFT, PANEL_RIGHT};
use super::block_writer::BlockWriter;
use super::content_control::restyle;
use super::fields::run;
use super::panel;
use crate::document::{KeyNumber, plain_text};
use crate::quantity::{HalfPt, Pt, Twips, whole};
use crate::theme::Tone;
use crate::write::ooxml::hex;

/// How much larger than the text a key number is.
const LARGER: Pt = Pt(8.0);
/// The mean width of a character of a value, in its size.
const CHARACTER: f64 = 0.55;
/// The least width of the column of values.
const LEAST_COLUMN: Twips = Twips(1701);
/// White between the values and the labels.
const GAP: Twips = Twips(340);

/// Writes a strip of numbers.
pub fn key_numbers<'a>(writer: &mut BlockWriter<'a>, numbers: &'a [KeyNumber]) {
    let start = writer.flow.len();
    let page_style = writer.context().page_style();
    let size = page_style.sizes.body + LARGER;
    let longest = numbers.iter().map(|n| plain_text(&n.value).chars().count()).max().unwrap_or(0);
    let half = page_style.page.text_width().twips() / 2;
    let values = (size * CHARACTER * whole::float(longest)).twips() + GAP;
    let column = values.clamp(LEAST_COLUMN.min(half), half);
    for number in numbers {
        key_number(writer, number, size, column);
    }
    writer.flow.keep_together(start);
    panel::set_distances(&mut writer.flow, start);
}

fn key_number<'a>(writer: &mut BlockWriter<'a>, number: &'a KeyNumber, size: Pt, column: Twips) {
    let palette = &writer.context().theme.palette;
    let colour = hex(match number.tone {
        Tone::Accent | Tone::AccentSoft => &palette.accent,
        Tone::Calm | Tone::CalmSoft => &palette.calm,
        Tone::Middle | Tone::Grey => &palette.text,
    });
    let muted = hex(&palette.muted);
    let small = font_size(writer.context().page_style().sizes.note.half_points());
    let large = font_size(size.half_points());
    let mut children = writer.inline.strong_inlines(&number.value);
    restyle(&mut children, |run| run.color(colour.clone()).size(large));
    children.push(run(Run::new().add_tab()));
    children.extend(writer.inlines(&number.label));
    if !number.detail.is_empty() {
        children.push(run(Run::new().add_break(BreakType::TextWrapping)));
        let mut detail = writer.inlines(&number.detail);
        restyle(&mut detail, |run| run.size(small).color(muted.clone()));
        children.extend(detail);
    }
    let left = column + PANEL_LEFT;
    let tab = Tab::new().val(TabValueType::Left).pos(usize::try_from(left.0).unwrap_or(0));
    let hanging = Some(SpecialIndentType::Hanging(column.0));
    let paragraph = Paragraph::new().style("KeyNumber").add_tab(tab).indent(
        Some(left.0),
        hanging,
        Some(PANEL_RIGHT.0),
        None,
    );
    writer.flow.push(paragraph, children);
}

/// A font size as docx-rs takes it.
fn font_size(size: HalfPt) -> usize {
    usize::try_from(size.0).unwrap_or(usize::MAX)
}
