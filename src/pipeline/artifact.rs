//! What a run gives: files in memory, or a summary of those on disk.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use crate::diag::Diagnostics;

/// What there is to say of a file that was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArtifactInfo {
    /// File name, such as `final.kk.pdf`.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// Pages of the laid-out document.
    pub pages: usize,
    /// How many headings, figures, tables, pictures, footnotes and external links it holds.
    pub counts: BTreeMap<&'static str, usize>,
    /// How long the document took up to this file; formats of one document share reading and layout.
    pub elapsed: Duration,
}

/// A file in memory.
#[derive(Debug, Clone)]
pub struct Artifact {
    /// Name, size, pages.
    pub info: ArtifactInfo,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Artifact {
    /// A file of which there is nothing to count.
    pub(super) fn new(name: String, bytes: Vec<u8>, pages: usize) -> Self {
        let size = bytes.len() as u64;
        let info = ArtifactInfo { name, size, pages, counts: BTreeMap::new(), elapsed: Duration::ZERO };
        Self { info, bytes }
    }
}

/// All files of a run, in memory.
#[derive(Debug, Clone)]
pub struct BuildOutput {
    /// The files, in the order of the study's languages and deliverables.
    pub artifacts: Vec<Artifact>,
    /// What is doubtful about study, templates and documents; no error.
    pub warnings: Diagnostics,
}

/// What a run wrote.
#[derive(Debug, Clone)]
pub struct BuildSummary {
    /// The output folder.
    pub folder: PathBuf,
    /// The files in it, without the manifest.
    pub files: Vec<ArtifactInfo>,
    /// What is doubtful about study, templates and documents; no error.
    pub warnings: Diagnostics,
}
