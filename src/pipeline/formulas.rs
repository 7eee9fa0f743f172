//! `formulas.toml`: TeX notation read into trees; `bibliography.toml`: descriptions of sources.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::markup::tex;
use crate::resolve::{Descriptions, Formulas, NamedFormula};
use crate::source::{Assets, from_toml, line_column};

const FILE: &str = "formulas.toml";
const BIBLIOGRAPHY: &str = "bibliography.toml";

/// A formula as it is written.
#[derive(Debug, Deserialize)]
struct FormulaSource {
    tex: String,
    #[serde(flatten)]
    words: BTreeMap<String, String>,
}

/// Reads the descriptions of the sources that templates may cite.
///
/// # Errors
/// [`Code::ThemeFault`] where the file is missing or cannot be read.
pub fn bibliography(assets: &Assets) -> Result<Descriptions, Diagnostic> {
    from_toml(BIBLIOGRAPHY, &assets.text(BIBLIOGRAPHY)?, Code::ThemeFault, say!("hint-compare-program"))
}

/// Reads the formulas.
///
/// # Errors
/// Every formula that cannot be read, on its line.
pub fn formulas(assets: &Assets) -> Result<Formulas, Diagnostics> {
    let text = assets.text(FILE)?;
    let written: BTreeMap<String, FormulaSource> =
        from_toml(FILE, &text, Code::ThemeFault, say!("hint-compare-program"))?;
    let mut formulas = Formulas::new();
    let mut faults = Diagnostics::new();
    for (name, FormulaSource { tex, words }) in written {
        match tex::formula(&tex) {
            Ok(math) => drop(formulas.insert(name, NamedFormula { math, words })),
            Err(detail) => {
                let (line, _) = line_column(&text, text.find(&format!("[{name}]")).unwrap_or_default());
                let message = say!("formula-unreadable", name = name, detail = detail);
                let fault = Diagnostic::new(Code::ThemeFault, message).at(Location::line(FILE, line));
                faults.push(fault.hint(say!("hint-formula")));
            }
        }
    }
    faults.into_result(formulas).map(|(formulas, _)| formulas)
}
