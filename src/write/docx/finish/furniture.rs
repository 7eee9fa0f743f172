//! Header and footer of a reference document in the place of this writer's own.

use std::collections::BTreeMap;

use super::super::reference::{Piece, Reference};
use super::super::xml::{Element, Node};
use crate::write::ooxml::{PackageBuilder, RelationshipKind as Kind, Relationships as Relations};

/// Lets every section refer to the reference's header and footer; kinds that it lacks stay this writer's. The
/// document's mark goes on below the reference's header.
pub fn replace(
    root: &mut Element,
    reference: &Reference,
    mark: Option<&str>,
    relations: &mut Relations,
    package: &mut PackageBuilder,
) {
    let mut ids: BTreeMap<(&str, &str), String> = BTreeMap::new();
    for (number, piece) in (1..).zip(&reference.furniture) {
        let name = if piece.is_header { "w:headerReference" } else { "w:footerReference" };
        ids.insert((name, piece.kind.as_str()), add(piece, number, mark, relations, package));
    }
    let mut is_first = true;
    root.walk_mut(&mut |element| {
        if element.name == "w:sectPr" {
            section(element, &ids, reference.edges, is_first);
            is_first = false;
        }
    });
}

fn section(
    section: &mut Element,
    ids: &BTreeMap<(&str, &str), String>,
    (header, footer): (u32, u32),
    is_first: bool,
) {
    let is_replaced =
        |e: &Element| e.get("w:type").is_some_and(|kind| ids.contains_key(&(e.name.as_str(), kind)));
    section.children.retain(|n| !matches!(n, Node::Element(e) if is_replaced(e)));
    let titled = section.find("w:titlePg").is_some();
    // Sections after the first take over what the first one has (ISO/IEC 29500-1, 17.10.5).
    for ((name, kind), id) in
        ids.iter().rev().filter(|((_, kind), _)| is_first && (titled || *kind != "first"))
    {
        let reference = Element::new(name).with("w:type", *kind).with("r:id", id);
        section.children.insert(0, Node::Element(reference));
    }
    if let Some(margins) = section.find_mut("w:pgMar") {
        margins.set("w:header", header.to_string());
        margins.set("w:footer", footer.to_string());
    }
}

/// Adds a piece with its pictures and gives its relationship id.
fn add(
    piece: &Piece,
    number: usize,
    mark: Option<&str>,
    relations: &mut Relations,
    package: &mut PackageBuilder,
) -> String {
    let (name, kind) = if piece.is_header { ("header", Kind::Header) } else { ("footer", Kind::Footer) };
    let file = format!("reference-{name}{number}.xml");
    let mut root = piece.root.clone();
    if let Some(mark) = mark.filter(|mark| piece.is_header && !mark.is_empty()) {
        let style = Element::new("w:pStyle").with("w:val", "DocumentMark");
        let run = Element::new("w:r").child(Element::new("w:t").text(mark));
        let paragraph = Element::new("w:p").child(Element::new("w:pPr").child(style)).child(run);
        root.children.push(Node::Element(paragraph));
    }
    let mut own = Relations::default();
    for (id, is_picture, target) in &piece.relations {
        let leaf = target.rsplit('/').next().unwrap_or_default();
        let media = format!("media/reference-{number}-{leaf}");
        match piece.media.iter().find(|(named, _)| is_picture & (named == target)) {
            Some((_, bytes)) => {
                package.bytes(&format!("word/{media}"), bytes.clone());
                own.add_as(id, Kind::Image, &media);
            }
            None => own.add_as(id, Kind::Link, target),
        }
    }
    package.text(&format!("word/{file}"), root.to_part());
    if !own.is_empty() {
        package.text(&format!("word/_rels/{file}.rels"), own.part());
    }
    relations.add(kind, &file)
}
