//! Numbers of headings, figures, tables, annexes and footnotes, and the references that print them.

use std::collections::HashMap;

use super::Resolver;
use crate::diag::{Code, Diagnostic, say};
use crate::document::{Body, Caption, Inline, Inlines};

#[derive(Debug, Default)]
pub struct Numbering {
    sections: [u32; 4],
    annexes: usize,
    figures: u32,
    tables: u32,
    formulas: u32,
    footnotes: u32,
    unnamed: u32,
    /// What a reference to a label prints.
    printed: HashMap<String, String>,
    /// References with the line they were seen on.
    wanted: Vec<(String, u32)>,
}

impl Numbering {
    /// The next section number at a level (1–4): «2.1».
    pub fn section(&mut self, level: u8) -> String {
        let index = usize::from(level.clamp(1, 4)) - 1;
        self.sections[index] += 1;
        self.sections[index + 1..].fill(0);
        let numbers: Vec<String> = self.sections[..=index].iter().map(ToString::to_string).collect();
        numbers.join(".")
    }

    /// 0-based index of the next annex.
    pub fn annex(&mut self) -> usize {
        self.annexes += 1;
        self.annexes - 1
    }

    pub fn figure(&mut self) -> u32 {
        self.figures += 1;
        self.figures
    }

    pub fn table(&mut self) -> u32 {
        self.tables += 1;
        self.tables
    }

    pub fn formula(&mut self) -> u32 {
        self.formulas += 1;
        self.formulas
    }

    /// How many figures and tables there are so far.
    pub fn captioned(&self) -> (u32, u32) {
        (self.figures, self.tables)
    }

    pub fn footnote(&mut self) -> u32 {
        self.footnotes += 1;
        self.footnotes
    }

    /// A label for a block that the author gave none.
    pub fn unnamed(&mut self, prefix: &str) -> String {
        self.unnamed += 1;
        format!("{prefix}-{}", self.unnamed)
    }
}

impl Resolver<'_> {
    /// Notes a label and what references to it print.
    pub(super) fn label(&mut self, line: u32, label: &str, printed: &str) {
        let valid = label.len() <= 80
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
            && label.starts_with(|c: char| c.is_ascii_alphabetic());
        if !valid {
            self.fault(
                line,
                Diagnostic::new(Code::DirectiveAttribute, say!("label-wrong", label = label))
                    .hint(say!("hint-label-form")),
            );
        } else if self.numbering.printed.insert(label.to_owned(), printed.to_owned()).is_some() {
            self.fault(
                line,
                Diagnostic::new(Code::LabelTwice, say!("label-twice", label = label))
                    .hint(say!("hint-label-own")),
            );
        }
    }

    pub(super) fn figure_caption(&mut self, text: Inlines) -> Caption {
        let number = (!self.is_paper()).then(|| self.numbering.figure());
        self.captioned(self.s.locale.figure_label(), number, text)
    }

    pub(super) fn table_caption(&mut self, text: Inlines) -> Caption {
        let number = (!self.is_paper()).then(|| self.numbering.table());
        self.captioned(self.s.locale.table_label(), number, text)
    }

    fn captioned(&self, (before, after): (&str, &str), number: Option<u32>, text: Inlines) -> Caption {
        Caption {
            before: before.to_owned(),
            number,
            after: after.to_owned(),
            separator: self.s.locale.caption_separator().to_owned(),
            text,
        }
    }

    /// Numbers footnotes, notes references, and mends the typography of running text.
    pub(super) fn inlines(&mut self, line: u32, inlines: &[Inline]) -> Inlines {
        let mut out: Inlines = inlines.iter().map(|i| self.inline(line, i)).collect();
        for at in 1..out.len() {
            // «на рисунке 1»: the number stays with its word.
            let refers = matches!(out.get(at), Some(Inline::Reference { .. }));
            if let Some(Inline::Text(before)) = out.get_mut(at - 1).filter(|_| refers)
                && before.strip_suffix(' ').is_some_and(|word| word.ends_with(char::is_alphanumeric))
            {
                before.pop();
                before.push('\u{A0}');
            }
        }
        out
    }

    fn inline(&mut self, line: u32, inline: &Inline) -> Inline {
        match inline {
            Inline::Text(text) => Inline::Text(self.s.locale.typography(text)),
            Inline::Datum { .. } => inline.clone(),
            Inline::Strong(inner) => Inline::Strong(self.inlines(line, inner)),
            Inline::Emphasis(inner) => Inline::Emphasis(self.inlines(line, inner)),
            Inline::Link { url, text } => Inline::Link { url: url.clone(), text: self.inlines(line, text) },
            Inline::Reference { target, .. } => {
                self.numbering.wanted.push((target.clone(), line));
                Inline::Reference { target: target.clone(), number: String::new() }
            }
            Inline::Footnote { text, .. } => {
                let number = self.numbering.footnote();
                Inline::Footnote { number, text: self.inlines(line, text) }
            }
            Inline::LineBreak => Inline::LineBreak,
        }
    }

    /// Prints the numbers of all references; those to nothing are faults.
    pub(super) fn references(&mut self, body: &mut Body) {
        let wanted = std::mem::take(&mut self.numbering.wanted);
        for (target, line) in wanted {
            if self.numbering.printed.get(&target).is_some_and(String::is_empty) {
                let fault =
                    Diagnostic::new(Code::ReferenceUnknown, say!("label-without-number", label = target));
                self.fault(line, fault.hint(say!("hint-label-without-number")));
                continue;
            }
            if !self.numbering.printed.contains_key(&target) {
                let near: Vec<&String> = self.numbering.printed.keys().collect();
                let near = near.into_iter().max_by(|a, b| {
                    let similar = |x: &str| strsim::jaro_winkler(x, &target);
                    similar(a).total_cmp(&similar(b)).then(b.cmp(a))
                });
                let hint = match near {
                    Some(near) => say!("hint-label-near", label = near),
                    None => say!("hint-label-none"),
                };
                let message = say!("label-unknown", label = target);
                self.fault(line, Diagnostic::new(Code::ReferenceUnknown, message).hint(hint));
            }
        }
        let printed = &self.numbering.printed;
        body.each_text_mut(&mut |text| fill(text, printed));
    }
}

type Printed = HashMap<String, String>;

fn fill(inlines: &mut Inlines, printed: &Printed) {
    for inline in inlines {
        match inline {
            Inline::Reference { target, number } => {
                number.clone_from(printed.get(target).unwrap_or(&String::new()));
            }
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Link { text: inner, .. }
            | Inline::Footnote { text: inner, .. } => fill(inner, printed),
            Inline::Text(_) | Inline::Datum { .. } | Inline::LineBreak => {}
        }
    }
}
