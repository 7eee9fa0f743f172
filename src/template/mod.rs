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
mod sections;
mod tags;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{ErrorKind, Tera};

use crate::diag::{Code, Diagnostic, Diagnostics, Location, Severity, say};
use crate::document::NumberTable;
use crate::facts::Facts;
use crate::locale::Locale;
use crate::source::Assets;
use crate::study::authored::Authored;
use crate::study::{StudyAsOf, nearest};

use binding::InsertedArguments;
pub use context::context;
use functions::Filters;
pub use line_map::LineMap;

/// Where a template that stands in the place of one of the program's finds that one, to extend it.
const PROGRAM: &str = "program/";

/// A rendered template never grows beyond this many bytes.
const OUTPUT_LIMIT: usize = 32 << 20;

/// The templates of one deliverable in one language.
pub struct Engine {
    tera: Tera,
    filters: Arc<Filters>,
    main: String,
    files: Vec<String>,
    /// The authors' own texts for the sections of this document.
    authored: Vec<Authored>,
    /// The templates as the engine reads them, with their marks, by path.
    marked: BTreeMap<String, String>,
    /// What was put into the lines of the templates, by path.
    insertions: BTreeMap<String, Vec<InsertedArguments>>,
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
}

impl Engine {
    /// Loads `reports/<report>/<language>.md`, the parts in `parts/<language>/` and what the authors of the study
    /// wrote for this report.
    ///
    /// # Errors
    /// Missing files and templates that cannot be parsed.
    pub fn new(
        assets: &Assets,
        report: &str,
        locale: &Arc<Locale>,
        authored: &[Authored],
    ) -> Result<Self, Diagnostics> {
        let language = locale.language();
        let own = authored.iter().filter(|a| a.deliverable == report && a.language == language);
        let mut authored: Vec<Authored> = own.cloned().collect();
        // A text in the place of a whole section comes first: others may stand in what it brings.
        authored.sort_by(|a, b| (a.position, &a.path).cmp(&(b.position, &b.path)));
        let main = format!("reports/{report}/{language}.md");
        let folder = format!("parts/{language}");
        let mut files = vec![main.clone()];
        files.extend(assets.files(&folder, "md").into_iter().map(|f| format!("{folder}/{f}")));
        let of_program = files.len();
        files.extend(authored.iter().map(|a| a.path.clone()));
        files.extend(extended(assets, &files[..of_program]));

        let mut tera = Tera::new();
        tera.autoescape_on([".md"]);
        tera.set_escape_fn(escape::markdown);
        let filters = Arc::new(Filters::new(locale));
        functions::register(&mut tera, &filters);
        let mut marked: BTreeMap<String, String> = BTreeMap::new();
        let mut insertions = BTreeMap::new();
        let mut warnings = Vec::new();
        let mut faults = Diagnostics::new();
        for (index, path) in files.iter().enumerate() {
            let own = index.checked_sub(of_program).and_then(|at| authored.get(at));
            let program = || assets.embedded_text(path.strip_prefix(PROGRAM)?);
            let text = match own.map(|own| own.text.as_str()).or_else(program) {
                Some(text) => Ok(Cow::Borrowed(text)),
                None => assets.text(path),
            };
            match text {
                Ok(text) => {
                    for found in lint::findings(path, &text, locale) {
                        match found.severity {
                            Severity::Error => faults.push(found),
                            Severity::Note | Severity::Warning => warnings.push(found),
                        }
                    }
                    let (bound, inserted) = binding::bind(&text);
                    marked.insert(path.clone(), line_map::mark(&bound, index));
                    insertions.insert(path.clone(), inserted);
                }
                Err(fault) => faults.push(fault),
            }
        }
        if faults.has_errors() {
            return Err(faults);
        }
        match tera.add_raw_templates(marked.iter().map(|(p, t)| (p.as_str(), t.as_str()))) {
            Ok(()) => Ok(Self { tera, filters, main, files, authored, marked, insertions, warnings }),
            Err(error) => {
                let fault = diagnostic(&error, Code::TemplateSyntax, &main);
                Err(as_in_file(&marked, &insertions, fault).into())
            }
        }
    }

    /// Paths of the templates that a document is made from.
    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// Doubts about the templates' own text.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// Fills the template in; one rendering at a time, as its numbers are kept beside it.
    ///
    /// # Errors
    /// Undefined variables, nulls where a number is printed, unknown filters, endless loops.
    pub fn render(
        &mut self,
        study: &StudyAsOf,
        facts: &Facts,
        language: &str,
    ) -> Result<Rendered, Diagnostics> {
        let context = context(study, facts, language);
        drop(self.filters.take_numbers());
        let mut whole = self.filled(&self.main, &context)?;
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
        let (text, lines) = line_map::strip(&whole, &self.files);
        Ok(Rendered { text, numbers: self.filters.take_numbers(), lines, warnings })
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
            self.filters.explained(as_in_file(&self.marked, &self.insertions, fault))
        };
        Err(fault.into())
    }
}

/// The program's own templates that others extend.
fn extended(assets: &Assets, files: &[String]) -> Vec<String> {
    let parents = files.iter().filter_map(|path| Some(tags::parent(&assets.text(path).ok()?)?.to_owned()));
    let mut found: Vec<String> = parents
        .filter(|parent| parent.strip_prefix(PROGRAM).is_some_and(|p| assets.embedded_text(p).is_some()))
        .collect();
    found.sort();
    found.dedup();
    found
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

/// The fault with the column that its line has in the file.
fn as_in_file(
    marked: &BTreeMap<String, String>,
    insertions: &BTreeMap<String, Vec<InsertedArguments>>,
    mut fault: Diagnostic,
) -> Diagnostic {
    if let Some(place) = &mut fault.place
        && let (Some(text), Some(line), Some(column)) = (marked.get(&place.file), place.line, place.column)
    {
        let column = line_map::unmarked_column(text, line, column);
        let inserted = insertions.get(&place.file).map(Vec::as_slice).unwrap_or_default();
        place.column = Some(binding::unbound_column(inserted, line, column));
    }
    fault
}

fn diagnostic(error: &tera::Error, code: Code, main: &str) -> Diagnostic {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
        return located(&error.kind().to_string(), code, main);
    };
    let line = u32::try_from(report.span().start_line).unwrap_or(1);
    // Tera counts columns from 0.
    let column = u32::try_from(report.span().start_col).unwrap_or(0) + 1;
    let place = Location { column: Some(column), ..Location::line(report.filename(), line) };
    Diagnostic::new(code, say!("template-error", detail = report.message()))
        .at(place)
        .hint(say!("hint-template-name"))
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
