//! «Role ____________ Name»: the lines to sign on and the names stand below one another.

use docx_rs::{LineSpacing, Paragraph, ParagraphChild, SpecialIndentType, Tab, TabValueType};

use super::block_writer::BlockWriter;
use super::fields::run;
use crate::document::{Inline, Inlines};

/// The fewest signs of a line to sign on.
const LINE: &str = "__________";
/// Where the line and the name begin, as shares of the text's width.
const PLACES: [f64; 2] = [0.5, 0.72];
/// White above and below, in twips.
const ROOM: u32 = 160;

/// Role, line and name of a paragraph that is all of them.
pub fn parts(text: &Inlines) -> Option<[&str; 3]> {
    let [Inline::Text(text)] = text.as_slice() else { return None };
    let (role, rest) = text.split_at_checked(text.find(LINE)?)?;
    let name = rest.trim_start_matches('_');
    let (line, _) = rest.split_at_checked(rest.len() - name.len())?;
    // A mark right after the line belongs to a sentence: «Dear ____________!»
    let parts = [role.strip_suffix(' ')?, line, name.strip_prefix(' ')?];
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
    let room = LineSpacing::new().before(ROOM).after(ROOM);
    let paragraph = paragraph.indent(Some(indent.twips().0), flush, None, None).line_spacing(room);
    let paragraph = stops.into_iter().fold(paragraph, Paragraph::add_tab);
    let mut children: Vec<ParagraphChild> = Vec::new();
    for part in [role, line] {
        children.push(run(writer.inline.text_run(part).add_tab()));
    }
    children.push(run(writer.inline.text_run(name)));
    writer.flow.push(paragraph, children);
}

#[cfg(test)]
mod tests {
    use super::parts;
    use crate::document::Inline;

    #[test]
    fn a_line_to_fill_in_within_a_sentence_is_no_signature() {
        let of = |text: &str| parts(&vec![Inline::Text(text.into())]).map(|parts| parts.map(str::to_owned));
        let signed = of("Lead ____________ A. B.");
        assert_eq!(signed, Some(["Lead", "____________", "A. B."].map(str::to_owned)));
        for text in ["Dear ____________!", "Lead ____________", "Lead _ A. B.", "____________ A. B."] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
