//! The reference's parts in the new package, with the layouts that it lacks.

use super::Reference;
use super::imported_part::ImportedPart;
use super::layouts::{Role, shape_mut};
use super::placeholders::placeholders;
use super::recolour::recoloured;
use super::type_sizes::TypeSize;
use crate::opc::relationships;
use crate::opc::xml::{Element, Node};
use crate::quantity::Pt;
use crate::write::ooxml::{RelationshipKind, Relationships};
use crate::write::pptx::design::{Bullets, Design, LayoutMapping, MASTER, THEME, layout_path, layout_target};
use crate::write::pptx::design_context::DesignContext;
use crate::write::pptx::layout::layout;
use crate::write::pptx::layout_kind::LayoutKind;
use crate::write::pptx::master::{layout_ids, text_styles};

/// The design of a deck by a reference, for slides with up to so many tiles; `context` is in the style of
/// [`Reference::applied`].
pub fn design(reference: &Reference, context: &DesignContext<'_>, tiles: usize) -> Design {
    let mut design = Design { bullets: bullets(&reference.master.root), ..Design::default() };
    let layouts = &reference.layouts;
    // Of two layouts for one role the first is used.
    let roles = Role::ALL.map(|role| (role, layouts.iter().position(|layout| layout.role == Some(role))));
    for (index, own) in layouts.iter().enumerate() {
        let number = index + 1;
        let role = roles.iter().find(|(_, of)| *of == Some(index)).map(|(role, _)| *role);
        let root = match role {
            Some(role) => {
                let (root, mappings) = own.mapped(role, number, context);
                design.mappings.extend(mappings);
                root
            }
            None => own.part.root.clone(),
        };
        let mut relations = Relationships::default();
        relations.add(RelationshipKind::SlideMaster, "../slideMasters/slideMaster1.xml");
        put(&mut design, &layout_path(number), &root, &own.part, relations);
    }
    let mut count = layouts.len();
    for kind in LayoutKind::all(tiles) {
        if design.mapping(kind).is_none() {
            count += 1;
            design.add_layout(count, recoloured(layout(context, kind)).to_part());
            design.mappings.push(LayoutMapping::own(kind, count));
        }
    }
    let mut relations = Relationships::default();
    for number in 1..=count {
        relations.add(RelationshipKind::SlideLayout, &layout_target(number));
    }
    relations.add(RelationshipKind::Theme, "../theme/theme1.xml");
    let master = master(&reference.master.root, context, count);
    put(&mut design, MASTER, &master, &reference.master, relations);
    put(&mut design, THEME, &reference.theme.root, &reference.theme, Relationships::default());
    design.parts.extend(reference.media.clone());
    design
}

/// A master's paragraphs have bullets as a rule; whether unordered lists have the reference's own.
fn bullets(master: &Element) -> Bullets {
    let level = master.find("p:txStyles").and_then(|styles| styles.find("p:bodyStyle"));
    let level = level.and_then(|style| style.find("a:lvl1pPr"));
    let own = level
        .is_some_and(|level| level.elements().any(|e| ["a:buChar", "a:buBlip"].contains(&e.name.as_str())));
    Bullets { on_paragraphs: true, on_items: own }
}

/// The master with the layouts of the new package and the sizes of this writer's type.
fn master(root: &Element, context: &DesignContext<'_>, layouts: usize) -> Element {
    let style = context.style;
    let mut root = root.clone();
    // Some programs leave them out, and every text then has another one's size.
    if root.find("p:txStyles").is_none() {
        root.children.push(Node::Element(recoloured(text_styles(context))));
    }
    if root.find("p:sldLayoutIdLst").is_none() {
        let is_map = |node: &Node| matches!(node, Node::Element(element) if element.name == "p:clrMap");
        let at = root.children.iter().position(is_map).map_or(root.children.len(), |at| at + 1);
        root.children.insert(at, Node::Element(layout_ids(layouts)));
    }
    let (sizes, gap) = (style.sizes, style.grid.paragraph_gap);
    let text = |size: Pt, before: Pt| TypeSize { size, line: size * sizes.line_spacing, before };
    let (title, body) = (text(sizes.heading2, Pt(0.0)), text(sizes.body, gap));
    for placeholder in placeholders(&root.clone(), &[]) {
        let size = match placeholder.kind {
            "title" => title,
            "body" => body,
            _ => continue,
        };
        if let Some(shape) = shape_mut(&mut root, placeholder.position) {
            size.set_in_shape(shape);
        }
    }
    if let Some(styles) = root.find_mut("p:txStyles") {
        for (name, size) in [("p:titleStyle", title), ("p:bodyStyle", body)] {
            if let Some(style) = styles.find_mut(name) {
                size.set_in_levels(style);
            }
        }
    }
    if let Some(list) = root.find_mut("p:sldLayoutIdLst") {
        *list = layout_ids(layouts);
    }
    root
}

/// Adds a part of the reference: its pictures keep their ids under a name that no other relationship has.
fn put(design: &mut Design, path: &str, root: &Element, of: &ImportedPart, mut relations: Relationships) {
    let mut root = root.clone();
    for (number, (id, picture)) in (1..).zip(of.pictures()) {
        let new = format!("picture{number}");
        root.walk_mut(&mut |element| {
            for (name, value) in &mut element.attributes {
                if name.starts_with("r:") && value == id {
                    *value = new.as_str().into();
                }
            }
        });
        let target = format!("../{}", picture.trim_start_matches("ppt/"));
        relations.add_as(&new, RelationshipKind::Image, &target);
    }
    design.add_part(path, root.to_part());
    if !relations.is_empty() {
        design.add_part(&relationships(path), relations.part());
    }
}
