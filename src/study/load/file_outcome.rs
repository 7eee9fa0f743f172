//! What reading one file of the folder gave.

use crate::diag::{Code, Diagnostic, Location};
use crate::source::SourceText;

/// The value, or nothing where the file cannot be read; the texts that were read for it; what is wrong with it.
pub struct FileOutcome<T> {
    /// What the file says; nothing where it cannot be read.
    pub value: Option<T>,
    /// The file's text, and those of the files that it names.
    pub texts: Vec<SourceText>,
    /// What is wrong; not yet located.
    pub faults: Vec<Diagnostic>,
}

/// A file that another one names and that cannot be had is a fault of the name; one that cannot be read keeps its own
/// place.
pub fn not_there(fault: Diagnostic, named: Location) -> Diagnostic {
    let cannot_be_had = [Code::FileMissing, Code::FileUnreadable, Code::PathOutside].contains(&fault.code);
    if cannot_be_had { fault.at(named) } else { fault }
}
