//! Formulas as Office mathematics (ISO/IEC 29500-1, 22.1), which Word edits.

use crate::document::math::Math;
use crate::opc::xml::{Element, Node};

const FONT: &str = "Cambria Math";
/// Signs that grow and take limits above and below.
const LARGE: [&str; 2] = ["∑", "∏"];

/// A formula, `m:oMath`.
pub fn formula(math: &Math) -> Element {
    Element::new("m:oMath").with_children(pieces(math))
}

/// The elements of a piece; those of a row stand side by side.
fn pieces(math: &Math) -> Vec<Node> {
    let Math::Row(row) = math else { return vec![Node::Element(piece(math))] };
    let mut out = Vec::new();
    let mut rest = row.iter();
    while let Some(one) = rest.next() {
        // A large operator holds what it works on, up to the next sign.
        if is_large(one) {
            let operand: Vec<&Math> =
                rest.clone().take_while(|m| !matches!(m, Math::Operator(_)) && !is_large(m)).collect();
            rest.by_ref().take(operand.len()).for_each(drop);
            out.push(Node::Element(large(one, &operand)));
        } else {
            out.push(Node::Element(piece(one)));
        }
    }
    out
}

fn is_large(math: &Math) -> bool {
    matches!(math, Math::Scripts { base, stacked: true, .. }
        if matches!(&**base, Math::Operator(sign) if LARGE.contains(&sign.as_str())))
}

fn large(math: &Math, operand: &[&Math]) -> Element {
    let Math::Scripts { base, below, above, .. } = math else { return piece(math) };
    let sign = if let Math::Operator(sign) = &**base { sign.as_str() } else { "" };
    let properties = Element::new("m:naryPr")
        .child(Element::new("m:chr").with("m:val", sign))
        .child(Element::new("m:limLoc").with("m:val", "undOvr"));
    Element::new("m:nary")
        .child(properties)
        .child(holder("m:sub", below.as_deref()))
        .child(holder("m:sup", above.as_deref()))
        .child(Element::new("m:e").with_children(operand.iter().flat_map(|m| pieces(m)).collect()))
}

fn holder(name: &str, math: Option<&Math>) -> Element {
    Element::new(name).with_children(math.map(pieces).unwrap_or_default())
}

fn piece(math: &Math) -> Element {
    let held = |name: &str, math: &Math| holder(name, Some(math));
    match math {
        Math::Row(_) => Element::new("m:box").child(held("m:e", math)),
        Math::Variable(text) => run(text, "i"),
        Math::Number(text) | Math::Text(text) | Math::Operator(text) => run(text, "p"),
        Math::Fraction { over, under } => {
            Element::new("m:f").child(held("m:num", over)).child(held("m:den", under))
        }
        Math::Root(body) => Element::new("m:rad")
            .child(Element::new("m:radPr").child(Element::new("m:degHide").with("m:val", "1")))
            .child(Element::new("m:deg"))
            .child(held("m:e", body)),
        Math::Bar(body) => Element::new("m:bar")
            .child(Element::new("m:barPr").child(Element::new("m:pos").with("m:val", "top")))
            .child(held("m:e", body)),
        Math::Scripts { base, below, above, .. } => match (below, above) {
            (Some(below), Some(above)) => Element::new("m:sSubSup")
                .child(held("m:e", base))
                .child(held("m:sub", below))
                .child(held("m:sup", above)),
            (Some(below), None) => {
                Element::new("m:sSub").child(held("m:e", base)).child(held("m:sub", below))
            }
            (None, Some(above)) => {
                Element::new("m:sSup").child(held("m:e", base)).child(held("m:sup", above))
            }
            (None, None) => piece(base),
        },
        Math::Fence { open, close, body } => {
            let sign = |name: &str, text: &str| Element::new(name).with("m:val", text);
            Element::new("m:d")
                .child(Element::new("m:dPr").child(sign("m:begChr", open)).child(sign("m:endChr", close)))
                .child(held("m:e", body))
        }
    }
}

/// A run of mathematics in a style: `i` italic, `p` upright.
fn run(text: &str, style: &str) -> Element {
    let font = Element::new("w:rFonts").with("w:ascii", FONT).with("w:hAnsi", FONT);
    let own = Element::new("m:rPr").child(Element::new("m:sty").with("m:val", style));
    let content = Element::new("m:t").with("xml:space", "preserve").text(text);
    Element::new("m:r").child(own).child(Element::new("w:rPr").child(font)).child(content)
}
