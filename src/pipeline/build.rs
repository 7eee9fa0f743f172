//! The whole way: a request in, files out.

use std::path::{Path, PathBuf};

use super::artifact::{ArtifactInfo, BuildOutput, BuildSummary};
use super::build_context::BuildContext;
use super::manifest::{MANIFEST, manifest};
use super::output;
use super::progress::Progress;
use super::request::Request;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::source;

/// Most bytes of a manifest.
const MOST: u64 = 4 << 20;

/// Builds all chosen files and writes them, with a manifest, to the request's output folder. They appear whole or
/// not at all: after a failed run the files of the last one are as they were.
///
/// # Errors
/// Every fault of the study, templates and documents; or [`Code::OutputUnwritable`](crate::diag::Code).
pub fn build(request: &Request, progress: &dyn Progress) -> Result<BuildSummary, Diagnostics> {
    let context = BuildContext::open(request)?;
    let folder = request.out.clone().unwrap_or_else(|| PathBuf::from("out").join(context.name()));
    output::writable(&folder)?;
    one_edition(&folder, &context)?;
    let BuildOutput { artifacts, warnings } = context.build(progress)?;
    output::write(&folder, &artifacts, Some(&manifest(&context, &artifacts)))?;
    let files: Vec<ArtifactInfo> = artifacts.into_iter().map(|artifact| artifact.info).collect();
    Ok(BuildSummary { folder, files, warnings })
}

/// The files of the editions have the same names: a folder that holds the other edition is not built into, or both would
/// lie there mixed.
fn one_edition(folder: &Path, context: &BuildContext) -> Result<(), Diagnostic> {
    let path = folder.join(MANIFEST);
    let Ok((_, bytes)) = source::outside_file(&path, MOST) else { return Ok(()) };
    let before = serde_json::from_slice::<serde_json::Value>(&bytes).unwrap_or_default();
    let own = serde_json::json!(context.loaded.study.passport.edition);
    let is_other = before["edition"].is_string() && before["edition"] != own;
    if is_other {
        let fault = Diagnostic::new(Code::OutputUnwritable, say!("build-other-edition"));
        return Err(fault
            .at(Location::file(path.display().to_string()))
            .hint(say!("hint-build-other-edition")));
    }
    Ok(())
}

/// Builds all chosen files and keeps them in memory; of the request the output folder does not count.
///
/// # Errors
/// Every fault of the study, templates and documents.
pub fn build_in_memory(request: &Request, progress: &dyn Progress) -> Result<BuildOutput, Diagnostics> {
    BuildContext::open(request)?.build(progress)
}
