//! A programme of studies: folders beside one another, and a folder of what they share.
//!
//! `programme.json` says which folder that is and, where not all of them, which studies belong to it. A file of a study
//! stands before the shared one of the same path.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{Folder, real_path};
use crate::diag::{Code, Diagnostic, Location, say};

/// The file that makes a folder a programme.
pub const PROGRAMME: &str = "programme.json";

/// Files by which a folder is known as a study.
const STUDIES: [&str; 2] = ["study.json", "study.xlsx"];

/// What a programme says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Folder of what the studies share.
    #[serde(default)]
    pub shared: Option<String>,
    /// Folders of the studies; empty: every folder that holds one.
    #[serde(default)]
    pub studies: Vec<String>,
}

impl Programme {
    /// The programme of a folder; `None` where the folder is none.
    ///
    /// # Errors
    /// [`Code::JsonSyntax`] with the line, or [`Code::PathOutside`] for names that are more than a folder's.
    pub fn read(folder: &Path) -> Result<Option<Self>, Diagnostic> {
        if !folder.join(PROGRAMME).is_file() {
            return Ok(None);
        }
        let text = Folder::open(folder)?.read(PROGRAMME)?.text;
        let own: Self = serde_json::from_str(&text).map_err(|error| {
            let line = u32::try_from(error.line()).unwrap_or(1);
            Diagnostic::new(Code::JsonSyntax, say!("programme-refused", detail = error))
                .at(Location::line(PROGRAMME, line))
                .hint(say!("hint-programme"))
        })?;
        let names = own.studies.iter().chain(&own.shared);
        match names.into_iter().find(|name| name.contains(['/', '\\']) || name.starts_with('.')) {
            Some(name) => Err(Diagnostic::new(Code::PathOutside, say!("input-path-outside", path = name))
                .at(Location::file(PROGRAMME))
                .hint(say!("hint-programme"))),
            None => Ok(Some(own)),
        }
    }

    /// Names of the studies' folders, in the order that the file gives, or sorted.
    pub fn studies(&self, folder: &Path) -> Vec<String> {
        if !self.studies.is_empty() {
            return self.studies.clone();
        }
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let is_study = |name: &String| {
            Some(name) != self.shared.as_ref()
                && STUDIES.iter().any(|file| folder.join(name).join(file).is_file())
        };
        let mut names: Vec<String> = entries.filter_map(|e| e.file_name().into_string().ok()).collect();
        names.retain(is_study);
        names.sort();
        names
    }

    /// The folder of what the programme's studies share, for one of them.
    ///
    /// # Errors
    /// What [`Programme::read`] says.
    pub fn shared_with(study: &Path) -> Result<Option<PathBuf>, Diagnostic> {
        let Some(parent) = real_path(study).ok().and_then(|path| path.parent().map(Path::to_owned)) else {
            return Ok(None);
        };
        let shared = Self::read(&parent)?.and_then(|programme| programme.shared);
        Ok(shared.map(|name| parent.join(name)).filter(|path| path.is_dir()))
    }
}
