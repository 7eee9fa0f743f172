//! Captions of figures and tables.

use serde::Serialize;

use super::{Inlines, RunningNumber};

/// A caption's label and text. `before` + `number` + `after` is the printed label; a paper's captions have none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Caption {
    /// Text before the number: «Рисунок » or nothing.
    pub before: String,
    /// The number; a paper's captions have none.
    pub number: Option<RunningNumber>,
    /// Text after the number: «-сурет» or nothing.
    pub after: String,
    /// What stands between the label and the text: « – ».
    pub separator: String,
    /// What the caption says.
    pub text: Inlines,
}

impl Caption {
    /// The printed label, e.g. «1-сурет»; empty where there is none.
    pub fn label(&self) -> String {
        self.number.map(|number| format!("{}{number}{}", self.before, self.after)).unwrap_or_default()
    }

    /// What references to the figure or table print; empty where it has no number.
    pub fn printed(&self) -> String {
        self.number.map(|number| number.to_string()).unwrap_or_default()
    }
}
