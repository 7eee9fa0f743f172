//! Header and footer of a reference document, with their pictures.

use super::styles::{StyleIds, refer};
use crate::diag::{Diagnostic, Diagnostics, say};
use crate::opc::schema::LeftOut;
use crate::opc::xml::{Element, Node};
use crate::opc::{Package, picture};
use crate::source::address::uri;
use crate::source::sha256;
use crate::write::ooxml::not_whole;

/// A header or footer with what it refers to.
#[derive(Debug, Clone)]
pub struct ImportedHeaderFooter {
    pub is_header: bool,
    /// `default` or `first`.
    pub kind: String,
    pub root: Element,
    pub relationships: Vec<ImportedRelationship>,
}

/// A relationship under the id by which the part refers to it.
#[derive(Debug, Clone)]
pub struct ImportedRelationship {
    pub id: String,
    pub target: ImportedTarget,
}

/// What a header or footer may refer to.
#[derive(Debug, Clone)]
pub enum ImportedTarget {
    /// A picture with the name of its file.
    Picture { name: String, bytes: Vec<u8> },
    /// An address.
    Link(String),
}

/// The headers and footers of a section.
///
/// # Errors
/// Parts that are broken, fields that are not taken over, objects that cannot be taken over.
pub fn headers_and_footers(
    package: &mut Package,
    section: &Element,
    ids: &StyleIds,
    left_out: &mut Vec<(String, LeftOut)>,
) -> Result<Vec<ImportedHeaderFooter>, Diagnostics> {
    let main = package.main().to_owned();
    let relations = package.relations(&main)?;
    let is_titled = section.find("w:titlePg").is_some();
    let mut found = Vec::new();
    for reference in section.elements() {
        let is_header = reference.name == "w:headerReference";
        let kind = reference.get("w:type").unwrap_or("default");
        let is_shown = kind == "default" || kind == "first" && is_titled;
        if !is_shown || !(is_header || reference.name == "w:footerReference") {
            continue;
        }
        let relation = relations.iter().find(|relation| Some(relation.id.as_str()) == reference.get("r:id"));
        let Some(path) = relation.map(|relation| relation.target.as_str()) else { continue };
        if package.has(path) {
            found.push(import(package, path, (is_header, kind), ids, left_out)?);
        }
    }
    Ok(found)
}

fn import(
    package: &mut Package,
    path: &str,
    (is_header, kind): (bool, &str),
    ids: &StyleIds,
    left_out: &mut Vec<(String, LeftOut)>,
) -> Result<ImportedHeaderFooter, Diagnostic> {
    let mut root = super::allowed(package, path, left_out)?;
    if let Some(field) = foreign_field(&mut root) {
        return Err(package
            .hostile(say!("reference-foreign-field", part = path, field = field))
            .at(package.location(path)));
    }
    refer(&mut root, ids);
    let mut relationships = Vec::new();
    for relation in package.relations(path)? {
        let target = match relation.kind.as_str() {
            // Other links open files of the reader's computer, or nothing.
            "hyperlink" => match uri(&relation.target).filter(|_| relation.is_external) {
                Some(address) => ImportedTarget::Link(address),
                None => continue,
            },
            "image" => picture(package, path, &relation.target)?,
            _ => return Err(not_taken(package, path, &relation.target)),
        };
        relationships.push(ImportedRelationship { id: relation.id, target });
    }
    make_whole(&mut root, &relationships);
    for (number, relationship) in (1..).zip(&mut relationships) {
        relationship.id = format!("rId{number}");
    }
    let name = if is_header { "w:hdr" } else { "w:ftr" };
    if root.name != name {
        return Err(not_whole(package, path, &root.name));
    }
    Ok(ImportedHeaderFooter { is_header, kind: kind.to_owned(), root, relationships })
}

