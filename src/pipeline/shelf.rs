//! Where finished files go, and where those of the last run are found. A file leaves the memory as soon as it is there.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::artifact::{Artifact, ArtifactInfo};
use crate::diag::Diagnostic;

/// Takes files as they are finished, from several threads.
pub trait Shelf: Sync {
    /// What there is to say of a file that is there already, made of the same.
    fn kept(&self, file: &str, made_of: &str) -> Option<ArtifactInfo>;

    /// Takes a finished file.
    ///
    /// # Errors
    /// Where it cannot be kept.
    fn put(&self, info: &ArtifactInfo, bytes: Vec<u8>) -> Result<(), Diagnostic>;
}

/// Files in memory, nothing of an earlier run.
#[derive(Default)]
pub struct InMemory(Mutex<BTreeMap<String, Vec<u8>>>);

impl InMemory {
    /// The files with what there is to say of them.
    pub fn with(self, infos: Vec<ArtifactInfo>) -> Vec<Artifact> {
        let mut files = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut artifact =
            |info: ArtifactInfo| Artifact { bytes: files.remove(&info.name).unwrap_or_default(), info };
        infos.into_iter().map(&mut artifact).collect()
    }
}

impl Shelf for InMemory {
    fn kept(&self, _file: &str, _made_of: &str) -> Option<ArtifactInfo> {
        None
    }

    fn put(&self, info: &ArtifactInfo, bytes: Vec<u8>) -> Result<(), Diagnostic> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(info.name.clone(), bytes);
        Ok(())
    }
}
