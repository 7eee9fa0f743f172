//! One diagnostic type for everything that can be wrong with an input, a template or an output.
//!
//! Rooms collect [`Diagnostic`]s into [`Diagnostics`] and go on as far as they can, so that the user
//! sees all faults of a run at once; only `cli` prints them. A diagnostic says what is wrong in one
//! plain sentence, where (file, line, column, JSON path), and what to do next; its sentences are ids of
//! a catalogue ([`Catalogue`]) that has them in Kazakh, Russian and English.

mod catalogue;
mod cause;
mod code;
mod message;
mod nearest;

use std::fmt;

pub use catalogue::{Catalogue, UiLanguage, sources};
pub use cause::{of_io, of_library};
pub use code::{ALL, Code};
pub use message::{Arg, Message};
pub use nearest::nearest;

pub use crate::say;

/// How grave a finding is; the gravest is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// What the program will do by itself, such as leaving out a small base.
    Note,
    /// A doubt; the documents are built.
    Warning,
    /// A fault; nothing is built.
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
    /// The file as the user named it, or relative to the study folder or the templates.
    pub file: String,
    /// The cell, where the file is a workbook.
    pub cell: Option<Box<Cell>>,
    /// Line, from 1.
    pub line: Option<u32>,
    /// Column in characters, from 1; only where there is a line.
    pub column: Option<u32>,
    /// JSON Pointer (RFC 6901) into the file, where it is JSON; `page 3` of a PDF; a part of a package of Office programs.
    pub pointer: Option<String>,
}

/// A cell of a workbook, or a whole sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// The sheet's place in the workbook, from 0.
    pub at: usize,
    /// The sheet's name.
    pub sheet: String,
    /// Row and column, from 0; none for the sheet as a whole.
    pub place: Option<(u32, u32)>,
}

impl Cell {
    /// The cell as a spreadsheet names it, `D7`; none for a whole sheet.
    pub fn address(&self) -> Option<String> {
        let (row, column) = self.place?;
        let mut letters = String::new();
        let mut rest = u64::from(column) + 1;
        while rest > 0 {
            let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
            letters.insert(0, char::from(b'A' + letter));
            rest = (rest - 1) / 26;
        }
        Some(format!("{letters}{}", u64::from(row) + 1))
    }
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

    /// A cell of a workbook, or one of its sheets.
    pub fn cell(file: impl Into<String>, cell: Cell) -> Self {
        Self { file: file.into(), cell: Some(Box::new(cell)), ..Self::default() }
    }

    /// A value inside a JSON file; line and column are found when the diagnostic is located.
    pub fn pointer(file: impl Into<String>, pointer: impl Into<String>) -> Self {
        Self { file: file.into(), pointer: Some(pointer.into()), ..Self::default() }
    }

    /// File, line and column as editors read them, `cases.json:45:7`, and the value in a JSON file, in a language
    /// of the user interface.
    pub fn render(&self, language: UiLanguage) -> String {
        if let Some(cell) = &self.cell {
            let (file, sheet) = (&self.file, &cell.sheet);
            return match cell.address() {
                Some(address) => say!("location-cell", file = file, sheet = sheet, cell = address),
                None => say!("location-sheet", file = file, sheet = sheet),
            }
            .render(language);
        }
        let numbers = self.line.into_iter().chain(self.line.and(self.column));
        let position = numbers.fold(self.file.clone(), |text, number| format!("{text}:{number}"));
        match self.pointer.as_deref() {
            None | Some("") => position,
            Some(inside) => match inside.strip_prefix("page ") {
                Some(page) => say!("location-page", position = position, page = page),
                None if inside.starts_with('/') => say!("location", position = position, pointer = inside),
                None => say!("location-part", position = position, part = inside),
            }
            .render(language),
        }
    }
}

/// The location in English.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(UiLanguage::En))
    }
}

/// One finding: a code, one sentence, the place and the next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of fault it is.
    pub code: Code,
    /// How grave it is: as a rule what its code says.
    pub severity: Severity,
    /// What is wrong.
    pub message: Message,
    /// Where.
    pub location: Option<Location>,
    /// What to do next. Boxed, to keep results small.
    pub hint: Option<Box<Message>>,
}

impl Diagnostic {
    /// A finding of the code's own severity.
    pub fn new(code: Code, message: Message) -> Self {
        Self { code, severity: code.severity(), message, location: None, hint: None }
    }

    /// The finding at a location.
    #[must_use]
    pub fn at(mut self, location: Location) -> Self {
        self.location = Some(location);
        self
    }

    /// The finding with the next step.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Self {
        self.hint = Some(Box::new(hint));
        self
    }

    /// The finding as it is printed, in a language of the user interface: severity, code and message, the location,
    /// the next step, one a line and without a line end.
    pub fn render(&self, language: UiLanguage) -> String {
        let severity = self.severity.message().render(language);
        let mut text = format!("{severity}[{}]: {}", self.code, self.message.render(language));
        if let Some(place) = &self.location {
            text.push_str(&format!("\n  --> {}", place.render(language)));
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
    /// No findings.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all findings.
    pub fn extend(&mut self, other: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(other);
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|d| d.severity == Severity::Error)
    }

    /// The findings in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// The findings in order, to change.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, Diagnostic> {
        self.0.iter_mut()
    }

    /// Sorts by place and drops what is said twice, so that two runs print the same.
    pub fn normalise(&mut self) {
        self.0.sort_by(|a, b| {
            (&a.location, a.code.as_str(), &a.message).cmp(&(&b.location, b.code.as_str(), &b.message))
        });
        self.0.dedup();
    }

    /// The value with warnings and notes where no error was found.
    ///
    /// # Errors
    /// All findings, where one is an error.
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

impl<'d> IntoIterator for &'d Diagnostics {
    type Item = &'d Diagnostic;
    type IntoIter = std::slice::Iter<'d, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(iter: I) -> Self {
        Self(iter.into_iter().collect())
    }
}
