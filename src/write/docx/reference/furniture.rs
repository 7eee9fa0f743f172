//! Header and footer of a reference document, with their pictures.

use super::styles::{Ids, refer};
use crate::diag::{Diagnostic, Diagnostics, say};
use crate::opc::xml::Element;
use crate::opc::{Package, active};
use crate::write::ooxml::PICTURE_FORMATS;

/// A header or footer with what it refers to.
#[derive(Debug, Clone)]
pub struct Piece {
    pub is_header: bool,
    /// `default` or `first`.
    pub kind: String,
    pub root: Element,
    /// Pictures and links: relationship id, whether it is a picture, target.
    pub relations: Vec<(String, bool, String)>,
    /// Pictures by the target that a relationship names.
    pub media: Vec<(String, Vec<u8>)>,
}

/// The headers and footers of a section.
pub fn pieces(package: &mut Package, section: &Element, ids: &Ids) -> Result<Vec<Piece>, Diagnostics> {
    let relations = package.xml("word/_rels/document.xml.rels")?.unwrap_or_default();
    let is_titled = section.find("w:titlePg").is_some();
    let mut found = Vec::new();
    for reference in section.elements() {
        let is_header = reference.name == "w:headerReference";
        let kind = reference.get("w:type").unwrap_or("default");
        let is_shown = kind == "default" || kind == "first" && is_titled;
        if !is_shown || !(is_header || reference.name == "w:footerReference") {
            continue;
        }
        let relation = relations.elements().find(|r| r.get("Id") == reference.get("r:id"));
        let Some(target) = relation.and_then(|r| r.get("Target")) else { continue };
        if let Some(piece) = piece(package, &inside(target), is_header, kind, ids)? {
            found.push(piece);
        }
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

fn piece(
    package: &mut Package,
    path: &str,
    is_header: bool,
    kind: &str,
    ids: &Ids,
) -> Result<Option<Piece>, Diagnostic> {
    let Some(mut root) = package.xml(path)? else { return Ok(None) };
    if let Some(field) = fetching_field(&mut root) {
        return Err(package
            .hostile(say!("reference-fetches", part = path, field = field))
            .at(package.place(path)));
    }
    refer(&mut root, ids);
    let mut piece =
        Piece { is_header, kind: kind.to_owned(), root, relations: Vec::new(), media: Vec::new() };
    let file = path.rsplit('/').next().unwrap_or_default();
    let owned = package.xml(&format!("word/_rels/{file}.rels"))?.unwrap_or_default();
    for relation in owned.elements() {
        let (Some(id), Some(target)) = (relation.get("Id"), relation.get("Target")) else { continue };
        let name = relation.get("Type").unwrap_or_default().rsplit('/').next().unwrap_or_default();
        match name {
            "hyperlink" => piece.relations.push((id.to_owned(), false, target.to_owned())),
            "image" => {
                let Some(bytes) = package.part(&inside(target))? else {
                    return Err(not_taken(package, path, target));
                };
                let extension = target.rsplit('.').next().unwrap_or_default().to_lowercase();
                let is_known = ["png", "svg"].contains(&extension.as_str())
                    || PICTURE_FORMATS.iter().any(|(known, _)| *known == extension);
                if !is_known || extension == "svg" && !active::is_plain_svg(&bytes) {
                    return Err(not_taken(package, path, target));
                }
                piece.relations.push((id.to_owned(), true, target.to_owned()));
                piece.media.push((target.to_owned(), bytes));
            }
            _ => return Err(not_taken(package, path, target)),
        }
    }
    Ok(Some(piece))
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
