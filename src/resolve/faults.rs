//! The faults of a resolution, each on the template line that it comes from.

use crate::diag::{Diagnostic, Diagnostics};
use crate::template::LineMap;

/// Faults found so far.
pub struct Faults<'a> {
    lines: &'a LineMap,
    found: Diagnostics,
}

impl<'a> Faults<'a> {
    /// None yet; `lines` lead from the draft to the templates.
    pub fn new(lines: &'a LineMap) -> Self {
        Self { lines, found: Diagnostics::new() }
    }

    /// Adds a fault on a line of the draft; one that knows its place keeps it.
    pub fn add(&mut self, line: u32, fault: Diagnostic) {
        self.found.push(match fault.location {
            Some(_) => fault,
            None => fault.at(self.lines.location(line)),
        });
    }

    /// Whether there is an error among them.
    pub fn has_errors(&self) -> bool {
        self.found.has_errors()
    }

    /// All of them, in order.
    pub fn into_diagnostics(mut self) -> Diagnostics {
        self.found.normalise();
        self.found
    }
}
