//! A file of sentences: one language's words of a deliverable, in the order in which the deliverable says them.
//!
//! It is Markdown to read: `# Section` for the reader alone, `## name` of a sentence, below it the sentence as one
//! paragraph. A line `or:` begins another wording of the same sentence. `{# … #}` is a remark.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Location, Message, say};

/// The line between two wordings of a sentence.
const ALTERNATIVE: &str = "or:";

/// A named sentence in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Such as `summary.lead`.
    pub name: String,
    /// The heading of the section of the file in which it stands.
    pub section: String,
    /// Path of the file.
    pub file: String,
    /// Line of its name, from 1.
    pub line: u32,
    /// One or more ways to say it.
    pub wordings: Vec<Wording>,
}

/// One way to say a sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// Its lines, without indentation, with line feeds between them.
    pub text: String,
    /// The number of each line in the file.
    pub lines: Vec<u32>,
}

impl Wording {
    /// Line of its first words.
    pub fn line(&self) -> u32 {
        self.lines.first().copied().unwrap_or(1)
    }

    /// The line in the file of a line of the text, from 1.
    pub fn file_line(&self, line: u32) -> u32 {
        let index = usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX);
        self.lines.get(index).or(self.lines.last()).copied().unwrap_or(1)
    }
}

/// What a file of sentences holds.
#[derive(Debug, Default)]
pub struct SentenceFile {
    pub sentences: Vec<Sentence>,
    /// The text without names and headings, line by line as in the file.
    pub prose: String,
    pub faults: Vec<Diagnostic>,
}

/// Reads a file of sentences.
pub fn read(path: &str, text: &str) -> SentenceFile {
    let mut reader = Reader { path, found: SentenceFile::default(), section: String::new(), ended: false };
    let without_remarks = without_remarks(text);
    for ((number, line), remark) in (1u32..).zip(text.lines()).zip(without_remarks.lines()) {
        reader.line(number, line, remark);
    }
    let mut names = BTreeSet::new();
    let mut told = Vec::new();
    for sentence in &reader.found.sentences {
        if !names.insert(&sentence.name) {
            told.push(fault(path, sentence.line, say!("sentence-twice", name = sentence.name)));
        }
        if sentence.wordings.iter().any(|wording| wording.lines.is_empty()) {
            told.push(fault(path, sentence.line, say!("sentence-empty", name = sentence.name)));
        }
    }
    reader.found.faults.extend(told);
    reader.found
}

struct Reader<'a> {
    path: &'a str,
    found: SentenceFile,
    section: String,
    /// Whether an empty line stands below the text of the last wording.
    ended: bool,
}

impl Reader<'_> {
    /// Takes a line in, as it is and with its remarks blank.
    fn line(&mut self, number: u32, written: &str, text: &str) {
        let content = text.trim();
        let is_prose = !content.starts_with('#') && content != ALTERNATIVE;
        if is_prose {
            self.found.prose.push_str(written);
        }
        self.found.prose.push('\n');
        if content.is_empty() {
            self.ended |= written.trim().is_empty();
        } else if let Some(name) = content.strip_prefix("## ") {
            self.name(number, name.trim());
        } else if let Some(section) = content.strip_prefix("# ") {
            section.trim().clone_into(&mut self.section);
            self.ended = true;
        } else if content.starts_with('#') {
            self.found.faults.push(fault(self.path, number, say!("sentence-heading", text = content)));
        } else {
            self.words(number, content);
        }
    }

    fn name(&mut self, number: u32, name: &str) {
        self.ended = false;
        if !is_name(name) {
            self.found.faults.push(fault(self.path, number, say!("sentence-name", name = name)));
        }
        self.found.sentences.push(Sentence {
            name: name.to_owned(),
            section: self.section.clone(),
            file: self.path.to_owned(),
            line: number,
            wordings: vec![Wording::default()],
        });
    }

    fn words(&mut self, number: u32, content: &str) {
        let Some(sentence) = self.found.sentences.last_mut() else {
            return self.found.faults.push(fault(self.path, number, say!("sentence-nameless")));
        };
        if content == ALTERNATIVE {
            self.ended = false;
            return sentence.wordings.push(Wording::default());
        }
        let Some(wording) = sentence.wordings.last_mut() else { return };
        if self.ended && !wording.lines.is_empty() {
            self.found.faults.push(fault(
                self.path,
                number,
                say!("sentence-paragraphs", name = sentence.name),
            ));
        }
        self.ended = false;
        if !wording.lines.is_empty() {
            wording.text.push('\n');
        }
        wording.text.push_str(content);
        wording.lines.push(number);
    }
}

/// Small letters of the Latin alphabet, digits, hyphens, underscores; points between its parts.
pub fn is_name(name: &str) -> bool {
    let is_letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_');
    name.split('.').all(|part| !part.is_empty() && part.bytes().all(is_letter))
}

fn fault(path: &str, line: u32, message: Message) -> Diagnostic {
    Diagnostic::new(Code::SentenceFile, message)
        .at(Location::line(path, line))
        .hint(say!("hint-sentence-file"))
}

/// The text with blanks in the place of `{# … #}`; lines stay.
fn without_remarks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in super::pieces::pieces(text) {
        if piece.open == "{#" {
            out.extend(piece.text.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        } else {
            out.push_str(piece.text);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn sentences_have_names_and_wordings() {
        let text = "{# a remark\nof two lines #}\n# Section\n\n## a.lead\nOne,\ntwo {{ n }}.\n\n## a.more\nFirst.\n\nor:\n\nSecond.\n";
        let found = read("ru.md", text);
        assert!(found.faults.is_empty(), "{:?}", found.faults);
        let told: Vec<_> = found
            .sentences
            .iter()
            .map(|s| {
                (
                    s.name.as_str(),
                    s.section.as_str(),
                    s.line,
                    s.wordings.iter().map(|w| w.text.as_str()).collect::<Vec<_>>(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("a.lead", "Section", 5, vec!["One,\ntwo {{ n }}."]),
                ("a.more", "Section", 9, vec!["First.", "Second."])
            ]
        );
        assert_eq!(found.sentences[1].wordings[1].line(), 14);
        assert_eq!(found.prose.lines().nth(5), Some("One,"));
    }

    #[test]
    fn what_is_no_sentence_is_told_with_its_line() {
        let text = "words\n## Name\nx\n\n### deep\n## a\n## a\nx\n\ny\n";
        let lines: Vec<_> = read("ru.md", text).faults.into_iter().filter_map(|f| f.location?.line).collect();
        assert_eq!(lines, [1, 2, 5, 10, 6, 7]);
    }
}
