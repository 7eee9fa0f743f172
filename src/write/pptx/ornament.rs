//! The ornament of coloured slides: a field of squares, a few of them lit.

use super::design_context::DesignContext;
use super::shape::{el, fill, named, rectangle, transform, with_all};
use crate::opc::xml::Element;
use crate::quantity::whole;
use crate::theme::Frame;

/// Rows and columns.
const SQUARES: usize = 7;
/// Side of a square, as a share of the slide's width.
const SIDE: f64 = 0.0416;
/// From a square to the next, in sides.
const STEP: f64 = 1.16;
/// Right of the field, as a share of the slide's width.
const MARGIN: f64 = 0.0708;
/// Opacity of the unlit squares, taken in turn, in thousandths of a per cent (`ST_PositiveFixedPercentage`).
const TINTS: [u32; 7] = [4_000, 28_000, 12_000, 40_000, 20_000, 6_000, 34_000];

/// `p:grpSp` with ids from `first_id` on.
pub fn ornament(context: &DesignContext<'_>, first_id: usize) -> Element {
    let (width, height) = context.style.slide_size();
    let side = width * SIDE;
    let step = side * STEP;
    let extent = step * whole::float(SQUARES) - side * (STEP - 1.0);
    let (left, top) = (width - extent - width * MARGIN, (height - extent) / 2.0);
    let properties = el("p:nvGrpSpPr")
        .child(named("p:cNvPr", first_id, context.names.name("rule")))
        .child(el("p:cNvGrpSpPr"))
        .child(el("p:nvPr").with("userDrawn", "1"));
    let squares = (0..SQUARES * SQUARES).map(|at| {
        let (column, row) = (at % SQUARES, at / SQUARES);
        let (x, y) = (left + whole::float(column) * step, top + whole::float(row) * step);
        rectangle(first_id + 1 + at, "", Frame { x, y, width: side, height: side }, colour(column, row))
    });
    let space = group_space(Frame { x: left, y: top, width: extent, height: extent });
    with_all(el("p:grpSp").child(properties).child(el("p:grpSpPr").child(space)), squares)
}

fn colour(column: usize, row: usize) -> Element {
    if (column * 3 + row * 5) % 11 == 4 {
        return fill("accent2");
    }
    let tint = TINTS.get((column * 5 + row * 3) % TINTS.len()).copied().unwrap_or_default();
    let alpha = el("a:alpha").with("val", tint.to_string());
    el("a:solidFill").child(el("a:schemeClr").with("val", "accent3").child(alpha))
}

/// `a:xfrm` of a group whose shapes have the slide's coordinates (ISO/IEC 29500-1, 20.1.7.5).
fn group_space(frame: Frame) -> Element {
    let own = transform("a:xfrm", frame);
    let inner = own.elements().cloned().map(|mut child| {
        child.name = child.name.replace("a:off", "a:chOff").replace("a:ext", "a:chExt");
        child
    });
    let inner: Vec<Element> = inner.collect();
    with_all(own, inner)
}
