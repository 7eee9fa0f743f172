//! Labels, what references to them print, and the references that were seen.

use std::collections::HashMap;

use crate::diag::{Code, Diagnostic, say};
use crate::document::{Body, Inline, each_inline_mut};

/// Most characters of a label.
const LONGEST: usize = 80;

/// The labels of a document.
#[derive(Debug, Default)]
pub struct Labels {
    /// What a reference to a label prints.
    printed: HashMap<String, String>,
    /// Targets of references with the line they were seen on.
    wanted: Vec<(String, u32)>,
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

    /// The faults of references to nothing, or to what has no number, with their lines.
    pub fn unknown(&self) -> Vec<(u32, Diagnostic)> {
        let faulty = |(target, line): &(String, u32)| Some((*line, self.fault(target)?));
        self.wanted.iter().filter_map(faulty).collect()
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
    use super::{Code, Labels};

    #[test]
    fn a_reference_needs_a_label_with_a_number() {
        let mut labels = Labels::default();
        assert!(labels.define("fig-a", "1").is_ok() && labels.define("sec-b", "").is_ok());
        assert_eq!(labels.define("fig-a", "2").map_err(|fault| fault.code), Err(Code::LabelTwice));
        assert_eq!(labels.define("1a", "2").map_err(|fault| fault.code), Err(Code::DirectiveAttribute));
        for (line, target) in (1..).zip(["fig-a", "sec-b", "fig-aa"]) {
            labels.refer(target, line);
        }
        let lines: Vec<u32> = labels.unknown().into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [2, 3]);
    }
}
