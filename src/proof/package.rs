//! A proof as a custom XML part of an Office file (ISO/IEC 29500-1, 15.2.5 and 15.2.6).
//!
//! The finished package gets the part and its properties, a relationship from the main part, and the content type;
//! all other parts stay as they are, byte for byte. Office keeps such parts when it saves.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::diag::{Code, Diagnostic, say};
use crate::opc::archive::Archive;
use crate::opc::xml::{Element, Node, parse};
use crate::opc::{Package, relationships};

/// Namespace of the part's root.
const NAMESPACE: &str = "urn:esep:proof:1";
/// The part.
const PART: &str = "customXml/esepProof.xml";
/// Its properties: the id and the namespace by which Office knows it.
const PROPERTIES: &str = "customXml/esepProofProps.xml";
const PROPERTIES_TYPE: &str = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const STORE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const CONTENT_TYPES: &str = "[Content_Types].xml";
/// Identifies the part to Office; one for all proofs, of which a file has one.
const ITEM_ID: &str = "{E5E90000-9A0F-4000-8000-000000000001}";

/// A finished DOCX, PPTX or XLSX with a proof; `main_part` is its main part.
///
/// # Errors
/// [`Code::ProofAttach`] where the package is none.
pub fn with_proof(bytes: Vec<u8>, main_part: &str, proof: &[u8]) -> Result<Vec<u8>, Diagnostic> {
    attached(bytes, main_part, proof)
        .map_err(|detail| Diagnostic::new(Code::ProofAttach, say!("proof-attach", detail = detail)))
}

fn attached(bytes: Vec<u8>, main_part: &str, proof: &[u8]) -> Result<Vec<u8>, String> {
    let text = |error: &dyn std::fmt::Display| error.to_string();
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(|e| text(&e))?;
    let mut archive = Archive::default();
    let relations = relationships(main_part);
    let mut seen = false;
    for at in 0..parts.len() {
        let mut entry = parts.by_index(at).map_err(|e| text(&e))?;
        let name = entry.name().to_owned();
        if name != CONTENT_TYPES && name != relations {
            drop(entry);
            let raw = parts.by_index_raw(at).map_err(|e| text(&e))?;
            archive.copy(raw).map_err(|e| text(&e))?;
            continue;
        }
        let mut part = String::new();
        entry.read_to_string(&mut part).map_err(|e| text(&e))?;
        drop(entry);
        let root = parse(&part)?;
        seen |= name == relations;
        let changed = if name == CONTENT_TYPES { with_type(root) } else { with_relation(root, main_part) };
        put(&mut archive, &name, changed.to_part().as_bytes())?;
    }
    if !seen {
        return Err(relations);
    }
    put(&mut archive, PART, root(proof).to_part().as_bytes())?;
    let own = Element::new("Relationships")
        .with("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
        .child(relation("rId1", "customXmlProps", "esepProofProps.xml"));
    put(&mut archive, &relationships(PART), own.to_part().as_bytes())?;
    put(&mut archive, PROPERTIES, properties().to_part().as_bytes())?;
    archive.finish().map_err(|e| text(&e))
}

/// The proof as text inside one element: JSON needs nothing of XML but its escapes.
fn root(proof: &[u8]) -> Element {
    Element::new("proof").with("xmlns", NAMESPACE).text(String::from_utf8_lossy(proof))
}

fn properties() -> Element {
    let schema = Element::new("ds:schemaRef").with("ds:uri", NAMESPACE);
    Element::new("ds:datastoreItem")
        .with("ds:itemID", ITEM_ID)
        .with("xmlns:ds", STORE)
        .child(Element::new("ds:schemaRefs").child(schema))
}

fn relation(id: &str, kind: &str, target: &str) -> Element {
    Element::new("Relationship")
        .with("Id", id)
        .with("Type", format!("{OFFICE}/relationships/{kind}"))
        .with("Target", target)
}

fn with_type(root: Element) -> Element {
    let own = Element::new("Override")
        .with("PartName", format!("/{PROPERTIES}"))
        .with("ContentType", PROPERTIES_TYPE);
    root.child(own)
}

/// The relationships of the main part with one more; the part lies beside the main part's folder.
fn with_relation(root: Element, main_part: &str) -> Element {
    let up = "../".repeat(main_part.matches('/').count());
    root.child(relation("rIdEsepProof", "customXml", &format!("{up}{PART}")))
}

fn put(archive: &mut Archive, name: &str, bytes: &[u8]) -> Result<(), String> {
    archive.pack(name, bytes).map_err(|error| error.to_string())
}

/// The proof in a package; found by its namespace, because programs that save the file rename the part.
///
/// # Errors
/// Parts that are broken or too large.
pub fn proof_of(package: &mut Package) -> Result<Option<Vec<u8>>, Diagnostic> {
    let names: Vec<String> = package
        .names()
        .filter(|name| name.starts_with("customXml/") && name.ends_with(".xml"))
        .map(str::to_owned)
        .collect();
    for name in names {
        let Some(root) = package.xml(&name)? else { continue };
        let is_proof =
            root.attributes.iter().any(|(key, value)| key.starts_with("xmlns") && value == NAMESPACE);
        if is_proof {
            let text: String = root
                .children
                .iter()
                .filter_map(|node| if let Node::Text(text) = node { Some(text.as_str()) } else { None })
                .collect();
            return Ok(Some(text.into_bytes()));
        }
    }
    Ok(None)
}
