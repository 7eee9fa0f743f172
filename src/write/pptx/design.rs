//! The design of a deck: master and layouts, and into which placeholders of which layout each kind of slide goes.
//!
//! A deck has the theme's own design, or that of a customer's deck: both end as parts of the package and as a
//! mapping for each kind of slide, so that the writer of slides knows no difference.

use std::collections::BTreeMap;

use super::design_context::DesignContext;
use super::header_footer::{FOOTER, NUMBER};
use super::layout_kind::{LayoutKind, SOURCE};
use super::shape::PlaceholderRef;
use super::{layout, master};
use crate::theme::Theme;
use crate::write::ooxml::{RelationshipKind, Relationships, theme_part};

/// Folder of the layouts, beside which that of their relationships stands.
const LAYOUTS: &str = "ppt/slideLayouts";
/// Path of the master.
pub const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";
/// Path of the master's theme.
pub const THEME: &str = "ppt/theme/theme1.xml";

/// Path of a layout by its number, from 1.
pub fn layout_path(number: usize) -> String {
    format!("{LAYOUTS}/slideLayout{number}.xml")
}

/// Target of the relationship to a layout, from a part one folder below `ppt`.
pub fn layout_target(number: usize) -> String {
    format!("../slideLayouts/slideLayout{number}.xml")
}

/// A layout for a kind of slide: which placeholders hold what.
#[derive(Debug, Clone, PartialEq)]
pub struct LayoutMapping {
    /// The kind of slide.
    pub kind: LayoutKind,
    /// Number of the layout, from 1.
    pub layout: usize,
    /// The message.
    pub title: PlaceholderRef,
    /// What stands between the message and the sources.
    pub content: Vec<PlaceholderRef>,
    /// The sources.
    pub source: Option<PlaceholderRef>,
    /// The document's mark.
    pub footer: Option<PlaceholderRef>,
    /// The slide's number.
    pub number: Option<PlaceholderRef>,
}

impl LayoutMapping {
    /// A kind of slide in the theme's own layout of that kind.
    pub fn own(kind: LayoutKind, layout: usize) -> Self {
        Self {
            kind,
            layout,
            title: kind.title(),
            content: kind.content(),
            source: kind.has_source().then_some(SOURCE),
            footer: Some(FOOTER),
            number: (!kind.is_cover()).then_some(NUMBER),
        }
    }
}

/// Parts and mappings of a deck's design.
#[derive(Debug, Default)]
pub struct Design {
    /// Parts of the package by path, with those of their relationships.
    pub parts: BTreeMap<String, Vec<u8>>,
    /// One for each kind of slide.
    pub mappings: Vec<LayoutMapping>,
    /// Which bullets the design's placeholders have by themselves.
    pub bullets: Bullets,
}

/// Which bullets the placeholders of a design have by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bullets {
    /// Every paragraph has one, and an indent: those that are no list's items must say that they have none.
    pub on_paragraphs: bool,
    /// Items of unordered lists have the design's own.
    pub on_items: bool,
}

impl Design {
    /// The theme's own design, for slides with up to so many tiles.
    pub fn own(theme: &Theme, context: &DesignContext<'_>, tiles: usize) -> Self {
        let mut design = Self::default();
        let kinds = LayoutKind::all(tiles);
        let mut relations = Relationships::default();
        for (number, kind) in (1..).zip(&kinds) {
            relations.add(RelationshipKind::SlideLayout, &layout_target(number));
            design.add_layout(number, layout::layout(context, *kind).to_part());
            design.mappings.push(LayoutMapping::own(*kind, number));
        }
        relations.add(RelationshipKind::Theme, "../theme/theme1.xml");
        design.add_part(MASTER, master::part(context, kinds.len()));
        design.add_part("ppt/slideMasters/_rels/slideMaster1.xml.rels", relations.part());
        design.add_part(THEME, theme_part(&theme.palette, &theme.slides.fonts));
        design
    }

    /// Adds a layout that refers to nothing but the master.
    pub fn add_layout(&mut self, number: usize, part: String) {
        let mut own = Relationships::default();
        own.add(RelationshipKind::SlideMaster, "../slideMasters/slideMaster1.xml");
        self.add_part(&layout_path(number), part);
        self.add_part(&format!("{LAYOUTS}/_rels/slideLayout{number}.xml.rels"), own.part());
    }

    /// Adds a part by its path in the package.
    pub fn add_part(&mut self, path: &str, text: String) {
        self.parts.insert(path.to_owned(), text.into_bytes());
    }

    /// The mapping of a kind of slide; a design has one for every kind of its deck.
    pub fn mapping(&self, kind: LayoutKind) -> Option<&LayoutMapping> {
        self.mappings.iter().find(|mapping| mapping.kind == kind)
    }
}
