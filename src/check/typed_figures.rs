//! Findings and recommendations hold words; their figures come from the data, so that they cannot go
//! stale.

use super::context::Context;
use super::texts::strings;
use crate::diag::{Code, Diagnostic, say};
use crate::study::outcome::Recommendations;

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    strings(&context.files, &[Recommendations::FILE])
        .iter()
        .filter(|s| {
            s.language.is_some() && (s.pointer.contains("/statement/") || s.pointer.contains("/action/"))
        })
        .filter_map(|s| {
            let figure = figure(s.text)?;
            let message = say!("typed-figure", found = figure);
            Some(Diagnostic::new(Code::TypedFigure, message).at(s.location()).hint(say!("hint-typed-figure")))
        })
        .collect()
}

/// The first number that is no part of a name such as «№ 5» or «T-2».
fn figure(text: &str) -> Option<&str> {
    text.split_whitespace()
        .zip(std::iter::once("").chain(text.split_whitespace()))
        .filter(|(_, before)| !before.ends_with('№'))
        .filter(|(word, _)| !word.contains('№'))
        .map(|(word, _)| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%'))
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn numbers_are_figures_and_names_are_not() {
        assert_eq!(figure("for 63,4% of residents"), Some("63,4%"));
        assert_eq!(figure("school № 5, school №6 and T-2"), None);
        assert_eq!(figure("water above all"), None);
    }
}
