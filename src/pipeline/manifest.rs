//! `manifest.json`: what was built from what, by digests.

use serde_json::{Value, json};

use super::artifact::Artifact;
use super::build_context::BuildContext;
use crate::source::sha256;

/// File name of the manifest.
pub const MANIFEST: &str = "manifest.json";

/// The manifest's bytes. It names no time, so that the same input gives the same manifest.
pub fn manifest(context: &BuildContext, artifacts: &[Artifact]) -> Vec<u8> {
    let outputs: Vec<Value> = artifacts
        .iter()
        .map(|Artifact { info, bytes }| {
            json!({
                "file": info.name,
                "sha256": sha256(bytes),
                "bytes": info.size,
                "pages": info.pages,
                "holds": info.counts,
                "numbers": {
                    "read": info.numbers.read,
                    "proven": info.numbers.proven,
                    "allowed": info.numbers.allowed,
                    "proof_sha256": info.numbers.proof,
                },
            })
        })
        .collect();
    let reference = context.references.inputs.iter();
    let reference = reference.map(|(file, sha256)| json!({"file": file, "sha256": sha256}));
    let pictures = context.loaded.study.pictures.iter();
    let pictures = pictures.map(|(path, picture)| json!({"file": path, "sha256": picture.source}));
    let inputs: Vec<Value> = context
        .loaded
        .texts
        .iter()
        .map(|(path, text)| json!({"file": path, "sha256": sha256(&text.bytes())}))
        .chain(pictures)
        .chain(reference)
        .collect();
    let manifest = json!({
        "program": {"name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION")},
        "study": context.loaded.study.passport.id,
        "edition": context.loaded.study.passport.edition,
        "theme": context.theme.theme.name,
        "inputs": inputs,
        "outputs": outputs,
    });
    let mut text = serde_json::to_string_pretty(&manifest).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}
