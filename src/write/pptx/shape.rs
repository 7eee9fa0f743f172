//! Shapes of slides, layouts and masters (ISO/IEC 29500-1, 19.3): their names, placeholders and frames.

use std::collections::BTreeMap;

use crate::opc::xml::{Element, Node};
use crate::quantity::{Emu, Pt};
use crate::theme::Frame;
use crate::write::ooxml::drawing;
use crate::write::ooxml::namespace::{DRAWING, RELATIONSHIP};

/// Namespace of PresentationML.
const PRESENTATION: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";

/// Names of layouts and shapes in the document's language, by key.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a>(pub &'a BTreeMap<&'static str, String>);

impl Names<'_> {
    /// The name of a key; the key itself where a document has no names.
    pub fn name<'k>(&'k self, key: &'k str) -> &'k str {
        self.0.get(key).map_or(key, String::as_str)
    }
}

/// An element without attributes and children.
pub fn el(name: &str) -> Element {
    Element::new(name)
}

/// A part's root element with the namespaces.
pub fn root(name: &str) -> Element {
    el(name).with("xmlns:a", DRAWING).with("xmlns:r", RELATIONSHIP).with("xmlns:p", PRESENTATION)
}

/// An element with all children at its end.
pub fn with_all(element: Element, children: impl IntoIterator<Item = Element>) -> Element {
    element.with_children(children.into_iter().map(Node::Element).collect())
}

/// A placeholder as a shape names it: by the type and index that a slide and its layout share
/// (ISO/IEC 29500-1, 19.3.1.36).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceholderRef {
    /// `ST_PlaceholderType`; `None` takes any content.
    pub kind: Option<&'static str>,
    /// Index, which tells placeholders of one kind apart.
    pub index: Option<u32>,
}

impl PlaceholderRef {
    /// The only placeholder of a kind.
    pub const fn of(kind: &'static str) -> Self {
        Self { kind: Some(kind), index: None }
    }

    /// A placeholder of a kind by its index.
    pub const fn at(kind: &'static str, index: u32) -> Self {
        Self { kind: Some(kind), index: Some(index) }
    }

    /// A placeholder for any content.
    pub const fn any(index: u32) -> Self {
        Self { kind: None, index: Some(index) }
    }

    /// `p:nvPr` with the placeholder.
    pub fn properties(self) -> Element {
        let mut placeholder = el("p:ph");
        if let Some(kind) = self.kind {
            placeholder.set("type", kind);
        }
        if let Some(index) = self.index {
            placeholder.set("idx", index.to_string());
        }
        el("p:nvPr").child(placeholder)
    }
}

/// `a:xfrm` or `p:xfrm`: nothing stands beyond the slide's upper left corner, and nothing has no size.
pub fn transform(name: &str, frame: Frame) -> Element {
    let [x, y] = [frame.x, frame.y].map(|edge| edge.emu().max(Emu(0)));
    let [width, height] = [frame.width, frame.height].map(extent);
    let offset = el("a:off").with("x", x.to_string()).with("y", y.to_string());
    let extent = el("a:ext").with("cx", width.to_string()).with("cy", height.to_string());
    el(name).child(offset).child(extent)
}

/// A width or height, at least the smallest that there is.
pub fn extent(length: Pt) -> Emu {
    length.emu().max(Emu(1))
}

/// The group at the top of every tree of shapes.
pub fn tree() -> Element {
    let properties =
        el("p:nvGrpSpPr").child(named("p:cNvPr", 1, "")).child(el("p:cNvGrpSpPr")).child(el("p:nvPr"));
    el("p:spTree").child(properties).child(el("p:grpSpPr"))
}

/// `p:cNvPr`: a shape's id, unique in its part, and its name.
pub fn named(element: &str, id: usize, name: &str) -> Element {
    el(element).with("id", id.to_string()).with("name", name)
}

/// A placeholder with text; without a frame it stands where its layout has it.
pub fn placeholder(
    id: usize,
    name: &str,
    of: PlaceholderRef,
    frame: Option<Frame>,
    text: Element,
) -> Element {
    bare_placeholder(id, name, of, frame).child(text)
}

/// A placeholder without text, as that of a slide's picture on its notes page.
pub fn bare_placeholder(id: usize, name: &str, of: PlaceholderRef, frame: Option<Frame>) -> Element {
    let locks = el("p:cNvSpPr").child(el("a:spLocks").with("noGrp", "1"));
    let head = el("p:nvSpPr").child(named("p:cNvPr", id, name)).child(locks).child(of.properties());
    let shape = match frame {
        Some(frame) => el("p:spPr").child(transform("a:xfrm", frame)),
        None => el("p:spPr"),
    };
    el("p:sp").child(head).child(shape)
}

/// A rectangle without text.
pub fn rectangle(id: usize, name: &str, frame: Frame, fill: Element) -> Element {
    let head = el("p:nvSpPr")
        .child(named("p:cNvPr", id, name))
        .child(el("p:cNvSpPr"))
        .child(el("p:nvPr").with("userDrawn", "1"));
    let shape = el("p:spPr")
        .child(transform("a:xfrm", frame))
        .child(drawing::rectangle())
        .child(fill)
        .child(el("a:ln").child(el("a:noFill")));
    el("p:sp").child(head).child(shape)
}

/// `p:bg`: a slide's background in a colour of the theme.
pub fn background(scheme: &str) -> Element {
    el("p:bg").child(el("p:bgPr").child(fill(scheme)).child(el("a:effectLst")))
}

/// `p:clrMapOvr` that keeps the master's colours.
pub fn masters_colours() -> Element {
    el("p:clrMapOvr").child(el("a:masterClrMapping"))
}

/// A colour of the theme as a fill.
pub fn fill(scheme: &str) -> Element {
    el("a:solidFill").child(el("a:schemeClr").with("val", scheme))
}

/// The theme's colour for secondary text: the part has no other slot left (ISO/IEC 29500-1, 20.1.6.2).
pub const MUTED: &str = "folHlink";

/// Which colours of the theme a master's texts, backgrounds and accents are.
pub fn colour_map() -> Element {
    let own = ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
    let swapped = [("bg1", "lt1"), ("tx1", "dk1"), ("bg2", "lt2"), ("tx2", "dk2")];
    let all = swapped.into_iter().chain(own.map(|name| (name, name)));
    all.fold(el("p:clrMap"), |map, (name, colour)| map.with(name, colour))
}
