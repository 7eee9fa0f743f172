//! Settings files in TOML: theme, locale, report settings, patterns.

use serde::de::DeserializeOwned;

use super::line_column;
use crate::diag::{Code, Diagnostic, Location, Message, say};

/// Reads a settings file.
///
/// # Errors
/// `code` with line and column where the text is no TOML or has another form than the type.
pub fn from_toml<T: DeserializeOwned>(
    path: &str,
    text: &str,
    code: Code,
    hint: Message,
) -> Result<T, Diagnostic> {
    toml::from_str(text).map_err(|error| toml_fault(path, text, &error, code, hint))
}

/// What TOML says of a text, with its line and column.
pub(super) fn toml_fault(
    path: &str,
    text: &str,
    error: &toml::de::Error,
    code: Code,
    hint: Message,
) -> Diagnostic {
    let (line, column) = line_column(text, error.span().map_or(0, |s| s.start));
    let place = Location { column: Some(column), ..Location::line(path, line) };
    Diagnostic::new(code, say!("toml-refused", detail = error.message())).at(place).hint(hint)
}
