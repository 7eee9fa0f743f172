//! All files of a run appear together or not at all.
//!
//! A run writes everything into `.esep-new` inside the output folder, then gives that folder the name `.esep-commit`:
//! one rename, which is the moment at which the new set counts. Then the files change places one by one, the old ones
//! into `.esep-old`. If one of them cannot be replaced, all are put back; if the program is killed in between, the
//! next run takes the change to its end before it does anything else. One run at a time holds the folder.

mod lock;
mod swap;

use std::fs;
use std::path::Path;

use super::artifact::Artifact;
use super::manifest::MANIFEST;
use crate::diag::{Code, Diagnostic, Location, of_io, say};

/// Makes sure that the output folder exists and can be written to, before any work is done.
///
/// # Errors
/// [`Code::OutputUnwritable`].
pub fn writable(folder: &Path) -> Result<(), Diagnostic> {
    fs::create_dir_all(folder).map_err(|e| unwritable(folder, &e))?;
    lock::Lock::take(folder).map(drop)
}

/// Writes all files, and a manifest where there is one, as one set.
///
/// # Errors
/// [`Code::OutputUnwritable`]; the folder is then as it was.
pub fn write(folder: &Path, artifacts: &[Artifact], manifest: Option<&[u8]>) -> Result<(), Diagnostic> {
    let files = artifacts.iter().map(|artifact| (artifact.info.name.as_str(), artifact.bytes.as_slice()));
    write_files(folder, files.chain(manifest.map(|bytes| (MANIFEST, bytes))))
}

/// Writes files into a folder as one set, some of them into folders of it; what is not there yet is made.
///
/// # Errors
/// [`Code::OutputUnwritable`]; the folder is then as it was.
pub fn write_files<'f>(
    folder: &Path,
    all: impl Iterator<Item = (&'f str, &'f [u8])>,
) -> Result<(), Diagnostic> {
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    let held = lock::Lock::take(folder)?;
    swap::recover(folder)?;
    let written = swap::replace(folder, all);
    drop(held);
    written
}

/// The diagnostic for a file or folder that cannot be written.
pub fn unwritable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let shown = path.display().to_string();
    Diagnostic::new(
        Code::OutputUnwritable,
        say!("build-output-unwritable", path = &shown).because(of_io(error)),
    )
    .at(Location::file(shown))
    .hint(say!("hint-build-output"))
}
