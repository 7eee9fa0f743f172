//! A set of files in the place of an older one.

use std::fs::{self, File};
use std::io::{Error, ErrorKind, Write};
use std::path::Path;

use super::unwritable;
use crate::diag::Diagnostic;

/// Where a set is written; without it nothing has happened.
const NEW: &str = ".esep-new";
/// The set when it is whole and counts.
const COMMIT: &str = ".esep-commit";
/// The files that it replaces, until all of it is in its place.
const OLD: &str = ".esep-old";

/// Puts a set of files in the place of those of the same names.
///
/// # Errors
/// A file that cannot be written or replaced; the folder is then as it was.
pub fn replace<'f>(
    folder: &Path,
    files: impl Iterator<Item = (&'f str, &'f [u8])>,
) -> Result<(), Diagnostic> {
    let new = folder.join(NEW);
    let names = match stage(&new, files) {
        Ok(names) => names,
        Err(error) => {
            drop(fs::remove_dir_all(&new));
            return Err(unwritable(folder, &error));
        }
    };
    for name in &names {
        let place = folder.join(name);
        if fs::symlink_metadata(&place).is_ok_and(|found| found.is_dir()) {
            drop(fs::remove_dir_all(&new));
            return Err(unwritable(&place, &Error::from(ErrorKind::IsADirectory)));
        }
    }
    let commit = folder.join(COMMIT);
    fs::rename(&new, &commit).map_err(|error| {
        drop(fs::remove_dir_all(&new));
        unwritable(folder, &error)
    })?;
    put(folder, &names)?;
    finish(folder);
    Ok(())
}

/// Brings a change that was interrupted to its end: forward, where the new set was whole, else back.
///
/// # Errors
/// A file that still cannot be replaced.
pub fn recover(folder: &Path) -> Result<(), Diagnostic> {
    forward(&folder.join(COMMIT), folder)?;
    finish(folder);
    drop(fs::remove_dir_all(folder.join(NEW)));
    Ok(())
}

/// Moves what is in one folder into another, those of its folders included.
fn forward(from: &Path, to: &Path) -> Result<(), Diagnostic> {
    let Ok(entries) = fs::read_dir(from) else { return Ok(()) };
    for entry in entries.flatten() {
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            forward(&entry.path(), &place)?;
        } else {
            with_parent(&place)
                .and_then(|()| fs::rename(entry.path(), &place))
                .map_err(|error| unwritable(&place, &error))?;
        }
    }
    Ok(())
}

fn with_parent(place: &Path) -> std::io::Result<()> {
    place.parent().map_or(Ok(()), fs::create_dir_all)
}

/// Writes the set beside its place.
fn stage<'f>(new: &Path, files: impl Iterator<Item = (&'f str, &'f [u8])>) -> std::io::Result<Vec<&'f str>> {
    fs::create_dir(new)?;
    let mut names = Vec::new();
    for (name, bytes) in files {
        let place = new.join(name);
        with_parent(&place)?;
        let mut file = File::create_new(place)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        names.push(name);
    }
    Ok(names)
}

/// Exchanges file by file; puts all of them back where one cannot be replaced.
fn put(folder: &Path, names: &[&str]) -> Result<(), Diagnostic> {
    let (commit, old) = (folder.join(COMMIT), folder.join(OLD));
    fs::create_dir_all(&old).map_err(|error| unwritable(folder, &error))?;
    for (at, name) in names.iter().enumerate() {
        let place = folder.join(name);
        let made = with_parent(&place).and_then(|()| with_parent(&old.join(name)));
        let away = match made.and_then(|()| fs::rename(&place, old.join(name))) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            Ok(()) | Err(_) => Ok(()),
        };
        if let Err(error) = away.and_then(|()| fs::rename(commit.join(name), &place)) {
            put_back(folder, names.get(..=at).unwrap_or_default());
            drop(fs::remove_dir_all(&commit));
            drop(fs::remove_dir_all(&old));
            return Err(unwritable(&place, &error));
        }
    }
    Ok(())
}

fn put_back(folder: &Path, names: &[&str]) {
    for name in names {
        let (place, kept) = (folder.join(name), folder.join(OLD).join(name));
        if kept.exists() {
            drop(fs::rename(kept, place));
        } else if !folder.join(COMMIT).join(name).exists() {
            // It is new: nothing of that name was there.
            drop(fs::remove_file(place));
        }
    }
}

