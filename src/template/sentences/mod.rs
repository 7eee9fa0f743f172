//! Words for people who write: the structure of a deliverable once, and its sentences in each language.
//!
//! `reports/<deliverable>/report.md` and the parts beside it and in `reports/shared/` are the structure: tera without
//! a word of any language. `reports/<deliverable>/<language>.md` and `reports/shared/<language>.md` hold the named
//! sentences ([`file`]); a study's own `words/` and the user's templates hold those that differ ([`layers`]). Each
//! sentence becomes a template ([`spoken`]) that the structure, written out ([`structure`]), includes where it says
//! it, so that a sentence sees what is known there. What is wrong with a structure or a sentence is told with its
//! line, all at once.

mod agreement;
mod choice;
mod data;
pub(super) mod file;
mod language_free;
mod layers;
mod listing;
mod origin;
mod own_tags;
mod pieces;
mod rules;
mod spoken;
mod structure;
mod uses;

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic, Diagnostics, Location, Severity, say};
use crate::locale::Locale;
use crate::source::Assets;
use crate::study::nearest;
use crate::study::words::Words;

use super::lint::{self, prose};
use layers::{Layer, SHARED, Sentences};
use structure::Surroundings;
use uses::Use;

pub use choice::{Turns, register};
pub use file::Sentence;
pub use listing::{Entry, listing};
pub use origin::Origin;
pub use pieces::{Piece, pieces};
pub use spoken::Unit;
pub use structure::{foreign_statements, nested_too_deep};

/// The path of a deliverable's structure.
pub fn structure_path(report: &str) -> String {
    format!("reports/{report}/report.md")
}

/// The languages that have a file of sentences for a deliverable.
pub fn languages(assets: &Assets, report: &str) -> Vec<String> {
    let known =
        assets.files("locale", "toml").into_iter().filter_map(|f| Some(f.strip_suffix(".toml")?.to_owned()));
    known.filter(|language| assets.has(&format!("reports/{report}/{language}.md"))).collect()
}

/// The deliverables that have a structure of their own and sentences.
pub fn with_sentences(assets: &Assets) -> Vec<String> {
    let all = assets.folders("reports").into_iter();
    all.filter(|report| assets.has(&structure_path(report))).collect()
}

/// Whether a deliverable has sentences in a language.
pub fn has_sentences(assets: &Assets, report: &str, language: &str) -> bool {
    assets.has(&structure_path(report)) && languages(assets, report).iter().any(|own| own == language)
}

/// The templates of a deliverable in one language, ready for tera.
#[derive(Debug, Clone, Default)]
pub struct Prepared {
    /// Name and text of each template; the first is the deliverable's.
    pub templates: Vec<(String, String)>,
    /// Where the words of each template stand, by its name.
    pub origins: BTreeMap<String, Origin>,
    /// Paths of the files: those of the structure, in the order of the marks of their lines, then those of sentences.
    pub files: Vec<String>,
    /// Every wording and branch that can be printed, in the order of their marks.
    pub units: Vec<Unit>,
    pub warnings: Vec<Diagnostic>,
}

/// Whose words are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scrutiny {
    /// Everybody's.
    All,
    /// Those that are not the program's own: its tests have looked at these.
    Others,
}

/// Reads, checks and writes out everything that a deliverable says in a language.
///
/// # Errors
/// Everything wrong with structure and sentences.
pub fn prepare(
    assets: &Assets,
    report: &str,
    locale: &Locale,
    words: &[Words],
    scrutiny: Scrutiny,
) -> Result<Prepared, Diagnostics> {
    let is_tested = scrutiny == Scrutiny::Others;
    let mut sentences = Sentences::load(assets, report, locale.language(), words);
    let mut found: Diagnostics = std::mem::take(&mut sentences.faults).into_iter().collect();
    let around = Around { assets, report, language: locale.language(), sentences: &sentences };
    let mut prepared = Prepared::default();
    let mut said = Vec::new();
    let mut paths = vec![structure_path(report)];
    let mut next = 0;
    while let Some(path) = paths.get(next).cloned() {
        match assets.text(&path) {
            Ok(text) => {
                if let Some(fault) = nested_too_deep(&path, &text) {
                    found.push(fault);
                    next += 1;
                    continue;
                }
                let written = structure::written_out(&path, &text, next, &around);
                found.extend(written.faults);
                let lines = prose::read(&text);
                if !is_tested {
                    found.extend(language_free::words(&path, &lines));
                    found.extend(lint::of_structure(&path, &lines, locale));
                }
                said.extend(uses::uses(&path, &lines, &sentences));
                for part in written.parts {
                    if !paths.contains(&part) {
                        paths.push(part);
                    }
                }
                prepared.templates.push((path.clone(), written.text));
                prepared.origins.insert(path, written.origin);
            }
            Err(fault) => found.push(fault),
        }
        next += 1;
    }
    let looked_at = sentences.layers.iter().filter(|layer| !is_tested || !layer.of_program);
    looked_at.for_each(|layer| found.extend(of_sentences(&sentences, layer, &said, locale)));
    found.extend(unsaid(&around, &paths, &said));
    if !is_tested || !words.is_empty() {
        found.extend(against_others(&around, words, &said));
    }
    found.normalise();
    if found.has_errors() {
        return Err(found);
    }
    for name in uses::names(&said) {
        let Some(sentence) = sentences.get(name) else { continue };
        let (text, origin) = spoken::template(sentence, &mut prepared.units);
        let name = spoken::template_name(name);
        prepared.templates.push((name.clone(), text));
        prepared.origins.insert(name, origin);
    }
    prepared.files = paths;
    for layer in &sentences.layers {
        if !prepared.files.contains(&layer.path) {
            prepared.files.push(layer.path.clone());
        }
    }
    prepared.warnings = found.into_iter().filter(|d| d.severity != Severity::Error).collect();
    Ok(prepared)
}

