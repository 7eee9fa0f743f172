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
/// The file that tells of the others, and therefore comes last.
const LAST: &str = "manifest.json";

/// Writes a file of the new set, beside its place.
pub fn stage(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let place = folder.join(NEW).join(name);
    with_parent(&place)?;
    let mut file = File::create_new(place)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Puts the new set in the place of the files of the same names.
///
/// # Errors
/// A file that cannot be replaced; the folder is then as it was.
pub fn commit(folder: &Path) -> Result<(), Diagnostic> {
    let names = names(&folder.join(NEW), "").map_err(|error| unwritable(folder, &error))?;
    for name in &names {
        let place = folder.join(name);
        if fs::symlink_metadata(&place).is_ok_and(|found| found.is_dir()) {
            return Err(unwritable(&place, &Error::from(ErrorKind::IsADirectory)));
        }
    }
    settle(&folder.join(NEW));
    fs::rename(folder.join(NEW), folder.join(COMMIT)).map_err(|error| unwritable(folder, &error))?;
    settle(folder);
    put(folder, &names)?;
    settle(folder);
    finish(folder);
    Ok(())
}

/// Takes back what was written of a set that does not become one.
pub fn discard(folder: &Path) {
    clear(&folder.join(NEW));
}

/// Brings a change that was interrupted to its end: forward, where the new set was whole, else back.
///
/// # Errors
/// A file that still cannot be replaced.
pub fn recover(folder: &Path) -> Result<(), Diagnostic> {
    let commit = folder.join(COMMIT);
    if is_folder(&commit) {
        forward(&commit, folder)?;
        settle(folder);
    }
    finish(folder);
    clear(&folder.join(NEW));
    Ok(())
}

/// A folder itself, not a link to one, which somebody else put there.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

/// Removes whatever has a name.
fn clear(path: &Path) {
    if is_folder(path) {
        drop(fs::remove_dir_all(path));
    } else {
        drop(fs::remove_file(path));
    }
}

/// Has the names in a folder on disk before what comes next, where the system does that for folders.
fn settle(folder: &Path) {
    if cfg!(unix) {
        drop(File::open(folder).and_then(|folder| folder.sync_all()));
    }
}

/// The files below a folder by their paths, the one that tells of the others last.
fn names(folder: &Path, below: &str) -> std::io::Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder.join(below))? {
        let entry = entry?;
        let name = entry.file_name().into_string().map_err(|_| Error::from(ErrorKind::InvalidData))?;
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if entry.file_type()?.is_dir() {
            found.extend(names(folder, &path)?);
        } else {
            found.push(path);
        }
    }
    found.sort_by(|one, other| (one == LAST, one).cmp(&(other == LAST, other)));
    Ok(found)
}

/// Moves what is in one folder into another, those of its folders included.
fn forward(from: &Path, to: &Path) -> Result<(), Diagnostic> {
    for name in names(from, "").map_err(|error| unwritable(to, &error))? {
        let place = to.join(&name);
        with_parent(&place)
            .and_then(|()| fs::rename(from.join(&name), &place))
            .map_err(|error| unwritable(&place, &error))?;
    }
    Ok(())
}

fn with_parent(place: &Path) -> std::io::Result<()> {
    place.parent().map_or(Ok(()), fs::create_dir_all)
}

/// Exchanges file by file; puts all of them back where one cannot be replaced.
fn put(folder: &Path, names: &[String]) -> Result<(), Diagnostic> {
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
            // What cannot be put back either is taken forward by the next run.
            if put_back(folder, names.get(..=at).unwrap_or_default()).is_ok() {
                clear(&commit);
                clear(&old);
            }
            return Err(unwritable(&place, &error));
        }
    }
    Ok(())
}

/// The new files back into their set, the old ones back into their places.
fn put_back(folder: &Path, names: &[String]) -> std::io::Result<()> {
    let is_there = |path: &Path| fs::symlink_metadata(path).is_ok();
    for name in names {
        let (place, kept, new) =
            (folder.join(name), folder.join(OLD).join(name), folder.join(COMMIT).join(name));
        if !is_there(&new) && is_there(&place) {
            fs::rename(&place, &new)?;
        }
        if is_there(&kept) {
            fs::rename(kept, place)?;
        }
    }
    Ok(())
}

