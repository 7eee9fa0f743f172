//! The kinds of layouts that a deck has, and the placeholders of each.

use super::shape::PlaceholderRef;
use crate::document::{Layout, Slide};

/// Index of the placeholder of the sources, at the foot of a slide.
pub const SOURCE: PlaceholderRef = PlaceholderRef::at("body", 30);
/// Tiles up to which a deck has layouts, whatever its slides need.
const TILES: usize = 6;

/// A kind of layout: one for each layout of the document's slides, figures told apart by what draws them, tiles by
/// how many they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LayoutKind {
    /// The deck's first slide.
    Title,
    /// A coloured slide with a picture: the first or the last.
    Illustrated,
    /// The slide that begins a section.
    Section,
    /// Text and lists.
    Text,
    /// A chart that the program draws.
    Chart,
    /// A picture: a photograph, or a chart that the program cannot draw.
    Picture,
    /// Two blocks side by side.
    Columns,
    /// A table.
    Table,
    /// Quotations.
    Quotes,
    /// The deck's last slide.
    Closing,
    /// Some large numbers.
    Tiles(usize),
}

impl LayoutKind {
    /// The kind for a slide of the document; `is_chart` says whether the program draws its figure.
    pub fn of(slide: &Slide, is_chart: bool) -> Self {
        match slide.layout {
            Layout::Title | Layout::Closing if slide.illustration().is_some() => Self::Illustrated,
            Layout::Title => Self::Title,
            Layout::Section => Self::Section,
            Layout::Text => Self::Text,
            Layout::Figure if is_chart => Self::Chart,
            Layout::Figure => Self::Picture,
            Layout::Columns => Self::Columns,
            Layout::Number | Layout::Tiles => Self::Tiles(slide.tiles()),
            Layout::Table => Self::Table,
            Layout::Quotes => Self::Quotes,
            Layout::Closing => Self::Closing,
        }
    }

    /// The layouts of a deck whose slides have up to so many tiles.
    pub fn all(tiles: usize) -> Vec<Self> {
        let named = [
            Self::Title,
            Self::Illustrated,
            Self::Section,
            Self::Text,
            Self::Chart,
            Self::Picture,
            Self::Columns,
            Self::Table,
            Self::Quotes,
            Self::Closing,
        ];
        named.into_iter().chain((1..=tiles.max(TILES)).map(Self::Tiles)).collect()
    }

    /// Key of the layout's name, and its type for the program (`ST_SlideLayoutType`, ISO/IEC 29500-1, 19.7.15).
    pub fn names(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Title => ("cover", Some("title")),
            Self::Illustrated => ("illustrated", None),
            Self::Section => ("section", Some("secHead")),
            Self::Text => ("text", Some("obj")),
            Self::Chart => ("chart", Some("chart")),
            Self::Picture => ("picture", None),
            Self::Columns => ("columns", Some("twoObj")),
            Self::Table => ("table", Some("tbl")),
            Self::Quotes => ("quotes", None),
            Self::Closing => ("closing", None),
            Self::Tiles(_) => ("tiles", None),
        }
    }

    /// The placeholder of the title.
    pub fn title(self) -> PlaceholderRef {
        PlaceholderRef::of(if matches!(self, Self::Title | Self::Illustrated | Self::Closing) {
            "ctrTitle"
        } else {
            "title"
        })
    }

    /// The placeholders between the message and the sources.
    pub fn content(self) -> Vec<PlaceholderRef> {
        match self {
            Self::Title | Self::Closing => vec![PlaceholderRef::at("subTitle", 1)],
            Self::Illustrated => {
                vec![PlaceholderRef::at("subTitle", 1), PlaceholderRef::any(2), PlaceholderRef::at("body", 3)]
            }
            Self::Section | Self::Quotes => vec![PlaceholderRef::at("body", 1)],
            Self::Text => vec![PlaceholderRef::any(1)],
            Self::Chart => vec![PlaceholderRef::at("chart", 1)],
            Self::Picture => vec![PlaceholderRef::at("pic", 1)],
            Self::Table => vec![PlaceholderRef::at("tbl", 1)],
            Self::Columns => vec![PlaceholderRef::any(1), PlaceholderRef::any(2)],
            Self::Tiles(count) => (1..).take(count).map(|index| PlaceholderRef::at("body", index)).collect(),
        }
    }

    /// Whether the slide is a coloured one with a title in its middle.
    pub fn is_cover(self) -> bool {
        matches!(self, Self::Title | Self::Illustrated | Self::Section | Self::Closing)
    }

    /// Whether the sources stand on the slide.
    pub fn has_source(self) -> bool {
        !self.is_cover() || self == Self::Illustrated
    }
}
