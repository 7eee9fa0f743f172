//! The labels of a document: what references and tables of contents point to.

use super::{Block, Body, Document};

impl Document {
    /// Labels of headings, figures, tables and slides, in document order.
    pub fn labels(&self) -> Vec<&str> {
        let mut labels = Vec::new();
        match &self.body {
            Body::Report(blocks) => collect(blocks, &mut labels),
            Body::Deck(slides) => {
                for slide in slides {
                    labels.push(slide.label.as_str());
                    collect(&slide.blocks, &mut labels);
                }
            }
        }
        labels
    }
}

fn collect<'a>(blocks: &'a [Block], labels: &mut Vec<&'a str>) {
    for block in blocks {
        match block {
            Block::Heading(heading) | Block::Contents(heading) => labels.push(&heading.label),
            Block::Figure(figure) => labels.push(&figure.label),
            Block::Table(table) => labels.push(&table.label),
            Block::Callout(callout) => collect(&callout.blocks, labels),
            Block::List(list) => list.items.iter().for_each(|item| collect(item, labels)),
            Block::TitlePage(_)
            | Block::Paragraph(_)
            | Block::Quote(_)
            | Block::Numbers(_)
            | Block::PageBreak => {}
        }
    }
}
