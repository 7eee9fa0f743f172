//! «Role ____________ Name»: the lines to sign on and the names stand below one another.

use docx_rs::{Paragraph, ParagraphChild, SpecialIndentType, Tab, TabValueType};

use super::block_writer::BlockWriter;
use super::fields::run;
use crate::document::{Inline, Inlines};

/// The fewest signs of a line to sign on.
const LINE: &str = "__________";
/// Where the line and the name begin, as shares of the text's width.
const PLACES: [f64; 2] = [0.5, 0.72];

/// Role, line and name of a paragraph that is all of them.
pub fn parts(text: &Inlines) -> Option<[&str; 3]> {
    let [Inline::Text(text)] = text.as_slice() else { return None };
    let (role, rest) = text.split_at_checked(text.find(LINE)?)?;
    let name = rest.trim_start_matches('_');
    let (line, _) = rest.split_at_checked(rest.len() - name.len())?;
    let parts = [role.trim_end(), line, name.trim_start()];
    parts.iter().all(|part| !part.is_empty()).then_some(parts)
}

/// Writes them with tabs between.
pub fn signature(writer: &mut BlockWriter<'_>, paragraph: Paragraph, [role, line, name]: [&str; 3]) {
    let style = writer.context().page_style();
    let (width, indent) = (style.page.text_width(), style.sizes.first_line_indent.pt());
    let at = |share: f64| (width * share).max(indent).twips().0;
    let stops = PLACES
        .map(|share| Tab::new().val(TabValueType::Left).pos(usize::try_from(at(share)).unwrap_or_default()));
    let flush = Some(SpecialIndentType::FirstLine(0));
    let paragraph = paragraph.indent(Some(indent.twips().0), flush, None, None);
    let paragraph = stops.into_iter().fold(paragraph, Paragraph::add_tab);
    let mut children: Vec<ParagraphChild> = Vec::new();
    for part in [role, line] {
        children.push(run(writer.inline.text_run(part).add_tab()));
    }
    children.push(run(writer.inline.text_run(name)));
    writer.flow.push(paragraph, children);
}
