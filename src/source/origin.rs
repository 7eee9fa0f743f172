//! Files of a folder that are made of another file: those of a study that stands in a workbook.

use std::fmt::Debug;

use super::SourceText;
use crate::diag::Diagnostics;

/// What stands in the place of a folder's JSON files.
pub trait Origin: Debug + Send + Sync {
    /// Whether a path of the folder is answered for here; the folder's own file of that path is not read.
    fn answers_for(&self, path: &str) -> bool;

    /// The text of a file.
    fn text(&self, path: &str) -> Option<&str>;

    /// The paths of all files.
    fn paths(&self) -> Vec<&str>;

    /// Findings about the made files become findings about the file that they were made of, and what is wrong with
    /// that file itself comes to them.
    fn retell(&self, findings: &mut Diagnostics);

    /// Findings about the made files become findings about the file that they were made of; no more.
    fn relocate(&self, findings: &mut Diagnostics);

    /// The file that the others were made of.
    fn file(&self) -> SourceText;
}
