//! A part of the reference on its way into the new package: with what it refers to, without what acts, moves or
//! leads elsewhere.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, say};
use crate::opc::xml::{Element, Node};
use crate::opc::{Package, active, relationships, target};
use crate::write::ooxml::PICTURE_FORMATS;

/// A part of the reference and its relationships.
#[derive(Debug)]
pub struct ImportedPart {
    /// The part without what is left out.
    pub root: Element,
    /// Id, last word of the type, and the target: a path of the reference; of a picture, one of the new package.
    relations: Vec<(String, String, String)>,
}

/// What is left out of a part wherever it stands: links, transitions, animations, tags of other programs.
const LEFT_OUT: [&str; 7] =
    ["a:hlinkClick", "a:hlinkHover", "a:hlinkMouseOver", "p:transition", "p:timing", "p:custDataLst", "p:hf"];
/// Elements that may go with what they refer to.
const OPTIONAL: [&str; 2] = ["a:ext", "p:ext"];

impl ImportedPart {
    /// Reads a part; its pictures are put to `media`.
    ///
    /// # Errors
    /// Parts that are broken, and objects that cannot be taken over.
    pub fn read(
        package: &mut Package,
        path: &str,
        media: &mut BTreeMap<String, Vec<u8>>,
    ) -> Result<Self, Diagnostics> {
        let mut root = package.required(path)?;
        leave_out(&mut root);
        let owned = package.xml(&relationships(path))?.unwrap_or_default();
        let mut part = Self { root, relations: Vec::new() };
        let mut others = Vec::new();
        for relation in owned.elements() {
            let (Some(id), Some(to)) = (relation.get("Id"), relation.get("Target")) else { continue };
            let kind = relation.get("Type").unwrap_or_default().rsplit('/').next().unwrap_or_default();
            let to = target(path, to);
            match kind {
                "image" => {
                    let name = picture(package, path, &to, media)?;
                    part.relations.push((id.to_owned(), kind.to_owned(), name));
                }
                "theme" | "slideLayout" | "slideMaster" => {
                    part.relations.push((id.to_owned(), kind.to_owned(), to));
                }
                _ => others.push((id.to_owned(), to)),
            }
        }
        prune(&mut part.root, &others);
        let mut faults = Diagnostics::new();
        for (_, to) in others.iter().filter(|(id, _)| refers(&part.root, id)) {
            let message = say!("reference-object", part = path, target = to);
            faults.push(package.hostile(message).at(package.place(path)));
        }
        if faults.is_empty() { Ok(part) } else { Err(faults) }
    }

    /// The targets of the relationships of a type, by the last word of it.
    pub fn targets<'t>(&'t self, kind: &'t str) -> impl Iterator<Item = &'t str> {
        self.relations.iter().filter(move |(_, own, _)| own == kind).map(|(_, _, to)| to.as_str())
    }

    /// The target of the relationship of an id, where it is of a type.
    pub fn target_of(&self, id: &str, kind: &str) -> Option<&str> {
        self.relations.iter().find(|(own, of, _)| own == id && of == kind).map(|(_, _, to)| to.as_str())
    }

    /// The pictures with the ids by which the part refers to them.
    pub fn pictures(&self) -> impl Iterator<Item = (&str, &str)> {
        self.relations
            .iter()
            .filter(|(_, kind, _)| kind == "image")
            .map(|(id, _, to)| (id.as_str(), to.as_str()))
    }
}

/// Imports a picture and gives its path in the new package.
fn picture(
    package: &mut Package,
    part: &str,
    path: &str,
    media: &mut BTreeMap<String, Vec<u8>>,
) -> Result<String, Diagnostic> {
    let refused = |package: &Package| {
        package.hostile(say!("reference-object", part = part, target = path)).at(package.place(part))
    };
    let extension = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    let is_known = ["png", "svg"].contains(&extension.as_str())
        || PICTURE_FORMATS.iter().any(|(known, _)| *known == extension);
    let Some(bytes) = package.part(path)?.filter(|_| is_known) else { return Err(refused(package)) };
    if extension == "svg" && !active::is_plain_svg(&bytes) {
        return Err(refused(package));
    }
    // Named by the place, so that two pictures of one name in two folders stay two.
    let name = format!("ppt/media/reference-{}", path.trim_start_matches("ppt/").replace('/', "-"));
    media.insert(name.clone(), bytes);
    Ok(name)
}

fn leave_out(element: &mut Element) {
    element.children.retain(|node| match node {
        Node::Element(child) => {
            let holds_motion =
                child.name == "mc:AlternateContent" && holds(child, &["p:transition", "p:timing"]);
            !LEFT_OUT.contains(&child.name.as_str()) && !holds_motion
        }
        Node::Text(_) => true,
    });
    element.elements_mut().for_each(leave_out);
}

fn holds(element: &Element, names: &[&str]) -> bool {
    element.elements().any(|child| names.contains(&child.name.as_str()) || holds(child, names))
}

/// Takes optional elements out that refer to what is not taken over.
fn prune(element: &mut Element, gone: &[(String, String)]) {
    element.children.retain(|node| match node {
        Node::Element(child) => {
            let is_optional = OPTIONAL.contains(&child.name.as_str());
            !(is_optional && gone.iter().any(|(id, _)| refers(child, id)))
        }
        Node::Text(_) => true,
    });
    element.elements_mut().for_each(|child| prune(child, gone));
}

/// Whether an element or something inside it refers to a relationship.
fn refers(element: &Element, id: &str) -> bool {
    element.attributes.iter().any(|(name, value)| name.starts_with("r:") && value == id)
        || element.elements().any(|child| refers(child, id))
}
