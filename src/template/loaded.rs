//! The templates of a deliverable in one language as the engine reads them, with where their words stand.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::Tera;

use super::binding::{self, InsertedArguments};
use super::faults::diagnostic;
use super::functions::{self, Filters};
use super::meter::{self, Meter};
use super::sentences::{self, Origin, Prepared, Turns, Unit};
use super::{escape, line_map, metering};
use crate::diag::{Code, Diagnostic};
use crate::locale::Locale;

/// The templates as the engine reads them.
#[derive(Debug, Clone, Default)]
pub struct Loaded {
    /// Name and text of each, with marks; the first is the deliverable's.
    pub templates: Vec<(String, String)>,
    /// Paths of the files, in the order of the marks of their lines.
    pub files: Vec<String>,
    /// What was put into the lines of templates that stand in a file as they are, by path.
    pub insertions: BTreeMap<String, Vec<InsertedArguments>>,
    /// What was put into each template to count what it takes, by name.
    pub measures: BTreeMap<String, Vec<InsertedArguments>>,
    /// Where the words of the others stand, by name.
    pub origins: BTreeMap<String, Origin>,
    /// Wordings and branches of sentences, in the order of their marks.
    pub units: Vec<Unit>,
    /// What the templates' own text leaves to be desired.
    pub warnings: Vec<Diagnostic>,
}

/// The templates of the program or of a study's own words, read by tera.
pub struct Parsed {
    /// The templates.
    pub loaded: Loaded,
    /// tera with them, or why it cannot read them.
    pub tera: Result<Tera, Diagnostic>,
}

impl Parsed {
    /// Has tera read what was prepared.
    pub fn new(prepared: Prepared, locale: &Arc<Locale>) -> Self {
        let loaded = Loaded::from(prepared);
        // An engine puts its own in the place of these filters.
        let mut tera = Tera::new();
        register(&mut tera, &Arc::new(Filters::new(locale)));
        let read = tera.add_raw_templates(loaded.templates.iter().map(|(name, text)| (name, text)));
        let fault = read
            .err()
            .map(|error| loaded.as_in_file(diagnostic(&error, Code::TemplateSyntax, loaded.main())));
        Self { loaded, tera: fault.map_or(Ok(tera), Err) }
    }
}

impl Loaded {
    /// The name of the deliverable's template.
    pub fn main(&self) -> &str {
        self.templates.first().map(|(name, _)| name.as_str()).unwrap_or_default()
    }

    /// The file and the line of each unit, as the marks of lines tell them.
    pub fn unit_places(&self) -> Vec<(usize, u32)> {
        let file = |unit: &Unit| self.files.iter().position(|file| *file == unit.file).unwrap_or_default();
        self.units.iter().map(|unit| (file(unit), unit.line)).collect()
    }

    /// Takes a template in, with what counts its steps put into it.
    pub fn add(&mut self, name: String, text: &str) {
        let (metered, inserted) = metering::metered(text);
        self.measures.insert(name.clone(), inserted);
        self.templates.push((name, metered));
    }

    /// The fault with the place that its words have in their file.
    pub fn as_in_file(&self, mut fault: Diagnostic) -> Diagnostic {
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

impl From<Prepared> for Loaded {
    fn from(prepared: Prepared) -> Self {
        let Prepared { templates, origins, files, units, warnings } = prepared;
        let mut loaded = Self { files, origins, units, warnings, ..Self::default() };
        templates.into_iter().for_each(|(name, text)| loaded.add(name, &text));
        loaded
    }
}

/// Gives tera the filters, functions and tests of templates; what keeps the turns of wordings and counts steps.
pub fn register(tera: &mut Tera, filters: &Arc<Filters>) -> (Arc<Turns>, Arc<Meter>) {
    tera.autoescape_on([".md"]);
    tera.set_escape_fn(escape::markdown);
    functions::register(tera, filters);
    (sentences::register(tera, filters), meter::register(tera, filters))
}
