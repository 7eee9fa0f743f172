//! Files appear whole or not at all: written beside their place, synced, then renamed over it.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::artifact::Artifact;
use super::manifest::MANIFEST;
use crate::diag::{Code, Diagnostic, Location, say};

/// Makes sure that the output folder exists and can be written to, before any work is done.
///
/// # Errors
/// [`Code::OutputUnwritable`].
pub fn writable(folder: &Path) -> Result<(), Diagnostic> {
    fs::create_dir_all(folder).map_err(|e| unwritable(folder, &e))?;
    let probe = folder.join(".esep-probe");
    File::create(&probe).map_err(|e| unwritable(folder, &e))?;
    fs::remove_file(&probe).map_err(|e| unwritable(folder, &e))
}

/// Writes all files, and a manifest last where there is one.
///
/// # Errors
/// [`Code::OutputUnwritable`]; the folder is then as it was.
pub fn write(folder: &Path, artifacts: &[Artifact], manifest: Option<&[u8]>) -> Result<(), Diagnostic> {
    let files = artifacts.iter().map(|artifact| (artifact.info.name.as_str(), artifact.bytes.as_slice()));
    write_all(folder, files.chain(manifest.map(|bytes| (MANIFEST, bytes))))
}

/// Writes files into a folder, some of them into folders of it that may not be there yet.
///
/// # Errors
/// [`Code::OutputUnwritable`]; the files are then as they were.
pub fn write_files<'f>(
    folder: &Path,
    all: impl Iterator<Item = (&'f str, &'f [u8])> + Clone,
) -> Result<(), Diagnostic> {
    for parent in all.clone().filter_map(|(name, _)| folder.join(name).parent().map(Path::to_owned)) {
        fs::create_dir_all(&parent).map_err(|error| unwritable(&parent, &error))?;
    }
    write_all(folder, all)
}

fn write_all<'f>(folder: &Path, all: impl Iterator<Item = (&'f str, &'f [u8])>) -> Result<(), Diagnostic> {
    let mut staged = Vec::new();
    for (name, bytes) in all {
        let place = folder.join(name);
        let own = place.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let temporary = place.with_file_name(format!(".{own}.new"));
        let written = File::create(&temporary)
            .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
        staged.push((temporary, place));
        if let Err(error) = written {
            discard(&staged);
            return Err(unwritable(folder, &error));
        }
    }
    for (temporary, place) in &staged {
        if let Err(error) = fs::rename(temporary, place) {
            discard(&staged);
            return Err(unwritable(place, &error));
        }
    }
    Ok(())
}

/// Removes what is left of a failed attempt; that this may fail too changes nothing.
fn discard(staged: &[(PathBuf, PathBuf)]) {
    for (temporary, _) in staged {
        drop(fs::remove_file(temporary));
    }
}

/// The diagnostic for a file or folder that cannot be written.
pub fn unwritable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let shown = path.display().to_string();
    Diagnostic::new(Code::OutputUnwritable, say!("build-output-unwritable", path = &shown, detail = error))
        .at(Location::file(shown))
        .hint(say!("hint-build-output"))
}
