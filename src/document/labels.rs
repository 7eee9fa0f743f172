//! What a document holds, in document order: the labels that references and tables of contents point
//! to, and the figures.

use super::{Block, Body, Contents, Document, Drawing, Figure};

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

    /// All figures, those inside callouts and lists too.
    pub fn figures(&self) -> Vec<&Figure> {
        let mut figures = Vec::new();
        match &self.body {
            Body::Report(blocks) => collect_figures(blocks, &mut figures),
            Body::Deck(slides) => slides.iter().for_each(|s| collect_figures(&s.blocks, &mut figures)),
        }
        figures
    }

    /// The logos of the title page.
    pub fn logos(&self) -> &[Drawing] {
        let Body::Report(blocks) = &self.body else { return &[] };
        let found = blocks.iter().find_map(|block| match block {
            Block::TitlePage(page) => Some(page.logos.as_slice()),
            _ => None,
        });
        found.unwrap_or_default()
    }
}

fn collect_figures<'a>(blocks: &'a [Block], figures: &mut Vec<&'a Figure>) {
    for block in blocks {
        match block {
            Block::Figure(figure) => figures.push(figure),
            Block::Callout(callout) => collect_figures(&callout.blocks, figures),
            Block::List(list) => list.items.iter().for_each(|item| collect_figures(item, figures)),
            Block::TitlePage(_)
            | Block::Contents(_)
            | Block::Heading(_)
            | Block::Paragraph(_)
            | Block::Table(_)
            | Block::Quote(_)
            | Block::Numbers(_)
            | Block::Formula(_)
            | Block::PageBreak => {}
        }
    }
}

fn collect<'a>(blocks: &'a [Block], labels: &mut Vec<&'a str>) {
    for block in blocks {
        match block {
            Block::Heading(heading) | Block::Contents(Contents { heading, .. }) => {
                labels.push(&heading.label);
            }
            Block::Figure(figure) => labels.push(&figure.label),
            Block::Table(table) => labels.push(&table.label),
            Block::Formula(formula) => labels.push(&formula.label),
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