/// Takes out what is hidden or refers to nothing, gives each drawing an id of its own, and ends cells and the part with
/// the paragraph that they must have.
fn make_whole(root: &mut Element, relationships: &[ImportedRelationship]) {
    let is_picture = |id: &str| {
        let of = relationships.iter().find(|relationship| relationship.id == id);
        of.is_some_and(|of| matches!(of.target, ImportedTarget::Picture { .. }))
    };
    let is_link = |id: &str| {
        let of = relationships.iter().find(|relationship| relationship.id == id);
        of.is_some_and(|of| matches!(of.target, ImportedTarget::Link(_)))
    };
    let new_id = |id: &str| {
        let position = relationships.iter().position(|relationship| relationship.id == id);
        position.map(|position| format!("rId{}", position + 1))
    };
    let mut drawings = 0;
    root.walk_mut(&mut |element| {
        element.children.retain(|node| match node {
            Node::Element(child) => {
                let is_hidden = child.name == "w:r" && is_hidden(child);
                !is_hidden && (child.name != "w:drawing" || shows(child, &is_picture))
            }
            Node::Text(_) => true,
        });
        if element.name == "w:hyperlink" && !element.get("r:id").is_some_and(is_link) {
            element.remove("r:id");
        }
        for (name, value) in &mut element.attributes {
            if let Some(new) = new_id(value).filter(|_| name.starts_with("r:")) {
                *value = new.into();
            }
        }
        if element.name == "wp:docPr" {
            drawings += 1;
            element.set("id", (FIRST_DRAWING + drawings).to_string());
        }
        let must_end = ["w:tc", "w:hdr", "w:ftr"].contains(&element.name.as_str());
        if must_end && element.elements().last().is_none_or(|last| last.name != "w:p") {
            element.children.push(Node::Element(Element::new("w:p")));
        }
    });
}

/// Ids of drawings in imported parts begin behind those of the document's own.
const FIRST_DRAWING: u32 = 1_000_000;

fn is_hidden(run: &Element) -> bool {
    let vanish = run.find("w:rPr").and_then(|properties| properties.find("w:vanish"));
    vanish.is_some_and(|vanish| !["0", "false", "off"].contains(&vanish.get("w:val").unwrap_or("1")))
}

/// Whether a drawing has something to show, and all that it refers to is there.
fn shows(drawing: &Element, is_picture: &impl Fn(&str) -> bool) -> bool {
    fn referred<'e>(element: &'e Element, ids: &mut Vec<&'e str>) {
        ids.extend(element.get("r:embed"));
        element.elements().for_each(|child| referred(child, ids));
    }
    let mut ids = Vec::new();
    referred(drawing, &mut ids);
    !ids.is_empty() && ids.into_iter().all(is_picture)
}

/// A picture that a part refers to.
fn picture(package: &mut Package, part: &str, target: &str) -> Result<ImportedTarget, Diagnostic> {
    let bytes = package.part(target)?;
    let known = bytes.and_then(|bytes| Some((picture::ending(&bytes)?, bytes)));
    let Some((ending, bytes)) = known else { return Err(not_taken(package, part, target)) };
    Ok(ImportedTarget::Picture { name: format!("{}.{ending}", &sha256(&bytes)[..16]), bytes })
}

fn not_taken(package: &Package, path: &str, target: &str) -> Diagnostic {
    package.hostile(say!("reference-object", part = path, target = target)).at(package.location(path))
}

/// Fields that say something of the document or of its pages (ISO/IEC 29500-1, 17.16.5). Others fetch something, start
/// a program, or refer to what is not taken over.
const FIELDS: &[&str] = &[
    "AUTHOR",
    "COMMENTS",
    "COMPANY",
    "CREATEDATE",
    "DATE",
    "DOCPROPERTY",
    "EDITTIME",
    "FILENAME",
    "KEYWORDS",
    "LASTSAVEDBY",
    "NUMCHARS",
    "NUMPAGES",
    "NUMWORDS",
    "PAGE",
    "PRINTDATE",
    "QUOTE",
    "REVNUM",
    "SAVEDATE",
    "SECTION",
    "SECTIONPAGES",
    "STYLEREF",
    "SUBJECT",
    "SYMBOL",
    "TIME",
    "TITLE",
    "USERADDRESS",
    "USERINITIALS",
    "USERNAME",
];

/// The first field of a part that is not of [`FIELDS`]. An instruction may be cut into several runs: they are read as
/// one text.
fn foreign_field(root: &mut Element) -> Option<String> {
    let mut instructions = String::new();
    root.walk_mut(&mut |element| match element.name.as_str() {
        "w:fldSimple" => {
            instructions.push('\n');
            instructions.push_str(element.get("w:instr").unwrap_or_default());
            instructions.push('\n');
        }
        "w:fldChar" => instructions.push('\n'),
        "w:instrText" => instructions.push_str(&element.own_text()),
        _ => {}
    });
    let mut names = instructions.lines().filter_map(|field| field.split_whitespace().next());
    let foreign = names.find(|name| !FIELDS.iter().any(|known| name.eq_ignore_ascii_case(known)));
    foreign.map(str::to_uppercase)
}
