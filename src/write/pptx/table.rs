//! A table as PowerPoint's own, in the deck's table style.

use super::paragraph::{ParagraphLevel, TextWriter};
use super::shape::{el, extent, fill, with_all};
use super::text_body::exact_spacing;
use crate::document::{Align, Cell, Table};
use crate::opc::xml::{Element, Node};
use crate::quantity::{Pt, whole};
use crate::theme::{Frame, PageStyle};
use crate::write::ooxml::namespace::DRAWING;

/// Identifier of the deck's table style.
const STYLE: &str = "{E5E90000-0000-4000-8000-7AB1E0000001}";
const TABLE: &str = "http://schemas.openxmlformats.org/drawingml/2006/table";

/// `a:graphic` with the table as wide as the frame; its rows take what they need.
pub fn graphic(text: &mut TextWriter<'_>, table: &Table, frame: Frame) -> Element {
    let properties = el("a:tblPr")
        .with("firstRow", if table.head.is_empty() { "0" } else { "1" })
        .child(el("a:tableStyleId").text(STYLE));
    let widths = table.columns.iter().map(|column| extent(frame.width * column.width));
    let columns = widths.map(|width| el("a:gridCol").with("w", width.to_string()));
    let grid = with_all(el("a:tblGrid"), columns);
    let mut out = el("a:tbl").child(properties).child(grid);
    let height = extent(row_height(text.deck.style()));
    let row = || el("a:tr").with("h", height.to_string());
    if !table.head.is_empty() {
        out = out.child(with_all(row(), cells(text, &table.head, table, false)));
    }
    for of in &table.rows {
        let cells = match of.group() {
            Some(name) => group(text, name, table.columns.len()),
            None => cells(text, &of.cells, table, of.strong),
        };
        out = out.child(with_all(row(), cells));
    }
    el("a:graphic").with("xmlns:a", DRAWING).child(el("a:graphicData").with("uri", TABLE).child(out))
}

/// The least height of a table with all its rows one line high.
pub fn least_height(style: &PageStyle, table: &Table) -> Pt {
    let rows = table.rows.len() + usize::from(!table.head.is_empty());
    whole::float(rows) * row_height(style)
}

/// Height of a row of one line.
fn row_height(style: &PageStyle) -> Pt {
    style.sizes.table * style.sizes.line_spacing + 2.0 * style.grid.cell_padding
}

fn cells(text: &mut TextWriter<'_>, cells: &[Cell], table: &Table, strong: bool) -> Vec<Element> {
    let columns = cells.iter().zip(&table.columns);
    columns.map(|(of, column)| cell(text, of, column.align, strong)).collect()
}

/// The name of a group over all columns.
fn group(text: &mut TextWriter<'_>, name: &Cell, columns: usize) -> Vec<Element> {
    let first = cell(text, name, Align::Left, true).with("gridSpan", columns.to_string());
    let merged = |_| cell(text, &Cell::new(), Align::Left, false).with("hMerge", "1");
    let rest: Vec<Element> = (1..columns).map(merged).collect();
    [vec![first], rest].concat()
}

fn cell(text: &mut TextWriter<'_>, of: &Cell, align: Align, strong: bool) -> Element {
    let style = text.deck.style();
    let (size, grid) = (style.sizes.table, style.grid);
    let spacing = exact_spacing(size * style.sizes.line_spacing);
    let mut paragraph = text.paragraph(of, ParagraphLevel::Text(0));
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
            element.set("sz", size.centipoints().to_string());
            if strong {
                element.set("b", "1");
            }
        }
        _ => {}
    });
    let (beside, above) = (extent(grid.cell_margin), extent(grid.cell_padding));
    let margins = [("marL", beside), ("marR", beside), ("marT", above), ("marB", above)];
    let properties =
        margins.iter().fold(el("a:tcPr"), |tc, (name, margin)| tc.with(name, margin.to_string()));
    let body = el("a:txBody").child(el("a:bodyPr")).child(el("a:lstStyle")).child(paragraph);
    el("a:tc").child(body).child(properties)
}

/// The part with the deck's table style under a name: rules between rows, a bold head.
pub fn styles(name: &str) -> Element {
    let line = |side: &str, width: Pt, colour: &str| {
        let line = el("a:ln").with("w", width.emu().to_string()).child(fill(colour));
        el(&format!("a:{side}")).child(line)
    };
    let text = |bold: bool| {
        let text = if bold { el("a:tcTxStyle").with("b", "on") } else { el("a:tcTxStyle") };
        let font = el("a:fontRef").with("idx", "minor");
        text.child(font).child(el("a:schemeClr").with("val", "tx1"))
    };
    let rows = ["bottom", "insideH"].map(|side| line(side, Pt(0.75), "accent6"));
    let whole = with_all(el("a:tcBdr"), rows);
    let whole = el("a:wholeTbl").child(text(false)).child(el("a:tcStyle").child(whole));
    let head = el("a:tcBdr").child(line("bottom", Pt(1.5), "accent1"));
    let head = el("a:firstRow").child(text(true)).child(el("a:tcStyle").child(head));
    let style = el("a:tblStyle").with("styleId", STYLE).with("styleName", name).child(whole).child(head);
    el("a:tblStyleLst").with("xmlns:a", DRAWING).with("def", STYLE).child(style)
}
