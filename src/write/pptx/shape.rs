//! Shapes of slides, layouts and masters as DrawingML (ISO/IEC 29500-1, 19.3 and 20.1).

use crate::theme::Frame;
use crate::write::units::emu;
use crate::write::xml::{Element, Node};

pub const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
pub const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
pub const P: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";

pub fn el(name: &str) -> Element {
    Element::new(name)
}

/// A part's root element with the namespaces.
pub fn root(name: &str) -> Element {
    el(name).with("xmlns:a", A).with("xmlns:r", R).with("xmlns:p", P)
}

/// All children at the end of an element.
pub fn all(element: Element, children: impl IntoIterator<Item = Element>) -> Element {
    element.with_children(children.into_iter().map(Node::Element).collect())
}

/// A place that a layout keeps for something: its kind (`None` is any content) and its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceholderRef {
    pub kind: Option<&'static str>,
    pub index: Option<u32>,
}

impl PlaceholderRef {
    pub const fn of(kind: &'static str) -> Self {
        Self { kind: Some(kind), index: None }
    }

    pub const fn at(kind: &'static str, index: u32) -> Self {
        Self { kind: Some(kind), index: Some(index) }
    }

    /// `p:nvPr` with the place.
    pub fn properties(self) -> Element {
        let mut place = el("p:ph");
        if let Some(kind) = self.kind {
            place.set("type", kind);
        }
        if let Some(index) = self.index {
            place.set("idx", index.to_string());
        }
        el("p:nvPr").child(place)
    }
}

/// `a:xfrm` or `p:xfrm`.
pub fn transform(name: &str, frame: Frame) -> Element {
    let offset = el("a:off").with("x", offset(frame.x)).with("y", offset(frame.y));
    let extent =
        el("a:ext").with("cx", emu(frame.width).to_string()).with("cy", emu(frame.height).to_string());
    el(name).child(offset).child(extent)
}

fn offset(points: f64) -> String {
    if points <= 0.0 { "0".to_owned() } else { emu(points).to_string() }
}

/// The group at the top of every tree of shapes.
pub fn tree() -> Element {
    let properties =
        el("p:nvGrpSpPr").child(named("p:cNvPr", 1, "")).child(el("p:cNvGrpSpPr")).child(el("p:nvPr"));
    el("p:spTree").child(properties).child(el("p:grpSpPr"))
}

pub fn named(element: &str, id: usize, name: &str) -> Element {
    el(element).with("id", id.to_string()).with("name", name)
}

/// A placeholder with text; without a frame it stands where its layout has it.
pub fn placeholder(
    id: usize,
    name: &str,
    place: PlaceholderRef,
    frame: Option<Frame>,
    text: Element,
) -> Element {
    bare_placeholder(id, name, place, frame).child(text)
}

/// A placeholder without text, as that of a slide's picture on its notes page.
pub fn bare_placeholder(id: usize, name: &str, place: PlaceholderRef, frame: Option<Frame>) -> Element {
    let locks = el("p:cNvSpPr").child(el("a:spLocks").with("noGrp", "1"));
    let head = el("p:nvSpPr").child(named("p:cNvPr", id, name)).child(locks).child(place.properties());
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
        .child(el("a:prstGeom").with("prst", "rect").child(el("a:avLst")))
        .child(fill)
        .child(el("a:ln").child(el("a:noFill")));
    el("p:sp").child(head).child(shape)
}

/// A colour of the theme as a fill.
pub fn fill(scheme: &str) -> Element {
    el("a:solidFill").child(el("a:schemeClr").with("val", scheme))
}

/// The theme's colour for what is told quietly: the part has no other slot left (ISO/IEC 29500-1, 20.1.6.2).
pub const MUTED: &str = "folHlink";

/// Which colours of the theme a master's texts, backgrounds and accents are.
pub fn colour_map() -> Element {
    let own = ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
    let swapped = [("bg1", "lt1"), ("tx1", "dk1"), ("bg2", "lt2"), ("tx2", "dk2")];
    let all = swapped.into_iter().chain(own.map(|name| (name, name)));
    all.fold(el("p:clrMap"), |map, (name, colour)| map.with(name, colour))
}

/// `p:txBody` with bodies' properties, level styles and paragraphs.
pub fn body(properties: Element, levels: Element, paragraphs: Vec<Element>) -> Element {
    all(el("p:txBody").child(properties).child(levels), paragraphs)
}

/// The look of a level of text.
#[derive(Debug, Clone, Copy)]
pub struct Level {
    /// Points.
    pub size: f64,
    pub bold: bool,
    /// A colour of the theme.
    pub colour: &'static str,
    /// Space before a paragraph, in points.
    pub before: f64,
}

/// `a:lvlNpPr` and its kin: exact line heights, no bullets.
pub fn level(name: &str, level: Level, spacing: f64, face: &str) -> Element {
    let points = |points: f64| el("a:spcPts").with("val", format!("{:.0}", points * 100.0));
    let run = el("a:defRPr")
        .with("sz", format!("{:.0}", level.size * 100.0))
        .with("b", if level.bold { "1" } else { "0" })
        .with("kern", "1200")
        .child(fill(level.colour));
    let run = ["a:latin", "a:ea", "a:cs"].iter().fold(run, |run, script| {
        let kind = script.trim_start_matches("a:");
        let kind = if kind == "latin" { "lt" } else { kind };
        run.child(el(script).with("typeface", format!("{face}-{kind}")))
    });
    el(name)
        .with("marL", "0")
        .with("indent", "0")
        .with("algn", "l")
        .with("rtl", "0")
        .child(el("a:lnSpc").child(points(level.size * spacing)))
        .child(el("a:spcBef").child(points(level.before)))
        .child(el("a:buClr").child(el("a:schemeClr").with("val", "accent2")))
        .child(el("a:buNone"))
        .child(run)
}

/// `a:lstStyle` or a style of the master: the levels in order, the last one for all below it.
pub fn levels(name: &str, levels: &[Level], spacing: f64, face: &str) -> Element {
    let all_levels = (1..=9usize).filter_map(|number| {
        let look = levels.get(number - 1).or(levels.last())?;
        Some(level(&format!("a:lvl{number}pPr"), *look, spacing, face))
    });
    all(el(name), all_levels)
}

/// `a:bodyPr` without margins.
pub fn without_insets() -> Element {
    let none = ["lIns", "tIns", "rIns", "bIns"];
    none.iter().fold(el("a:bodyPr").with("vert", "horz"), |e, name| e.with(name, "0"))
}

/// `a:bodyPr` without margins; `anchor` is `t`, `ctr` or `b`.
pub fn anchored(anchor: &str) -> Element {
    without_insets().with("anchor", anchor).child(el("a:noAutofit"))
}

/// `a:bodyPr` and `a:lstStyle` that leave all to the layout.
pub fn inherited(paragraphs: Vec<Element>) -> Element {
    body(el("a:bodyPr"), el("a:lstStyle"), paragraphs)
}

/// A paragraph of a plain text or field.
pub fn plain(language: &str, text: &str) -> Element {
    let run = el("a:rPr").with("lang", language);
    el("a:p").child(el("a:r").child(run).child(el("a:t").text(text)))
}

/// The slide's number as a field.
pub fn number(language: &str, shown: &str) -> Element {
    let field = el("a:fld")
        .with("id", "{E5E90000-0000-4000-8000-5E11DE000001}")
        .with("type", "slidenum")
        .child(el("a:rPr").with("lang", language))
        .child(el("a:t").text(shown));
    el("a:p").child(field)
}
