//! One diagnostic type for everything that can be wrong with an input, a template or an output.
//!
//! Rooms collect [`Diagnostic`]s into [`Diagnostics`] and go on as far as they can, so that the user
//! sees all faults of a run at once; only `cli` prints them. A diagnostic says what is wrong in one
//! plain sentence, where (file, line, column, JSON path), and what to do next; its sentences are ids of
//! a catalogue ([`Catalogue`]) that has them in Kazakh, Russian and English.

mod catalogue;
mod code;
mod message;

use std::fmt;

pub use catalogue::{Catalogue, UiLanguage, sources};
pub use code::{ALL, Code};
pub use message::{Arg, Message};

pub(crate) use message::say;

/// How grave a finding is: an error stops the build, a warning is a doubt, a note says what the program
/// will do by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Note,
    Warning,
    Error,
}

impl Severity {
    /// The word that stands before a finding.
    pub fn message(self) -> Message {
        match self {
            Self::Note => say!("note"),
            Self::Warning => say!("warning"),
            Self::Error => say!("error"),
        }
    }
}

/// Where a fault stands. Lines and columns count from 1; columns count characters.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The file as the user named it or relative to the study folder.
    pub file: String,
    pub line: Option<u32>,
    pub column: Option<u32>,
    /// JSON Pointer (RFC 6901) into the file, where it is JSON.
    pub pointer: Option<String>,
}

impl Location {
    /// A place that is a whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), ..Self::default() }
    }

    /// A line of a file, counted from 1.
    pub fn line(file: impl Into<String>, line: u32) -> Self {
        Self { file: file.into(), line: Some(line), ..Self::default() }
    }

    /// A value inside a JSON file; line and column are found when the diagnostic is located.
    pub fn pointer(file: impl Into<String>, pointer: impl Into<String>) -> Self {
        Self { file: file.into(), pointer: Some(pointer.into()), ..Self::default() }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
            if let Some(column) = self.column {
                write!(f, ":{column}")?;
            }
        }
        match self.pointer.as_deref() {
            Some(pointer) if !pointer.is_empty() => write!(f, " at {pointer}"),
            _ => Ok(()),
        }
    }
}

/// One finding: a code, one sentence, the place and the next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: Code,
    pub severity: Severity,
    pub message: Message,
    pub place: Option<Location>,
    /// Boxed, to keep results small.
    pub hint: Option<Box<Message>>,
}

impl Diagnostic {
    /// A finding of the code's own severity.
    pub fn new(code: Code, message: Message) -> Self {
        Self { code, severity: code.severity(), message, place: None, hint: None }
    }

    #[must_use]
    pub fn at(mut self, place: Location) -> Self {
        self.place = Some(place);
        self
    }

    #[must_use]
    pub fn hint(mut self, hint: Message) -> Self {
        self.hint = Some(Box::new(hint));
        self
    }

    /// The finding as it is printed, in a language of the user interface.
    pub fn render(&self, language: UiLanguage) -> String {
        let severity = self.severity.message().render(language);
        let mut text = format!("{severity}[{}]: {}", self.code, self.message.render(language));
        if let Some(place) = &self.place {
            text.push_str(&format!("\n  --> {place}"));
        }
        if let Some(hint) = &self.hint {
            let help = say!("help").render(language);
            text.push_str(&format!("\n  {help}: {}", hint.render(language)));
        }
        text
    }
}

/// The finding in English.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(UiLanguage::En))
    }
}

/// A collection of findings; empty means that nothing is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    pub fn extend(&mut self, other: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(other);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|d| d.severity == Severity::Error)
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, Diagnostic> {
        self.0.iter_mut()
    }

    /// Sorts by place and drops what is said twice, so that two runs print the same.
    pub fn normalise(&mut self) {
        self.0.sort_by(|a, b| {
            (&a.place, a.code.as_str(), &a.message).cmp(&(&b.place, b.code.as_str(), &b.message))
        });
        self.0.dedup();
    }

    /// `Ok(value)` where no error was found, else all findings.
    pub fn into_result<T>(self, value: T) -> Result<(T, Self), Self> {
        if self.has_errors() { Err(self) } else { Ok((value, self)) }
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(vec![diagnostic])
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(iter: I) -> Self {
        Self(iter.into_iter().collect())
    }
}
