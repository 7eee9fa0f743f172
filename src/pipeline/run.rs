//! The digest of a run: of every byte that it could read, and of all that was asked for.

use std::path::{Path, PathBuf};

use super::manifest::PROGRAM;
use super::request::Request;
use crate::source::{Digest, file_digest, real_path, tree_digests};
use crate::workbook;

/// SHA-256 of program, options, study, templates and reference files; `outputs` are folders that the run writes to.
/// `None` where something cannot be read, which the run itself has to tell.
pub fn digest(request: &Request, outputs: &[PathBuf]) -> Option<String> {
    let mut digest = Digest::default();
    digest.part("program", PROGRAM.as_bytes());
    let Request { study, out: _, templates, reference_docx, reference_pptx, force: _, threads: _, .. } =
        request;
    let asked = Request {
        study: PathBuf::new(),
        out: None,
        templates: None,
        reference_docx: None,
        reference_pptx: None,
        force: false,
        threads: None,
        ..request.clone()
    };
    digest.value("request", &asked);
    let outputs: Vec<PathBuf> = outputs.iter().filter_map(|path| real_path(path).ok()).collect();
    let folder = match study.is_file() {
        // A workbook, with what lies beside it.
        true => study.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")),
        false => study.as_path(),
    };
    digest.value("study", &study.is_file().then(|| study.file_name()));
    tree(&mut digest, folder, &outputs)?;
    if let Some(shared) = workbook::shared(study).ok()? {
        tree(&mut digest, &shared, &outputs)?;
    }
    if let Some(templates) = templates {
        tree(&mut digest, templates, &outputs)?;
    }
    for path in [reference_docx, reference_pptx].into_iter().flatten() {
        digest.value("reference", &path.file_name());
        digest.part("bytes", file_digest(path).ok()?.as_bytes());
    }
    Some(digest.finish())
}

fn tree(digest: &mut Digest, folder: &Path, outputs: &[PathBuf]) -> Option<()> {
    digest.value("folder", &tree_digests(folder, outputs)?);
    Some(())
}
