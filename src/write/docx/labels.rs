//! The survey of a document: what its references, contents and lists may lead to.
//!
//! It is made before anything is written, because a reference may stand before its target.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::document::{Block, Body, Caption, Document, Heading, HeadingRole, Layout};

/// Levels of headings.
pub const HEADING_LEVELS: usize = 4;

/// Labels, headings and captions of a document, in document order.
#[derive(Debug, Default)]
pub struct Labels<'a> {
    pub headings: Vec<&'a Heading>,
    /// Labels and captions.
    pub figures: Vec<(&'a str, &'a Caption)>,
    /// Labels and captions.
    pub tables: Vec<(&'a str, &'a Caption)>,
    known: BTreeSet<&'a str>,
    numbers: BTreeMap<&'a str, String>,
    counted_by_word: BTreeSet<&'a str>,
}

impl<'a> Labels<'a> {
    /// Surveys a document; a label that stands twice becomes a fault.
    pub fn survey(document: &'a Document, faults: &mut Diagnostics) -> Self {
        let mut survey = Survey { labels: Self::default(), sections: SectionCount::default(), faults };
        match &document.body {
            Body::Report(blocks) => survey.blocks(blocks),
            Body::Deck(slides) => {
                for slide in slides {
                    let number = slide.number.to_string();
                    survey.label(&slide.label, (slide.layout != Layout::Title).then_some(number));
                    survey.blocks(&slide.blocks);
                    survey.blocks(&slide.notes);
                }
            }
        }
        survey.labels
    }

    /// The label as the document holds it, where there is one.
    pub fn find(&self, label: &str) -> Option<&'a str> {
        self.known.get(label).copied()
    }

    /// What the bookmark around a label's number holds.
    pub fn number(&self, label: &str) -> Option<&str> {
        self.numbers.get(label).map(String::as_str)
    }

    /// Whether the label is a heading's that Word numbers by itself.
    pub fn is_counted_by_word(&self, label: &str) -> bool {
        self.counted_by_word.contains(label)
    }
}

struct Survey<'a, 'f> {
    labels: Labels<'a>,
    sections: SectionCount,
    faults: &'f mut Diagnostics,
}

impl<'a> Survey<'a, '_> {
    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks.iter().flat_map(Block::walk) {
            match block {
                Block::Contents(contents) => self.label(&contents.heading.label, None),
                Block::Heading(heading) => self.heading(heading),
                Block::Figure(figure) => {
                    self.label(&figure.label, Some(figure.caption.printed()));
                    self.labels.figures.push((&figure.label, &figure.caption));
                }
                Block::Table(table) => {
                    self.label(&table.label, Some(table.caption.printed()));
                    self.labels.tables.push((&table.label, &table.caption));
                }
                Block::Bibliography(entries) => {
                    for entry in entries {
                        self.label(&entry.label, Some(entry.number.to_string()));
                    }
                }
                Block::Formula(formula) => self.label(&formula.label, Some(formula.number.to_string())),
                Block::TitlePage(_)
                | Block::Paragraph(_)
                | Block::List(_)
                | Block::Callout(_)
                | Block::Quote(_)
                | Block::Numbers(_)
                | Block::PageBreak => {}
            }
        }
    }

    fn heading(&mut self, heading: &'a Heading) {
        self.label(&heading.label, heading.number.clone());
        self.labels.headings.push(heading);
        if self.sections.comes_to(heading) {
            self.labels.counted_by_word.insert(&heading.label);
        }
    }

    fn label(&mut self, label: &'a str, number: Option<String>) {
        if label.is_empty() {
            return;
        }
        if !self.labels.known.insert(label) {
            self.faults.push(Diagnostic::new(Code::DocxBuild, say!("label-twice", label = label)));
        }
        if let Some(number) = number.filter(|n| !n.is_empty()) {
            self.labels.numbers.insert(label, number);
        }
    }
}

/// Counts sections as Word does.
#[derive(Debug, Default)]
struct SectionCount([u32; HEADING_LEVELS]);

impl SectionCount {
    /// Whether Word's count for a heading is its printed number; if so, the count goes on from there.
    fn comes_to(&mut self, heading: &Heading) -> bool {
        let level = usize::from(heading.level).clamp(1, HEADING_LEVELS);
        let mut next = self.0;
        if let Some(count) = next.get_mut(level - 1) {
            *count += 1;
        }
        next.iter_mut().skip(level).for_each(|count| *count = 0);
        let text = next.iter().take(level).map(u32::to_string).collect::<Vec<_>>().join(".");
        let is_counted = heading.role == HeadingRole::Section && heading.number.as_ref() == Some(&text);
        if is_counted {
            self.0 = next;
        }
        is_counted
    }
}
