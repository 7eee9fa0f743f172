//! Whether a slide has room for what stands on it. Type never shrinks: too much is a fault that says by how much.
//!
//! Texts are measured with the theme's own faces, in the frames and sizes that every writer sets them in.

use super::sources::Sources;
use crate::chart::Faces;
use crate::diag::{Code, Diagnostic, Message, say};
use crate::document::{
    Block, Contents, Figure, Inline, Inlines, KeyNumber, Layout, Quote, Slide, Table, plain_text,
};
use crate::quantity::{Pt, whole};
use crate::theme::{Frame, PageStyle};

/// Indent of a list's items, in the size of the text.
const INDENT: f64 = 1.2;
/// Lines of text that a formula takes.
const FORMULA_LINES: f64 = 2.0;
/// A frame that is too small by less than this is large enough.
const TOLERANCE: Pt = Pt(0.5);

/// How much larger than the theme's the type may be on a slide of text or quotations that would be mostly empty, largest
/// first, and the share of its frame that it may fill then.
const SCALES: [f64; 5] = [1.5, 1.4, 1.3, 1.2, 1.1];
const FILLED: f64 = 0.85;

/// How much larger than the theme's the type of a slide is.
pub fn scale(sources: &Sources<'_>, slide: &Slide) -> f64 {
    if !matches!(slide.layout, Layout::Text | Layout::Quotes) {
        return 1.0;
    }
    let style = sources.page_style();
    let frame = style.body_frame();
    let is_roomy = |scale: &f64| {
        let mut sheet = style.clone();
        sheet.sizes.body = sheet.sizes.body * *scale;
        let grid = &mut sheet.grid;
        for size in [&mut grid.quote, &mut grid.detail, &mut grid.paragraph_gap] {
            *size = *size * *scale;
        }
        let fit = SlideFit { sheet: &sheet, faces: sources.faces, faults: Vec::new() };
        fit.text_height(&slide.blocks, frame.width) <= frame.height * FILLED
    };
    SCALES.into_iter().find(is_roomy).unwrap_or(1.0)
}

/// Faults of a slide that holds more than it has room for.
pub fn faults(sources: &Sources<'_>, slide: &Slide) -> Vec<Diagnostic> {
    let mut fit = SlideFit { sheet: sources.page_style(), faces: sources.faces, faults: Vec::new() };
    fit.slide(slide);
    fit.faults
}

/// Measures what stands on one slide.
struct SlideFit<'a> {
    sheet: &'a PageStyle,
    faces: &'a Faces,
    faults: Vec<Diagnostic>,
}

