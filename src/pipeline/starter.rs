//! `esep new`: a folder with a small worked study, its schemas and a guide, for a user to fill in.

use std::fs;
use std::path::{Path, PathBuf};

use super::output;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, UiLanguage, say};
use crate::source::Assets;
use crate::{study, workbook};

/// Folder of the starter study among the templates.
pub(super) const STARTER: &str = "study";
/// Folder of the least study that can be built: the required files and one table.
const MINIMAL: &str = "minimal";

/// Writes a new study folder; its schemas speak `language`.
///
/// # Errors
/// Where the folder is there already and holds something, or cannot be written. Nothing is left behind.
pub fn new_study(folder: &Path, language: UiLanguage) -> Result<(), Diagnostics> {
    new_files(folder, STARTER, language)
}

/// Writes a new study folder of the required files and one table; its schemas speak `language`.
///
/// # Errors
/// As for [`new_study`].
pub fn new_minimal(folder: &Path, language: UiLanguage) -> Result<(), Diagnostics> {
    new_files(folder, MINIMAL, language)
}

fn new_files(folder: &Path, starter: &str, language: UiLanguage) -> Result<(), Diagnostics> {
    in_use(folder)?;
    let files = files(&Assets::embedded(), starter, language)?;
    write_whole(folder, &files).map_err(|error| output::unwritable(folder, &error).into())
}

/// Writes a new study folder that holds a workbook in place of JSON files; its heads and notes speak `language`.
///
/// # Errors
/// As for [`new_study`].
pub fn new_workbook(folder: &Path, language: UiLanguage) -> Result<(), Diagnostics> {
    in_use(folder)?;
    let files = book(&Assets::embedded(), language)?;
    write_whole(folder, &files).map_err(|error| output::unwritable(folder, &error).into())
}

/// Refuses a folder that is there already and holds something.
pub(super) fn in_use(folder: &Path) -> Result<(), Diagnostic> {
    let in_use = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if in_use || folder.is_file() {
        let shown = folder.display();
        let fault = Diagnostic::new(Code::Usage, say!("folder-not-empty", folder = shown));
        let fault = fault.at(Location::file(shown.to_string())).hint(say!("hint-folder-not-empty"));
        return Err(fault);
    }
    Ok(())
}

/// A file's path and its bytes.
type NewFile = (String, Vec<u8>);

/// Every file of the new folder with its content.
fn files(assets: &Assets, folder: &str, language: UiLanguage) -> Result<Vec<NewFile>, Diagnostics> {
    let mut files = starter(assets, folder)?;
    files.extend(schemas(language));
    Ok(files)
}

/// The schemas of the study's files, for editors.
pub(super) fn schemas(language: UiLanguage) -> impl Iterator<Item = NewFile> {
    study::FILES.iter().filter_map(move |file| {
        let text = study::schema_text(file.name, language)?;
        Some((format!("schemas/{}.schema.json", file.name), text.into_bytes()))
    })
}

/// The starter study as a workbook, with the tables that stand beside it.
fn book(assets: &Assets, language: UiLanguage) -> Result<Vec<NewFile>, Diagnostics> {
    let (json, beside): (Vec<NewFile>, Vec<NewFile>) = starter(assets, STARTER)?
        .into_iter()
        .filter(|(path, _)| !path.ends_with(".md"))
        .partition(|(path, _)| path.ends_with(".json"));
    let values =
        json.into_iter().filter_map(|(path, bytes)| Some((path, serde_json::from_slice(&bytes).ok()?)));
    let bytes = workbook::bytes(&workbook::normalised(values.collect()), language)?;
    Ok(std::iter::once((workbook::WORKBOOK.to_owned(), bytes)).chain(beside).collect())
}

/// The files of a study among the templates.
pub(super) fn starter(assets: &Assets, study: &str) -> Result<Vec<NewFile>, Diagnostics> {
    let mut files = Vec::new();
    for folder in [study.to_owned(), format!("{study}/results")] {
        for extension in ["md", "json", "csv"] {
            for name in assets.files(&folder, extension) {
                let path = format!("{folder}/{name}");
                let text = assets.text(&path)?.into_owned();
                files.push((path[study.len() + 1..].to_owned(), text.into_bytes()));
            }
        }
    }
    Ok(files)
}

/// Writes beside the folder first, so that it appears whole or not at all.
pub(super) fn write_whole(folder: &Path, files: &[NewFile]) -> std::io::Result<()> {
    let name = folder.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let draft = folder.with_file_name(format!(".{name}.new"));
    let parent = folder
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .map_or_else(|| PathBuf::from("."), Path::to_path_buf);
    fs::create_dir_all(parent)?;
    let written = (|| {
        for (path, text) in files {
            let path = draft.join(path);
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(path, text)?;
        }
        if folder.is_dir() {
            fs::remove_dir(folder)?;
        }
        fs::rename(&draft, folder)
    })();
    if written.is_err() {
        drop(fs::remove_dir_all(&draft));
    }
    written
}
