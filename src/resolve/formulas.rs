//! Formulas by their names in `formulas.toml`.

use std::collections::BTreeMap;

use super::Resolver;
use crate::diag::{Code, Diagnostic, say};
use crate::document::Block;
use crate::document::draft::Attributes;
use crate::document::math::{Formula, Math};

/// The formulas that templates may name.
pub type Formulas = BTreeMap<String, Entry>;

/// A formula, and its words in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub math: Math,
    pub words: BTreeMap<String, String>,
}

impl Resolver<'_> {
    pub(super) fn formula(&mut self, line: u32, attributes: &Attributes) -> Option<Block> {
        self.known(line, "formula", attributes, &["id", "of"]);
        let label = self.required(line, "formula", attributes, "id")?;
        let of = self.required(line, "formula", attributes, "of")?;
        let Some(entry) = self.s.formulas.get(&of) else {
            let names: Vec<&str> = self.s.formulas.keys().map(String::as_str).collect();
            let fault = Diagnostic::new(Code::DirectiveAttribute, say!("formula-unknown", name = of));
            self.fault(line, fault.hint(say!("hint-formulas", names = names.join(", "))));
            return None;
        };
        let language = self.s.locale.language();
        let Some(alt) = entry.words.get(language) else {
            let message = say!("formula-without-words", name = of, language = language);
            self.fault(line, Diagnostic::new(Code::DirectiveAttribute, message).hint(say!("hint-formula")));
            return None;
        };
        let number = self.numbering.formula();
        self.label(line, &label, &number.to_string());
        Some(Block::Formula(Formula { label, number, math: entry.math.clone(), alt: alt.clone() }))
    }
}
