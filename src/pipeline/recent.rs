//! The studies that were opened last, to be chosen from: paths, one a line, in the user's own folder for such states.

use std::fs;
use std::path::{Path, PathBuf};

use crate::source::real_path;

/// How many are kept.
const KEPT: usize = 12;

/// Paths of the studies that were opened last and are still there, the latest first.
pub fn recent_studies() -> Vec<PathBuf> {
    list().map(|list| read(&list)).unwrap_or_default()
}

/// Whether a path is of a study: a folder with its first file or its workbook, or a workbook.
pub fn is_study(path: &Path) -> bool {
    let is_workbook = path.is_file() && path.extension().is_some_and(|ending| ending == "xlsx");
    is_workbook || ["study.json", "study.xlsx"].iter().any(|file| path.join(file).is_file())
}

/// Remembers a study; where that is not possible nothing happens.
pub fn remember_study(study: &Path) {
    let Some(list) = list() else { return };
    let Ok(study) = real_path(study) else { return };
    remember(&list, &study);
}

fn read(list: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(list).unwrap_or_default();
    text.lines().map(PathBuf::from).filter(|path| path.exists()).take(KEPT).collect()
}

fn remember(list: &Path, study: &Path) {
    let mut all = read(list);
    if all.first().is_some_and(|first| first == study) {
        return;
    }
    all.retain(|known| known != study);
    all.insert(0, study.to_owned());
    all.truncate(KEPT);
    let lines: Vec<String> = all.iter().filter_map(|path| Some(format!("{}\n", path.to_str()?))).collect();
    if list.parent().is_some_and(|folder| fs::create_dir_all(folder).is_ok()) {
        // A list that cannot be written is shorter the next time, no more.
        drop(fs::write(list, lines.concat()));
    }
}

/// `$XDG_STATE_HOME/esep/recent`, on Windows `%LOCALAPPDATA%\esep\recent`.
fn list() -> Option<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let own = match cfg!(windows) {
        true => folder("LOCALAPPDATA")?,
        false => folder("XDG_STATE_HOME").or_else(|| Some(folder("HOME")?.join(".local/state")))?,
    };
    Some(own.join("esep").join("recent"))
}

#[cfg(test)]
mod tests {
    use super::{KEPT, read, remember};

    #[test]
    fn the_latest_comes_first_and_what_is_gone_is_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("state/recent");
        let study = |n: usize| folder.path().join(format!("study-{n}"));
        for n in 0..KEPT + 3 {
            std::fs::create_dir(study(n)).unwrap();
            remember(&list, &study(n));
        }
        remember(&list, &study(KEPT));
        std::fs::remove_dir(study(KEPT + 1)).unwrap();
        let all = read(&list);
        assert_eq!(all[..2], [study(KEPT), study(KEPT + 2)]);
        assert_eq!(all.len(), KEPT - 1);
    }
}
