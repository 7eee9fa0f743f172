//! Headings with their bookmarks.

use docx_rs::{
    AlignmentType, BreakType, IndentLevel, NumberingId, Paragraph, ParagraphChild, Run, SpecialIndentType,
};

use super::block_writer::BlockWriter;
use super::bookmarks::Extent;
use super::fields::run;
use super::inline::capitals;
use super::numbering::UNNUMBERED;
use crate::document::{Heading, HeadingRole};
use crate::quantity::Mm;

/// Writes a heading. Word counts the sections where it comes to the printed number; other numbers, as those of
/// annexes, are text. The level makes Word's outline.
pub fn heading<'a>(writer: &mut BlockWriter<'a>, heading: &'a Heading) {
    let style = &writer.context().page_style().look;
    let begins_page = match heading.role {
        HeadingRole::Section | HeadingRole::Structural => style.sections_begin_pages,
        HeadingRole::Annex => true,
        HeadingRole::Plain => false,
    };
    if heading.level <= 1 && begins_page {
        writer.flow.break_page();
    }
    let level = heading.level.clamp(1, 4);
    if level == 1 {
        rule_above(writer);
    }
    let mut paragraph = Paragraph::new().style(&format!("Heading{level}"));
    let is_structural = match heading.role {
        HeadingRole::Section => false,
        HeadingRole::Structural | HeadingRole::Annex => true,
        HeadingRole::Plain => level == 1,
    };
    if is_structural && style.headings.is_centred() {
        let flush = Some(SpecialIndentType::FirstLine(0));
        paragraph = paragraph.align(AlignmentType::Center).indent(Some(0), flush, None, None);
    }
    let is_counted = writer.context().labels.is_counted_by_word(&heading.label);
    if !is_counted {
        paragraph = paragraph.numbering(NumberingId::new(UNNUMBERED), IndentLevel::new(0));
        // Out of the list the style's indent is lost.
        if paragraph.property.indent.is_none() && style.headings.is_centred() {
            let first = writer.context().page_style().sizes.first_line_indent.twips();
            let first = Some(SpecialIndentType::FirstLine(first.0));
            paragraph = paragraph.indent(Some(0), first, None, None);
        }
    }
    let children = children(writer, heading, is_counted);
    writer.flow.push(paragraph, children);
}

/// The theme's line above a heading of the first level, with which it stays.
pub fn rule_above(writer: &mut BlockWriter<'_>) {
    let context = writer.context();
    if context.page_style().look.heading_rule > Mm(0.0) && context.options.reference.is_none() {
        writer.flow.push_bare(Paragraph::new().style("HeadingRule"));
    }
}

fn children<'a>(writer: &mut BlockWriter<'a>, heading: &'a Heading, is_counted: bool) -> Vec<ParagraphChild> {
    let in_capitals = writer.context().page_style().look.structural_capitals;
    let mut inner = Vec::new();
    if let Some(number) = heading.number.as_deref().filter(|n| !n.is_empty() && !is_counted) {
        let label = Run::new().add_text(number);
        let printed = vec![run(if in_capitals && heading.role == HeadingRole::Annex {
            capitals(label)
        } else {
            label
        })];
        inner.extend(writer.inline.bookmarks.enclose(Extent::Number, &heading.label, printed));
        let gap = match heading.role {
            HeadingRole::Annex if heading.level <= 1 => Run::new().add_break(BreakType::TextWrapping),
            HeadingRole::Annex | HeadingRole::Section | HeadingRole::Structural | HeadingRole::Plain => {
                Run::new().add_text(" ")
            }
        };
        inner.push(run(gap));
    }
    inner.extend(match heading.role {
        HeadingRole::Structural if in_capitals => writer.inline.capital_inlines(&heading.text),
        HeadingRole::Structural | HeadingRole::Section | HeadingRole::Annex | HeadingRole::Plain => {
            writer.inlines(&heading.text)
        }
    });
    writer.enclose(&heading.label, inner)
}
