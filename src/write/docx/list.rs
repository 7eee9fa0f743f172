//! Lists with real numbering; a numbered list always begins at 1.

use docx_rs::{IndentLevel, NumberingId, Paragraph, SpecialIndentType};

use super::block_context::{BOX_RIGHT, Base, BlockContext};
use super::body::Writer;
use super::extras::{BULLETS, FIRST_ORDERED};
use crate::diag::say;
use crate::document::{Block, Inlines, List};

/// WordprocessingML has so many levels in a numbering definition.
pub const LEVELS: usize = 9;

impl<'a> Writer<'a> {
    pub fn list(&mut self, list: &'a List, place: BlockContext) {
        if place.depth >= LEVELS {
            self.fault(say!("docx-lists-deep", levels = LEVELS));
            return;
        }
        let number = self.numbering(list.ordered, place.depth);
        let inside = place.deeper();
        for item in &list.items {
            let mut rest = item.as_slice();
            if let Some((Block::Paragraph(text), tail)) = item.split_first() {
                self.item(text, inside, number);
                rest = tail;
            }
            self.blocks(rest, inside);
        }
    }

    fn numbering(&mut self, ordered: bool, depth: usize) -> usize {
        if !ordered {
            return BULLETS;
        }
        self.extras.ordered_lists.push(depth);
        FIRST_ORDERED + self.extras.ordered_lists.len() - 1
    }

    fn item(&mut self, text: &'a Inlines, place: BlockContext, number: usize) {
        let level = IndentLevel::new(place.depth - 1);
        let mut paragraph =
            Paragraph::new().style(place.paragraph_style()).numbering(NumberingId::new(number), level);
        if place.base != Base::Text {
            let hanging = Some(SpecialIndentType::Hanging(425));
            paragraph = paragraph.indent(Some(place.list_indent()), hanging, Some(BOX_RIGHT), None);
            paragraph = self.edged(paragraph, place, place.list_indent() - 425);
        }
        self.text_paragraph(paragraph, text);
    }
}
