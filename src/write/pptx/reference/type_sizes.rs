//! This writer's sizes of type in placeholders and styles of a reference: nothing shrinks to fit, no line is set by
//! the reference's spacing.

use crate::opc::xml::{Element, Node};
use crate::quantity::Pt;
use crate::write::pptx::shape::el;
use crate::write::pptx::text_body::exact_spacing;

/// Type of a text: its size, distance of lines, space before paragraphs.
#[derive(Debug, Clone, Copy)]
pub struct TypeSize {
    /// Size of the type.
    pub size: Pt,
    /// Distance of lines.
    pub line: Pt,
    /// Space before a paragraph.
    pub before: Pt,
}

impl TypeSize {
    /// Sets the text of a placeholder's shape.
    pub fn set_in_shape(self, shape: &mut Element) {
        let Some(body) = shape.find_mut("p:txBody") else { return };
        if let Some(properties) = body.find_mut("a:bodyPr") {
            let fits = ["a:normAutofit", "a:spAutoFit"];
            for fit in properties.elements_mut().filter(|child| fits.contains(&child.name.as_str())) {
                *fit = el("a:noAutofit");
            }
        }
        let Some(style) = body.find_mut("a:lstStyle") else { return };
        if style.find("a:lvl1pPr").is_none() {
            // The levels follow what all of them share (ISO/IEC 29500-1, 21.1.2.4.12).
            let position = usize::from(style.find("a:defPPr").is_some());
            style.children.insert(position, Node::Element(el("a:lvl1pPr")));
        }
        self.set_in_levels(style);
    }

    /// Sets every level of a list style.
    pub fn set_in_levels(self, style: &mut Element) {
        for level in style.elements_mut().filter(|level| level.name.starts_with("a:lvl")) {
            let spacing = ["a:lnSpc", "a:spcBef", "a:spcAft"];
            level
                .children
                .retain(|node| !matches!(node, Node::Element(e) if spacing.contains(&e.name.as_str())));
            let before = el("a:spcBef").child(exact_spacing(self.before));
            let lines = el("a:lnSpc").child(exact_spacing(self.line));
            level.children.splice(0..0, [lines, before].map(Node::Element));
            if level.find("a:defRPr").is_none() {
                let is_end = |node: &Node| matches!(node, Node::Element(e) if e.name == "a:extLst");
                let end = level.children.iter().position(is_end).unwrap_or(level.children.len());
                level.children.insert(end, Node::Element(el("a:defRPr")));
            }
            if let Some(run) = level.find_mut("a:defRPr") {
                run.set("sz", self.size.centipoints().to_string());
            }
        }
    }
}
