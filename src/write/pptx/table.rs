//! A table as PowerPoint's own, in the deck's table style.

use super::shape::{A, all, el, transform};
use super::slide::Slide;
use super::text::Stand;
use crate::document::{Align, Cell, Table};
use crate::theme::Frame;
use crate::write::units::emu;
use crate::write::xml::{Element, Node};

/// Identifier of the deck's table style.
pub const STYLE: &str = "{E5E90000-0000-4000-8000-7AB1E0000001}";
const TABLE: &str = "http://schemas.openxmlformats.org/drawingml/2006/table";

impl Slide<'_, '_> {
    /// `a:graphic` with the table; its rows take what they need.
    pub fn table(&mut self, table: &Table, frame: Frame) -> Element {
        let properties = el("a:tblPr")
            .with("firstRow", if table.head.is_empty() { "0" } else { "1" })
            .child(el("a:tableStyleId").text(STYLE));
        let widths: Vec<f64> = table.columns.iter().map(|column| column.width * frame.width).collect();
        let columns = widths.iter().map(|width| el("a:gridCol").with("w", emu(*width).to_string()));
        let grid = all(el("a:tblGrid"), columns);
        let mut out = el("a:tbl").child(properties).child(grid);
        let height = self.deck.theme.slides.sizes.table * self.deck.theme.slides.sizes.line_spacing
            + 2.0 * self.deck.theme.slides.grid.cell_padding;
        let row = || el("a:tr").with("h", emu(height).to_string());
        if !table.head.is_empty() {
            let cells: Vec<Element> = self.cells(&table.head, table, false);
            out = out.child(all(row(), cells));
        }
        for of in &table.rows {
            let cells = match of.group() {
                Some(name) => self.group(name, table.columns.len()),
                None => self.cells(&of.cells, table, of.strong),
            };
            out = out.child(all(row(), cells));
        }
        el("a:graphic").with("xmlns:a", A).child(el("a:graphicData").with("uri", TABLE).child(out))
    }

    fn cells(&mut self, cells: &[Cell], table: &Table, strong: bool) -> Vec<Element> {
        let columns = cells.iter().zip(&table.columns);
        columns.map(|(cell, column)| self.cell(cell, column.align, strong)).collect()
    }

    /// The name of a group over all columns.
    fn group(&mut self, name: &Cell, columns: usize) -> Vec<Element> {
        let first = self.cell(name, Align::Left, true).with("gridSpan", columns.to_string());
        let merged = |_| self.cell(&Cell::new(), Align::Left, false).with("hMerge", "1");
        let rest: Vec<Element> = (1..columns).map(merged).collect();
        [vec![first], rest].concat()
    }

    fn cell(&mut self, cell: &Cell, align: Align, strong: bool) -> Element {
        let sheet = &self.deck.theme.slides;
        let (size, grid) = (sheet.sizes.table, sheet.grid);
        let spacing = el("a:spcPts").with("val", format!("{:.0}", size * sheet.sizes.line_spacing * 100.0));
        let mut paragraph = self.paragraph(cell, Stand::Level(0));
        let side = match align {
            Align::Left => "l",
            Align::Centre => "ctr",
            Align::Right => "r",
        };
        paragraph.walk_mut(&mut |element| match element.name.as_str() {
            "a:pPr" => {
                element.set("algn", side);
                element.children = vec![Node::Element(el("a:lnSpc").child(spacing.clone()))];
            }
            "a:rPr" | "a:endParaRPr" => {
                element.set("sz", format!("{:.0}", size * 100.0));
                if strong {
                    element.set("b", "1");
                }
            }
            _ => {}
        });
        let (beside, above) = (grid.cell_margin, grid.cell_padding);
        let margins = [("marL", beside), ("marR", beside), ("marT", above), ("marB", above)];
        let properties =
            margins.iter().fold(el("a:tcPr"), |tc, (name, points)| tc.with(name, emu(*points).to_string()));
        let body = el("a:txBody").child(el("a:bodyPr")).child(el("a:lstStyle")).child(paragraph);
        el("a:tc").child(body).child(properties)
    }
}

/// The part with the deck's table style: rules between rows, a bold head.
pub fn styles(name: &str) -> Element {
    let line = |side: &str, width: &str, colour: &str| {
        let line = el("a:ln").with("w", width).child(super::shape::fill(colour));
        el(&format!("a:{side}")).child(line)
    };
    let text = |bold: bool| {
        let text = if bold { el("a:tcTxStyle").with("b", "on") } else { el("a:tcTxStyle") };
        let font = el("a:fontRef").with("idx", "minor");
        text.child(font).child(el("a:schemeClr").with("val", "tx1"))
    };
    let whole =
        el("a:tcBdr").child(line("bottom", "9525", "accent6")).child(line("insideH", "9525", "accent6"));
    let whole = el("a:wholeTbl").child(text(false)).child(el("a:tcStyle").child(whole));
    let head = el("a:tcBdr").child(line("bottom", "19050", "accent1"));
    let head = el("a:firstRow").child(text(true)).child(el("a:tcStyle").child(head));
    let style = el("a:tblStyle").with("styleId", STYLE).with("styleName", name).child(whole).child(head);
    el("a:tblStyleLst").with("xmlns:a", A).with("def", STYLE).child(style)
}

/// The frame of a table or chart, `p:graphicFrame`, before its `a:graphic`.
pub fn graphic_frame(head: Element, frame: Frame) -> Element {
    el("p:graphicFrame").child(head).child(transform("p:xfrm", frame))
}
