//! Formulas by their names in `formulas.toml`.

use std::collections::BTreeMap;

use crate::document::math::Math;

/// The formulas that templates may name.
pub type Formulas = BTreeMap<String, NamedFormula>;

/// A formula, and its words in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedFormula {
    /// What is printed.
    pub math: Math,
    /// What is heard, by language.
    pub words: BTreeMap<String, String>,
}
