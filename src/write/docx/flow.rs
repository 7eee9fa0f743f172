//! The children of the body as they are written: paragraphs and tables, page breaks, ends of sections.

use docx_rs::{
    BuildXML, HeaderReference, LineSpacing, LineSpacingType, Paragraph, ParagraphChild, SectionProperty,
    Table, TableCellContent, TableChild, TableRowChild,
};

use super::additions::{Addition, Additions, Mark, SectionEnd, Story};
use crate::quantity::Pt;

/// So many rows at the end of a table stay with what it is kept together with.
const END_ROWS: usize = 3;

/// A child of the document's body.
#[derive(Debug)]
pub enum BodyChild {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

impl BodyChild {
    /// The child as docx-rs writes it.
    pub fn xml(&self) -> Vec<u8> {
        match self {
            Self::Paragraph(paragraph) => paragraph.build(),
            Self::Table(table) => table.build(),
        }
    }
}

/// What is written so far.
#[derive(Debug, Default)]
pub struct Flow {
    children: Vec<BodyChild>,
    begins_page: bool,
    /// Where sections end: after how many children, and whether their pages are turned.
    section_ends: Vec<(usize, bool)>,
}

impl Flow {
    /// How many children there are.
    pub fn len(&self) -> usize {
        self.children.len()
    }

    /// The children from the one of that index on.
    pub fn since(&mut self, start: usize) -> &mut [BodyChild] {
        self.children.get_mut(start..).unwrap_or_default()
    }

    /// Takes the children from the one of that index on out again.
    pub fn split_off(&mut self, start: usize) -> Vec<BodyChild> {
        self.children.split_off(start.min(self.children.len()))
    }

    /// A paragraph that takes no room, for what has to stand beside one.
    pub fn push_holder(&mut self) {
        self.children.push(BodyChild::Paragraph(Box::new(without_room())));
    }

    /// White of a height, in the place of a paragraph.
    pub fn push_white(&mut self, height: Pt) {
        self.children.push(BodyChild::Paragraph(Box::new(of_height(height))));
    }

    /// Adds a paragraph with these children; an empty one is never written.
    pub fn push(&mut self, mut paragraph: Paragraph, children: Vec<ParagraphChild>) {
        if children.is_empty() {
            return;
        }
        paragraph.children.extend(children);
        self.push_bare(paragraph);
    }

    /// Adds a paragraph that may be a line alone.
    pub fn push_bare(&mut self, mut paragraph: Paragraph) {
        if std::mem::take(&mut self.begins_page) {
            paragraph = paragraph.page_break_before(true);
            if paragraph.property.line_spacing.is_none() {
                paragraph = paragraph.line_spacing(LineSpacing::new().before(0));
            }
        }
        self.children.push(BodyChild::Paragraph(Box::new(paragraph)));
    }

    /// Adds a table.
    pub fn push_table(&mut self, table: Table) {
        self.children.push(BodyChild::Table(Box::new(table)));
    }

    /// The next paragraph begins a page.
    pub fn break_page(&mut self) {
        self.begins_page = !self.children.is_empty();
    }

    /// What follows stands on pages of its own; those that end here may be turned to landscape.
    pub fn end_section(&mut self, is_landscape: bool) {
        let here = self.children.len();
        let is_over = self.section_ends.last().is_some_and(|(after, _)| *after == here);
        if here > 0 && !is_over {
            self.section_ends.push((here, is_landscape));
        }
        self.begins_page = false;
    }

    /// Keeps each paragraph from `start` up to `end` with the next one, the last excepted; of a table its last rows, so that it
    /// may begin before them and break.
    pub fn keep_together(&mut self, start: usize, end: usize) {
        let last = end.min(self.children.len()).saturating_sub(1);
        for child in self.children.iter_mut().take(last).skip(start) {
            match child {
                BodyChild::Paragraph(paragraph) => paragraph.property.keep_next = Some(true),
                BodyChild::Table(table) => {
                    let rows = table.rows.len();
                    keep_rows(table, rows.saturating_sub(END_ROWS), rows);
                }
            }
        }
    }

    /// Keeps the paragraphs from `start` on with what comes after them.
    pub fn keep_with_next(&mut self, start: usize) {
        for child in self.since(start) {
            if let BodyChild::Paragraph(paragraph) = child {
                paragraph.property.keep_next = Some(true);
            }
        }
    }

    /// The children of the body, and the end of its last section. The properties of a section stand in its last
    /// paragraph, those of the last one at the end of the body (ISO/IEC 29500-1, 17.6.17 and 17.6.18); docx-rs gets a
    /// marked place for each of the others.
    pub fn into_children(mut self, additions: &mut Additions) -> (Vec<BodyChild>, SectionEnd) {
        // A document that ends with a turned page has no section after it.
        let count = self.children.len();
        let closing = self.section_ends.pop_if(|(after, _)| *after == count);
        let mut is_first = true;
        let mut end = |is_landscape| SectionEnd { is_landscape, is_first: std::mem::take(&mut is_first) };
        let ends: Vec<_> = self.section_ends.iter().map(|(after, turned)| (*after, end(*turned))).collect();
        let last = end(closing.is_some_and(|(_, is_landscape)| is_landscape));
        for (after, end) in ends.into_iter().rev() {
            self.close_section(after, additions.note(Story::Body, Addition::Section(end)));
        }
        (self.children, last)
    }

    fn close_section(&mut self, after: usize, mark: Mark) {
        if let Some(BodyChild::Paragraph(paragraph)) = self.children.get_mut(after.saturating_sub(1)) {
            paragraph.property.section_property = Some(marked_section(mark));
            return;
        }
        // After a table without notes: the paragraph that ends the section takes no room.
        let paragraph = without_room().section_property(marked_section(mark));
        self.children.insert(after, BodyChild::Paragraph(Box::new(paragraph)));
    }
}

/// A paragraph that takes no room.
pub fn without_room() -> Paragraph {
    of_height(Pt(1.0))
}

/// An empty paragraph of a height.
fn of_height(height: Pt) -> Paragraph {
    let line = height.twips().0;
    let spacing = LineSpacing::new().before(0).after(0).line(line).line_rule(LineSpacingType::Exact);
    Paragraph::new().line_spacing(spacing).size(2)
}

fn marked_section(mark: Mark) -> SectionProperty {
    let header_reference = Some(HeaderReference::new("default", mark.to_string()));
    SectionProperty { header_reference, ..SectionProperty::new() }
}

/// Keeps rows of a table with the ones after them: those of the indices from `from` up to `to`.
pub fn keep_rows(table: &mut Table, from: usize, to: usize) {
    for row in table.rows.iter_mut().take(to).skip(from) {
        let TableChild::TableRow(row) = row;
        for cell in &mut row.cells {
            let TableRowChild::TableCell(cell) = cell;
            for content in &mut cell.children {
                if let TableCellContent::Paragraph(paragraph) = content {
                    paragraph.property.keep_next = Some(true);
                }
            }
        }
    }
}
