//! Labels, what references to them print, and the references that were seen.

use std::collections::{HashMap, HashSet};

use crate::diag::{Code, Diagnostic, say};
use crate::document::{Body, Inline, each_inline_mut};

/// Most characters of a label.
const LONGEST: usize = 80;

/// What a report has to refer to (GOST 7.32-2017, 6.5.2, 6.6.2, 6.17.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A figure.
    Figure,
    /// A table.
    Table,
    /// An annex.
    Annex,
}

/// A label that the text is expected to refer to.
#[derive(Debug)]
struct Expected {
    kind: Kind,
    label: String,
    line: u32,
}

/// The labels of a document.
#[derive(Debug, Default)]
pub struct Labels {
    /// What a reference to a label prints.
    printed: HashMap<String, String>,
    /// Targets of references with the line they were seen on.
    wanted: Vec<(String, u32)>,
    /// References to a row of figures or tables, first and last, with their lines.
    ranges: Vec<(String, String, u32)>,
    /// Figures, tables and annexes, in the order of the text.
    expected: Vec<Expected>,
}

impl Labels {
    /// Keeps a label and what references to it print.
    ///
    /// # Errors
    /// The label is no identifier, or another block has it.
    pub fn define(&mut self, label: &str, printed: &str) -> Result<(), Diagnostic> {
        let valid = label.len() <= LONGEST
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
            && label.starts_with(|c: char| c.is_ascii_alphabetic());
        if !valid {
            return Err(Diagnostic::new(Code::DirectiveAttribute, say!("label-wrong", label = label))
                .hint(say!("hint-label-form")));
        }
        match self.printed.insert(label.to_owned(), printed.to_owned()) {
            None => Ok(()),
            Some(_) => Err(Diagnostic::new(Code::LabelTwice, say!("label-twice", label = label))
                .hint(say!("hint-label-own"))),
        }
    }

    /// Notes that a line refers to a label.
    pub fn refer(&mut self, target: &str, line: u32) {
        self.wanted.push((target.to_owned(), line));
    }

    /// Notes that a line refers to all figures, tables or annexes from one to another.
    pub fn refer_to_range(&mut self, first: &str, last: &str, line: u32) {
        self.refer(first, line);
        self.refer(last, line);
        self.ranges.push((first.to_owned(), last.to_owned(), line));
    }

    /// Notes that the text should refer to a label.
    pub fn expect(&mut self, kind: Kind, label: &str, line: u32) {
        self.expected.push(Expected { kind, label: label.to_owned(), line });
    }

    /// The labels of a range; `None` where its ends are not of one kind and in order.
    fn range(&self, first: &str, last: &str) -> Option<impl Iterator<Item = &str>> {
        let place = |label: &str| self.expected.iter().position(|expected| expected.label == label);
        let (from, to) = (place(first)?, place(last)?);
        let within = self.expected.get(from..=to)?;
        let kind = within.first()?.kind;
        let alike = within.iter().filter(move |expected| expected.kind == kind);
        (within.last()?.kind == kind).then(|| alike.map(|expected| expected.label.as_str()))
    }

    /// Figures, tables and annexes that the text never refers to, with their lines.
    pub fn never_referred_to(&self) -> Vec<(u32, Diagnostic)> {
        let mut met: HashSet<&str> = self.wanted.iter().map(|(target, _)| target.as_str()).collect();
        for (first, last, _) in &self.ranges {
            met.extend(self.range(first, last).into_iter().flatten());
        }
        let forgotten = self.expected.iter().filter(|expected| !met.contains(expected.label.as_str()));
        forgotten
            .filter(|expected| self.printed.get(&expected.label).is_some_and(|printed| !printed.is_empty()))
            .map(|Expected { kind, label, line }| {
                let message = match kind {
                    Kind::Figure => say!("figure-never-referred-to", label = label),
                    Kind::Table => say!("table-never-referred-to", label = label),
                    Kind::Annex => say!("annex-never-referred-to", label = label),
                };
                let doubt = Diagnostic::new(Code::NeverReferredTo, message);
                (*line, doubt.hint(say!("hint-never-referred-to", label = label)))
            })
            .collect()
    }

    /// The faults of references to nothing, or to what has no number, with their lines.
    pub fn unknown(&self) -> Vec<(u32, Diagnostic)> {
        let faulty = |(target, line): &(String, u32)| Some((*line, self.fault(target)?));
        let mut faults: Vec<(u32, Diagnostic)> = self.wanted.iter().filter_map(faulty).collect();
        for (first, last, line) in &self.ranges {
            let are_known = [first, last].iter().all(|label| self.fault(label).is_none());
            if are_known && self.range(first, last).is_none() {
                let message = say!("label-range-wrong", first = first, last = last);
                let fault = Diagnostic::new(Code::ReferenceUnknown, message);
                faults.push((*line, fault.hint(say!("hint-label-range"))));
            }
        }
        faults
    }

    fn fault(&self, target: &str) -> Option<Diagnostic> {
        match self.printed.get(target) {
            Some(printed) if printed.is_empty() => {
                let message = say!("label-without-number", label = target);
                Some(Diagnostic::new(Code::ReferenceUnknown, message).hint(say!("hint-label-without-number")))
            }
            Some(_) => None,
            None => {
                let hint = match self.nearest(target) {
                    Some(near) => say!("hint-label-near", label = near),
                    None => say!("hint-label-none"),
                };
                let message = say!("label-unknown", label = target);
                Some(Diagnostic::new(Code::ReferenceUnknown, message).hint(hint))
            }
        }
    }

    fn nearest(&self, target: &str) -> Option<&String> {
        let similar = |label: &str| strsim::jaro_winkler(label, target);
        self.printed.keys().max_by(|a, b| similar(a).total_cmp(&similar(b)).then(b.cmp(a)))
    }

    /// Prints the numbers of all references.
    pub fn print(&self, body: &mut Body) {
        for (_, text) in body.texts_mut() {
            each_inline_mut(text, &mut |inline| {
                if let Inline::Reference { target, number } = inline {
                    *number = self.printed.get(target).cloned().unwrap_or_default();
                }
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, Kind, Labels};

    #[test]
    fn a_reference_needs_a_label_with_a_number() {
        let mut labels = Labels::default();
        assert!(labels.define("fig-a", "1").is_ok() && labels.define("sec-b", "").is_ok());
        assert_eq!(labels.define("fig-a", "2").map_err(|fault| fault.code), Err(Code::LabelTwice));
        assert_eq!(labels.define("1a", "2").map_err(|fault| fault.code), Err(Code::DirectiveAttribute));
        for (line, target) in (1..).zip(["fig-a", "sec-b", "fig-aa"]) {
            labels.refer(target, line);
        }
        for (kind, label) in
            [(Kind::Table, "tab-a"), (Kind::Figure, "fig-c"), (Kind::Table, "tab-b"), (Kind::Table, "tab-c")]
        {
            assert!(labels.define(label, "1").is_ok());
            labels.expect(kind, label, 9);
        }
        labels.refer_to_range("tab-a", "tab-b", 4);
        let forgotten: Vec<String> =
            labels.never_referred_to().into_iter().map(|(_, doubt)| format!("{:?}", doubt.message)).collect();
        assert!(
            matches!(forgotten.as_slice(), [figure, table] if figure.contains("fig-c") && table.contains("tab-c"))
        );
        labels.refer_to_range("tab-b", "tab-a", 5);
        labels.refer_to_range("tab-a", "fig-c", 6);
        let lines: Vec<u32> = labels.unknown().into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [2, 3, 5, 6]);
    }
}
