//! What is built, in which order, in parallel; what goes to disk, and how.
//!
//! A run loads the study once, then builds every chosen document in memory. Only when all of them are
//! whole are files written, each through a temporary file and a rename; a failed run leaves the last
//! good outputs as they were.

mod assemble;
mod build_context;
mod crosscheck;
mod formulas;
mod gallery;
mod glyphs;
mod inspect;
mod job;
mod loaded_theme;
mod manifest;
mod output;
mod parity;
mod review;
mod starter;
mod words;
mod workers;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

pub use build_context::BuildContext;
pub use gallery::{GalleryRequest, gallery};
pub use inspect::{DeliverableTerms, Inspection, inspect};
pub use job::{Format, Job};
pub use manifest::MANIFEST;
pub use review::review;
pub use starter::new_study;
pub use words::{Account, words};

pub use crate::template::{Entry, Unit};

use crate::diag::{Diagnostic, Diagnostics};
use crate::study::passport::Edition;

/// What to build or to check.
#[derive(Debug, Clone, Default)]
pub struct Request {
    pub study: PathBuf,
    /// Output folder; `out/<study>` where none is given.
    pub out: Option<PathBuf>,
    /// Folder with the user's own templates.
    pub templates: Option<PathBuf>,
    /// Empty: all that the study owes.
    pub deliverables: Vec<String>,
    /// Empty: all languages of the study.
    pub languages: Vec<String>,
    /// Empty: all formats.
    pub formats: Vec<Format>,
    /// In place of the study's own.
    pub edition: Option<Edition>,
    /// Name of the theme, in place of the study's own.
    pub theme: Option<String>,
    /// Whether slides have the shape of an older screen, 4:3; else that of the theme.
    pub narrow_slides: bool,
    /// Whether the DOCX carries soft hyphens, for programs that cannot hyphenate its language.
    pub soft_hyphens: bool,
    /// Whether the theme's fonts go with the DOCX.
    pub embed_fonts: bool,
    /// Whether the DOCX shows pictures of all charts, also of those that Word can draw and edit.
    pub picture_charts: bool,
    /// Whether the DOCX has its numbers as plain text, not in content controls.
    pub plain_numbers: bool,
    /// A customer's own DOCX, whose styles, theme, page, header and footer the DOCX take over.
    pub reference_docx: Option<PathBuf>,
    /// A customer's own deck, whose master, layouts and theme the PPTX take over.
    pub reference_pptx: Option<PathBuf>,
    /// A check looks at the data alone, not at the documents made from them.
    pub data_only: bool,
}

/// A file that was built.
#[derive(Debug, Clone)]
pub struct ArtifactInfo {
    pub name: String,
    pub bytes: u64,
    /// Pages of the laid-out document.
    pub pages: usize,
    /// How many headings, figures and tables it holds.
    pub holds: BTreeMap<&'static str, usize>,
    pub took: Duration,
}

/// What a run did.
#[derive(Debug)]
pub struct Report {
    pub folder: PathBuf,
    pub files: Vec<ArtifactInfo>,
    pub warnings: Diagnostics,
}

/// What a run tells while it works.
pub trait Progress: Sync {
    /// A document is whole, in memory.
    fn done(&self, _document: &str, _took: Duration) {}
}

/// No progress is shown.
pub struct Silent;

impl Progress for Silent {}

/// Builds all chosen files and writes them.
///
/// # Errors
/// Every fault of the study, templates and documents; or that outputs cannot be written.
pub fn build(request: &Request, progress: &dyn Progress) -> Result<Report, Diagnostics> {
    let context = BuildContext::open(request)?;
    let folder = request.out.clone().unwrap_or_else(|| PathBuf::from("out").join(context.name()));
    output::writable(&folder)?;
    let made = context.make(progress)?;
    let files: Vec<(String, Vec<u8>)> =
        made.files.iter().map(|f| (f.built.name.clone(), f.bytes.clone())).collect();
    let manifest = manifest::manifest(&context, &made.files);
    output::write(&folder, &files, &manifest).map_err(|d: Diagnostic| Diagnostics::from(d))?;
    Ok(Report { folder, files: made.files.into_iter().map(|f| f.built).collect(), warnings: made.warnings })
}
