//! A line for each document as it is finished.

use std::time::Duration;

use esep::pipeline::Progress;

/// Prints the lines.
pub struct Lines {
    shown: bool,
}

impl Lines {
    /// Lines that are printed, or none at all.
    pub fn new(shown: bool) -> Self {
        Self { shown }
    }
}

impl Progress for Lines {
    fn document_done(&self, document: &str, elapsed: Duration) {
        if self.shown {
            eprintln!("  {document:<16} {:>7} ms", elapsed.as_millis());
        }
    }
}