/// The templates of the sentences that are not the program's own: name, text, and where the words stand.
pub fn changed(
    assets: &Assets,
    report: &str,
    language: &str,
    words: &[Words],
) -> Vec<(String, String, Origin)> {
    let paths = [report, SHARED].map(|folder| format!("reports/{folder}/{language}.md"));
    let is_laid_over = |path: &String| assets.overlay_text(path).is_ok_and(|text| text.is_some());
    if words.is_empty() && !paths.iter().any(is_laid_over) {
        return Vec::new();
    }
    let sentences = Sentences::load(assets, report, language, words);
    let own = sentences.layers.iter().filter(|layer| !layer.of_program);
    let said = own.flat_map(|layer| layer.file.sentences.iter().filter(|s| sentences.is_said(layer, s)));
    // What is no sentence is told as that.
    let sound = said.filter(|sentence| rules::broken(sentence).is_empty());
    let templates = sound.map(|sentence| {
        let (text, origin) = spoken::template(sentence, &mut Vec::new());
        (spoken::template_name(&sentence.name), text, origin)
    });
    templates.collect()
}

/// What the sentences of a file leave to be desired by themselves.
fn of_sentences(sentences: &Sentences, layer: &Layer, said: &[Use], locale: &Locale) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for sentence in layer.file.sentences.iter().filter(|s| sentences.is_said(layer, s)) {
        found.extend(rules::broken(sentence));
        found.extend(agreement::of_wordings(sentence));
    }
    let guards = |line: u32| guards(sentences, layer, line, said);
    found.extend(lint::of_sentences(&layer.path, &layer.file.prose, locale, &guards));
    found
}

/// The conditions around each place where the sentence of a line is said, under whichever of its names; `None` for one
/// in whose place another stands.
fn guards(sentences: &Sentences, layer: &Layer, line: u32, said: &[Use]) -> Option<Vec<Vec<String>>> {
    let own = layer.file.sentences.iter().rev().find(|sentence| sentence.line <= line)?;
    let sharing = layer.file.sentences.iter().filter(|s| s.wordings == own.wordings);
    let names: Vec<&str> =
        sharing.filter(|s| sentences.is_said(layer, s)).map(|sentence| sentence.name.as_str()).collect();
    let uses = said.iter().filter(|place| names.contains(&place.sentence.as_str()));
    (!names.is_empty()).then(|| uses.map(|place| place.guards.clone()).collect())
}

/// Sentences that the structure never says. A structure of the user's own may leave out what the program's says, and
/// what deliverables share is not for each of them.
fn unsaid(around: &Around<'_>, structure: &[String], said: &[Use]) -> Vec<Diagnostic> {
    let is_own = |path: &String| around.assets.overlay_text(path).is_ok_and(|text| text.is_some());
    let own_structure = structure.iter().any(is_own);
    let said = uses::names(said);
    let known: Vec<String> = said.iter().map(|name| (*name).to_owned()).collect();
    let shared = around.sentences.layers.iter().filter(|layer| layer.of_program && layer.shared);
    let shared: Vec<String> =
        shared.flat_map(|layer| &layer.file.sentences).map(|sentence| sentence.name.clone()).collect();
    let mut found = Vec::new();
    for layer in &around.sentences.layers {
        let skipped = layer.of_program && (layer.shared || own_structure);
        for sentence in layer.file.sentences.iter().filter(|s| !skipped && !said.contains(s.name.as_str())) {
            if layer.shared && said_elsewhere(around, &sentence.name) {
                continue;
            }
            let message = say!("sentence-unknown", name = sentence.name);
            let fault = Diagnostic::new(Code::SentenceUnknown, message)
                .at(Location::line(&layer.path, sentence.line));
            let names = if layer.shared { &shared } else { &known };
            found.push(match nearest(&sentence.name, names) {
                Some(near) => fault.hint(say!("hint-did-you-mean", near = near)),
                None if layer.shared => fault.hint(say!("hint-sentence-unknown-shared")),
                None => fault.hint(say!("hint-sentence-unknown", deliverable = around.report)),
            });
        }
    }
    found
}

