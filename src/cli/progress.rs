//! A line for each document as it is finished.

use std::time::Duration;

use crate::pipeline::Progress;

pub struct Lines {
    shown: bool,
}

impl Lines {
    pub fn new(shown: bool) -> Self {
        Self { shown }
    }
}

impl Progress for Lines {
    fn done(&self, document: &str, took: Duration) {
        if self.shown {
            eprintln!("  {document:<16} {:>7} ms", took.as_millis());
        }
    }
}
