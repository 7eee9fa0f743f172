//! Marks that good typography does not have: two spaces, wrong quotation marks, a hyphen for a dash.

use super::prose::{Line, SEAM, VALUE};
use super::words::shown;
use crate::diag::{Code, Diagnostic, Message, say};
use crate::locale::Locale;

const QUOTES: &str = "\"«»“”„‟‹›";

/// Everything wrong with a line's marks.
pub fn wrong(line: &Line, locale: &Locale) -> Vec<Diagnostic> {
    let lint = locale.lint();
    let is_table = line.text.trim_start_matches([' ', SEAM]).starts_with('|');
    let text = line.text.trim_end();
    let begins = text.len() - text.trim_start_matches([' ', '-', '#', SEAM]).len();
    let find = |mark: &str| text.match_indices(mark).map(|(at, _)| at).find(|at| *at >= begins);
    let shown = |at: usize| shown(text, at);
    let mut found: Vec<Message> = Vec::new();
    if let Some(at) = find("  ").filter(|_| !is_table) {
        found.push(say!("marks-two-spaces", text = shown(at)));
    }
    let is_wrong_quote = |c: &char| QUOTES.contains(*c) && !lint.quotes.contains(*c);
    if let Some(quote) = text.chars().find(is_wrong_quote).filter(|_| !lint.quotes.is_empty()) {
        found.push(say!("marks-quotes", mark = quote, right = lint.quotes));
    }
    if let Some(at) = find(" - ").or_else(|| find(" -- ")) {
        found.push(say!("marks-hyphen", text = shown(at)));
    }
    // A cell that shows nothing holds the long dash alone.
    let long = lint.wrong_dashes.chars().find_map(|dash| find(&format!(" {dash} ")));
    if let Some(at) = long.filter(|_| !is_table) {
        found.push(say!("marks-dash", text = shown(at)));
    }
    if let Some(at) = find("...") {
        found.push(say!("marks-ellipsis", text = shown(at)));
    }
    if let Some(at) = space_before_mark(text) {
        found.push(say!("marks-space", text = shown(at)));
    }
    found.into_iter().map(|m| Diagnostic::new(Code::TemplateMarks, m).hint(say!("hint-marks"))).collect()
}

/// Where a word or a value is parted from the mark after it.
fn space_before_mark(text: &str) -> Option<usize> {
    let is_parted = |at: usize, mark: &str| {
        let before = text[..at].chars().next_back();
        let after = text[at + mark.len()..].chars().next();
        before.is_some_and(|c| c.is_alphanumeric() || c == VALUE)
            && after.is_none_or(|c| !c.is_alphanumeric() && c != ':')
    };
    [" ,", " .", " ;", " :", " !", " ?", " »"]
        .iter()
        .find_map(|mark| text.match_indices(mark).map(|(at, _)| at).find(|at| is_parted(*at, mark)))
}
