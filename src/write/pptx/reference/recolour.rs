//! Shapes of this writer in the colours of a reference.

use crate::opc::xml::{Element, Node};

/// Colours that the theme's slots have in this writer's own design only: slot, the reference's slot in its place,
/// share of that colour and of white or black, in thousandths of a per cent (`a:lumMod`, `a:lumOff`).
const SUBSTITUTES: [(&str, &str, u32, u32); 3] = [
    ("folHlink", "tx1", 65_000, 35_000),
    ("accent3", "accent1", 60_000, 40_000),
    ("accent6", "tx1", 35_000, 65_000),
];

/// An element with the reference's colours in the place of this writer's.
pub fn recoloured(mut element: Element) -> Element {
    element.walk_mut(&mut |element| {
        let slot = element.get("val").filter(|_| element.name == "a:schemeClr");
        let Some((_, theirs, share, rest)) = SUBSTITUTES.iter().find(|(own, ..)| Some(*own) == slot) else {
            return;
        };
        element.set("val", *theirs);
        let amount =
            |name: &str, value: &u32| Node::Element(Element::new(name).with("val", value.to_string()));
        element.children.splice(0..0, [amount("a:lumMod", share), amount("a:lumOff", rest)]);
    });
    element
}
