//! The tera engine: fills the templates of a deliverable with study and facts in one language.
//!
//! A rendered text comes back with a [`LineMap`], so that whatever goes wrong later can still be shown
//! on the template's own line. Data enters escaped for Markdown and can never become markup.

mod binding;
mod context;
mod escape;
mod faults;
mod functions;
mod kept;
mod line_map;
mod lint;
mod loaded;
mod meter;
mod metering;
mod named;
mod plain;
mod sections;
mod sentences;
mod tags;
mod variables;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use tera::Tera;

use crate::diag::{Code, Diagnostic, Diagnostics, Location, Severity, say};
use crate::document::NumberTable;
use crate::locale::Locale;
use crate::source::Assets;
use crate::study::authored::Authored;
use crate::study::nearest;
use crate::study::words::Words;

use faults::diagnostic;
use functions::Filters;
pub use line_map::LineMap;
use loaded::Loaded;
use meter::Meter;
pub use named::NamedValue;
pub use sentences::{Entry, Sentence, Unit, has_sentences, listing, with_sentences};
use sentences::{Origin, Turns};
pub use variables::Variables;

/// A rendered template never grows beyond this many bytes.
const OUTPUT_LIMIT: usize = 32 << 20;

/// The templates of one deliverable in one language.
pub struct Engine {
    tera: Tera,
    filters: Arc<Filters>,
    /// Whose turn it is among the wordings of a sentence.
    turns: Arc<Turns>,
    /// What the rendering has taken.
    meter: Arc<Meter>,
    loaded: Loaded,
    /// The authors' own texts for the sections of this document.
    authored: Vec<Authored>,
    /// What the templates see beside study and facts.
    beside: Option<(&'static str, serde_json::Value)>,
}

/// What a template rendered to.
#[derive(Debug)]
pub struct Rendered {
    /// Markdown with directives, in which a mark stands for each number of the data.
    pub text: String,
    /// The numbers behind the marks.
    pub numbers: NumberTable,
    /// Where each line of the text comes from.
    pub lines: LineMap,
    /// Texts of the authors that found no section.
    pub warnings: Vec<Diagnostic>,
    /// The wordings and branches of sentences that the text holds.
    pub said: BTreeSet<Unit>,
    /// What they say, in the order of the text: name of the sentence, its file, its words as they are printed.
    pub spoken: Vec<Spoken>,
}

/// What a wording or branch of a sentence says in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Name of the sentence.
    pub sentence: String,
    /// Its file.
    pub file: String,
    /// Line of the wording, from 1.
    pub line: u32,
    /// Its words with their numbers, in the markup of drafts.
    pub words: String,
}

impl Engine {
    /// Loads the structure of a deliverable with its sentences in a language, and what
    /// the authors of the study wrote for it.
    ///
    /// # Errors
    /// Missing files, templates that cannot be parsed, faults of sentences.
    pub fn new(
        assets: &Assets,
        report: &str,
        locale: &Arc<Locale>,
        authored: &[Authored],
        words: &[Words],
    ) -> Result<Self, Diagnostics> {
        let own = authored.iter().filter(|a| a.deliverable == report && a.language == locale.language());
        let mut authored: Vec<Authored> = own.cloned().collect();
        // A text in the place of a whole section comes first: others may stand in what it brings.
        authored.sort_by(|a, b| (a.position, &a.path).cmp(&(b.position, &b.path)));
        let mut faults = Diagnostics::new();
        let parsed = kept::parsed(assets, report, locale, words);
        let mut loaded = parsed.as_ref().map_or_else(
            |found| {
                faults.extend(found.clone());
                Loaded::default()
            },
            |parsed| parsed.loaded.clone(),
        );
        let own_of_program = loaded.templates.len();
        for own in &authored {
            if let Some(fault) = sentences::nested_too_deep(&own.path, &own.text) {
                faults.push(fault);
                continue;
            }
            faults.extend(sentences::foreign_statements(&own.path, &own.text));
            for found in lint::findings(&own.path, &own.text, locale) {
                match found.severity {
                    Severity::Error => faults.push(found),
                    Severity::Note | Severity::Warning => loaded.warnings.push(found),
                }
            }
            let (bound, inserted) = binding::bind(&own.text);
            loaded.add(own.path.clone(), &line_map::mark(&bound, loaded.files.len()));
            loaded.insertions.insert(own.path.clone(), inserted);
            loaded.files.push(own.path.clone());
        }
        faults.extend(unreadable(sentences::changed(assets, report, locale.language(), words), locale));
        if faults.has_errors() {
            faults.normalise();
            return Err(faults);
        }
        let mut tera = parsed.and_then(|parsed| Ok(parsed.tera.clone()?))?;
        let filters = Arc::new(Filters::new(locale));
        let (turns, meter) = loaded::register(&mut tera, &filters);
        let texts = loaded.templates[own_of_program..].iter().map(|(path, text)| (path, text));
        if let Err(error) = tera.add_raw_templates(texts) {
            let fault = diagnostic(&error, Code::TemplateSyntax, loaded.main());
            return Err(loaded.as_in_file(fault).into());
        }
        Ok(Self { tera, filters, turns, meter, loaded, authored, beside: None })
    }

