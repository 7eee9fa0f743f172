//! The sentences of a deliverable for an editor who has never seen the program.

use super::data::printed;
use super::file::Sentence;
use super::layers::Sentences;
use super::uses::{self, Use};
use super::{prose, structure_path};
use crate::diag::Diagnostics;
use crate::source::Assets;
use crate::study::words::Words;

/// A sentence with what an editor has to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The sentence that is said: the study's, the user's or the program's.
    pub sentence: Sentence,
    /// The program's own wording, where the sentence is not the program's.
    pub replaced: Option<Sentence>,
    /// Whether a user or a study says it otherwise than the program, or in addition.
    pub is_changed: bool,
    /// How many places of the structure say it.
    pub places: usize,
    /// The values that it prints.
    pub data: Vec<String>,
}

/// Every sentence that a deliverable says in a language, in the order of its files.
///
/// # Errors
/// Files that cannot be read as sentences or structure.
pub fn listing(
    assets: &Assets,
    report: &str,
    language: &str,
    words: &[Words],
) -> Result<Vec<Entry>, Diagnostics> {
    let mut sentences = Sentences::load(assets, report, language, words);
    let faults: Diagnostics = std::mem::take(&mut sentences.faults).into_iter().collect();
    if faults.has_errors() {
        return Err(faults);
    }
    let said = said(assets, report, &sentences)?;
    let mut entries = Vec::new();
    for name in order(&sentences) {
        let places = said.iter().filter(|place| place.sentence == name).count();
        let Some(sentence) = sentences.get(&name).filter(|_| places > 0) else { continue };
        let is_laid_over = sentences.layer(&name).is_some_and(|layer| !layer.of_program);
        let program = sentences.of_program(&name).filter(|_| is_laid_over);
        let is_changed = is_laid_over && !program.is_some_and(|own| says_the_same(own, sentence));
        let replaced = program.filter(|_| is_changed).cloned();
        let data =
            sentence.wordings.first().map(|w| printed(&w.text).into_iter().collect()).unwrap_or_default();
        let mut sentence = sentence.clone();
        if let Some(program) = replaced.as_ref().filter(|_| sentence.section.is_empty()) {
            sentence.section.clone_from(&program.section);
        }
        entries.push(Entry { sentence, replaced, is_changed, places, data });
    }
    Ok(entries)
}

fn says_the_same(a: &Sentence, b: &Sentence) -> bool {
    a.wordings.iter().map(|w| &w.text).eq(b.wordings.iter().map(|w| &w.text))
}

/// All names: those of the deliverable in the order of its file, then what it shares with others.
fn order(sentences: &Sentences) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for shared in [false, true] {
        let layers = sentences.layers.iter().filter(|layer| layer.shared == shared);
        for sentence in layers.flat_map(|layer| &layer.file.sentences) {
            if !names.contains(&sentence.name) {
                names.push(sentence.name.clone());
            }
        }
    }
    names
}

/// The uses of a deliverable's structure and of all its parts.
pub fn said(assets: &Assets, report: &str, sentences: &Sentences) -> Result<Vec<Use>, Diagnostics> {
    let around = super::Around { assets, report, language: "", sentences };
    let mut paths = vec![structure_path(report)];
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(path) = paths.get(next).cloned() {
        let text = assets.text(&path)?;
        let written = super::structure::written_out(&path, &text, next, &around);
        found.extend(uses::uses(&path, &prose::read(&text), sentences));
        for part in written.parts {
            if !paths.contains(&part) {
                paths.push(part);
            }
        }
        next += 1;
    }
    Ok(found)
}