/// Removes what a whole exchange leaves.
fn finish(folder: &Path) {
    drop(fs::remove_dir_all(folder.join(OLD)));
    drop(fs::remove_dir_all(folder.join(COMMIT)));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use super::{COMMIT, NEW, OLD, put, recover, replace, stage};

    fn set(text: &str) -> Vec<(&str, &[u8])> {
        ["a.pdf", "b.docx", "manifest.json"].map(|name| (name, text.as_bytes())).to_vec()
    }

    fn held(folder: &Path) -> BTreeMap<String, String> {
        let entries = fs::read_dir(folder).unwrap().map(|e| e.unwrap());
        let name = |e: &fs::DirEntry| e.file_name().into_string().unwrap();
        entries.map(|e| (name(&e), fs::read_to_string(e.path()).unwrap_or_default())).collect()
    }

    fn whole(text: &str) -> BTreeMap<String, String> {
        set(text).into_iter().map(|(name, _)| (name.to_owned(), text.to_owned())).collect()
    }

    #[test]
    fn a_set_replaces_a_set_and_leaves_no_trace() {
        let folder = tempfile::tempdir().unwrap();
        for text in ["one", "two"] {
            replace(folder.path(), set(text).into_iter()).unwrap();
            assert_eq!(held(folder.path()), whole(text));
        }
    }

    #[test]
    fn files_in_folders_come_and_go_with_the_set() {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("results/final.csv");
        let set =
            |text: &'static str| [("results/final.csv", text.as_bytes()), ("risk.json", b"{}".as_slice())];
        for text in ["one", "two"] {
            replace(folder.path(), set(text).into_iter()).unwrap();
            assert_eq!(fs::read_to_string(&below).unwrap(), text);
        }
        stage(&folder.path().join(COMMIT), set("three").into_iter().take(1)).unwrap();
        recover(folder.path()).unwrap();
        assert_eq!(fs::read_to_string(&below).unwrap(), "three");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_file_that_cannot_be_replaced_leaves_all_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        replace(folder.path(), set("one").into_iter()).unwrap();
        fs::remove_file(folder.path().join("b.docx")).unwrap();
        fs::create_dir(folder.path().join("b.docx")).unwrap();
        let fault = replace(folder.path(), set("two").into_iter()).unwrap_err();
        assert!(fault.to_string().contains("b.docx"), "{fault}");
        let found = held(folder.path());
        assert_eq!(found.len(), 3);
        assert_eq!((found["a.pdf"].as_str(), found["manifest.json"].as_str()), ("one", "one"));
    }

    #[test]
    fn an_exchange_that_fails_half_way_is_undone() {
        let folder = tempfile::tempdir().unwrap();
        replace(folder.path(), set("one").into_iter()).unwrap();
        stage(&folder.path().join(COMMIT), set("two").into_iter()).unwrap();
        // The last file of the new set is gone: its rename fails after two have changed places.
        fs::remove_file(folder.path().join(COMMIT).join("manifest.json")).unwrap();
        put(folder.path(), &["a.pdf", "b.docx", "manifest.json"]).unwrap_err();
        assert_eq!(held(folder.path()), whole("one"));
    }

    /// Every moment at which the program can be killed, as the file system shows it.
    #[test]
    fn an_interrupted_change_ends_old_or_new() {
        for moment in 0..=7 {
            let folder = tempfile::tempdir().unwrap();
            let at = folder.path();
            replace(at, set("one").into_iter()).unwrap();
            let names = ["a.pdf", "b.docx", "manifest.json"];
            let written = if moment == 0 { 1 } else { 3 };
            stage(&at.join(NEW), set("two").into_iter().take(written)).unwrap();
            if moment >= 2 {
                fs::rename(at.join(NEW), at.join(COMMIT)).unwrap();
                fs::create_dir(at.join(OLD)).unwrap();
            }
            for step in 3..=moment.min(7) {
                let name = names[(step - 3) / 2];
                match step % 2 {
                    1 => fs::rename(at.join(name), at.join(OLD).join(name)).unwrap(),
                    _ => fs::rename(at.join(COMMIT).join(name), at.join(name)).unwrap(),
                }
            }
            recover(at).unwrap();
            assert_eq!(held(at), whole(if moment < 2 { "one" } else { "two" }), "moment {moment}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_replaced_and_not_written_through() {
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let target = elsewhere.path().join("letter.pdf");
        fs::write(&target, "mine").unwrap();
        std::os::unix::fs::symlink(&target, folder.path().join("a.pdf")).unwrap();
        replace(folder.path(), set("one").into_iter()).unwrap();
        assert_eq!(fs::read_to_string(target).unwrap(), "mine");
        assert_eq!(held(folder.path()), whole("one"));
    }
}
