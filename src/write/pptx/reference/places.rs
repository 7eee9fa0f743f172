//! The placeholders of a part: of what kind, where, and with how much white inside.

use super::EMU;
use crate::opc::xml::Element;
use crate::theme::Frame;

/// Insets of a text that names none, in EMU: left, top, right, bottom (ISO/IEC 29500-1, 21.1.2.1.1).
const INSETS: [(&str, f64); 4] =
    [("lIns", 91_440.0), ("tIns", 45_720.0), ("rIns", 91_440.0), ("bIns", 45_720.0)];
/// The kinds of placeholders (ISO/IEC 29500-1, 19.7.10).
const KINDS: [&str; 15] = [
    "title", "body", "ctrTitle", "subTitle", "dt", "sldNum", "ftr", "hdr", "obj", "chart", "tbl", "clipArt",
    "dgm", "media", "pic",
];

/// A placeholder.
#[derive(Debug, Clone)]
pub struct Holder {
    /// A kind of [`KINDS`]; `obj` where the part names none.
    pub kind: &'static str,
    /// Whether the part names the kind.
    pub is_named: bool,
    pub index: Option<u32>,
    /// The shape's frame, its own or the master's.
    pub frame: Option<Frame>,
    /// White inside the shape, in points: left, top, right, bottom.
    pub insets: [f64; 4],
    /// Position among the children of the tree of shapes.
    pub at: usize,
}

impl Holder {
    pub fn is_title(&self) -> bool {
        matches!(self.kind, "title" | "ctrTitle")
    }

    /// Whether it takes any content.
    pub fn is_content(&self) -> bool {
        self.kind == "obj"
    }

    /// The shape's frame around a frame of what is inside.
    pub fn around(&self, inner: Frame) -> Frame {
        let [left, top, right, bottom] = self.insets;
        Frame {
            x: inner.x - left,
            y: inner.y - top,
            width: inner.width + left + right,
            height: inner.height + top + bottom,
        }
    }

    /// The frame of what is inside.
    pub fn inner(&self) -> Option<Frame> {
        let (frame, [left, top, right, bottom]) = (self.frame?, self.insets);
        Some(Frame {
            x: frame.x + left,
            y: frame.y + top,
            width: (frame.width - left - right).max(0.0),
            height: (frame.height - top - bottom).max(0.0),
        })
    }
}

/// The placeholders of a master or layout; what a layout leaves out is as on the master.
pub fn holders(root: &Element, master: &[Holder]) -> Vec<Holder> {
    let tree = root.find("p:cSld").and_then(|slide| slide.find("p:spTree"));
    let nodes = tree.into_iter().flat_map(|tree| tree.children.iter().enumerate());
    let shapes = nodes.filter_map(|(at, node)| match node {
        crate::opc::xml::Node::Element(shape) if shape.name == "p:sp" => Some((at, shape)),
        _ => None,
    });
    shapes.filter_map(|(at, shape)| holder(shape, at, master)).collect()
}

fn holder(shape: &Element, at: usize, master: &[Holder]) -> Option<Holder> {
    let place = shape.find("p:nvSpPr")?.find("p:nvPr")?.find("p:ph")?;
    let named = place.get("type").and_then(|kind| KINDS.iter().copied().find(|known| *known == kind));
    let kind = named.unwrap_or("obj");
    let above = super::on_master(master, kind);
    let own = shape.find("p:spPr").and_then(|properties| frame(properties.find("a:xfrm")?));
    let body = shape.find("p:txBody").and_then(|body| body.find("a:bodyPr"));
    let mut insets = above.map_or(INSETS.map(|(_, emu)| emu / EMU), |holder| holder.insets);
    for (inset, (name, _)) in insets.iter_mut().zip(INSETS) {
        if let Some(emu) = body.and_then(|body| body.get(name)?.parse::<f64>().ok()) {
            *inset = (emu / EMU).clamp(0.0, 200.0);
        }
    }
    Some(Holder {
        kind,
        is_named: named.is_some(),
        index: place.get("idx").and_then(|index| index.parse().ok()),
        frame: own.or(above.and_then(|holder| holder.frame)),
        insets,
        at,
    })
}

/// The frames of what a master or layout draws: rules, logos, fields; not its placeholders.
pub fn drawn(root: &Element) -> Vec<Frame> {
    let tree = root.find("p:cSld").and_then(|slide| slide.find("p:spTree"));
    let shapes = tree.into_iter().flat_map(Element::elements);
    shapes.filter(|shape| !is_placeholder(shape)).filter_map(outline).collect()
}

fn is_placeholder(shape: &Element) -> bool {
    let heads = shape.elements().filter(|e| e.name.starts_with("p:nv"));
    heads.filter_map(|head| head.find("p:nvPr")).any(|place| place.find("p:ph").is_some())
}

fn outline(shape: &Element) -> Option<Frame> {
    match shape.name.as_str() {
        "p:sp" | "p:pic" | "p:cxnSp" => frame(shape.find("p:spPr")?.find("a:xfrm")?),
        "p:grpSp" => frame(shape.find("p:grpSpPr")?.find("a:xfrm")?),
        "p:graphicFrame" => frame(shape.find("p:xfrm")?),
        _ => None,
    }
}

fn frame(transform: &Element) -> Option<Frame> {
    let (offset, extent) = (transform.find("a:off")?, transform.find("a:ext")?);
    let points = |element: &Element, name: &str| -> Option<f64> {
        element.get(name)?.parse::<f64>().ok().map(|emu| emu / EMU).filter(|points| points.is_finite())
    };
    Some(Frame {
        x: points(offset, "x")?,
        y: points(offset, "y")?,
        width: points(extent, "cx")?,
        height: points(extent, "cy")?,
    })
}
