//! Digests of all files below a folder, without understanding one of them.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::digest::Digest;
use super::real_path::real_path;

/// Files and bytes below a folder of which digests are taken; a larger one is no study, but what it was put into.
const MOST_FILES: usize = 10_000;
const MOST_BYTES: u64 = 1 << 30;

/// Paths below the folder with the SHA-256 of each file, in the order of the paths; hidden ones and what is below
/// `without` are left out. `None` where something cannot be read, or there is more than anyone would wait for.
pub fn tree_digests(folder: &Path, without: &[PathBuf]) -> Option<Vec<(String, String)>> {
    let mut files = Vec::new();
    let mut bytes = 0;
    walk(folder, "", without, &mut files, &mut bytes)?;
    files.sort();
    files.into_iter().map(|path| Some((file_digest(&folder.join(&path)).ok()?, path))).map(swapped).collect()
}

fn swapped(found: Option<(String, String)>) -> Option<(String, String)> {
    found.map(|(digest, path)| (path, digest))
}

fn walk(
    root: &Path,
    below: &str,
    without: &[PathBuf],
    files: &mut Vec<String>,
    bytes: &mut u64,
) -> Option<()> {
    let folder = root.join(below);
    if !below.is_empty() && without.iter().any(|other| real_path(&folder).is_ok_and(|f| f == *other)) {
        return Some(());
    }
    for entry in fs::read_dir(&folder).ok()? {
        let name = entry.ok()?.file_name().into_string().ok()?;
        // As in `Folder`: what other programs leave behind.
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        let found = fs::metadata(root.join(&path)).ok()?;
        if found.is_dir() {
            walk(root, &path, without, files, bytes)?;
        } else if found.is_file() {
            *bytes += found.len();
            files.push(path);
        } else {
            return None;
        }
        if files.len() > MOST_FILES || *bytes > MOST_BYTES {
            return None;
        }
    }
    Some(())
}

/// SHA-256 of a file, read piece by piece.
///
/// # Errors
/// Where it cannot be read.
pub fn file_digest(path: &Path) -> io::Result<String> {
    let mut digest = Digest::default();
    io::copy(&mut File::open(path)?, &mut digest)?;
    Ok(digest.finish())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::tree_digests;
    use crate::source::real_path;
    use crate::source::sha256;

    #[test]
    fn every_file_but_hidden_and_left_out_ones_is_named_with_its_digest() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("text/final")).unwrap();
        fs::create_dir(folder.path().join("out")).unwrap();
        for file in ["study.json", "text/final/a.kk.md", ".hidden", "~$study.xlsx", "out/final.kk.pdf"] {
            fs::write(folder.path().join(file), file).unwrap();
        }
        let out = real_path(&folder.path().join("out")).unwrap();
        let found = tree_digests(folder.path(), &[out]).unwrap();
        let wanted = ["study.json", "text/final/a.kk.md"];
        assert_eq!(found, wanted.map(|path| (path.to_owned(), sha256(path.as_bytes()))));
    }
}
