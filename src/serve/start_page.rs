//! The start, before there is a study: one is chosen from those opened lately, named by its path, or made anew.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};

use super::findings;
use super::routes::OpenStudy;
use super::writing::Answer;
use crate::diag::{Code, Diagnostic, Diagnostics, UiLanguage, say};
use crate::pipeline::{is_study, new_study, new_workbook, recent_studies};

/// Which study is to be opened.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Wanted {
    /// By its place in the list of recent ones.
    Recent(usize),
    /// By its path.
    Path {
        /// As the user wrote it.
        path: String,
    },
}

/// A study that is to be made.
#[derive(Debug, Deserialize)]
pub struct NewStudy {
    path: String,
    workbook: bool,
}

/// What the page shows before there is a study: the folder that a new one is proposed to lie in.
pub fn proposal() -> Value {
    let home = ["USERPROFILE", "HOME"].iter().find_map(std::env::var_os).map(PathBuf::from);
    let folder = home.filter(|home| home.is_absolute()).map(|home| home.join("my-study"));
    json!({"folder": folder.map(|folder| folder.display().to_string()).unwrap_or_default()})
}

/// Opens a study and gives its address.
pub fn open(wanted: &Wanted, open: &OpenStudy, language: UiLanguage) -> Answer {
    let path = match wanted {
        Wanted::Recent(at) => recent_studies().get(*at).cloned(),
        Wanted::Path { path } => absolute(path),
    };
    match path {
        Some(path) if is_study(&path) => opened(&path, open, language),
        path => {
            let shown = path.unwrap_or_default();
            let message = say!("serve-no-study", path = shown.display());
            refused(&Diagnostic::new(Code::Usage, message).hint(say!("hint-serve-no-study")).into(), language)
        }
    }
}

/// Makes a study with its example, and opens it.
pub fn make(asked: &NewStudy, open: &OpenStudy, language: UiLanguage) -> Answer {
    let Some(path) = absolute(&asked.path) else {
        let fault = Diagnostic::new(Code::Usage, say!("serve-no-path")).hint(say!("hint-serve-no-study"));
        return refused(&fault.into(), language);
    };
    let made = if asked.workbook { new_workbook(&path, language) } else { new_study(&path, language) };
    match made {
        Ok(()) => opened(&path, open, language),
        Err(faults) => refused(&faults, language),
    }
}

fn opened(path: &Path, open: &OpenStudy, language: UiLanguage) -> Answer {
    match open(path) {
        Ok(url) => (200, json!({"url": url})),
        Err(fault) => refused(&fault.into(), language),
    }
}

fn refused(faults: &Diagnostics, language: UiLanguage) -> Answer {
    (422, json!({"findings": findings::plain(faults, language)}))
}

/// A whole path, also in the quotation marks that Windows copies it with.
fn absolute(path: &str) -> Option<PathBuf> {
    let path = PathBuf::from(path.trim().trim_matches('"'));
    path.is_absolute().then_some(path)
}

#[cfg(test)]
mod tests {
    use super::absolute;

    #[test]
    fn only_whole_paths_are_taken_and_quotation_marks_are_not_part_of_them() {
        let here = std::env::temp_dir();
        assert_eq!(absolute(&format!(" \"{}\" ", here.display())), Some(here));
        for odd in ["", "my-study", "../x"] {
            assert_eq!(absolute(odd), None);
        }
    }
}
