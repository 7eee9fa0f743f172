//! Resolved documents in both languages: the first interim report section by section, the kinds of blocks that only
//! the final report has, a slide of each layout.

use std::collections::BTreeSet;

use esep::document::{Block, Body, Document};

use super::Goldens;
use crate::support::readable::readable;
use crate::support::sample_document;

/// Kinds of blocks that the first interim report has none of.
const FINAL_ONLY: [&str; 3] = ["callout", "quote", "formula"];

pub fn goldens() -> Goldens {
    let mut found = Goldens::new();
    for language in ["kk", "ru"] {
        sections(sample_document("interim-1", language), language, &mut found);
        kinds(sample_document("final", language), language, &mut found);
        slides(sample_document("slides", language), language, &mut found);
    }
    found
}

fn blocks(document: &Document) -> &[Block] {
    match &document.body {
        Body::Report(blocks) => blocks,
        Body::Deck(_) => panic!("a report"),
    }
}

/// Each part of a report from one heading of the first level to the next.
fn sections(document: &Document, language: &str, found: &mut Goldens) {
    let mut section = "front".to_owned();
    let head = readable(&document.meta);
    found.insert(format!("interim-1.{language}.meta.txt"), head);
    for block in blocks(document) {
        if let Block::Heading(heading) = block
            && heading.level == 1
        {
            section.clone_from(&heading.label);
        }
        let text = found.entry(format!("interim-1.{language}.{section}.txt")).or_default();
        text.push_str(&readable(block));
    }
}

/// The first block of each kind that a reader meets in the final report only, and the first figure.
fn kinds(document: &Document, language: &str, found: &mut Goldens) {
    let mut keep = |name: &str, text: String| {
        let known = found.insert(format!("final.{language}.{name}.txt"), text);
        assert!(known.is_none(), "{name} twice");
    };
    let all: Vec<String> = blocks(document).iter().map(readable).collect();
    for kind in FINAL_ONLY {
        let first = all.iter().find(|text| text.starts_with(&format!("{kind}:")));
        keep(kind, first.unwrap_or_else(|| panic!("the final report has no {kind}")).clone());
    }
    let figure = all.iter().find(|text| text.starts_with("figure:"));
    keep("first-figure", figure.expect("a figure").clone());
}

/// The first slide of each layout.
fn slides(document: &Document, language: &str, found: &mut Goldens) {
    let Body::Deck(slides) = &document.body else { panic!("a deck") };
    let mut seen = BTreeSet::new();
    for slide in slides {
        let layout = format!("{:?}", slide.layout).to_lowercase();
        if seen.insert(layout.clone()) {
            found.insert(format!("slides.{language}.{layout}.txt"), readable(slide));
        }
    }
}
