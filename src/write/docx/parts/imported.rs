//! Header and footer of a customer's document in the package.

use super::super::header_footer::MARK;
use super::super::reference::{ImportedHeaderFooter, ImportedTarget};
use super::super::section::HeaderFooterReference;
use crate::opc::xml::Element;
use crate::write::ooxml::{PackageBuilder, RelationshipKind, Relationships};

/// Adds the headers and footers with their pictures and gives the references to them, in the order of element and
/// kind. The document's mark goes on below each header.
pub fn add(
    parts: &[ImportedHeaderFooter],
    mark: Option<&str>,
    relationships: &mut Relationships,
    package: &mut PackageBuilder,
) -> Vec<HeaderFooterReference> {
    let mark = mark.filter(|mark| !mark.is_empty());
    let mut references: Vec<HeaderFooterReference> = Vec::new();
    for (number, part) in (1..).zip(parts) {
        let element = if part.is_header { "w:headerReference" } else { "w:footerReference" };
        let id = add_one(part, number, mark, relationships, package);
        // Of two of one kind the last one counts.
        references.retain(|of| (of.element, &of.kind) != (element, &part.kind));
        references.push(HeaderFooterReference { element, kind: part.kind.clone(), id });
    }
    references.sort_by(|a, b| (a.element, &a.kind).cmp(&(b.element, &b.kind)));
    references
}

/// Adds a header or footer and gives its relationship id.
fn add_one(
    part: &ImportedHeaderFooter,
    number: usize,
    mark: Option<&str>,
    relationships: &mut Relationships,
    package: &mut PackageBuilder,
) -> String {
    let (name, kind) = if part.is_header {
        ("header", RelationshipKind::Header)
    } else {
        ("footer", RelationshipKind::Footer)
    };
    let file = format!("reference-{name}{number}.xml");
    let mut root = part.root.clone();
    if let Some(mark) = mark.filter(|_| part.is_header) {
        let style = Element::new("w:pStyle").with("w:val", MARK);
        let run = Element::new("w:r").child(Element::new("w:t").text(mark));
        root = root.child(Element::new("w:p").child(Element::new("w:pPr").child(style)).child(run));
    }
    let mut own = Relationships::default();
    for relationship in &part.relationships {
        match &relationship.target {
            ImportedTarget::Picture { name, bytes } => {
                let media = format!("media/reference-{name}");
                package.bytes(&format!("word/{media}"), bytes.clone());
                own.add_as(&relationship.id, RelationshipKind::Image, &media);
            }
            ImportedTarget::Link(address) => {
                own.add_as(&relationship.id, RelationshipKind::Link, address);
            }
        }
    }
    package.text(&format!("word/{file}"), root.to_part());
    if !own.is_empty() {
        package.text(&format!("word/_rels/{file}.rels"), own.part());
    }
    relationships.add(kind, &file)
}
