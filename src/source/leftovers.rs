//! Templates of a user that nothing reads: written for another version of the program, or under a misspelt name.

use super::assets::Assets;
use super::folder::Folder;

/// Folders of templates lie no deeper; a link that leads back to its own folder ends here.
const DEEPEST: usize = 5;

impl Assets {
    /// Paths of the user's templates in whose place the program has none and that belong to nothing of the user's own,
    /// sorted. Files of other kinds, such as notes, are nobody's business.
    pub fn leftovers(&self) -> Vec<String> {
        let Some(overlay) = self.overlay() else { return Vec::new() };
        let mut paths = Vec::new();
        collect(overlay, "", DEEPEST, &mut paths);
        paths.retain(|path| !self.is_embedded(path) && !self.is_own(overlay, path));
        paths.sort();
        paths
    }

    /// Whether a file without a counterpart in the program belongs to a language, report or theme of the user's own.
    fn is_own(&self, overlay: &Folder, path: &str) -> bool {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["locale" | "gallery", _] => true,
            ["reports", report, file] => {
                let language = file.rsplit_once('.').map_or(*file, |(stem, _)| stem);
                self.has(&format!("locale/{language}.toml"))
                    || overlay.has(&format!("reports/{report}/report.toml"))
                    || self.has_own_structure(overlay, report)
            }
            ["theme", _] => {
                overlay.files("theme", "typ").iter().any(|f| self.is_embedded(&format!("theme/{f}")))
            }
            ["theme", theme, ..] => {
                ["theme.toml", "report.typ"].iter().any(|file| overlay.has(&format!("theme/{theme}/{file}")))
            }
            _ => false,
        }
    }

    /// Whether a structure of the user's own may name parts in a report's folder.
    fn has_own_structure(&self, overlay: &Folder, report: &str) -> bool {
        let reports = if report == "shared" { overlay.folders("reports") } else { vec![report.to_owned()] };
        reports.iter().any(|own| overlay.has(&format!("reports/{own}/report.md")))
    }
}

fn collect(folder: &Folder, below: &str, deepest: usize, paths: &mut Vec<String>) {
    let joined = |name: String| if below.is_empty() { name } else { format!("{below}/{name}") };
    for extension in ["md", "toml", "typ", "svg"] {
        paths.extend(folder.files(below, extension).into_iter().map(joined));
    }
    if deepest > 0 {
        for name in folder.folders(below) {
            collect(folder, &joined(name), deepest - 1, paths);
        }
    }
}