impl SlideFit<'_> {
    fn slide(&mut self, slide: &Slide) {
        let sheet = self.sheet;
        let sizes = sheet.sizes;
        if let Some((figure, text)) = slide.illustration() {
            self.illustrated(slide, figure, text);
            return;
        }
        let cover =
            if slide.layout == Layout::Section { sheet.section_frames() } else { sheet.cover_frames() };
        let (title, size) = match slide.layout.is_cover() {
            true => (cover[0], sizes.heading1),
            false => (sheet.title_frame(), sizes.heading2),
        };
        let height = self.height(&slide.title, title.width, size, true);
        self.compare(height, title.height, size, say!("slide-title-overflow"));
        let foot = sheet.foot_frame();
        let height = slide.source.iter().map(|text| self.height(text, foot.width, sizes.note, false)).sum();
        self.compare(height, foot.height, sizes.note, say!("slide-source-overflow"));
        match slide.layout {
            Layout::Columns => {
                for (block, frame) in slide.blocks.iter().zip(sheet.column_frames()) {
                    self.fit_blocks(std::slice::from_ref(block), frame);
                }
            }
            Layout::Title | Layout::Section | Layout::Closing => self.fit_blocks(&slide.blocks, cover[1]),
            Layout::Text
            | Layout::Figure
            | Layout::Number
            | Layout::Table
            | Layout::Quotes
            | Layout::Tiles => self.fit_blocks(&slide.blocks, sheet.body_frame()),
        }
    }

    /// A coloured slide with a picture.
    fn illustrated(&mut self, slide: &Slide, figure: &Figure, text: &[Block]) {
        let (frames, grid, sizes) = (self.sheet.illustrated_frames(), self.sheet.grid, self.sheet.sizes);
        let height = self.height(&slide.title, frames.title.width, grid.cover_title, true);
        self.compare(height, frames.title.height, grid.cover_title, say!("slide-title-overflow"));
        self.fit_blocks(text, frames.below);
        let height = self.height(&figure.caption.text, frames.caption.width, grid.detail, true);
        self.compare(height, frames.caption.height, grid.detail, say!("slide-body-overflow"));
        self.fit_figure(figure, frames.picture);
        let lines = slide.source.iter().map(|text| self.height(text, frames.source.width, sizes.note, false));
        self.compare(lines.sum(), frames.source.height, sizes.note, say!("slide-source-overflow"));
    }

    fn fit_blocks(&mut self, blocks: &[Block], frame: Frame) {
        let size = self.sheet.sizes.body;
        match blocks {
            [Block::Figure(figure)] => self.fit_figure(figure, frame),
            [Block::Table(table)] => {
                let height = self.table_height(table, frame.width);
                self.compare(height, frame.height, self.sheet.sizes.table, say!("slide-table-overflow"));
            }
            [Block::Numbers(numbers)] => self.fit_numbers(numbers),
            [Block::Quote(_), ..] => {
                let height = blocks.iter().map(|block| self.block_height(block, frame.width)).sum();
                self.compare(height, frame.height, self.sheet.grid.quote, say!("slide-body-overflow"));
            }
            _ => {
                let height = self.text_height(blocks, frame.width);
                self.compare(height, frame.height, size, say!("slide-body-overflow"));
            }
        }
    }

    fn fit_figure(&mut self, figure: &Figure, frame: Frame) {
        let height = figure.drawings.iter().map(|d| d.picture.height).sum();
        let size = self.sheet.sizes.chart;
        self.compare(height, frame.height, size, say!("slide-chart-overflow"));
    }

    fn fit_numbers(&mut self, numbers: &[KeyNumber]) {
        let (sizes, grid) = (self.sheet.sizes, self.sheet.grid);
        let large = if numbers.len() == 1 { grid.big_number } else { grid.tile_number };
        for (number, frame) in numbers.iter().zip(self.sheet.tile_frames(numbers.len())) {
            let height = self.number_height(number, large, frame.width);
            self.compare(height, frame.height, sizes.body, say!("slide-tile-overflow"));
        }
    }

    /// Height of a large number of a size with what stands below it.
    fn number_height(&self, number: &KeyNumber, size: Pt, width: Pt) -> Pt {
        let (sizes, grid) = (self.sheet.sizes, self.sheet.grid);
        let parts = [
            (&number.value, size, true),
            (&number.label, sizes.body, false),
            (&number.detail, grid.detail, false),
        ];
        let texts: Pt = parts.iter().map(|(text, size, bold)| self.height(text, width, *size, *bold)).sum();
        texts + grid.tile_head
    }

    /// Height of a text.
    fn height(&self, text: &Inlines, width: Pt, size: Pt, bold: bool) -> Pt {
        let bold = bold || text.iter().any(|inline| matches!(inline, Inline::Strong(_)));
        let lines = self.faces.lines(&plain_text(text), width.0, size.0, bold);
        whole::float(lines) * size * self.sheet.sizes.line_spacing
    }

    fn text_height(&self, blocks: &[Block], width: Pt) -> Pt {
        let gaps = self.sheet.grid.paragraph_gap * whole::float(paragraphs(blocks).saturating_sub(1));
        blocks.iter().map(|block| self.block_height(block, width)).sum::<Pt>() + gaps
    }

    /// Height of a block without the gaps between paragraphs. Every block has one, those too that seldom stand on a
    /// slide: what is not measured would run over its edge.
    fn block_height(&self, block: &Block, width: Pt) -> Pt {
        let (sizes, grid) = (self.sheet.sizes, self.sheet.grid);
        match block {
            Block::Paragraph(text) => self.height(text, width, sizes.body, false),
            Block::List(list) => {
                let inner = width - INDENT * sizes.body;
                list.items.iter().map(|item| self.bare_height(item, inner)).sum()
            }
            Block::Callout(callout) => self.bare_height(&callout.blocks, width),
            Block::Quote(quote) => self.quote_height(quote, width),
            Block::Heading(heading) | Block::Contents(Contents { heading, .. }) => {
                self.height(&heading.text, width, sizes.heading3, true)
            }
            Block::Figure(figure) => figure.drawings.iter().map(|drawing| drawing.picture.height).sum(),
            Block::Table(table) => self.table_height(table, width),
            Block::Numbers(numbers) => {
                let heights = numbers.iter().map(|n| self.number_height(n, grid.tile_number, width));
                heights.fold(Pt(0.0), Pt::max)
            }
            Block::Formula(_) => FORMULA_LINES * sizes.body * sizes.line_spacing,
            Block::TitlePage(page) => {
                let lines =
                    page.organisation.iter().chain(page.approvals.iter().flatten()).chain(&page.details);
                let lines = lines.chain([&page.kind, &page.title, &page.place]);
                lines.map(|text| self.height(text, width, sizes.body, false)).sum()
            }
            Block::Bibliography(_) | Block::PageBreak => Pt(0.0),
        }
    }

    /// The height without the gaps between paragraphs.
    fn bare_height(&self, blocks: &[Block], width: Pt) -> Pt {
        let gaps = self.sheet.grid.paragraph_gap * whole::float(paragraphs(blocks).saturating_sub(1));
        self.text_height(blocks, width) - gaps
    }

    fn quote_height(&self, quote: &Quote, width: Pt) -> Pt {
        let grid = self.sheet.grid;
        let width = width - grid.quote_indent;
        let text: Pt = quote.text.iter().map(|text| self.height(text, width, grid.quote, false)).sum();
        text + self.height(&quote.attribution, width, grid.detail, false) + 2.0 * grid.paragraph_gap
    }

    fn table_height(&self, table: &Table, width: Pt) -> Pt {
        let (padding, margin) = (self.sheet.grid.cell_padding, self.sheet.grid.cell_margin);
        let cell = |text: &Inlines, share: f64, strong| {
            self.height(text, width * share - 2.0 * margin, self.sheet.sizes.table, strong)
        };
        let row = |cells: &[Inlines], strong| {
            let cells = cells.iter().zip(table.columns.iter().map(|column| column.width));
            cells.map(|(text, share)| cell(text, share, strong)).fold(Pt(0.0), Pt::max) + 2.0 * padding
        };
        let head = if table.head.is_empty() { Pt(0.0) } else { row(&table.head, true) };
        let rows = table.rows.iter().map(|of| match of.group() {
            Some(name) => cell(name, 1.0, true) + 2.0 * padding,
            None => row(&of.cells, of.strong),
        });
        head + rows.sum::<Pt>()
    }

    fn compare(&mut self, needed: Pt, has: Pt, size: Pt, message: Message) {
        if needed > has + TOLERANCE {
            let lines = ((needed - has) / (size * self.sheet.sizes.line_spacing)).ceil();
            let message = message
                .with("needed", &format!("{:.0}", needed.0))
                .with("has", &format!("{:.0}", has.0))
                .with_count("lines", whole::nearest_count(lines));
            let fault = Diagnostic::new(Code::SlideOverflow, message);
            self.faults.push(fault.hint(say!("hint-slide-overflow")));
        }
    }
}

/// Paragraphs of some blocks, those of list items each by itself.
fn paragraphs(blocks: &[Block]) -> usize {
    let count = |block: &Block| match block {
        Block::List(list) => list.items.iter().map(|item| paragraphs(item)).sum(),
        Block::Callout(callout) => paragraphs(&callout.blocks),
        Block::TitlePage(_)
        | Block::Contents(_)
        | Block::Heading(_)
        | Block::Paragraph(_)
        | Block::Figure(_)
        | Block::Table(_)
        | Block::Quote(_)
        | Block::Numbers(_)
        | Block::Formula(_)
        | Block::Bibliography(_)
        | Block::PageBreak => 1,
    };
    blocks.iter().map(count).sum()
}
