//! Header and footer of a reference document, with their pictures.

use super::styles::{StyleIds, refer};
use crate::diag::{Diagnostic, Diagnostics, say};
use crate::opc::xml::Element;
use crate::opc::{Package, active};
use crate::write::ooxml::PICTURE_FORMATS;

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
/// Parts that are broken, fields that fetch something, objects that cannot be taken over.
pub fn headers_and_footers(
    package: &mut Package,
    section: &Element,
    ids: &StyleIds,
) -> Result<Vec<ImportedHeaderFooter>, Diagnostics> {
    let relationships = package.xml("word/_rels/document.xml.rels")?.unwrap_or_default();
    let is_titled = section.find("w:titlePg").is_some();
    let mut found = Vec::new();
    for reference in section.elements() {
        let is_header = reference.name == "w:headerReference";
        let kind = reference.get("w:type").unwrap_or("default");
        let is_shown = kind == "default" || kind == "first" && is_titled;
        if !is_shown || !(is_header || reference.name == "w:footerReference") {
            continue;
        }
        let relationship = relationships.elements().find(|r| r.get("Id") == reference.get("r:id"));
        let Some(target) = relationship.and_then(|r| r.get("Target")) else { continue };
        found.extend(import(package, &inside(target), is_header, kind, ids)?);
    }
    Ok(found)
}

/// The path of a part from a target that the main part names.
fn inside(target: &str) -> String {
    match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("word/{target}"),
    }
}

fn import(
    package: &mut Package,
    path: &str,
    is_header: bool,
    kind: &str,
    ids: &StyleIds,
) -> Result<Option<ImportedHeaderFooter>, Diagnostic> {
    let Some(mut root) = package.xml(path)? else { return Ok(None) };
    if let Some(field) = fetching_field(&mut root) {
        return Err(package
            .hostile(say!("reference-fetches", part = path, field = field))
            .at(package.place(path)));
    }
    refer(&mut root, ids);
    let file = path.rsplit('/').next().unwrap_or_default();
    let owned = package.xml(&format!("word/_rels/{file}.rels"))?.unwrap_or_default();
    let mut relationships = Vec::new();
    for relationship in owned.elements() {
        let (Some(id), Some(to)) = (relationship.get("Id"), relationship.get("Target")) else { continue };
        let kind = relationship.get("Type").unwrap_or_default().rsplit('/').next().unwrap_or_default();
        let target = match kind {
            "hyperlink" => ImportedTarget::Link(to.to_owned()),
            "image" => picture(package, path, to)?,
            _ => return Err(not_taken(package, path, to)),
        };
        relationships.push(ImportedRelationship { id: id.to_owned(), target });
    }
    Ok(Some(ImportedHeaderFooter { is_header, kind: kind.to_owned(), root, relationships }))
}

/// A picture that a part refers to.
fn picture(package: &mut Package, part: &str, target: &str) -> Result<ImportedTarget, Diagnostic> {
    let Some(bytes) = package.part(&inside(target))? else {
        return Err(not_taken(package, part, target));
    };
    let extension = target.rsplit('.').next().unwrap_or_default().to_lowercase();
    let is_known = ["png", "svg"].contains(&extension.as_str())
        || PICTURE_FORMATS.iter().any(|(known, _)| *known == extension);
    if !is_known || extension == "svg" && !active::is_plain_svg(&bytes) {
        return Err(not_taken(package, part, target));
    }
    let name = target.rsplit('/').next().unwrap_or_default().to_owned();
    Ok(ImportedTarget::Picture { name, bytes })
}

fn not_taken(package: &Package, path: &str, target: &str) -> Diagnostic {
    package.hostile(say!("reference-object", part = path, target = target)).at(package.place(path))
}

/// Fields that fetch something or start a program when they are updated (ISO/IEC 29500-1, 17.16.5, and Word's own).
const FETCHING: &[&str] = &[
    "DATABASE",
    "DDE",
    "DDEAUTO",
    "IMPORT",
    "INCLUDE",
    "INCLUDEPICTURE",
    "INCLUDETEXT",
    "LINK",
    "MACROBUTTON",
    "RD",
];

/// The first fetching field of a part. An instruction may be cut into several runs: they are read as one text.
fn fetching_field(root: &mut Element) -> Option<&'static str> {
    let mut instructions = String::new();
    root.walk_mut(&mut |element| match element.name.as_str() {
        "w:fldSimple" => {
            instructions.push('\n');
            instructions.push_str(element.get("w:instr").unwrap_or_default());
        }
        "w:fldChar" => instructions.push('\n'),
        "w:instrText" => instructions.push_str(&element.own_text()),
        _ => {}
    });
    let mut names = instructions.lines().filter_map(|field| field.split_whitespace().next());
    names.find_map(|name| FETCHING.iter().copied().find(|fetching| name.eq_ignore_ascii_case(fetching)))
}