    /// The engine whose templates see a further variable.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: serde_json::Value) -> Self {
        self.beside = Some((name, value));
        self
    }

    /// Paths of the templates that a document is made from.
    pub fn files(&self) -> &[String] {
        &self.loaded.files
    }

    /// Every wording and branch of the sentences that can be printed.
    pub fn units(&self) -> &[Unit] {
        &self.loaded.units
    }

    /// Doubts about the templates' own text.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.loaded.warnings
    }

    /// Fills the template in; one rendering at a time, as its numbers are kept beside it.
    ///
    /// # Errors
    /// Undefined variables, nulls where a number is printed, unknown filters, endless loops.
    pub fn render(&mut self, variables: &Variables) -> Result<Rendered, Diagnostics> {
        let mut context = Cow::Borrowed(&variables.context);
        if let Some((name, value)) = &self.beside {
            context.to_mut().insert(*name, value);
        }
        self.turns.begin();
        self.meter.begin(variables.count);
        drop(self.filters.take_numbers());
        let mut whole = self.filled(self.loaded.main(), &context)?;
        let mut warnings = Vec::new();
        let mut faults = Diagnostics::new();
        for own in &self.authored {
            let text = match self.filled(&own.path, &context) {
                Ok(text) => text,
                Err(found) => {
                    faults.extend(found);
                    continue;
                }
            };
            let placed = sections::SectionText { section: &own.section, position: own.position, text: &text };
            match sections::put_in(&whole, &placed) {
                Some(text) => whole = text,
                None => warnings.push(unplaced(own, &whole)),
            }
        }
        if faults.has_errors() {
            return Err(faults);
        }
        let units = line_map::units(&whole);
        let said = units.into_iter().filter_map(|unit| self.loaded.units.get(unit).cloned()).collect();
        let (text, lines) = line_map::strip(&whole, &self.loaded.files, &self.loaded.unit_places());
        let numbers = self.filters.take_numbers();
        let spoken = line_map::spoken(&whole).into_iter().filter_map(|(unit, words)| {
            let Unit { sentence, file, line, .. } = self.loaded.units.get(unit)?.clone();
            Some(Spoken { sentence, file, line, words: numbers.printed(&words) })
        });
        let spoken = spoken.collect();
        Ok(Rendered { text, numbers, lines, warnings, said, spoken })
    }

    /// One template filled in, with its marks.
    fn filled(&self, path: &str, context: &tera::Context) -> Result<String, Diagnostics> {
        let mut output = Limited { bytes: Vec::new() };
        let Err(error) = self.tera.render_to(path, context, &mut output) else {
            return Ok(String::from_utf8_lossy(&output.bytes).into_owned());
        };
        let fault = if output.bytes.len() >= OUTPUT_LIMIT {
            Diagnostic::new(Code::TemplateTooLong, say!("template-endless"))
                .at(Location::file(path))
                .hint(say!("hint-template-endless"))
        } else {
            let fault = diagnostic(&error, Code::TemplateRender, path);
            self.filters.explained(self.loaded.as_in_file(fault))
        };
        Err(fault.into())
    }
}

/// Sentences that cannot be parsed: of all templates together tera names only the first.
fn unreadable(templates: Vec<(String, String, Origin)>, locale: &Arc<Locale>) -> Vec<Diagnostic> {
    let read = templates.into_iter().filter_map(|(name, text, origin)| {
        let mut tera = Tera::new();
        loaded::register(&mut tera, &Arc::new(Filters::new(locale)));
        let error = tera.add_raw_template(&name, &text).err()?;
        let mut fault = diagnostic(&error, Code::TemplateSyntax, &name);
        let place = fault.location.as_mut().and_then(|place| Some((place.line?, place)));
        if let Some((line, place)) = place {
            *place = origin.location(line, place.column);
        }
        Some(fault)
    });
    read.collect()
}

/// A text whose section the document does not have: its name is misspelt, or its data are absent.
fn unplaced(own: &Authored, rendered: &str) -> Diagnostic {
    let message = say!("text-unplaced", section = own.section);
    let fault = Diagnostic::new(Code::TextUnplaced, message).at(Location::file(&own.path));
    match nearest(&own.section, &sections::names(rendered, 6)) {
        Some(near) => fault.hint(say!("hint-did-you-mean", near = near)),
        None => fault.hint(say!("hint-text-unplaced", sections = sections::names(rendered, 1).join(", "))),
    }
}

struct Limited {
    bytes: Vec<u8>,
}

impl std::io::Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.bytes.len() + bytes.len() > OUTPUT_LIMIT {
            self.bytes.resize(OUTPUT_LIMIT, b' ');
            return Err(std::io::Error::other("output limit"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
