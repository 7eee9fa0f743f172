//! What a run gives: files in memory, or a summary of those on disk.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use super::proving::ProvenCounts;
use crate::diag::Diagnostics;
use crate::document::{Block, Document, Inline, walk_inlines};

/// What there is to say of a file that was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArtifactInfo {
    /// File name, such as `final.kk.pdf`.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// Pages of the laid-out document; 0 of a file that is not laid out on pages.
    pub pages: usize,
    /// How many headings, figures, tables, pictures, footnotes and external links it holds; of a base how many sheets,
    /// tables and rows.
    pub counts: BTreeMap<&'static str, usize>,
    /// How many of its numbers were proven.
    pub numbers: ProvenCounts,
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
        let info = ArtifactInfo {
            name,
            size,
            pages,
            counts: BTreeMap::new(),
            numbers: ProvenCounts::default(),
            elapsed: Duration::ZERO,
        };
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

/// How many headings, figures, tables, pictures, footnotes and external links a document holds, as a reader of the
/// file has to find them there.
pub(super) fn block_counts(document: &Document) -> BTreeMap<&'static str, usize> {
    let blocks = document.body.blocks();
    let count = |is_kind: fn(&&&Block) -> bool| blocks.iter().filter(is_kind).count();
    let drawings: usize = document.figures().iter().map(|figure| figure.drawings.len()).sum();
    let texts = document.body.texts();
    let inlines: Vec<&Inline> = texts.into_iter().flat_map(|(_, text)| walk_inlines(text)).collect();
    let is_external = |inline: &&&Inline| matches!(inline, Inline::Link { url, .. } if !url.starts_with('#'));
    BTreeMap::from([
        ("heading", count(|block| matches!(block, Block::Heading(_)))),
        ("figure", count(|block| matches!(block, Block::Figure(_)))),
        ("table", count(|block| matches!(block, Block::Table(_)))),
        ("picture", drawings + document.logos().len()),
        ("footnote", inlines.iter().filter(|inline| matches!(inline, Inline::Footnote { .. })).count()),
        ("link", inlines.iter().filter(is_external).count()),
    ])
}
