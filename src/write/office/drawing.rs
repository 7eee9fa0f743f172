//! Elements of which the parts of a chart consist (ISO/IEC 29500-1, 20.1 and 21.2).

use ecow::EcoString;

use super::ChartStyle;
use crate::opc::xml::{Element, Node};

/// An element that says its value and nothing else.
pub fn val(name: &str, value: impl Into<EcoString>) -> Element {
    Element::new(name).with("val", value)
}

/// An element around others.
pub fn around<const N: usize>(name: &str, children: [Element; N]) -> Element {
    Element::new(name).with_children(children.map(Node::Element).into())
}

/// `a:solidFill`.
pub fn fill(ink: &str) -> Element {
    around("a:solidFill", [val("a:srgbClr", ink)])
}

/// `a:ln`; office programs know widths of quarters of a point.
pub fn line(ink: &str, width: f64) -> Element {
    let width = ((width + 0.125) * 4.0).floor() / 4.0;
    Element::new("a:ln").with("w", (12_700.0 * width).ceil().to_string()).child(fill(ink))
}

/// `a:ln` of what has no line around it.
pub fn no_line() -> Element {
    around("a:ln", [Element::new("a:noFill")])
}

/// `c:spPr` of a surface without a line around it; `None`: it is not seen.
pub fn surface(ink: Option<&str>) -> Element {
    around("c:spPr", [ink.map_or_else(|| Element::new("a:noFill"), fill), no_line()])
}

/// `c:spPr` of a line.
pub fn stroke(line: Element) -> Element {
    around("c:spPr", [line])
}

/// `c:txPr`: text of a body by the properties of its runs.
pub fn text_properties(body: Element, run: Element, end: Element) -> Element {
    let paragraph = around("a:p", [around("a:pPr", [run]), end]);
    around("c:txPr", [body, Element::new("a:lstStyle"), paragraph])
}

/// `a:endParaRPr` in the chart's language.
pub fn paragraph_end(style: &ChartStyle) -> Element {
    Element::new("a:endParaRPr").with("lang", style.language)
}

/// What a part of a chart takes: what its numbers tell, from the left and the top, and width and height.
#[derive(Debug, Clone, Copy, Default)]
pub struct ManualLayout {
    /// Whether ticks and names stand outside of it.
    pub is_inner: bool,
    pub offset: (f64, f64),
    pub size: Option<(f64, f64)>,
}

/// `c:layout`: shares of the chart; what lies outside of it is left to the program.
pub fn layout(place: ManualLayout) -> Element {
    let is_inside = |(a, b): &(f64, f64)| [a, b].into_iter().all(|share| (0.0..=1.0).contains(share));
    let offset = Some(place.offset).filter(is_inside);
    let size = place.size.filter(is_inside);
    if offset.is_none() && size.is_none() {
        return Element::new("c:layout");
    }
    let mut manual = Element::new("c:manualLayout");
    let mut tell = |name: &str, value: EcoString| manual.children.push(Node::Element(val(name, value)));
    if place.is_inner {
        tell("c:layoutTarget", "inner".into());
    }
    tell("c:xMode", "edge".into());
    tell("c:yMode", "edge".into());
    for (names, shares) in [(["c:x", "c:y"], offset), (["c:w", "c:h"], size)] {
        let Some((first, second)) = shares else { continue };
        tell(names[0], first.to_string().into());
        tell(names[1], second.to_string().into());
    }
    around("c:layout", [manual])
}
