//! The whole way: a request in, files out.

use std::path::PathBuf;

use super::artifact::{ArtifactInfo, BuildOutput, BuildSummary};
use super::build_context::BuildContext;
use super::manifest::manifest;
use super::output;
use super::progress::Progress;
use super::request::Request;
use crate::diag::Diagnostics;

/// Builds all chosen files and writes them, with a manifest, to the request's output folder. They appear whole or
/// not at all: after a failed run the files of the last one are as they were.
///
/// # Errors
/// Every fault of the study, templates and documents; or [`Code::OutputUnwritable`](crate::diag::Code).
pub fn build(request: &Request, progress: &dyn Progress) -> Result<BuildSummary, Diagnostics> {
    let context = BuildContext::open(request)?;
    let folder = request.out.clone().unwrap_or_else(|| PathBuf::from("out").join(context.name()));
    output::writable(&folder)?;
    let BuildOutput { artifacts, warnings } = context.build(progress)?;
    output::write(&folder, &artifacts, Some(&manifest(&context, &artifacts)))?;
    let files: Vec<ArtifactInfo> = artifacts.into_iter().map(|artifact| artifact.info).collect();
    Ok(BuildSummary { folder, files, warnings })
}

/// Builds all chosen files and keeps them in memory; of the request the output folder does not count.
///
/// # Errors
/// Every fault of the study, templates and documents.
pub fn build_in_memory(request: &Request, progress: &dyn Progress) -> Result<BuildOutput, Diagnostics> {
    BuildContext::open(request)?.build(progress)
}
