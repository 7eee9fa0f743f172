//! `esep convert`: the same study as JSON or as a workbook.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::output;
use super::starter::{in_use, schemas, write_whole};
use crate::diag::{Diagnostics, UiLanguage};
use crate::source::{Assets, real_path};
use crate::study::passport::Passport;
use crate::study::{self, LoadOutcome, Thresholds};
use crate::workbook;

/// What a study is made into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A folder of JSON files with their schemas.
    Json,
    /// A folder with a workbook.
    Workbook,
}

/// Writes a study anew, in the other shape and the newest version of the contract, into a folder of its own, with all files that it uses; gives the
/// folder. Without `out` it stands beside the study's, under its name with `-json` or `-workbook`.
///
/// # Errors
/// Every fault of the study's files; a folder that is in use or cannot be written. Nothing is left behind.
pub fn convert(
    study: &Path,
    shape: Shape,
    out: Option<&Path>,
    language: UiLanguage,
) -> Result<PathBuf, Diagnostics> {
    let folder = workbook::open(study)?;
    let thresholds = Thresholds::load(&Assets::embedded())?;
    let LoadOutcome { study: read, mut findings, texts, .. } = study::read(&folder, &thresholds);
    study::locate(&mut findings, &texts);
    if let Some(origin) = folder.origin() {
        origin.retell(&mut findings);
    }
    findings.normalise();
    if findings.has_errors() {
        return Err(findings);
    }
    let out = out.map_or_else(|| beside(study, shape), Path::to_path_buf);
    in_use(&out)?;
    let mut files = workbook::files(&folder);
    if let Some(Value::Object(passport)) = files.get_mut(Passport::FILE) {
        passport.shift_insert(0, "schema_version".to_owned(), study::SCHEMA_VERSION.into());
    }
    let mut written: Vec<(String, Vec<u8>)> = match shape {
        Shape::Workbook => vec![(workbook::WORKBOOK.to_owned(), workbook::bytes(&files, language)?)],
        Shape::Json => {
            let json = files
                .iter()
                .map(|(path, value)| (path.clone(), workbook::json_text(path, value).into_bytes()));
            json.chain(schemas(language)).collect()
        }
    };
    let beside = texts.into_values().filter(|text| !files.contains_key(&text.path));
    written.extend(beside.map(|text| (text.path.clone(), text.bytes())));
    for path in read.pictures.keys() {
        written.push((path.clone(), folder.bytes(path)?));
    }
    write_whole(&out, &written).map_err(|error| Diagnostics::from(output::unwritable(&out, &error)))?;
    Ok(out)
}

fn beside(study: &Path, shape: Shape) -> PathBuf {
    let folder = match study.is_file() {
        true => study.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")),
        false => study,
    };
    let folder = real_path(folder).unwrap_or_else(|_| folder.to_path_buf());
    let name = folder.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let ending = match shape {
        Shape::Json => "json",
        Shape::Workbook => "workbook",
    };
    folder.with_file_name(format!("{name}-{ending}"))
}
