//! Numbered formulas: centred by a tab, with the number at the end of the line.

use docx_rs::{Paragraph, Run};

use super::additions::{Addition, Story};
use super::block_writer::BlockWriter;
use super::bookmarks::Extent;
use super::fields::run;
use crate::document::math::Formula;

/// Writes a formula; its mathematics is an addition.
pub fn formula<'a>(writer: &mut BlockWriter<'a>, formula: &'a Formula) {
    let mark = writer.inline.additions.note(Story::Body, Addition::Formula(formula.math.clone()));
    let number = vec![run(Run::new().add_text(formula.number.to_string()))];
    let number = writer.inline.bookmarks.enclose(Extent::Number, &formula.label, number);
    let mut children = vec![
        run(Run::new().add_tab()),
        run(Run::new().style(&mark.to_string())),
        run(Run::new().add_tab()),
        run(Run::new().add_text("(")),
    ];
    children.extend(number);
    children.push(run(Run::new().add_text(")")));
    let children = writer.enclose(&formula.label, children);
    writer.flow.push(Paragraph::new().style("Formula"), children);
}
