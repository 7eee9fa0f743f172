//! Pages filled: which tables stand whole is decided here, and where a figure or such a table does not fit on what is
//! left of its page, the text that follows it in its section comes first.
//!
//! The pages are reckoned with the theme's faces and measures before any writer sets them, so that all formats have
//! one order. What is reckoned wrongly costs white, as it would without this, and nothing else: figures and tables
//! keep their order, and none passes a heading.

use super::sources::Sources;
use crate::chart::Faces;
use crate::document::{
    Block, Body, Caption, Contents, Document, Figure, Heading, HeadingRole, Inline, Inlines, KeyNumber, List,
    Table, plain_text,
};
use crate::quantity::{Pt, whole};
use crate::theme::PageStyle;

/// What a line of text takes of the size of its type, without the distance to the next one.
const LETTERS: f64 = 0.66;
/// What theme files take from the distance of lines for the letters themselves.
const TAKEN: f64 = 0.72;
/// Words do not fill their lines to the end, in the width of all of them.
const RAGGED: f64 = 1.015;
/// White less than this, in lines, is not filled.
const LEAST: f64 = 2.5;
/// Share of the page's height up to which a table stands whole, and one in groups.
const WHOLE_TABLE: (f64, f64) = (0.33, 0.45);
/// White around a figure or table beyond that between lines.
const AROUND: Pt = Pt(24.0);
/// White around a heading beyond that between lines, in its size.
const AROUND_HEADING: f64 = 1.95;
/// Padding of a cell above and below its text, and at its sides.
const CELL: (Pt, Pt) = (Pt(8.5), Pt(8.0));
/// Lines of text that a formula takes with the white around it.
const FORMULA: f64 = 4.0;

/// The document with its tables whole or not and its pages filled; a deck stays as it is.
pub fn filled(mut document: Document, sources: &Sources<'_>) -> Document {
    if let Body::Report(blocks) = &mut document.body {
        let pages = Pages::new(sources.page_style(), sources.faces);
        *blocks = pages.filled(std::mem::take(blocks));
    }
    document
}

/// Reckons heights, and where on its page each block stands.
struct Pages<'a> {
    sheet: &'a PageStyle,
    faces: &'a Faces,
    /// From one line of running text to the next.
    line: Pt,
    height: Pt,
}

impl<'a> Pages<'a> {
    fn new(sheet: &'a PageStyle, faces: &'a Faces) -> Self {
        let sizes = sheet.sizes;
        let leading = if sizes.first_line_indent.0 > 0.0 { sizes.line_spacing - TAKEN } else { 0.72 };
        Self { sheet, faces, line: sizes.body * (LETTERS + leading), height: sheet.page.text_height() }
    }

    fn filled(&self, blocks: Vec<Block>) -> Vec<Block> {
        let mut out = Vec::with_capacity(blocks.len());
        let mut rest: std::collections::VecDeque<Block> = blocks.into();
        // How far down its page the text has come.
        let mut at = Pt(0.0);
        while let Some(mut block) = rest.pop_front() {
            if let Block::Table(table) = &mut block {
                table.whole = self.stands_whole(table);
            }
            if stays_whole(&block) {
                let needed = self.height_of(&block);
                while at + needed > self.height && self.height - at > self.line * LEAST {
                    let Some(next) = rest.front().is_some_and(moves).then(|| rest.pop_front()).flatten()
                    else {
                        break;
                    };
                    at = self.after(at, &next);
                    out.push(next);
                    // What is left of a paragraph that began here stands above the figure on its page.
                    if at + needed <= self.height {
                        break;
                    }
                }
            }
            at = self.after(at, &block);
            out.push(block);
        }
        out
    }

