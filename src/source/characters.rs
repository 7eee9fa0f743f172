//! Characters that no output can hold.

use crate::diag::{Code, Diagnostic, Location, say};

/// A control character in a string: XML 1.0 (2.2 Char) has no way to write it; private-use characters
/// mean nothing outside of the program that made them.
pub fn illegal(path: &str, pointer: &str, text: &str) -> Option<Diagnostic> {
    let character = text.chars().find(|c| is_illegal(*c))?;
    let code = format!("U+{:04X}", u32::from(character));
    let fault = Diagnostic::new(Code::ControlCharacter, say!("control-character", character = code));
    Some(fault.at(Location::pointer(path, pointer)).hint(say!("hint-control-character")))
}

/// The same of a text of lines, each with its line.
pub fn illegal_in_lines<'t>(path: &'t str, text: &'t str) -> impl Iterator<Item = Diagnostic> + 't {
    let lines = (1_u32..).zip(text.lines());
    lines.filter_map(move |(line, text)| Some(illegal(path, "", text)?.at(Location::line(path, line))))
}

fn is_illegal(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{FFFE}' | '\u{FFFF}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}
