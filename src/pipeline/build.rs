//! The whole way: a request in, files out.

use std::path::{Path, PathBuf};

use super::artifact::{ArtifactInfo, BuildOutput, BuildSummary};
use super::build_context::BuildContext;
use super::inspect::states;
use super::manifest::{MANIFEST, Manifest, Output};
use super::output::Staging;
use super::progress::Progress;
use super::request::Request;
use super::run;
use super::shelf::Shelf;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, Severity, say};
use crate::facts::TermState;
use crate::workbook;

/// Builds all chosen files and writes them, with a manifest, to the request's output folder; what is there already,
/// made of the same, is left as it is. They appear whole or not at all: after a failed run the files of the last one
/// are as they were.
///
/// # Errors
/// Every fault of the study, templates and documents; or [`Code::OutputUnwritable`](crate::diag::Code).
pub fn build(request: &Request, progress: &dyn Progress) -> Result<BuildSummary, Diagnostics> {
    let folders = folders(request)?;
    let run = run::digest(request, &folders);
    if let Some(run) = run.as_deref().filter(|_| !request.force) {
        for folder in folders.iter().filter(|folder| folder.is_dir()) {
            if let Some(summary) = unchanged(folder, run)? {
                return Ok(summary);
            }
        }
    }
    let context = BuildContext::open(request)?;
    let folder = request.out.clone().unwrap_or_else(|| PathBuf::from("out").join(context.name()));
    let shelf = OutputFolder::open(&folder, request.force)?;
    shelf.is_of(&context)?;
    let (files, warnings) = context.build_onto(&shelf, progress)?;
    // A study that was changed while it was read is of no known state.
    let run = run.filter(|before| run::digest(request, &folders).as_deref() == Some(before.as_str()));
    let doubts = warnings.iter().filter(|doubt| doubt.severity > Severity::Note).count();
    let missed = missed(&context);
    shelf.close(&context, &files, (&run.unwrap_or_default(), doubts, &missed))?;
    Ok(BuildSummary { folder, files, warnings, earlier_doubts: 0, missed })
}

/// Builds all chosen files and keeps them in memory; of the request the output folder does not count.
///
/// # Errors
/// Every fault of the study, templates and documents.
pub fn build_in_memory(request: &Request, progress: &dyn Progress) -> Result<BuildOutput, Diagnostics> {
    BuildContext::open(request)?.build(progress)
}

/// The folders that a run may write to, as far as that is known before the study is read: its edition decides.
fn folders(request: &Request) -> Result<Vec<PathBuf>, Diagnostic> {
    if let Some(out) = &request.out {
        return Ok(vec![out.clone()]);
    }
    let name = workbook::name(&request.study)?;
    Ok([name.clone(), format!("{name}-public")].map(|name| PathBuf::from("out").join(name)).to_vec())
}

/// Ids of the terms that are missed as of the last deliverable.
fn missed(context: &BuildContext) -> Vec<String> {
    let states = states(&context.loaded.study, &[], &context.assets);
    let last = states.into_iter().max_by_key(|as_of| as_of.cutoff);
    let terms = last.into_iter().flat_map(|as_of| as_of.terms);
    let missed = terms.filter(|term| term.applies && term.state == TermState::Missed);
    missed.filter_map(|term| Some(serde_json::to_value(term.id).ok()?.as_str()?.to_owned())).collect()
}

/// The files of a folder, where they are those of this very run and all of them are whole.
fn unchanged(folder: &Path, run: &str) -> Result<Option<BuildSummary>, Diagnostic> {
    if Manifest::read(folder).is_none_or(|manifest| manifest.run != run) {
        return Ok(None);
    }
    let held = Staging::open(folder)?;
    let Some(manifest) = Manifest::read(folder).filter(|manifest| manifest.run == run) else {
        return Ok(None);
    };
    let own: Vec<&Output> = manifest.outputs.iter().filter(|output| output.run == run).collect();
    let is_whole = !own.is_empty() && own.iter().all(|output| output.is_whole(folder));
    drop(held);
    Ok(is_whole.then(|| BuildSummary {
        folder: folder.to_owned(),
        files: own.iter().map(|output| output.kept()).collect(),
        warnings: Diagnostics::new(),
        earlier_doubts: manifest.doubts,
        missed: manifest.terms_missed.clone(),
    }))
}

/// The output folder of a run, held by it.
struct OutputFolder {
    folder: PathBuf,
    staging: Staging,
    last: Option<Manifest>,
    force: bool,
}

impl OutputFolder {
    /// Takes the folder, and brings what an interrupted run left to its end.
    fn open(folder: &Path, force: bool) -> Result<Self, Diagnostic> {
        let staging = Staging::open(folder)?;
        Ok(Self { folder: folder.to_owned(), staging, last: Manifest::read(folder), force })
    }

    /// A folder holds the files of one study in one edition: they share their names.
    fn is_of(&self, context: &BuildContext) -> Result<(), Diagnostic> {
        let Some(last) = &self.last else { return Ok(()) };
        let passport = &context.loaded.study.passport;
        let (study, edition) = (passport.id.as_str(), passport.edition.name());
        if last.study == study && last.edition == edition {
            return Ok(());
        }
        let shown = self.folder.display().to_string();
        let message =
            say!("build-output-of-other", path = &shown, study = &last.study, edition = &last.edition);
        let fault = Diagnostic::new(Code::OutputUnwritable, message).at(Location::file(shown));
        Err(fault.hint(say!("hint-build-output-of-other", manifest = MANIFEST)))
    }

    /// Puts all new files in their places, with the manifest.
    fn close(
        self,
        context: &BuildContext,
        files: &[ArtifactInfo],
        state: (&str, usize, &[String]),
    ) -> Result<(), Diagnostic> {
        let manifest = Manifest::new(context, files, self.earlier(context, files), state);
        if self.last.as_ref() == Some(&manifest) && files.iter().all(|info| info.is_kept) {
            return Ok(());
        }
        self.staging.put(MANIFEST, &manifest.to_json())?;
        self.staging.commit()
    }

    /// Files of earlier runs that this one was not asked for, as far as they are still what they were.
    fn earlier(&self, context: &BuildContext, files: &[ArtifactInfo]) -> Vec<Output> {
        let Request { deliverables, languages, formats, .. } = &context.request;
        if deliverables.is_empty() && languages.is_empty() && formats.is_empty() {
            return Vec::new();
        }
        let is_new = |output: &Output| files.iter().any(|info| info.name == output.file);
        let last = self.last.iter().flat_map(|manifest| &manifest.outputs);
        last.filter(|output| !is_new(output) && output.is_whole(&self.folder)).cloned().collect()
    }
}

impl Shelf for OutputFolder {
    fn kept(&self, file: &str, made_of: &str) -> Option<ArtifactInfo> {
        let last = self.last.as_ref().filter(|_| !self.force)?;
        last.kept(&self.folder, file, made_of)
    }

    fn put(&self, info: &ArtifactInfo, bytes: Vec<u8>) -> Result<(), Diagnostic> {
        self.staging.put(&info.name, &bytes)
    }
}
