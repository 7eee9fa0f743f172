//! Files that a run makes, and what it says of them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use crate::diag::Diagnostics;
use crate::document::{Block, Document, Inline, walk_inlines};

/// A file that was built.
#[derive(Debug, Clone)]
pub struct ArtifactInfo {
    /// File name, without a folder.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// Pages of the laid-out document.
    pub pages: usize,
    /// How many headings, figures and tables it holds.
    pub holds: BTreeMap<&'static str, usize>,
    /// How long it took, layout included.
    pub took: Duration,
}

/// A file in memory.
pub struct Artifact {
    /// What is said of it.
    pub built: ArtifactInfo,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Artifact {
    /// A file of so many pages that holds nothing to be counted.
    pub fn new(name: String, bytes: Vec<u8>, pages: usize) -> Self {
        let size = bytes.len() as u64;
        let built = ArtifactInfo { name, bytes: size, pages, holds: BTreeMap::new(), took: Duration::ZERO };
        Self { built, bytes }
    }
}

/// All files of a run in memory.
pub struct BuildOutput {
    /// The files, document by document.
    pub files: Vec<Artifact>,
    /// What is doubtful about study and templates.
    pub warnings: Diagnostics,
}

/// What a run did.
#[derive(Debug)]
pub struct Report {
    /// Where the files were written.
    pub folder: PathBuf,
    /// The files, document by document.
    pub files: Vec<ArtifactInfo>,
    /// What is doubtful about study and templates.
    pub warnings: Diagnostics,
}

/// How many headings, figures, tables, pictures, footnotes and external links a document holds, as a reader of the
/// file has to find them there.
pub fn counted(document: &Document) -> BTreeMap<&'static str, usize> {
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
