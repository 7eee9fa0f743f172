//! The files that a build wrote, as their manifest tells them.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use super::LiveStudy;
use crate::diag::{Code, Diagnostic, say};
use crate::opc::FILE_LIMIT;
use crate::pipeline::MANIFEST;
use crate::source::{outside_file, sha256};

/// What lies in an output folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Built {
    /// Names of the files.
    pub files: Vec<String>,
    /// Whether they were made from the study as it is.
    pub is_current: bool,
}

impl LiveStudy {
    /// What a build has written into a folder; `None` where there is no manifest that can be read.
    pub fn built(&self, out: &Path) -> Option<Built> {
        let manifest = manifest(out)?;
        let list = |key: &str| manifest.get(key).and_then(Value::as_array).into_iter().flatten();
        let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let inputs: BTreeSet<_> =
            list("inputs").filter_map(|input| Some((text(input, "file")?, text(input, "sha256")?))).collect();
        let loaded = &self.context.loaded;
        let texts = loaded.texts.iter().map(|(path, text)| (path.clone(), sha256(&text.bytes())));
        let pictures = loaded.study.pictures.iter().map(|(path, p)| (path.clone(), p.source.clone()));
        let is_current = texts.chain(pictures).collect::<BTreeSet<_>>() == inputs;
        Some(Built { files: list("outputs").filter_map(|output| text(output, "file")).collect(), is_current })
    }
}

fn manifest(out: &Path) -> Option<Value> {
    let path = out.join(MANIFEST);
    let (_, bytes) = path.is_file().then(|| outside_file(&path, FILE_LIMIT).ok()).flatten()?;
    serde_json::from_slice(&bytes).ok()
}

/// The bytes of a file that a build wrote, by its name in the manifest.
///
/// # Errors
/// [`Code::Usage`] for other names; a file that cannot be read.
pub fn built_file(out: &Path, name: &str) -> Result<Vec<u8>, Diagnostic> {
    let manifest = manifest(out).unwrap_or_default();
    let outputs = manifest.get("outputs").and_then(Value::as_array).into_iter().flatten();
    let is_listed = outputs.filter_map(|output| output.get("file")?.as_str()).any(|file| file == name);
    if !is_listed || name.contains(['/', '\\']) {
        return Err(Diagnostic::new(Code::Usage, say!("serve-file-unknown", name = name)));
    }
    outside_file(&out.join(name), FILE_LIMIT).map(|(_, bytes)| bytes)
}
