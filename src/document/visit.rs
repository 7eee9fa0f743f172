//! Every running text of a body, to be changed in place.

use super::{Block, Body, Contents, Inlines, TitlePage};

impl Body {
    /// Calls `visit` on each text: titles, paragraphs, captions, cells, notes.
    pub fn each_text_mut(&mut self, visit: &mut impl FnMut(&mut Inlines)) {
        match self {
            Self::Report(blocks) => in_blocks(blocks, visit),
            Self::Deck(slides) => {
                for slide in slides {
                    visit(&mut slide.title);
                    in_blocks(&mut slide.blocks, visit);
                    in_blocks(&mut slide.notes, visit);
                    slide.source.iter_mut().for_each(&mut *visit);
                }
            }
        }
    }
}

fn in_blocks(blocks: &mut [Block], visit: &mut impl FnMut(&mut Inlines)) {
    for block in blocks {
        match block {
            Block::TitlePage(page) => in_title(page, visit),
            Block::Paragraph(text) => visit(text),
            Block::Heading(heading) | Block::Contents(Contents { heading, .. }) => visit(&mut heading.text),
            Block::List(list) => list.items.iter_mut().for_each(|item| in_blocks(item, visit)),
            Block::Figure(figure) => {
                visit(&mut figure.caption.text);
                figure.notes.iter_mut().for_each(&mut *visit);
            }
            Block::Table(table) => {
                visit(&mut table.caption.text);
                table.head.iter_mut().for_each(&mut *visit);
                table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(&mut *visit);
                table.notes.iter_mut().for_each(&mut *visit);
            }
            Block::Callout(callout) => in_blocks(&mut callout.blocks, visit),
            Block::Quote(quote) => {
                quote.text.iter_mut().for_each(&mut *visit);
                visit(&mut quote.attribution);
            }
            Block::Numbers(numbers) => {
                for number in numbers {
                    visit(&mut number.value);
                    visit(&mut number.label);
                    visit(&mut number.detail);
                }
            }
            Block::Formula(_) | Block::PageBreak => {}
        }
    }
}

fn in_title(page: &mut TitlePage, visit: &mut impl FnMut(&mut Inlines)) {
    page.organisation.iter_mut().for_each(&mut *visit);
    page.approvals.iter_mut().flatten().for_each(&mut *visit);
    visit(&mut page.kind);
    visit(&mut page.title);
    page.details.iter_mut().for_each(&mut *visit);
    visit(&mut page.place);
}
