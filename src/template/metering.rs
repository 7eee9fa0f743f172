//! Measures put into a template's text, so that what it does is counted while it renders.
//!
//! Tera walks a template without a limit on steps or memory. Before it reads a text, each loop, each value kept under a
//! name and each printed value is therefore wrapped in a call of [`meter`](super::meter), which counts and refuses what
//! goes beyond all measure. Nothing is put in that prints, and what is put in is known by its columns, so that places in
//! faults stay those of the file.

use super::binding::InsertedArguments;
use super::sentences::{Piece, pieces};
use crate::quantity::whole;

/// What stands in a tag at an offset in bytes.
type Insertion = (usize, String);

/// A template whose loops, values and prints are counted, and what was put in for that.
pub fn metered(text: &str) -> (String, Vec<InsertedArguments>) {
    let all = pieces(text);
    let bodies = bodies(&all);
    let mut out = Written::new(text.len());
    out.insert(&format!("{{{{ entered(by={}) }}}}", text.len()));
    let mut is_raw = false;
    for (piece, body) in all.iter().zip(bodies) {
        match piece.statement() {
            Some("raw") => is_raw = true,
            Some("endraw") => is_raw = false,
            _ => {}
        }
        let mut own = if is_raw { Vec::new() } else { insertions(piece, body) };
        // Of two at one place the later closes what the earlier opened.
        own.sort_by_key(|(at, _)| *at);
        let mut done = 0;
        for (at, words) in own {
            out.push(&piece.text[done..at]);
            out.insert(&words);
            done = at;
        }
        out.push(&piece.text[done..]);
    }
    (out.text, out.inserted)
}

/// A template that is being written, with the place that it has come to.
struct Written {
    text: String,
    line: u32,
    column: u32,
    inserted: Vec<InsertedArguments>,
}

impl Written {
    fn new(length: usize) -> Self {
        let text = String::with_capacity(length + length / 2);
        Self { text, line: 1, column: 1, inserted: Vec::new() }
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        let last = match text.rsplit_once('\n') {
            Some((before, last)) => {
                self.line += whole::count_u32(before.matches('\n').count() + 1);
                self.column = 1;
                last
            }
            None => text,
        };
        self.column += whole::count_u32(last.chars().count());
    }

    fn insert(&mut self, text: &str) {
        let length = whole::count_u32(text.chars().count());
        self.inserted.push(InsertedArguments { line: self.line, column: self.column, length });
        self.push(text);
    }
}

/// For each piece that opens a loop, how many bytes are walked in each of its rounds.
fn bodies(all: &[Piece<'_>]) -> Vec<usize> {
    let mut found = vec![0; all.len()];
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut walked = 0;
    for (index, piece) in all.iter().enumerate() {
        walked += piece.text.len();
        match piece.statement() {
            Some("for") => open.push((index, walked)),
            Some("endfor") => {
                if let Some((opening, began)) = open.pop()
                    && let Some(body) = found.get_mut(opening)
                {
                    *body = walked - began;
                }
            }
            _ => {}
        }
    }
    found
}

/// What is put into a piece.
fn insertions(piece: &Piece<'_>, body: usize) -> Vec<Insertion> {
    if piece.open.is_empty() || piece.open == "{#" {
        return Vec::new();
    }
    let (begins, ends) = bounds(piece);
    let code = Code::read(&piece.text[begins..ends], begins);
    let mut found = code.collections();
    match piece.statement() {
        Some("for") => {
            if let Some(at) = code.word("in", 0) {
                found.push((at + 3, "walked(value=".to_owned()));
                found.push((ends, format!(", by={body})")));
            }
        }
        Some("set" | "set_global") => {
            if let Some(at) = code.sign('=') {
                let expression = &piece.text[at + 1..ends];
                if !is_path(expression.trim()) {
                    let deep = u8::from(code.builds());
                    found.push((at + 1, " kept(value=".to_owned()));
                    found.push((ends, format!(", deep={deep})")));
                }
            }
        }
        Some(_) => {}
        None if begins == ends => {}
        None => {
            let expression = &piece.text[begins..ends];
            if is_path(expression) {
                found.push((ends, format!(" }}}}{{{{ counted(value={expression})")));
            } else if code.has_operators() {
                found.push((begins, "(".to_owned()));
                found.push((ends, ") | printed".to_owned()));
            } else {
                found.push((ends, " | printed".to_owned()));
            }
        }
    }
    found
}

/// Where what a tag says begins and ends, without delimiters and white space.
fn bounds(piece: &Piece<'_>) -> (usize, usize) {
    let inside = piece.inside();
    let begins = piece.text.find(inside).unwrap_or_default().max(piece.open.len().min(piece.text.len()));
    (begins, (begins + inside.len()).min(piece.text.len()))
}

/// Whether an expression is a variable with fields, which nothing can grow by.
fn is_path(expression: &str) -> bool {
    expression.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && expression.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '[' | ']'))
}

/// The inside of a tag, with the depth of brackets at each character outside of quotes.
struct Code {
    /// Offset in the piece, character, depth.
    signs: Vec<(usize, char, usize)>,
    end: usize,
}

