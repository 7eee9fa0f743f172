//! Sources that the text cites: numbered in the order of their first citation (GOST 7.32-2017, 6.16), described in
//! `bibliography.toml` or by the study.

use std::collections::BTreeMap;

use super::resolver::{Directive, Resolver};
use super::sources::Sources;
use crate::diag::{Code, Diagnostic, say};
use crate::document::{BibliographyEntry, Block, Body, Inline};

/// What the label of a source begins with.
pub const PREFIX: &str = "src-";

/// Descriptions by id, as `bibliography.toml` has them: in the language of the source, for documents of any language.
pub type Descriptions = BTreeMap<String, String>;

/// The sources cited so far.
#[derive(Debug, Default)]
pub struct Citations {
    /// Labels in the order of their first citation, with the line of it.
    cited: Vec<(String, u32)>,
    has_list: bool,
}

impl Sources<'_> {
    /// The description of the source with a label: the study's own, or the program's.
    fn description(&self, label: &str) -> Option<&str> {
        let id = label.strip_prefix(PREFIX)?;
        let mut own = self.study.passport.bibliography.iter();
        match own.find(|source| source.id.as_str() == id) {
            Some(source) => Some(self.text(&source.text)),
            None => self.bibliography.get(id).map(String::as_str),
        }
    }
}

/// Notes a citation; one of a source that nobody described is a reference to nothing.
pub fn cite(resolver: &mut Resolver<'_>, label: &str, line: u32) {
    let is_known = resolver.citations.cited.iter().any(|(cited, _)| cited == label);
    if !is_known && resolver.sources.description(label).is_some() {
        resolver.citations.cited.push((label.to_owned(), line));
        let number = resolver.citations.cited.len().to_string();
        resolver.label(line, label, &number);
    }
    resolver.labels.refer(label, line);
}

/// The list, still without its sources: what stands after it cites, too.
pub fn bibliography(resolver: &mut Resolver<'_>, directive: &Directive<'_>) -> Block {
    resolver.known(directive, &[]);
    resolver.citations.has_list = true;
    Block::Bibliography(Vec::new())
}

/// Fills in the list; where nothing is cited, it goes with the heading above it. A document that cites has to have it.
pub fn fill(resolver: &mut Resolver<'_>, body: &mut Body) {
    let citations = std::mem::take(&mut resolver.citations);
    if let (false, Some((label, line))) = (citations.has_list, citations.cited.first()) {
        let fault = Diagnostic::new(Code::ReferenceUnknown, say!("citation-without-list", label = label));
        resolver.fault(*line, fault.hint(say!("hint-citation-without-list")));
    }
    let entry = |(number, (label, _)): (u32, &(String, u32))| BibliographyEntry {
        label: label.clone(),
        number,
        text: vec![Inline::text(
            resolver.sources.locale.typography(resolver.sources.description(label).unwrap_or_default()),
        )],
    };
    let entries: Vec<BibliographyEntry> = (1..).zip(&citations.cited).map(entry).collect();
    resolver.numbering.cited(entries.len());
    let Body::Report(blocks) = body else { return };
    let Some(at) = blocks.iter().position(|block| matches!(block, Block::Bibliography(_))) else { return };
    if entries.is_empty() {
        let from = if matches!(blocks[..at].last(), Some(Block::Heading(_))) { at - 1 } else { at };
        blocks.drain(from..=at);
    } else if let Some(block) = blocks.get_mut(at) {
        *block = Block::Bibliography(entries);
    }
}
