//! The prose of a template, line by line: what a reader will read, without tags, attributes, addresses.

/// Stands in prose where a tag prints a value.
pub const VALUE: char = '\u{FFFC}';

/// Stands in prose where a tag prints nothing: what is before and after it may not meet on the page.
pub const SEAM: char = '\u{FFFB}';

/// Begins a condition that does not hold: that of an `else`.
pub const OTHERWISE: &str = "else ";

/// The prose of one line of a template.
#[derive(Debug, Default)]
pub struct Line {
    /// Number of the line in the file, from 1.
    pub number: u32,
    /// What a reader will read of it.
    pub text: String,
    /// Where in `text` conditions begin to hold: byte offset, and the conditions from there on.
    pub guards: Vec<(usize, Vec<String>)>,
    /// Texts inside the line's tags: words to choose from, words to join.
    pub literals: Vec<String>,
    /// Tags that say sentences, with the conditions around them.
    pub own_tags: Vec<(String, Vec<String>)>,
}

impl Line {
    /// Conditions of the template under which the text at an offset is printed.
    pub fn guards(&self, at: usize) -> &[String] {
        self.guards.iter().rev().find(|(from, _)| *from <= at).map_or(&[], |(_, guards)| guards)
    }
}

impl Line {
    /// The line under further conditions.
    pub fn under(&self, outer: &[String]) -> Self {
        let mut guards = vec![(0, outer.to_vec())];
        let inner = |own: &Vec<String>| outer.iter().chain(own).cloned().collect();
        guards.extend(self.guards.iter().map(|(from, own)| (*from, inner(own))));
        Self { number: self.number, text: self.text.clone(), guards, ..Self::default() }
    }
}

/// Reads a template's prose.
pub fn read(text: &str) -> Vec<Line> {
    let mut reader = ProseReader { lines: vec![Line { number: 1, ..Line::default() }], open: Vec::new() };
    let mut rest = text;
    while let Some(at) = ["{{", "{%", "{#"].iter().filter_map(|t| rest.find(t)).min() {
        reader.text(&rest[..at]);
        let close = match &rest[at..at + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let end = rest[at + 2..].find(close).map_or(rest.len(), |found| at + 2 + found + 2);
        reader.tag(&rest[at..end]);
        rest = &rest[end..];
    }
    reader.text(rest);
    for line in &mut reader.lines {
        blank_markup(&mut line.text);
    }
    reader.lines
}

struct ProseReader {
    lines: Vec<Line>,
    /// Conditions of the open `if` and `for` tags, the innermost last: the one that holds is the last of its
    /// tag, those before it do not.
    open: Vec<Vec<String>>,
}

impl ProseReader {
    fn text(&mut self, text: &str) {
        for (i, part) in text.split('\n').enumerate() {
            if i > 0 {
                self.next_line();
            }
            if let Some(line) = self.lines.last_mut() {
                line.text.push_str(part);
            }
        }
    }

    fn next_line(&mut self) {
        let number = self.lines.last().map_or(1, |l| l.number + 1);
        let guards = vec![(0, self.open.concat())];
        self.lines.push(Line { number, guards, ..Line::default() });
    }

    fn tag(&mut self, tag: &str) {
        let literals = literals(tag);
        if let Some(line) = self.lines.last_mut() {
            line.text.push(if tag.starts_with("{{") { VALUE } else { SEAM });
            if !tag.starts_with("{#") {
                line.literals.extend(literals);
            }
        }
        for _ in tag.matches('\n') {
            self.next_line();
        }
        if let Some(statement) = tag.strip_prefix("{%") {
            self.statement(statement.trim_matches(['-', '%', '}', ' ', '\n']));
        }
    }

    fn statement(&mut self, statement: &str) {
        match statement.split_whitespace().next() {
            Some("if" | "for") => self.open.push(vec![statement.to_owned()]),
            Some("elif" | "else") => {
                // The branch is reached where none of the earlier conditions holds.
                if let Some(branch) = self.open.last_mut() {
                    let asked = branch.pop().unwrap_or_default();
                    branch.push(format!("{OTHERWISE}{asked}"));
                    branch.push(statement.to_owned());
                }
            }
            Some("endif" | "endfor") => drop(self.open.pop()),
            Some("say" | "list" | "part") => {
                let open = self.open.concat();
                if let Some(line) = self.lines.last_mut() {
                    line.own_tags.push((statement.to_owned(), open));
                }
                return;
            }
            _ => return,
        }
        let open = self.open.concat();
        if let Some(line) = self.lines.last_mut() {
            line.guards.push((line.text.len(), open));
        }
    }
}

/// Quoted texts inside a tag.
fn literals(tag: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = tag;
    while let Some(at) = rest.find(['"', '\'']) {
        let quote = &rest[at..=at];
        let Some(length) = rest[at + 1..].find(quote) else { break };
        found.push(rest[at + 1..at + 1 + length].to_owned());
        rest = &rest[at + 1 + length + 1..];
    }
    found
}

/// Puts spaces of the same length over what is not prose: directives, attributes, addresses, the names of
/// footnotes, code. Offsets stay.
fn blank_markup(text: &mut String) {
    let content = text.trim_start();
    if content.starts_with(":::") || is_rule(content) {
        *text = VALUE.to_string();
        return;
    }
    let mut out = String::with_capacity(text.len());
    let mut closing: Vec<char> = Vec::new();
    for (at, c) in text.char_indices() {
        let opened = match c {
            '{' => Some('}'),
            '(' if text[..at].ends_with(']') => Some(')'),
            '[' if text[at..].starts_with("[^") => Some(']'),
            '`' if closing.last() != Some(&'`') => Some('`'),
            _ => None,
        };
        let closed = opened.is_none() && closing.last() == Some(&c);
        closing.extend(opened);
        if closing.is_empty() {
            out.push(c);
        } else {
            out.extend(std::iter::repeat_n('\0', c.len_utf8()));
        }
        if closed {
            closing.pop();
        }
    }
    *text = out;
}

/// The line under a table's head, or one that breaks the page.
fn is_rule(content: &str) -> bool {
    !content.is_empty() && content.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

#[cfg(test)]
mod tests {
    use super::{SEAM, VALUE, read};

    #[test]
    fn tags_are_no_prose_and_lines_keep_their_numbers() {
        let lines = read("a {{ x | plural(one=\"дом\") }} b\n{% if\n x %}c{% endif %}\n# T {id=t} [](#x)");
        let prose: Vec<(u32, &str)> =
            lines.iter().map(|l| (l.number, l.text.trim_matches([SEAM, '\0']))).collect();
        let value = format!("a {VALUE} b");
        assert_eq!(prose[0], (1, &*value));
        assert_eq!(prose[2], (3, "c"));
        assert!(prose[3].1.starts_with("# T ") && !prose[3].1.contains("id"));
        assert_eq!(lines[0].literals, ["дом"]);
    }

    #[test]
    fn conditions_hold_inside_their_branches() {
        let line = &read("a{% if x.majority %}b{% else %}c{% endif %}d")[0];
        let at = |c: char| line.text.find(c).unwrap();
        assert!(line.guards(at('a')).is_empty());
        assert_eq!(line.guards(at('b')), ["if x.majority"]);
        assert_eq!(line.guards(at('c')), ["else if x.majority", "else"]);
        assert!(line.guards(at('d')).is_empty());
    }
}
