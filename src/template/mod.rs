//! The tera engine: fills the templates of a deliverable with study and facts in one language.
//!
//! A rendered text comes back with a [`LineMap`], so that whatever goes wrong later can still be shown
//! on the template's own line. Data enters escaped for Markdown and can never become markup.

mod binding;
mod context;
mod escape;
mod functions;
mod line_map;
mod lint;
mod meter;
mod metering;
mod named;
mod plain;
mod sections;
mod sentences;
mod tags;
mod variables;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::{ErrorKind, Tera};

use crate::diag::{Code, Diagnostic, Diagnostics, Location, Severity, say};
use crate::document::NumberTable;
use crate::locale::Locale;
use crate::source::Assets;
use crate::study::authored::Authored;
use crate::study::nearest;
use crate::study::words::Words;

use binding::InsertedArguments;
use functions::Filters;
pub use line_map::LineMap;
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

/// The templates as the engine reads them.
#[derive(Debug, Default)]
struct Loaded {
    /// Name and text of each, with marks; the first is the deliverable's.
    templates: Vec<(String, String)>,
    /// Paths of the files, in the order of the marks of their lines.
    files: Vec<String>,
    /// What was put into the lines of templates that stand in a file as they are, by path.
    insertions: BTreeMap<String, Vec<InsertedArguments>>,
    /// What was put into each template to count what it takes, by name.
    measures: BTreeMap<String, Vec<InsertedArguments>>,
    /// Where the words of the others stand, by name.
    origins: BTreeMap<String, Origin>,
    /// Wordings and branches of sentences, in the order of their marks.
    units: Vec<Unit>,
    /// What the templates' own text leaves to be desired.
    warnings: Vec<Diagnostic>,
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
        let prepared = sentences::prepared(assets, report, locale, words).map(|kept| Loaded::from(&*kept));
        let mut loaded = prepared.unwrap_or_else(|found| {
            faults.extend(found);
            Loaded::default()
        });
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
            loaded.templates.push((own.path.clone(), line_map::mark(&bound, loaded.files.len())));
            loaded.insertions.insert(own.path.clone(), inserted);
            loaded.files.push(own.path.clone());
        }
        faults.extend(unreadable(sentences::changed(assets, report, locale.language(), words), locale));
        if faults.has_errors() {
            faults.normalise();
            return Err(faults);
        }
        let filters = Arc::new(Filters::new(locale));
        let (mut tera, turns, meter) = empty(&filters);
        loaded.measure();
        match tera.add_raw_templates(loaded.templates.iter().map(|(p, t)| (p.as_str(), t.as_str()))) {
            Ok(()) => Ok(Self { tera, filters, turns, meter, loaded, authored, beside: None }),
            Err(error) => {
                let fault = diagnostic(&error, Code::TemplateSyntax, loaded.main());
                Err(loaded.as_in_file(fault).into())
            }
        }
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

impl Loaded {
    /// The name of the deliverable's template.
    fn main(&self) -> &str {
        self.templates.first().map(|(name, _)| name.as_str()).unwrap_or_default()
    }

    /// The file and the line of each unit, as the marks of lines tell them.
    fn unit_places(&self) -> Vec<(usize, u32)> {
        let file = |unit: &Unit| self.files.iter().position(|file| *file == unit.file).unwrap_or_default();
        self.units.iter().map(|unit| (file(unit), unit.line)).collect()
    }

    /// Puts into each template what counts its steps.
    fn measure(&mut self) {
        for (name, text) in &mut self.templates {
            let (metered, inserted) = metering::metered(text);
            *text = metered;
            self.measures.insert(name.clone(), inserted);
        }
    }

    /// The fault with the place that its words have in their file.
    fn as_in_file(&self, mut fault: Diagnostic) -> Diagnostic {
        let Some(place) = &mut fault.location else { return fault };
        let Some(line) = place.line else { return fault };
        let measures = self.measures.get(&place.file).map(Vec::as_slice).unwrap_or_default();
        place.column = place.column.map(|column| binding::unbound_column(measures, line, column));
        if let Some(origin) = self.origins.get(&place.file) {
            *place = origin.location(line, place.column);
            return fault;
        }
        let text = self.templates.iter().find(|(name, _)| *name == place.file).map(|(_, text)| text);
        if let (Some(text), Some(column)) = (text, place.column) {
            let column = line_map::unmarked_column(text, line, column);
            let inserted = self.insertions.get(&place.file).map(Vec::as_slice).unwrap_or_default();
            place.column = Some(binding::unbound_column(inserted, line, column));
        }
        fault
    }
}

impl From<&sentences::Prepared> for Loaded {
    fn from(prepared: &sentences::Prepared) -> Self {
        let sentences::Prepared { templates, origins, files, units, warnings } = prepared.clone();
        Self {
            templates,
            files,
            insertions: BTreeMap::new(),
            measures: BTreeMap::new(),
            origins,
            units,
            warnings,
        }
    }
}

/// Tera with our filters, and without templates.
fn empty(filters: &Arc<Filters>) -> (Tera, Arc<Turns>, Arc<Meter>) {
    let mut tera = Tera::new();
    tera.autoescape_on([".md"]);
    tera.set_escape_fn(escape::markdown);
    functions::register(&mut tera, filters);
    let turns = sentences::register(&mut tera, filters);
    let meter = meter::register(&mut tera, filters);
    (tera, turns, meter)
}

/// Sentences that cannot be parsed: of all templates together tera names only the first.
fn unreadable(templates: Vec<(String, String, Origin)>, locale: &Arc<Locale>) -> Vec<Diagnostic> {
    let read = templates.into_iter().filter_map(|(name, text, origin)| {
        let (mut tera, _, _) = empty(&Arc::new(Filters::new(locale)));
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

fn diagnostic(error: &tera::Error, code: Code, main: &str) -> Diagnostic {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
        return located(&error.kind().to_string(), code, main);
    };
    let line = u32::try_from(report.span().start_line).unwrap_or(1);
    // Tera counts columns from 0.
    let column = u32::try_from(report.span().start_col).unwrap_or(0) + 1;
    let place = Location { column: Some(column), ..Location::line(report.filename(), line) };
    let is_syntax = code == Code::TemplateSyntax;
    let hint = if is_syntax { say!("hint-template-syntax") } else { say!("hint-template-name") };
    Diagnostic::new(code, say!("template-error", detail = report.message())).at(place).hint(hint)
}

/// Some of tera's errors know their place only inside their text: a first line «error: …», then
/// « --> file:line:column».
fn located(text: &str, code: Code, main: &str) -> Diagnostic {
    let sentence = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
    let arrow = text.lines().find_map(|l| l.trim_start().strip_prefix("--> "));
    let place = arrow.and_then(|at| {
        let (rest, column) = at.rsplit_once(':')?;
        let (file, line) = rest.rsplit_once(':')?;
        Some(Location { column: column.trim().parse().ok(), ..Location::line(file, line.parse().ok()?) })
    });
    Diagnostic::new(code, say!("template-error", detail = sentence))
        .at(place.unwrap_or_else(|| Location::file(main)))
        .hint(say!("hint-template-functions"))
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