/// Whether another deliverable says a sentence, or the program has it for some deliverable to say.
fn said_elsewhere(around: &Around<'_>, name: &str) -> bool {
    around.sentences.of_program(name).is_some()
        || with_sentences(around.assets).iter().filter(|other| *other != around.report).any(|other| {
            let theirs = Sentences::load(around.assets, other, around.language, &[]);
            listing::said(around.assets, other, &theirs).is_ok_and(|said| uses::names(&said).contains(name))
        })
}

/// What the sentences of another language lack or print otherwise; of two languages the later one is told.
fn against_others(around: &Around<'_>, words: &[Words], said: &[Use]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    // What differs from several languages is told once.
    let mut told = BTreeSet::new();
    for other in languages(around.assets, around.report).iter().rev() {
        if other == around.language {
            continue;
        }
        let theirs = Sentences::load(around.assets, around.report, other, words);
        let faults = against(around, other, &theirs, said).into_iter();
        found.extend(faults.filter(|fault| {
            let place = fault.location.as_ref().map(|place| (place.file.clone(), place.line));
            fault.code != Code::SentenceData || told.insert(place)
        }));
    }
    found
}

/// The same against one language.
fn against(around: &Around<'_>, other: &str, theirs: &Sentences, said: &[Use]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for name in uses::names(said) {
        let (Some(own), their) = (around.sentences.get(name), theirs.get(name)) else { continue };
        let Some(their) = their else {
            let path = format!("reports/{}/{other}.md", around.report);
            let fault =
                Diagnostic::new(Code::SentenceMissing, say!("sentence-missing", name = name, path = path));
            let place = Location::line(&own.file, own.line);
            found.push(fault.at(place).hint(say!("hint-sentence-missing", path = path)));
            continue;
        };
        // The measure is the program's own, else the first language.
        let is_changed = |sentences: &Sentences| sentences.layer(name).is_some_and(|layer| !layer.of_program);
        let is_measure = match (is_changed(around.sentences), is_changed(theirs)) {
            (true, false) => false,
            (false, true) => true,
            (true, true) | (false, false) => around.language < other,
        };
        found.extend(match is_measure {
            true => agreement::of_languages(own, their),
            false => agreement::of_languages(their, own),
        });
    }
    found
}

/// What a structure is written out against.
struct Around<'a> {
    assets: &'a Assets,
    report: &'a str,
    language: &'a str,
    sentences: &'a Sentences,
}

impl Surroundings for Around<'_> {
    fn has_sentence(&self, name: &str) -> bool {
        self.sentences.get(name).is_some()
    }

    fn keys(&self, name: &str) -> Vec<String> {
        self.sentences.keys(name)
    }

    fn part(&self, name: &str) -> Option<String> {
        let places = [self.report, SHARED].map(|folder| format!("reports/{folder}/{name}.md"));
        places.into_iter().find(|path| self.assets.has(path))
    }

    fn missing(&self, name: &str) -> Diagnostic {
        let path = format!("reports/{}/{}.md", self.report, self.language);
        let fault =
            Diagnostic::new(Code::SentenceMissing, say!("sentence-missing", name = name, path = path));
        match nearest(name, &self.sentences.names()) {
            Some(near) => fault.hint(say!("hint-did-you-mean", near = near)),
            None => fault.hint(say!("hint-sentence-missing", path = path)),
        }
    }

    fn no_part(&self, name: &str) -> Diagnostic {
        let folders = [self.report, SHARED].map(|folder| format!("reports/{folder}"));
        let files = folders.iter().flat_map(|folder| self.assets.files(folder, "md"));
        let known: Vec<String> = files.filter_map(|f| Some(f.strip_suffix(".md")?.to_owned())).collect();
        let fault = Diagnostic::new(Code::StructureTag, say!("structure-part", name = name));
        match nearest(name, &known) {
            Some(near) => fault.hint(say!("hint-did-you-mean", near = near)),
            None => fault.hint(say!("hint-structure-part", report = self.report)),
        }
    }
}
