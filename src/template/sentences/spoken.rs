//! A sentence as a template of its own, with a mark for each wording and branch.
//!
//! The marks are private-use characters, one a unit: they tell which unit of which sentence a rendered line holds,
//! so that faults lead to the words and the suite can see what none of its studies has said.

use super::file::{Sentence, Wording};
use super::origin::{Generated, Origin};
use super::pieces::pieces;
use crate::template::line_map;

/// A part of a sentence that is printed as a whole: a wording, or a branch of its condition.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unit {
    /// The sentence's name.
    pub sentence: String,
    /// Path of its file.
    pub file: String,
    /// Line of the wording.
    pub line: u32,
    /// Which of its wordings, from 0.
    pub wording: usize,
    /// The branch of the wording's condition, where it has one: whether the condition holds.
    pub branch: Option<bool>,
}

/// The name of a sentence's template.
pub fn template_name(sentence: &str) -> String {
    format!("sentence:{sentence}")
}

/// The template of a sentence; its units are added to those before it.
pub fn template(sentence: &Sentence, units: &mut Vec<Unit>) -> (String, Origin) {
    let mut out = Generated::new(&sentence.file);
    let is_joint = joint(sentence).is_some();
    let several = sentence.wordings.len() > 1;
    for (index, wording) in sentence.wordings.iter().enumerate() {
        let line = wording.line();
        let test = match (several, index) {
            (false, _) => String::new(),
            (true, 0) => {
                let choice =
                    format!("wording(sentence=\"{}\", of={})", sentence.name, sentence.wordings.len());
                format!("{{% set wording = {choice} %}}{{% if wording == 0 %}}")
            }
            (true, _) => format!("{{% elif wording == {index} %}}"),
        };
        out.put(&test, line, 1);
        let mut marks = Marks { sentence, wording: index, units };
        match is_joint {
            true => {
                out.put(&marks.next(line, None), line, 1);
                out.put(joint(sentence).unwrap_or_default(), line, 1);
            }
            false => speak(wording, &mut out, &mut marks),
        }
    }
    if several {
        out.put("{% endif %}", sentence.line, 1);
    }
    out.finish()
}

/// What stands between the items of a list: the text of a sentence that is written as `…, …`.
pub fn joint(sentence: &Sentence) -> Option<&str> {
    let [wording] = sentence.wordings.as_slice() else { return None };
    wording.text.strip_prefix('…')?.strip_suffix('…')
}

struct Marks<'a> {
    sentence: &'a Sentence,
    wording: usize,
    units: &'a mut Vec<Unit>,
}

impl Marks<'_> {
    /// The mark of a new unit.
    fn next(&mut self, line: u32, branch: Option<bool>) -> String {
        let Sentence { name, file, .. } = self.sentence;
        let unit = Unit { sentence: name.clone(), file: file.clone(), line, wording: self.wording, branch };
        self.units.push(unit);
        line_map::unit_mark(self.units.len() - 1).map(String::from).unwrap_or_default()
    }
}

fn speak(wording: &Wording, out: &mut Generated, marks: &mut Marks<'_>) {
    let first = wording.line();
    let all = pieces(&wording.text);
    let has_condition = all.iter().any(|piece| piece.statement() == Some("if"));
    let has_else = all.iter().any(|piece| piece.statement() == Some("else"));
    let mark = marks.next(first, None);
    out.put(&mark, first, 1);
    for piece in &all {
        let (line, column) = (wording.file_line(piece.line), piece.column);
        match piece.statement() {
            Some("if") => {
                out.source(piece.text, line, column);
                out.put(&marks.next(first, Some(true)), line, column);
            }
            Some("else") => {
                out.source(piece.text, line, column);
                out.put(&marks.next(first, Some(false)), line, column);
            }
            Some("endif") => {
                if has_condition && !has_else {
                    out.put(&format!("{{% else %}}{}", marks.next(first, Some(false))), line, column);
                }
                out.source(piece.text, line, column);
            }
            _ if piece.open.is_empty() => {
                // A line of the file ends, the paragraph goes on.
                let text = piece.text.strip_suffix('\n');
                out.source(text.unwrap_or(piece.text), line, column);
                if text.is_some() {
                    out.put(" ", line, column);
                }
            }
            _ => out.source(piece.text, line, column),
        }
    }
}