/// Removes what a whole exchange leaves.
fn finish(folder: &Path) {
    clear(&folder.join(OLD));
    clear(&folder.join(COMMIT));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use super::{COMMIT, NEW, OLD, commit, discard, put, recover, stage};
    use crate::diag::Diagnostic;

    fn staged(folder: &Path, set: &[(&str, &[u8])]) {
        set.iter().for_each(|(name, bytes)| stage(folder, name, bytes).unwrap());
    }

    /// A set whose commit was not taken to its end.
    fn committed(folder: &Path, set: &[(&str, &[u8])]) {
        staged(folder, set);
        fs::rename(folder.join(NEW), folder.join(COMMIT)).unwrap();
    }

    fn replace(folder: &Path, set: &[(&str, &[u8])]) -> Result<(), Diagnostic> {
        staged(folder, set);
        let done = commit(folder);
        discard(folder);
        done
    }

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
            replace(folder.path(), &set(text)).unwrap();
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
            replace(folder.path(), &set(text)).unwrap();
            assert_eq!(fs::read_to_string(&below).unwrap(), text);
        }
        committed(folder.path(), &set("three")[..1]);
        recover(folder.path()).unwrap();
        assert_eq!(fs::read_to_string(&below).unwrap(), "three");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_file_that_cannot_be_replaced_leaves_all_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        replace(folder.path(), &set("one")).unwrap();
        fs::remove_file(folder.path().join("b.docx")).unwrap();
        fs::create_dir(folder.path().join("b.docx")).unwrap();
        let fault = replace(folder.path(), &set("two")).unwrap_err();
        assert!(fault.to_string().contains("b.docx"), "{fault}");
        let found = held(folder.path());
        assert_eq!(found.len(), 3);
        assert_eq!((found["a.pdf"].as_str(), found["manifest.json"].as_str()), ("one", "one"));
    }

    #[test]
    fn an_exchange_that_fails_half_way_is_undone() {
        let folder = tempfile::tempdir().unwrap();
        replace(folder.path(), &set("one")).unwrap();
        committed(folder.path(), &set("two"));
        // The last file of the new set is gone: its rename fails after two have changed places.
        fs::remove_file(folder.path().join(COMMIT).join("manifest.json")).unwrap();
        put(folder.path(), &["a.pdf", "b.docx", "manifest.json"].map(str::to_owned)).unwrap_err();
        assert_eq!(held(folder.path()), whole("one"));
    }

    #[test]
    fn what_others_put_where_a_set_is_written_is_no_set() {
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(elsewhere.path().join("a.pdf"), "mine").unwrap();
        for name in [NEW, COMMIT, OLD] {
            #[cfg(unix)]
            std::os::unix::fs::symlink(elsewhere.path(), folder.path().join(name)).unwrap();
            #[cfg(not(unix))]
            fs::write(folder.path().join(name), "planted").unwrap();
        }
        recover(folder.path()).unwrap();
        replace(folder.path(), &set("one")).unwrap();
        assert_eq!(held(folder.path()), whole("one"));
        assert_eq!(fs::read_to_string(elsewhere.path().join("a.pdf")).unwrap(), "mine");
    }

    /// Every moment at which the program can be killed, as the file system shows it.
    #[test]
    fn an_interrupted_change_ends_old_or_new() {
        for moment in 0..=7 {
            let folder = tempfile::tempdir().unwrap();
            let at = folder.path();
            replace(at, &set("one")).unwrap();
            let names = ["a.pdf", "b.docx", "manifest.json"];
            let written = if moment == 0 { 1 } else { 3 };
            staged(at, &set("two")[..written]);
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
        replace(folder.path(), &set("one")).unwrap();
        assert_eq!(fs::read_to_string(target).unwrap(), "mine");
        assert_eq!(held(folder.path()), whole("one"));
    }
}