    /// How far down its page the text is after a block.
    fn after(&self, at: Pt, block: &Block) -> Pt {
        let height = self.height_of(block);
        match block {
            Block::TitlePage(_) | Block::PageBreak => Pt(0.0),
            Block::Contents(_) => self.height * 0.5,
            Block::Table(table) if table.landscape => Pt(0.0),
            Block::Heading(heading) if self.begins_page(heading) => height,
            // With two lines of what it heads.
            Block::Heading(_) if at + height + self.line * 2.0 > self.height => height,
            Block::Heading(_)
            | Block::Paragraph(_)
            | Block::List(_)
            | Block::Figure(_)
            | Block::Table(_)
            | Block::Callout(_)
            | Block::Quote(_)
            | Block::Numbers(_)
            | Block::Formula(_)
            | Block::Bibliography(_) => {
                let mut end =
                    if stays_whole(block) && at + height > self.height { height } else { at + height };
                while end > self.height {
                    end = end - self.height;
                }
                end
            }
        }
    }

    fn begins_page(&self, heading: &Heading) -> bool {
        let begins = match heading.role {
            HeadingRole::Annex => true,
            HeadingRole::Section | HeadingRole::Structural => self.sheet.look.sections_begin_pages,
            HeadingRole::Plain => false,
        };
        begins && heading.level <= 1
    }

    /// Whether a table of this height stands on one page.
    fn stands_whole(&self, table: &Table) -> bool {
        let is_grouped = table.rows.iter().any(|row| row.group().is_some());
        let most = if is_grouped { WHOLE_TABLE.1 } else { WHOLE_TABLE.0 };
        !table.landscape && self.table(table) <= self.height * most
    }

