//! Where the sentences of a language come from: the program's, the user's templates, the study's own words.
//!
//! A layer above holds just the sentences that differ. Sentences that several deliverables share lie below those of a
//! deliverable, each with its layers.

use std::collections::BTreeMap;

use super::file::{self, Sentence, SentenceFile};
use super::structure::nested_too_deep;
use crate::diag::Diagnostic;
use crate::source::Assets;
use crate::study::words::Words;

/// The folder of structure and sentences that several deliverables share.
pub const SHARED: &str = "shared";

/// A file of sentences as it was found.
#[derive(Debug)]
pub struct Layer {
    /// As a user would look for it.
    pub path: String,
    /// Whether it is the program's own.
    pub of_program: bool,
    /// Whether it is for all deliverables.
    pub shared: bool,
    pub file: SentenceFile,
}

/// All sentences of a deliverable in one language.
#[derive(Debug, Default)]
pub struct Sentences {
    pub layers: Vec<Layer>,
    /// By name, each with the index of its layer.
    by_name: BTreeMap<String, (usize, Sentence)>,
    pub faults: Vec<Diagnostic>,
}

impl Sentences {
    /// Reads every layer.
    pub fn load(assets: &Assets, report: &str, language: &str, words: &[Words]) -> Self {
        let mut found = Self::default();
        for (deliverable, shared) in [(SHARED, true), (report, false)] {
            let path = format!("reports/{deliverable}/{language}.md");
            if let Some(text) = assets.embedded_text(&path) {
                found.push(&path, text, true, shared);
            }
            match assets.overlay_text(&path) {
                Ok(Some(text)) => found.push(&path, &text, false, shared),
                Ok(None) => {}
                Err(fault) => found.faults.push(fault),
            }
            for own in words.iter().filter(|w| w.deliverable == deliverable && w.language == language) {
                found.push(&own.path, &own.text, false, shared);
            }
        }
        found
    }

    fn push(&mut self, path: &str, text: &str, of_program: bool, shared: bool) {
        if let Some(fault) = nested_too_deep(path, text) {
            self.faults.push(fault);
            return;
        }
        let mut file = file::read(path, text);
        self.faults.append(&mut file.faults);
        let index = self.layers.len();
        for sentence in &file.sentences {
            self.by_name.insert(sentence.name.clone(), (index, sentence.clone()));
        }
        self.layers.push(Layer { path: path.to_owned(), of_program, shared, file });
    }

    /// The sentence that is said by a name.
    pub fn get(&self, name: &str) -> Option<&Sentence> {
        self.by_name.get(name).map(|(_, sentence)| sentence)
    }

    /// The layer that a sentence comes from.
    pub fn layer(&self, name: &str) -> Option<&Layer> {
        self.by_name.get(name).and_then(|(index, _)| self.layers.get(*index))
    }

    /// Whether a sentence of a layer is the one that is said by its name.
    pub fn is_said(&self, layer: &Layer, sentence: &Sentence) -> bool {
        self.layer(&sentence.name).is_some_and(|own| std::ptr::eq(own, layer))
    }

    /// The program's own sentence of a name.
    pub fn of_program(&self, name: &str) -> Option<&Sentence> {
        let programs = self.layers.iter().rev().filter(|layer| layer.of_program);
        programs.flat_map(|layer| &layer.file.sentences).find(|sentence| sentence.name == name)
    }

    /// All names, in the order of the alphabet.
    pub fn names(&self) -> Vec<String> {
        self.by_name.keys().cloned().collect()
    }

    /// What follows a name and a point in the names of other sentences, where it has no further point.
    pub fn keys(&self, name: &str) -> Vec<String> {
        let prefix = format!("{name}.");
        let keys = self.by_name.keys().filter_map(|own| own.strip_prefix(&prefix));
        keys.filter(|key| !key.contains('.')).map(str::to_owned).collect()
    }
}
