//! Digits typed by hand: numbers come into prose from data, so that none can be wrong or stale.

use super::prose::{Line, SEAM};
use crate::diag::{Code, Diagnostic, say};
use crate::locale::Locale;

/// A digit in a line's prose that is neither the number of a list's item nor part of a standard's name
/// (`standards` of the locale file).
pub fn typed(line: &Line, locale: &Locale) -> Option<Diagnostic> {
    let mut prose = line.text.clone();
    for standard in locale.standards() {
        prose = prose.replace(standard.as_str(), &" ".repeat(standard.len()));
    }
    let content = prose.trim_start_matches([' ', SEAM]);
    // «1. item» is how Markdown writes a numbered list.
    let marker = content.bytes().take_while(u8::is_ascii_digit).count();
    let is_list = marker > 0 && matches!(content.as_bytes().get(marker), Some(b'.' | b')'));
    let from = prose.len() - content.len() + if is_list { marker } else { 0 };
    let at = from + prose.get(from..)?.find(|c: char| c.is_ascii_digit())?;
    let message = say!("typed-digit", text = super::words::shown(&prose, at));
    Some(Diagnostic::new(Code::TypedDigit, message).hint(say!("hint-typed-digit")))
}
