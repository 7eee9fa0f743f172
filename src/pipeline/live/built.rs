//! The files that a build wrote, as their manifest tells them.

use std::path::Path;

use serde::Serialize;

use super::LiveStudy;
use crate::diag::{Code, Diagnostic, say};
use crate::opc::FILE_LIMIT;
use crate::pipeline::manifest::Manifest;
use crate::source::outside_file;

/// What lies in an output folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Built {
    /// The files.
    pub files: Vec<BuiltFile>,
}

/// A file in an output folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BuiltFile {
    /// Its name.
    pub name: String,
    /// Whether it was made from the study as it is.
    pub is_current: bool,
    /// Its pages; 0 where it has none.
    pub pages: usize,
    /// How many of its numbers are proven.
    pub proven: usize,
}

impl LiveStudy {
    /// What a build has written into a folder; `None` where there is no manifest that can be read.
    pub fn built(&self, out: &Path) -> Option<Built> {
        let manifest = Manifest::read(out)?;
        let edition = self.context.loaded.study.passport.edition.name();
        let state = self.state();
        let files = manifest.outputs.iter().map(|output| BuiltFile {
            name: output.file.clone(),
            is_current: manifest.edition == edition && output.study_sha256 == state,
            pages: output.pages,
            proven: output.kept().numbers.proven,
        });
        Some(Built { files: files.collect() })
    }
}

/// The bytes of a file that a build wrote, by its name in the manifest.
///
/// # Errors
/// [`Code::Usage`] for other names; a file that cannot be read.
pub fn built_file(out: &Path, name: &str) -> Result<Vec<u8>, Diagnostic> {
    let is_listed = Manifest::read(out).is_some_and(|manifest| manifest.output(name).is_some());
    if !is_listed || name.contains(['/', '\\']) {
        return Err(Diagnostic::new(Code::Usage, say!("serve-file-unknown", name = name)));
    }
    outside_file(&out.join(name), FILE_LIMIT).map(|(_, bytes)| bytes)
}
