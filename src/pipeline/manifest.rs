//! `manifest.json`: what was built from what, by digests. The next run reads it to know what it need not build again.

use std::fs;
use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::artifact::ArtifactInfo;
use super::build_context::BuildContext;
use super::output;
use super::proving::ProvenCounts;
use crate::source::sha256;
use crate::study::passport::Edition;

/// File name of the manifest.
pub const MANIFEST: &str = "manifest.json";

/// Digest of the program's own source, templates and fonts.
pub const PROGRAM: &str = env!("ESEP_BUILD");

/// What an output folder holds. It names no time, so that the same input gives the same manifest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    program: Program,
    /// Id of the study.
    pub study: String,
    /// `customer` or `public`.
    pub edition: String,
    /// Name of the theme of the last run.
    theme: String,
    /// Digest of all that the last run was made of: the study's files, templates, options, program.
    pub run: String,
    /// Doubts that the last run told.
    pub doubts: usize,
    /// Terms of the grant that are missed as of the last deliverable.
    #[serde(default)]
    pub terms_missed: Vec<String>,
    /// The files that the last run read. The public edition names none: names tell, too.
    inputs: Vec<Input>,
    /// The files that the folder holds, by name.
    pub outputs: Vec<Output>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Program {
    name: String,
    version: String,
    build: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Input {
    file: String,
    sha256: String,
}

/// A file that was built.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Output {
    /// Its name.
    pub file: String,
    /// SHA-256 of its bytes.
    sha256: String,
    /// Its size.
    bytes: u64,
    /// Its pages; 0 where it has none.
    pub pages: usize,
    holds: std::collections::BTreeMap<String, usize>,
    numbers: Numbers,
    /// Digest of what the file alone was made of; the same digest, the same bytes.
    made_of: String,
    /// The run that made the file, or found it to be what it would have made.
    pub run: String,
    /// Digest of the study's files in that run.
    pub study_sha256: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Numbers {
    read: usize,
    proven: usize,
    allowed: usize,
    proof_sha256: String,
}

impl Output {
    fn new(info: &ArtifactInfo, (run, study): (&str, &str)) -> Self {
        let ProvenCounts { read, proven, allowed, proof } = info.numbers.clone();
        Self {
            file: info.name.clone(),
            sha256: info.sha256.clone(),
            bytes: info.size,
            pages: info.pages,
            holds: info.counts.clone(),
            numbers: Numbers { read, proven, allowed, proof_sha256: proof },
            made_of: info.made_of.clone(),
            run: run.to_owned(),
            study_sha256: study.to_owned(),
        }
    }

    /// What there is to say of the file, as of one that was not built again.
    pub fn kept(&self) -> ArtifactInfo {
        let Numbers { read, proven, allowed, proof_sha256: proof } = self.numbers.clone();
        ArtifactInfo {
            name: self.file.clone(),
            size: self.bytes,
            pages: self.pages,
            counts: self.holds.clone(),
            numbers: ProvenCounts { read, proven, allowed, proof },
            elapsed: Duration::ZERO,
            sha256: self.sha256.clone(),
            made_of: self.made_of.clone(),
            is_kept: true,
        }
    }

    /// Whether the folder still has the file as it was built.
    pub fn is_whole(&self, folder: &Path) -> bool {
        let path = folder.join(&self.file);
        let is_file = fs::symlink_metadata(&path).is_ok_and(|f| f.is_file() && f.len() == self.bytes);
        is_file && output::digest_of(&path).is_ok_and(|found| found == self.sha256)
    }
}

impl Manifest {
    /// The manifest of a folder; `None` where it has none that this program wrote.
    pub fn read(folder: &Path) -> Option<Self> {
        let path = folder.join(MANIFEST);
        let is_file = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
        let bytes = is_file.then(|| fs::read(path).ok()).flatten()?;
        serde_json::from_slice(&bytes).ok()
    }

    /// The manifest of a run; `earlier` are files of earlier runs that it was not asked for.
    pub fn new(
        context: &BuildContext,
        files: &[ArtifactInfo],
        earlier: Vec<Output>,
        (run, doubts, missed): (&str, usize, &[String]),
    ) -> Self {
        let state = (run, context.loaded.digest());
        let mut outputs: Vec<Output> =
            files.iter().map(|info| Output::new(info, (state.0, &state.1))).collect();
        outputs.extend(earlier);
        outputs.sort_by(|one, other| one.file.cmp(&other.file));
        let edition = context.loaded.study.passport.edition;
        Self {
            program: Program {
                name: env!("CARGO_PKG_NAME").to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
                build: PROGRAM.to_owned(),
            },
            study: context.loaded.study.passport.id.to_string(),
            edition: edition.name().to_owned(),
            theme: context.theme.theme.name.clone(),
            run: run.to_owned(),
            doubts,
            terms_missed: missed.to_vec(),
            inputs: match edition {
                Edition::Customer => inputs(context),
                Edition::Public => Vec::new(),
            },
            outputs,
        }
    }

    /// The file's bytes.
    pub fn to_json(&self) -> Vec<u8> {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text.into_bytes()
    }

    /// A file by its name.
    pub fn output(&self, file: &str) -> Option<&Output> {
        self.outputs.iter().find(|output| output.file == file)
    }

    /// What there is to say of the file of this name, where it is still as it was built from the same.
    pub fn kept(&self, folder: &Path, file: &str, made_of: &str) -> Option<ArtifactInfo> {
        let output = self.output(file).filter(|output| output.made_of == made_of)?;
        output.is_whole(folder).then(|| output.kept())
    }
}

fn inputs(context: &BuildContext) -> Vec<Input> {
    let texts = context.loaded.texts.iter().map(|(path, text)| (path.clone(), sha256(&text.bytes())));
    let pictures = context.loaded.study.pictures.iter();
    let pictures = pictures.map(|(path, picture)| (path.clone(), picture.source.clone()));
    let all = texts.chain(pictures).chain(context.references.inputs.iter().cloned());
    all.map(|(file, sha256)| Input { file, sha256 }).collect()
}
