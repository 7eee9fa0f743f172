//! A structure has no word of any language: what stands there would be printed in all of them.

use crate::diag::{Code, Diagnostic, Location, say};
use crate::source::{Script, has_script};
use crate::template::lint::prose::Line;

/// Words between the tags of a structure, and texts in Cyrillic letters inside them.
pub fn words(path: &str, lines: &[Line]) -> Vec<Diagnostic> {
    let found = lines.iter().filter_map(|line| {
        let prose = without_entities(&line.text);
        let word = prose.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty());
        let literal = line.literals.iter().find(|text| has_script(text, Script::Cyrillic));
        let word = word.map(str::to_owned).or(literal.cloned())?;
        let fault = Diagnostic::new(Code::StructureWords, say!("structure-words", word = word));
        Some(fault.at(Location::line(path, line.number)).hint(say!("hint-structure-words")))
    });
    found.collect()
}

/// `&nbsp;` is no word.
fn without_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        rest = match after.split_once(';') {
            Some((name, left)) if name.chars().all(|c| c.is_ascii_alphanumeric()) => left,
            _ => after,
        };
    }
    out.push_str(rest);
    out
}
