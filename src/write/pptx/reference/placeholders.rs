//! The placeholders of a part: of what kind, where, and with how much white inside.

use crate::opc::xml::{Element, Node};
use crate::quantity::{Emu, Pt};
use crate::theme::Frame;

/// Insets of a text that names none: left, top, right, bottom (ISO/IEC 29500-1, 21.1.2.1.1).
const INSETS: [(&str, Emu); 4] =
    [("lIns", Emu(91_440)), ("tIns", Emu(45_720)), ("rIns", Emu(91_440)), ("bIns", Emu(45_720))];
/// The widest inset that is taken for one.
const WIDEST_INSET: Pt = Pt(200.0);
/// The kinds of placeholders (`ST_PlaceholderType`, ISO/IEC 29500-1, 19.7.10).
const KINDS: [&str; 15] = [
    "title", "body", "ctrTitle", "subTitle", "dt", "sldNum", "ftr", "hdr", "obj", "chart", "tbl", "clipArt",
    "dgm", "media", "pic",
];

/// A placeholder of a master or layout.
#[derive(Debug, Clone)]
pub struct Placeholder {
    /// A kind of [`KINDS`]; `obj` where the part names none.
    pub kind: &'static str,
    /// Whether the part names the kind.
    pub is_named: bool,
    /// Its index, where the part names one.
    pub index: Option<u32>,
    /// The shape's frame, its own or the master's.
    pub frame: Option<Frame>,
    /// White inside the shape: left, top, right, bottom.
    insets: [Pt; 4],
    /// Position among the children of the tree of shapes.
    pub position: usize,
}

impl Placeholder {
    /// Whether it is that of the message.
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
            width: (frame.width - left - right).max(Pt(0.0)),
            height: (frame.height - top - bottom).max(Pt(0.0)),
        })
    }
}

/// The placeholders of a master or layout; what a layout leaves out is as on the master.
pub fn placeholders(root: &Element, master: &[Placeholder]) -> Vec<Placeholder> {
    let tree = root.find("p:cSld").and_then(|slide| slide.find("p:spTree"));
    let nodes = tree.into_iter().flat_map(|tree| tree.children.iter().enumerate());
    let shapes = nodes.filter_map(|(position, node)| match node {
        Node::Element(shape) if shape.name == "p:sp" => Some((position, shape)),
        Node::Element(_) | Node::Text(_) => None,
    });
    shapes.filter_map(|(position, shape)| placeholder(shape, position, master)).collect()
}

/// The placeholder of the master from which one of a layout inherits, by its kind.
pub fn on_master<'p>(master: &'p [Placeholder], kind: &str) -> Option<&'p Placeholder> {
    let family = match kind {
        "title" | "ctrTitle" => "title",
        "dt" | "ftr" | "sldNum" => kind,
        _ => "body",
    };
    master.iter().find(|placeholder| placeholder.kind == family)
}

fn placeholder(shape: &Element, position: usize, master: &[Placeholder]) -> Option<Placeholder> {
    let reference = shape.find("p:nvSpPr")?.find("p:nvPr")?.find("p:ph")?;
    let named = reference.get("type").and_then(|kind| KINDS.iter().copied().find(|known| *known == kind));
    let kind = named.unwrap_or("obj");
    let above = on_master(master, kind);
    let own = shape.find("p:spPr").and_then(|properties| frame(properties.find("a:xfrm")?));
    let body = shape.find("p:txBody").and_then(|body| body.find("a:bodyPr"));
    let mut insets = above.map_or(INSETS.map(|(_, inset)| inset.pt()), |placeholder| placeholder.insets);
    for (inset, (name, _)) in insets.iter_mut().zip(INSETS) {
        if let Some(own) = body.and_then(|body| length(body, name)) {
            *inset = own.max(Pt(0.0)).min(WIDEST_INSET);
        }
    }
    Some(Placeholder {
        kind,
        is_named: named.is_some(),
        index: reference.get("idx").and_then(|index| index.parse().ok()),
        frame: own.or(above.and_then(|placeholder| placeholder.frame)),
        insets,
        position,
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
    Some(Frame {
        x: length(offset, "x")?,
        y: length(offset, "y")?,
        width: length(extent, "cx")?,
        height: length(extent, "cy")?,
    })
}

/// An attribute that is a length in EMU (`ST_CoordinateUnqualified`).
fn length(element: &Element, name: &str) -> Option<Pt> {
    element.get(name)?.parse().ok().map(|emu| Emu(emu).pt())
}
