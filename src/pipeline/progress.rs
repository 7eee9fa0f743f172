//! What a run tells while it works.

use std::time::Duration;

/// Hears of the documents of a run as they are finished, on the threads that build them.
pub trait Progress: Sync {
    /// How many documents there will be; told before the first is begun.
    fn planned(&self, _documents: usize) {}

    /// A document is whole, in memory, in all its formats; `document` is its name, such as `final.kk`.
    fn document_done(&self, _document: &str, _elapsed: Duration) {}
}

/// Hears nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Progress for Silent {}
