//! Manual pages, written as everything else is: all or none.

use std::path::Path;

use super::output;
use crate::diag::Diagnostic;

/// Writes pages, each by its path below the folder.
///
/// # Errors
/// [`Code::OutputUnwritable`](crate::diag::Code::OutputUnwritable); the folder is then as it was.
pub fn write_pages(folder: &Path, pages: &[(String, String)]) -> Result<(), Diagnostic> {
    output::write_files(folder, pages.iter().map(|(path, text)| (path.as_str(), text.as_bytes())))
}
