//! From a place in a generated template back to the file in which its words stand.

use crate::diag::Location;
use crate::template::binding::{InsertedArguments, unbound_column};

/// Where a stretch of a generated template comes from.
#[derive(Debug, Clone, Copy)]
struct Anchor {
    /// Line and column in the generated template, from 1.
    at: (u32, u32),
    /// Line and column in the file.
    source: (u32, u32),
    /// Whether the stretch stands in the file as it is.
    verbatim: bool,
}

/// The origin of a generated template.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// Path of the file.
    pub file: String,
    anchors: Vec<Anchor>,
    /// What the binding of numbers put in afterwards.
    pub bound: Vec<InsertedArguments>,
}

impl Origin {
    /// The place in the file of a line and a column of the template.
    pub fn location(&self, line: u32, column: Option<u32>) -> Location {
        let column = unbound_column(&self.bound, line, column.unwrap_or(1));
        let found = self.anchors.iter().rev().find(|anchor| anchor.at <= (line, column));
        let Some(anchor) = found.or(self.anchors.first()) else { return Location::file(&self.file) };
        let (source_line, mut source_column) = anchor.source;
        if anchor.verbatim && anchor.at.0 == line {
            source_column += column.saturating_sub(anchor.at.1);
        }
        Location { column: Some(source_column), ..Location::line(&self.file, source_line) }
    }
}

/// A template that is being written, with its origin.
#[derive(Debug)]
pub struct Generated {
    /// What the engine will read.
    pub text: String,
    line: u32,
    column: u32,
    origin: Origin,
}

impl Generated {
    /// An empty template that will hold the words of a file.
    pub fn new(file: &str) -> Self {
        let origin = Origin { file: file.to_owned(), ..Origin::default() };
        Self { text: String::new(), line: 1, column: 1, origin }
    }

    /// Writes what stands at a place of the file, as it stands there.
    pub fn source(&mut self, text: &str, line: u32, column: u32) {
        for (below, part) in (0u32..).zip(text.split_inclusive('\n')) {
            let source = if below == 0 { (line, column) } else { (line + below, 1) };
            self.origin.anchors.push(Anchor { at: (self.line, self.column), source, verbatim: true });
            self.write(part);
        }
    }

    /// Writes what the program puts at a place of the file.
    pub fn put(&mut self, text: &str, line: u32, column: u32) {
        let at = (self.line, self.column);
        self.origin.anchors.push(Anchor { at, source: (line, column), verbatim: false });
        self.write(text);
    }

    fn write(&mut self, text: &str) {
        for c in text.chars() {
            if c == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.text.push_str(text);
    }

    /// The text with its numbers bound to their data, and its origin.
    pub fn finish(self) -> (String, Origin) {
        let (text, bound) = crate::template::binding::bind(&self.text);
        (text, Origin { bound, ..self.origin })
    }
}

#[cfg(test)]
mod tests {
    use super::Generated;

    #[test]
    fn places_lead_back_through_what_was_put_in() {
        let mut out = Generated::new("ru.md");
        out.put("MARK", 7, 1);
        out.source("a {{ n | num }} b", 7, 1);
        out.put(" ", 8, 1);
        out.source("c {{ x }}", 8, 1);
        let (text, origin) = out.finish();
        let column = |of: &str| u32::try_from(text.find(of).unwrap() + 1).unwrap();
        let place = |of: &str| origin.location(1, Some(column(of))).to_string();
        assert_eq!(place("n | num"), "ru.md:7:6");
        assert_eq!(place(" b c"), "ru.md:7:16");
        assert_eq!(place("x }}"), "ru.md:8:6");
    }
}
