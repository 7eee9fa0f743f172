//! What grows while a draft is resolved: faults, counters, labels. Each directive's function gets it.

use super::bibliography::Citations;
use super::faults::Faults;
use super::labels::Labels;
use super::numbering::Numbering;
use super::sources::Sources;
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::document::draft::{Attributes, DraftBlock};

/// A directive of the draft.
#[derive(Debug, Clone, Copy)]
pub struct Directive<'d> {
    /// Line of the draft on which it begins.
    pub line: u32,
    /// Its name, as messages say it.
    pub name: &'d str,
    /// What stands behind the name.
    pub attributes: &'d Attributes,
    /// What stands inside.
    pub body: &'d [DraftBlock],
}

/// The state of a resolution, and the sources that it works from.
pub struct Resolver<'a> {
    /// What the deliverable is made of.
    pub sources: &'a Sources<'a>,
    faults: Faults<'a>,
    /// Counters of what is numbered.
    pub numbering: Numbering,
    /// Labels and references.
    pub labels: Labels,
    /// The sources that the text cites.
    pub citations: Citations,
    /// The line on which the report's volume is to be told.
    pub volume: Option<u32>,
}

impl<'a> Resolver<'a> {
    /// At the beginning of a draft.
    pub fn new(sources: &'a Sources<'a>) -> Self {
        let faults = Faults::new(sources.lines);
        Self {
            sources,
            faults,
            numbering: Numbering::default(),
            labels: Labels::default(),
            citations: Citations::default(),
            volume: None,
        }
    }

    /// Adds a fault on a line.
    pub fn fault(&mut self, line: u32, fault: Diagnostic) {
        self.faults.add(line, fault);
    }

    /// Whether an error was found so far.
    pub fn is_faulty(&self) -> bool {
        self.faults.has_errors()
    }

    /// The value, or its fault on the line.
    pub fn check<T>(&mut self, line: u32, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|fault| self.fault(line, fault)).ok()
    }

    /// Notes a label and what references to it print.
    pub fn label(&mut self, line: u32, label: &str, printed: &str) {
        let defined = self.labels.define(label, printed);
        self.check(line, defined);
    }

    /// Faults of the attributes that a directive does not know.
    pub fn known(&mut self, directive: &Directive<'_>, known: &[&str]) {
        for key in directive.attributes.unknown(known) {
            let hint = if known.is_empty() {
                say!("hint-attributes-none", directive = directive.name)
            } else {
                say!("hint-attributes-known", directive = directive.name, names = known.join(", "))
            };
            let message = say!("attribute-unknown", directive = directive.name, key = key);
            self.fault(directive.line, Diagnostic::new(Code::DirectiveAttribute, message).hint(hint));
        }
    }

    /// An attribute that must be there.
    pub fn required<'d>(&mut self, directive: &Directive<'d>, key: &str) -> Option<&'d str> {
        let value = directive.attributes.get(key);
        if value.is_none() {
            let message = say!("attribute-missing", directive = directive.name, key = key);
            let fault = Diagnostic::new(Code::DirectiveAttribute, message);
            let hint = say!("hint-attribute-write", directive = directive.name, key = key);
            self.fault(directive.line, fault.hint(hint));
        }
        value
    }

    /// The value with its warnings, where no fault was found.
    ///
    /// # Errors
    /// All faults.
    pub fn into_result<T>(self, value: T) -> Result<(T, Diagnostics), Diagnostics> {
        self.faults.into_diagnostics().into_result(value)
    }
}