    fn height_of(&self, block: &Block) -> Pt {
        let sizes = self.sheet.sizes;
        let width = self.sheet.page.text_width();
        match block {
            Block::Paragraph(text) => self.paragraph(text, width),
            Block::List(list) => self.list(list, width),
            Block::Heading(Heading { text, level, .. })
            | Block::Contents(Contents { heading: Heading { text, level, .. }, .. }) => {
                let size =
                    [sizes.heading1, sizes.heading2, sizes.heading3][usize::from((*level).clamp(1, 3) - 1)];
                block_of(self.lines(text, width, size, true), size, 0.6) + size * AROUND_HEADING
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Table(table) => self.table(table),
            Block::Callout(callout) => {
                let inner = |block: &Block| self.height_of(block);
                callout.blocks.iter().map(inner).sum::<Pt>() + Pt(44.0)
            }
            Block::Quote(quote) => {
                let inner = width - sizes.first_line_indent.pt();
                let texts: Pt = quote.text.iter().map(|text| self.paragraph(text, inner) * 0.9).sum();
                texts
                    + self.lines(&quote.attribution, inner, sizes.table, false) * sizes.table * 1.26
                    + sizes.body * 0.75
            }
            Block::Numbers(numbers) => self.numbers(numbers),
            Block::Formula(_) => self.line * FORMULA,
            Block::Bibliography(entries) => {
                entries.iter().map(|entry| self.paragraph(&entry.text, width)).sum()
            }
            Block::TitlePage(_) | Block::PageBreak => self.height,
        }
    }

    /// Lines of a text in a size of type.
    fn lines(&self, text: &Inlines, width: Pt, size: Pt, bold: bool) -> f64 {
        let bold = bold || matches!(text.as_slice(), [Inline::Strong(_), ..] if text.len() == 1);
        (self.faces.width(&plain_text(text), size.0, bold) * RAGGED / width.0.max(1.0)).ceil()
    }

    fn paragraph(&self, text: &Inlines, width: Pt) -> Pt {
        let sizes = self.sheet.sizes;
        let length = self.faces.width(&plain_text(text), sizes.body.0, false) * RAGGED;
        let lines = ((length + sizes.first_line_indent.pt().0) / width.0).ceil();
        let between = if sizes.first_line_indent.0 > 0.0 { Pt(0.0) } else { sizes.body * 0.35 };
        self.line * lines + between
    }

    fn list(&self, list: &List, width: Pt) -> Pt {
        let sizes = self.sheet.sizes;
        let inner = width - sizes.first_line_indent.pt() - sizes.body * 1.3;
        let block = |block: &Block| {
            let Block::Paragraph(text) = block else { return self.height_of(block) };
            self.line * self.lines(text, inner, sizes.body, false)
        };
        list.items.iter().flatten().map(block).sum()
    }

    fn caption(&self, caption: &Caption, width: Pt) -> Pt {
        let size = self.sheet.sizes.caption;
        block_of(self.lines(&caption.text, width - size * 8.0, size, false), size, 0.55)
    }

    fn notes(&self, notes: &[Inlines], width: Pt) -> Pt {
        let size = self.sheet.sizes.note;
        let lines: f64 = notes.iter().map(|note| self.lines(note, width, size, false)).sum();
        if notes.is_empty() { Pt(0.0) } else { block_of(lines, size, 0.5) + Pt(10.0) }
    }

    fn figure(&self, figure: &Figure) -> Pt {
        let width = self.sheet.page.table_width();
        let drawings: Pt = figure.drawings.iter().map(|drawing| drawing.picture.height).sum();
        let size = self.sheet.set_off.message;
        let message = figure
            .message
            .as_ref()
            .map_or(Pt(0.0), |text| size * self.lines(text, width, size, true) * 1.15 + Pt(6.0));
        message
            + drawings
            + self.caption(&figure.caption, width)
            + self.notes(&figure.notes, width)
            + AROUND
            + Pt(8.0)
    }

    fn table(&self, table: &Table) -> Pt {
        let (sizes, width) = (self.sheet.sizes, self.sheet.page.table_width());
        let size = sizes.table;
        let cell = |text: &Inlines, share: f64, bold| {
            block_of(self.lines(text, width * share - CELL.1, size, bold).max(1.0), size, 0.5)
        };
        let row = |cells: &[Inlines], bold| {
            let cells = cells.iter().zip(&table.columns).map(|(text, column)| cell(text, column.width, bold));
            cells.fold(Pt(0.0), Pt::max) + CELL.0
        };
        let rows = table.rows.iter().map(|of| match of.group() {
            Some(name) => cell(name, 1.0, true) + CELL.0,
            None => row(&of.cells, of.strong).max(Pt(table.row_height.unwrap_or(0.0))),
        });
        let head = if table.head.is_empty() { Pt(0.0) } else { row(&table.head, true) };
        let around = self.caption(&table.caption, width) + self.notes(&table.notes, width) + AROUND + Pt(8.0);
        head + rows.sum::<Pt>() + around
    }

    fn numbers(&self, numbers: &[KeyNumber]) -> Pt {
        let set = self.sheet.set_off;
        let rows = whole::float(numbers.len().div_ceil(if numbers.len() > 4 { 3 } else { 4 }));
        (set.key_number + set.key_label * 2.4 + self.sheet.sizes.note + Pt(36.0)) * rows + set.key_number
    }
}

/// Height of lines of type with a distance between them in its size.
fn block_of(lines: f64, size: Pt, leading: f64) -> Pt {
    size * (lines * (LETTERS + leading) - leading)
}

/// Whether a block is not parted by the end of a page, and may be preceded by the text after it.
fn stays_whole(block: &Block) -> bool {
    match block {
        Block::Figure(figure) => figure.drawings.len() == 1,
        Block::Table(table) => table.whole,
        Block::TitlePage(_)
        | Block::Contents(_)
        | Block::Heading(_)
        | Block::Paragraph(_)
        | Block::List(_)
        | Block::Callout(_)
        | Block::Quote(_)
        | Block::Numbers(_)
        | Block::Formula(_)
        | Block::Bibliography(_)
        | Block::PageBreak => false,
    }
}

/// Whether a block of text may come before a figure that it follows: nothing that heads or announces what is after it.
fn moves(block: &Block) -> bool {
    if let Block::Paragraph(text) = block {
        let announces = plain_text(text).trim_end().ends_with(':');
        let heads = matches!(text.as_slice(), [Inline::Strong(_)]);
        return !announces && !heads;
    }
    matches!(block, Block::Quote(_))
}
