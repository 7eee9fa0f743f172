//! Sections: turned pages for wide tables, each section with the same header and footer.
//!
//! A section's properties stand in its last paragraph; those of the last section end the body
//! (ISO/IEC 29500-1, 17.6.17 and 17.6.18).

use super::super::furniture::Furniture;
use super::super::xml::{Element, Node};

/// Ends the sections: each after so many children of the body, turned or not; the rest is upright.
pub fn end(body: &mut Element, ends: &[(usize, bool)], furniture: &Furniture) {
    let count = body.children.len();
    let last = ends.last().is_some_and(|(after, _)| *after == count);
    let mut is_first = true;
    let mut properties: Vec<(usize, Element)> = Vec::new();
    for (after, turned) in ends {
        properties.push((*after, furniture.section(*turned, is_first)));
        is_first = false;
    }
    // A document that ends with a turned page has no section after it.
    let closing = match properties.pop_if(|_| last) {
        Some((_, section)) => section,
        None => furniture.section(false, is_first),
    };
    for (after, section) in properties.into_iter().rev() {
        end_at(body, after, section);
    }
    body.children.push(Node::Element(closing));
}

fn end_at(body: &mut Element, after: usize, section: Element) {
    let before = after.checked_sub(1).and_then(|at| body.children.get_mut(at));
    if let Some(Node::Element(paragraph)) = before
        && paragraph.name == "w:p"
    {
        if paragraph.find("w:pPr").is_none() {
            paragraph.children.insert(0, Node::Element(Element::new("w:pPr")));
        }
        if let Some(properties) = paragraph.find_mut("w:pPr") {
            properties.children.push(Node::Element(section));
        }
        return;
    }
    // After a table without notes: the paragraph that ends the section takes no room.
    let size = |name: &str| Element::new(name).with("w:val", "2");
    let spacing = Element::new("w:spacing")
        .with("w:before", "0")
        .with("w:after", "0")
        .with("w:line", "20")
        .with("w:lineRule", "exact");
    let mark = Element::new("w:rPr").child(size("w:sz")).child(size("w:szCs"));
    let properties = Element::new("w:pPr").child(spacing).child(mark).child(section);
    body.children.insert(after, Node::Element(Element::new("w:p").child(properties)));
}
