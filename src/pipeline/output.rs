//! Files appear whole or not at all: written beside their place, synced, then renamed over it.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use super::manifest::MANIFEST;
use crate::diag::{Code, Diagnostic, Location, say};

/// Makes sure that the output folder exists and can be written to, before any work is done.
pub fn writable(folder: &Path) -> Result<(), Diagnostic> {
    fs::create_dir_all(folder).map_err(|e| unwritable(folder, &e))?;
    let probe = folder.join(".esep-probe");
    File::create(&probe).map_err(|e| unwritable(folder, &e))?;
    fs::remove_file(&probe).map_err(|e| unwritable(folder, &e))
}

/// Writes all files, the manifest last.
pub fn write(folder: &Path, files: &[(String, Vec<u8>)], manifest: &[u8]) -> Result<(), Diagnostic> {
    let all = files.iter().map(|(n, b)| (n.as_str(), b.as_slice())).chain([(MANIFEST, manifest)]);
    write_all(folder, all)
}

/// Writes files that need no manifest.
pub fn write_files(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Diagnostic> {
    write_all(folder, files.iter().map(|(n, b)| (n.as_str(), b.as_slice())))
}

fn write_all<'f>(folder: &Path, all: impl Iterator<Item = (&'f str, &'f [u8])>) -> Result<(), Diagnostic> {
    let mut staged = Vec::new();
    for (name, bytes) in all {
        let temporary = folder.join(format!(".{name}.new"));
        let written = File::create(&temporary)
            .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
        staged.push((temporary, folder.join(name)));
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

/// What is left of a failed attempt is removed; that this may fail too changes nothing.
fn discard(staged: &[(std::path::PathBuf, std::path::PathBuf)]) {
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
