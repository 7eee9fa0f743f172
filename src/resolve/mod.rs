//! Draft → document: binds directives to data, numbers figures, tables, headings and footnotes, fills
//! in references, and checks that nothing points nowhere.
//!
//! Resolution goes twice over the draft: once to build blocks and give numbers, once to print the
//! numbers where they are referred to. Everything that is printed with a number gets it here alone.
//!
//! What a deliverable is made of stands in [`Sources`], which nothing changes. What grows on the way (faults,
//! counters, labels) is a [`resolver::Resolver`], which is handed to one function a directive. Files use what is
//! above them in this order only: sources, resolver, citations, running text and captions, the directives, the blocks that
//! hold them, the deck.

mod address_code;
mod bibliography;
mod blocks;
mod captions;
mod charts;
mod deck;
mod faults;
mod figures;
mod filling;
mod fit;
mod formula;
mod formulas;
mod headings;
mod labels;
mod meta;
mod numbering;
mod photographs;
mod projection;
mod resolver;
mod rounding;
mod running_text;
mod settings;
mod sources;
mod table_notes;
mod tables;
mod title_page;
mod volume;

use crate::diag::Diagnostics;
use crate::document::draft::DraftBlock;
use crate::document::{Block, Body, Document, Hyphens, Listed};

pub use bibliography::Descriptions;
pub use filling::filled;
pub use formulas::{Formulas, NamedFormula};
pub use settings::{DocumentKind, Presentation, Settings};
pub use sources::Sources;

use blocks::Blocks;
use resolver::Resolver;

/// Resolves a draft.
///
/// # Errors
/// Every directive, reference and chart that cannot be resolved, on its template line.
pub fn resolve(draft: &[DraftBlock], sources: &Sources<'_>) -> Result<(Document, Diagnostics), Diagnostics> {
    let mut resolver = Resolver::new(sources);
    let found = meta::meta(sources);
    let meta = resolver.check(1, found).unwrap_or_default();
    let mut body = match sources.settings.kind {
        DocumentKind::Report | DocumentKind::Paper | DocumentKind::Base => {
            Body::Report(Blocks::on_pages(&mut resolver).blocks(draft))
        }
        DocumentKind::Deck => Body::Deck(deck::slides(&mut resolver, draft)),
    };
    turn_only_whole_pages(&mut body);
    drop_empty_lists(&mut body, resolver.numbering.captioned());
    bibliography::fill(&mut resolver, &mut body);
    volume::fill(&mut resolver, &mut body);
    for (line, fault) in resolver.labels.unknown() {
        resolver.fault(line, fault);
    }
    // What a misspelt reference meant is no doubt of its own.
    if sources.settings.kind == DocumentKind::Report && !resolver.is_faulty() {
        for (line, doubt) in resolver.labels.never_referred_to() {
            resolver.fault(line, doubt);
        }
    }
    resolver.labels.print(&mut body);
    let mut document = Document { meta, body, hyphens: Hyphens::default() };
    document.hyphens = meta::hyphens(sources, &document);
    resolver.into_result(document)
}

/// A page is turned for a table of the text itself, not for one inside a list or a callout.
fn turn_only_whole_pages(body: &mut Body) {
    match body {
        Body::Report(blocks) => blocks.iter_mut().flat_map(Block::children_mut).for_each(keep_upright),
        Body::Deck(slides) => slides.iter_mut().flat_map(|slide| &mut slide.blocks).for_each(keep_upright),
    }
}

fn keep_upright(block: &mut Block) {
    if let Block::Table(table) = block {
        table.landscape = false;
    }
    block.children_mut().for_each(keep_upright);
}

/// Takes out the lists of figures and of tables of a document that has none.
fn drop_empty_lists(body: &mut Body, (figures, tables): (u32, u32)) {
    let Body::Report(blocks) = body else { return };
    blocks.retain(|block| {
        let Block::Contents(contents) = block else { return true };
        match contents.of {
            Listed::Headings => true,
            Listed::Figures => figures > 0,
            Listed::Tables => tables > 0,
        }
    });
}
