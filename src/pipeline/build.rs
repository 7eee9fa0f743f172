//! From a request to files on disk.

use std::path::PathBuf;

use super::artifact::Report;
use super::build_context::BuildContext;
use super::progress::Progress;
use super::request::Request;
use super::{manifest, output};
use crate::diag::{Diagnostic, Diagnostics};

/// Builds all chosen files and writes them.
///
/// # Errors
/// Every fault of the study, templates and documents; or that outputs cannot be written.
pub fn build(request: &Request, progress: &dyn Progress) -> Result<Report, Diagnostics> {
    let context = BuildContext::open(request)?;
    let folder = request.out.clone().unwrap_or_else(|| PathBuf::from("out").join(context.name()));
    output::writable(&folder)?;
    let made = context.artifacts(progress)?;
    let files: Vec<(String, Vec<u8>)> =
        made.files.iter().map(|f| (f.built.name.clone(), f.bytes.clone())).collect();
    let manifest = manifest::manifest(&context, &made.files);
    output::write(&folder, &files, &manifest).map_err(|d: Diagnostic| Diagnostics::from(d))?;
    Ok(Report { folder, files: made.files.into_iter().map(|f| f.built).collect(), warnings: made.warnings })
}
