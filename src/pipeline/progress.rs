//! What a run tells while it works.

use std::time::Duration;

/// What a run tells while it works.
pub trait Progress: Sync {
    /// A document is whole, in memory.
    fn done(&self, _document: &str, _took: Duration) {}
}

/// No progress is shown.
pub struct Silent;

impl Progress for Silent {}
