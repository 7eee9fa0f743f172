//! How data are made that no single record holds. The list is data, `templates/proof/formulas.toml`.

use regex::Regex;
use serde::Deserialize;

use crate::diag::{Code, Diagnostic, Location, say};
use crate::source::Assets;

const FILE: &str = "proof/formulas.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListFile {
    formula: Vec<FormulaFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FormulaFile {
    id: String,
    datum: String,
    en: String,
    ru: String,
    kk: String,
}

/// The list of formulas: id, which data it makes, and its words in English, Russian and Kazakh.
#[derive(Debug)]
pub struct Formulas(Vec<(String, Regex, [String; 3])>);

impl Formulas {
    /// Reads the list.
    ///
    /// # Errors
    /// [`Code::ReportSettings`] for a list that cannot be read as such.
    pub fn read(assets: &Assets) -> Result<Self, Diagnostic> {
        let fault = |detail: String| {
            Diagnostic::new(Code::ReportSettings, say!("proof-list", detail = detail))
                .at(Location::file(FILE))
        };
        let text = assets.text(FILE)?;
        let file: ListFile = toml::from_str(&text).map_err(|error| fault(error.to_string()))?;
        let all = file.formula.into_iter().map(|FormulaFile { id, datum, en, ru, kk }| {
            let pattern = Regex::new(&datum).map_err(|error| fault(error.to_string()))?;
            Ok((id, pattern, [en, ru, kk]))
        });
        all.collect::<Result<_, Diagnostic>>().map(Self)
    }

    /// Id of the formula that makes a datum.
    pub fn of_datum(&self, datum: &str) -> Option<&str> {
        self.0.iter().find(|(_, pattern, _)| pattern.is_match(datum)).map(|(id, ..)| id.as_str())
    }

    /// The words of a formula in English, Russian and Kazakh.
    pub fn words(&self, id: &str) -> Option<&[String; 3]> {
        self.0.iter().find(|(own, ..)| own == id).map(|(.., words)| words)
    }
}
