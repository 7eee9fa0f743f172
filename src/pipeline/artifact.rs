//! What a run gives: files in memory, or a summary of those on disk.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use super::proving::ProvenCounts;
use crate::diag::Diagnostics;
use crate::document::{Block, Document, Inline, walk_inlines};
use crate::source::sha256;

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
    pub counts: BTreeMap<String, usize>,
    /// How many of its numbers were proven.
    pub numbers: ProvenCounts,
    /// How long the document took up to this file; formats of one document share reading and layout.
    pub elapsed: Duration,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Digest of what it was made of.
    pub made_of: String,
    /// Whether it was there already, made of the same, and was not made again.
    pub is_kept: bool,
}

impl ArtifactInfo {
    /// What the bytes of a file tell by themselves.
    pub(super) fn of(name: String, bytes: &[u8]) -> Self {
        Self {
            name,
            size: bytes.len() as u64,
            pages: 0,
            counts: BTreeMap::new(),
            numbers: ProvenCounts::default(),
            elapsed: Duration::ZERO,
            sha256: sha256(bytes),
            made_of: String::new(),
            is_kept: false,
        }
    }
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
        Self { info: ArtifactInfo { pages, ..ArtifactInfo::of(name, &bytes) }, bytes }
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
    /// The files that were asked for, without the manifest.
    pub files: Vec<ArtifactInfo>,
    /// What is doubtful about study, templates and documents; no error. Nothing where nothing had changed.
    pub warnings: Diagnostics,
    /// How many doubts there are about a study of which nothing had changed since they were told.
    pub earlier_doubts: usize,
    /// Ids of the terms of the grant that are missed as of the last deliverable.
    pub missed: Vec<String>,
}

/// How many headings, figures, tables, pictures, footnotes and external links a document holds, as a reader of the
/// file has to find them there.
pub(super) fn block_counts(document: &Document) -> BTreeMap<String, usize> {
    let blocks = document.body.blocks();
    let count = |is_kind: fn(&&&Block) -> bool| blocks.iter().filter(is_kind).count();
    let drawings: usize = document.figures().iter().map(|figure| figure.drawings.len()).sum();
    let texts = document.body.texts();
    let inlines: Vec<&Inline> = texts.into_iter().flat_map(|(_, text)| walk_inlines(text)).collect();
    let is_external = |inline: &&&Inline| matches!(inline, Inline::Link { url, .. } if !url.starts_with('#'));
    let counts = [
        ("heading", count(|block| matches!(block, Block::Heading(_)))),
        ("figure", count(|block| matches!(block, Block::Figure(_)))),
        ("table", count(|block| matches!(block, Block::Table(_)))),
        ("picture", drawings + document.logos().len()),
        ("footnote", inlines.iter().filter(|inline| matches!(inline, Inline::Footnote { .. })).count()),
        ("link", inlines.iter().filter(is_external).count()),
    ];
    counts.into_iter().map(|(kind, n)| (kind.to_owned(), n)).collect()
}
