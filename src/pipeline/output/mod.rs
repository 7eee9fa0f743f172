//! All files of a run appear together or not at all.
//!
//! A run writes everything into `.esep-new` inside the output folder, then gives that folder the name `.esep-commit`:
//! one rename, which is the moment at which the new set counts. Then the files change places one by one, the old ones
//! into `.esep-old`. If one of them cannot be replaced, all are put back; if the program is killed in between, the
//! next run takes the change to its end before it does anything else. One run at a time holds the folder, from its
//! first file to its last.

mod lock;
mod swap;

use std::fs;
use std::path::{Path, PathBuf};

use crate::diag::{Code, Diagnostic, Location, of_io, say};
pub use crate::source::file_digest as digest_of;

/// An output folder that is held by this run, with the new set as it grows.
#[derive(Debug)]
pub struct Staging {
    folder: PathBuf,
    /// Whether there was no such folder before.
    is_new: bool,
    /// Given back when the value is dropped.
    held: Option<lock::Lock>,
}

impl Staging {
    /// Takes the folder, which is made where it is not there, and brings what an interrupted run left to its end.
    ///
    /// # Errors
    /// [`Code::OutputUnwritable`]: it cannot be written to, or another run holds it.
    pub fn open(folder: &Path) -> Result<Self, Diagnostic> {
        let is_new = !folder.exists();
        fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
        let held = lock::Lock::take(folder)?;
        swap::recover(folder)?;
        Ok(Self { folder: folder.to_owned(), is_new, held: Some(held) })
    }

    /// Adds a file to the new set; its name may lead into a folder.
    ///
    /// # Errors
    /// [`Code::OutputUnwritable`].
    pub fn put(&self, name: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        swap::stage(&self.folder, name, bytes).map_err(|error| unwritable(&self.folder.join(name), &error))
    }

    /// Puts the new set in its place.
    ///
    /// # Errors
    /// [`Code::OutputUnwritable`]; the folder is then as it was.
    pub fn commit(mut self) -> Result<(), Diagnostic> {
        swap::commit(&self.folder)?;
        self.is_new = false;
        Ok(())
    }
}

impl Drop for Staging {
    /// What did not become a set vanishes; so does a folder that was made for it.
    fn drop(&mut self) {
        swap::discard(&self.folder);
        self.held = None;
        if self.is_new {
            // A folder that holds anything stays.
            drop(fs::remove_dir(&self.folder));
        }
    }
}

/// Writes files into a folder as one set, some of them into folders of it; what is not there yet is made.
///
/// # Errors
/// [`Code::OutputUnwritable`]; the folder is then as it was.
pub fn write_files<'f>(
    folder: &Path,
    all: impl Iterator<Item = (&'f str, &'f [u8])>,
) -> Result<(), Diagnostic> {
    let staging = Staging::open(folder)?;
    for (name, bytes) in all {
        staging.put(name, bytes)?;
    }
    staging.commit()
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
