//! The two bodies of a document: the pages of a report or paper, the slides of a deck.

use serde::Serialize;

use super::{Block, Figure, Inlines};

/// A report flows over pages; a deck is a row of slides.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", content = "value", rename_all = "kebab-case")]
pub enum Body {
    /// Blocks that flow over pages, of a report or a paper.
    Report(Vec<Block>),
    /// Slides in the order shown.
    Deck(Vec<Slide>),
}

/// One slide: its heading is its message.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Slide {
    /// 1-based number, as printed.
    pub number: u32,
    /// How it is laid out.
    pub layout: Layout,
    /// Unique in the deck, stable between builds; ASCII.
    pub label: String,
    /// Name of the section that begins with this slide.
    pub section: Option<String>,
    /// The slide's message.
    pub title: Inlines,
    /// What proves the message.
    pub blocks: Vec<Block>,
    /// What the speaker says.
    pub notes: Vec<Block>,
    /// Source line at the slide's foot.
    pub source: Vec<Inlines>,
    /// How many times the theme's size the type of a slide of few words has.
    pub scale: f64,
}

/// How a slide is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// The deck's first slide.
    Title,
    /// The message alone, before the slides of a section.
    Section,
    /// Text and lists.
    Text,
    /// A chart or photograph.
    Figure,
    /// Two blocks side by side.
    Columns,
    /// One large number.
    Number,
    /// A table.
    Table,
    /// Quotations, nothing else.
    Quotes,
    /// Several large numbers.
    Tiles,
    /// Last slide, contacts.
    Closing,
}

impl Slide {
    /// How many large numbers stand on the slide.
    pub fn tiles(&self) -> usize {
        let count = |block: &Block| if let Block::Numbers(numbers) = block { numbers.len() } else { 0 };
        self.blocks.iter().map(count).sum()
    }

    /// The picture of a coloured slide, and the text beside it.
    pub fn illustration(&self) -> Option<(&Figure, &[Block])> {
        match self.blocks.split_last() {
            Some((Block::Figure(figure), text)) if self.layout.is_cover() => Some((figure, text)),
            _ => None,
        }
    }
}

impl Layout {
    /// Whether the slide is a coloured one with a title in its middle.
    pub fn is_cover(self) -> bool {
        matches!(self, Self::Title | Self::Section | Self::Closing)
    }
}
