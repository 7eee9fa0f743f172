//! No text has more letters in a word or marks on a letter than can be set, and no signs that are not seen.

use super::context::Context;
use super::texts::strings;
use crate::diag::{Code, Diagnostic, say};
use crate::source::odd_signs::{self, Excess, excess, unseen};

/// Texts beyond the bounds.
pub fn bounds(context: &Context<'_>) -> Vec<Diagnostic> {
    let texts = strings(&context.files, &[]);
    let found = texts.iter().filter_map(|string| {
        let message = match excess(string.text)? {
            Excess::Word(n) => say!("text-word-long", n = n, most = odd_signs::WORD),
            Excess::Marks(n) => say!("text-marks-many", n = n, most = odd_signs::MARKS),
            Excess::Text(n) => say!("text-long", n = n, most = odd_signs::TEXT),
        };
        Some(Diagnostic::new(Code::TextBounds, message).at(string.location()).hint(say!("hint-text-bounds")))
    });
    found.collect()
}

/// Signs that are not seen.
pub fn unseen_signs(context: &Context<'_>) -> Vec<Diagnostic> {
    let texts = strings(&context.files, &[]);
    let found = texts.iter().filter_map(|string| {
        let code = format!("U+{:04X}", u32::from(unseen(string.text)?));
        let message = say!("unseen-sign", code = code);
        Some(Diagnostic::new(Code::UnseenSign, message).at(string.location()).hint(say!("hint-unseen-sign")))
    });
    found.collect()
}
