//! `manifest.json`: what was built from what, by digests.

use serde_json::{Value, json};

use super::assemble::Made;
use super::setup::Workshop;
use crate::source::sha256;

/// File name of the manifest.
pub const MANIFEST: &str = "manifest.json";

/// The manifest's bytes. It names no time, so that the same input gives the same manifest.
pub fn manifest(workshop: &Workshop, files: &[Made]) -> Vec<u8> {
    let outputs: Vec<Value> = files
        .iter()
        .map(|f| {
            json!({
                "file": f.built.name,
                "sha256": sha256(&f.bytes),
                "bytes": f.built.bytes,
                "pages": f.built.pages,
                "holds": f.built.holds,
            })
        })
        .collect();
    let reference = workshop.reference_inputs.iter();
    let reference = reference.map(|(file, sha256)| json!({"file": file, "sha256": sha256}));
    let pictures = workshop.loaded.study.pictures.iter();
    let pictures = pictures.map(|(path, picture)| json!({"file": path, "sha256": picture.source}));
    let inputs: Vec<Value> = workshop
        .loaded
        .texts
        .iter()
        .map(|(path, text)| json!({"file": path, "sha256": sha256(&text.bytes())}))
        .chain(pictures)
        .chain(reference)
        .collect();
    let manifest = json!({
        "program": {"name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION")},
        "study": workshop.loaded.study.passport.id,
        "theme": workshop.look.theme.name,
        "inputs": inputs,
        "outputs": outputs,
    });
    let mut text = serde_json::to_string_pretty(&manifest).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}