impl Code {
    fn read(text: &str, begins: usize) -> Self {
        let mut signs = Vec::new();
        let (mut depth, mut quote) = (0_usize, None);
        for (at, c) in text.char_indices() {
            match (quote, c) {
                (Some(open), _) => {
                    quote = (c != open).then_some(open);
                    continue;
                }
                (None, '"' | '\'' | '`') => {
                    quote = Some(c);
                    continue;
                }
                (None, ')' | ']' | '}') => depth = depth.saturating_sub(1),
                (None, _) => {}
            }
            signs.push((begins + at, c, depth));
            if matches!(c, '(' | '[' | '{') {
                depth += 1;
            }
        }
        Self { signs, end: begins + text.len() }
    }

    /// Words outside of quotes with their offsets and depths.
    fn words(&self) -> Vec<(usize, String, usize)> {
        let mut found: Vec<(usize, String, usize)> = Vec::new();
        let mut last = None;
        for (at, c, depth) in &self.signs {
            if !c.is_alphanumeric() && *c != '_' {
                continue;
            }
            match found.last_mut().filter(|_| last == Some(*at)) {
                Some((_, word, _)) => word.push(*c),
                None => found.push((*at, c.to_string(), *depth)),
            }
            last = Some(at + c.len_utf8());
        }
        found
    }

    fn word(&self, wanted: &str, wanted_depth: usize) -> Option<usize> {
        let found =
            self.words().into_iter().find(|(_, word, depth)| word == wanted && *depth == wanted_depth);
        found.map(|(at, ..)| at)
    }

    fn sign(&self, wanted: char) -> Option<usize> {
        self.signs.iter().find(|(_, c, depth)| *c == wanted && *depth == 0).map(|(at, ..)| *at)
    }

    /// Whether there is an operator or a ternary outside of brackets, so that a filter at the end would take only the
    /// last operand.
    fn has_operators(&self) -> bool {
        let signs = self.signs.iter().any(|(_, c, depth)| *depth == 0 && "~+-*/%<>=!".contains(*c));
        let words = ["if", "else", "and", "or", "not", "in", "is"];
        signs || self.words().iter().any(|(_, word, depth)| *depth == 0 && words.contains(&word.as_str()))
    }

    /// Whether a list or a map is written out, in which a value may stand more than once.
    fn builds(&self) -> bool {
        let mut before = ' ';
        self.signs.iter().any(|(_, c, _)| {
            let opens = *c == '{' || (*c == '[' && !(before.is_alphanumeric() || "_])".contains(before)));
            if !c.is_whitespace() {
                before = *c;
            }
            opens
        })
    }

    /// `[… for x in LIST if …]`: each LIST is counted as a loop.
    fn collections(&self) -> Vec<Insertion> {
        let words = self.words();
        let mut found = Vec::new();
        let loops = words.iter().enumerate().filter(|(_, (_, word, depth))| word == "for" && *depth > 0);
        for (index, (_, _, depth)) in loops {
            let own = |word: &&(usize, String, usize)| word.2 == *depth;
            let mut after = words.iter().skip(index).filter(own);
            let Some((at, ..)) = after.find(|(_, word, _)| word == "in") else { continue };
            let condition = after.find(|(_, word, _)| word == "if").map(|(at, ..)| *at);
            let closes = self.signs.iter().find(|(sign, c, of)| sign > at && *c == ']' && of < depth);
            let closes = closes.map_or(self.end, |(at, ..)| *at);
            let ends = condition.filter(|at| *at < closes).unwrap_or(closes);
            found.push((at + 3, "walked(value=".to_owned()));
            found.push((ends, format!(", by={}) ", closes - at)));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::metered;
    use crate::template::binding::unbound_column;

    #[track_caller]
    fn is(text: &str, expected: &str) {
        let (out, _) = metered(text);
        let (_, body) = out.split_once("}}").unwrap();
        assert_eq!(body, expected);
    }

    #[test]
    fn loops_values_and_prints_are_counted() {
        is("{% for x in xs.y %}ab{% endfor %}", "{% for x in walked(value=xs.y, by=14) %}ab{% endfor %}");
        is("{% for x in xs\n%}ab", "{% for x in walked(value=xs, by=0)\n%}ab");
        is("{% set a = b ~ \"c\" -%}", "{% set a = kept(value= b ~ \"c\", deep=0) -%}");
        is("{% set a = b.c %}", "{% set a = b.c %}");
        is(
            "{% set a = [x for x in b if x.c] %}",
            "{% set a = kept(value= [x for x in walked(value=b , by=11) if x.c], deep=1) %}",
        );
        is("{{ a.b }}{{- c | num }}", "{{ a.b }}{{ counted(value=a.b) }}{{- c | num | printed }}");
        is("{{ a ~ b }}{{ a if b else c -}}", "{{ (a ~ b) | printed }}{{ (a if b else c) | printed -}}");
        is("{{ word(key=\"a - b\") }}", "{{ word(key=\"a - b\") | printed }}");
        is("{# {{ a }} #}{% raw %}{{ a }}{% endraw %}", "{# {{ a }} #}{% raw %}{{ a }}{% endraw %}");
    }

    #[test]
    fn places_are_those_of_the_file() {
        let (out, inserted) = metered("x {{ a | num }} {{ b.c }}\n{% for x in y.z %}");
        let column = |of: &str| {
            let at = out.find(of).unwrap();
            let line = out[..at].matches('\n').count() + 1;
            let begins = out[..at].rfind('\n').map_or(0, |at| at + 1);
            let line = u32::try_from(line).unwrap();
            unbound_column(&inserted, line, u32::try_from(out[begins..at].chars().count() + 1).unwrap())
        };
        assert_eq!([column("a | num"), column("b.c"), column("y.z")], [6, 20, 13]);
    }
}
