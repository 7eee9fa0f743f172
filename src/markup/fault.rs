//! What is wrong with a rendered text.

use crate::diag::{Code, Diagnostic, Message};

/// A fault on a line (from 1) of the rendered text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line.
    pub line: u32,
    /// What is wrong, without its place in a file.
    pub diagnostic: Diagnostic,
}

impl Fault {
    pub(super) fn new(line: u32, code: Code, message: Message, hint: Message) -> Self {
        Self { line, diagnostic: Diagnostic::new(code, message).hint(hint) }
    }
}
