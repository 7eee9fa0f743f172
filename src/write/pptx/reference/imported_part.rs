//! A part of the reference on its way into the new package: with what it refers to, without what acts, moves or
//! leads elsewhere.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, say};
use crate::opc::schema::{LeftOut, select};
use crate::opc::xml::{Element, Node};
use crate::opc::{Package, Relation, picture};
use crate::source::sha256;
use crate::write::ooxml::not_whole;

/// A part of the reference and its relationships.
#[derive(Debug)]
pub struct ImportedPart {
    /// The part without what is left out.
    pub root: Element,
    /// Id, last word of the type, and the target: a path of the reference; of a picture, one of the new package.
    relations: Vec<(String, String, String)>,
    /// What of it is not taken over and would be missed.
    pub left_out: LeftOut,
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
        let mut part = Self { root, relations: Vec::new(), left_out: LeftOut::default() };
        let mut others = Vec::new();
        for Relation { id, kind, target, .. } in package.relations(path)? {
            match kind.as_str() {
                "image" => {
                    let name = picture(package, path, &target, media)?;
                    part.relations.push((id, kind, name));
                }
                "theme" | "slideLayout" | "slideMaster" => part.relations.push((id, kind, target)),
                _ => others.push((id, target)),
            }
        }
        prune(&mut part.root, &others);
        let mut faults = Diagnostics::new();
        for (_, to) in others.iter().filter(|(id, _)| refers(&part.root, id)) {
            let message = say!("reference-object", part = path, target = to);
            faults.push(package.hostile(message).at(package.location(path)));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        select(&mut part.root, &mut part.left_out).map_err(|name| not_whole(package, path, &name))?;
        part.make_whole();
        Ok(part)
    }

    /// Takes out what refers to nothing, and gives each shape an id of its own.
    fn make_whole(&mut self) {
        let relations = &self.relations;
        let is_there = |id: &str| relations.iter().any(|(own, ..)| own == id);
        let mut shapes = 0;
        self.root.walk_mut(&mut |element| {
            element.children.retain(|node| match node {
                Node::Element(child) => child.name != "p:pic" || shows(child, &is_there),
                Node::Text(_) => true,
            });
            element.attributes.retain(|(name, value)| !name.starts_with("r:") || is_there(value));
            if element.name == "p:cNvPr" {
                shapes += 1;
                element.set("id", shapes.to_string());
            }
        });
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

/// Whether a picture has something to show that is there.
fn shows(picture: &Element, is_there: &impl Fn(&str) -> bool) -> bool {
    let blip = picture.find("p:blipFill").and_then(|fill| fill.find("a:blip"));
    blip.and_then(|blip| blip.get("r:embed")).is_some_and(is_there)
}

/// Imports a picture and gives its path in the new package.
fn picture(
    package: &mut Package,
    part: &str,
    path: &str,
    media: &mut BTreeMap<String, Vec<u8>>,
) -> Result<String, Diagnostic> {
    let refused = |package: &Package| {
        package.hostile(say!("reference-object", part = part, target = path)).at(package.location(part))
    };
    let known = package.part(path)?.and_then(|bytes| Some((picture::ending(&bytes)?, bytes)));
    let Some((ending, bytes)) = known else { return Err(refused(package)) };
    let name = format!("ppt/media/reference-{}.{ending}", &sha256(&bytes)[..16]);
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
