//! The master and the layouts of a deck, and where each kind of slide has its places.
//!
//! A deck has the theme's own design, or that of a customer's deck: both end as parts of the package and as a
//! seat for each kind of slide, so that the writer of slides knows no difference.

use std::collections::BTreeMap;

use super::master::{FOOTER, Kind, Master, NUMBER, SOURCE};
use super::shape::PlaceholderRef;
use crate::theme::Theme;
use crate::write::package::{self, Kind as Relation, Relations};

/// Folder of the layouts, beside which that of their relationships stands.
pub const LAYOUTS: &str = "ppt/slideLayouts";
pub const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";
pub const THEME: &str = "ppt/theme/theme1.xml";

/// A kind of slide in a layout: what it fills.
#[derive(Debug, Clone, PartialEq)]
pub struct Seat {
    pub kind: Kind,
    /// 1-based number of the layout.
    pub layout: usize,
    pub title: PlaceholderRef,
    /// What stands between the message and the sources.
    pub places: Vec<PlaceholderRef>,
    pub source: Option<PlaceholderRef>,
    pub footer: Option<PlaceholderRef>,
    pub number: Option<PlaceholderRef>,
}

impl Seat {
    /// A kind in a layout of this writer's own.
    pub fn own(kind: Kind, layout: usize) -> Self {
        Self {
            kind,
            layout,
            title: kind.title(),
            places: kind.places(),
            source: (!kind.is_cover()).then_some(SOURCE),
            footer: Some(FOOTER),
            number: (!kind.is_cover()).then_some(NUMBER),
        }
    }
}

/// Parts and seats of a deck's design.
#[derive(Debug, Default)]
pub struct Design {
    /// Parts of the package by path, with those of their relationships.
    pub parts: BTreeMap<String, Vec<u8>>,
    pub seats: Vec<Seat>,
    /// How text stands in the places of the design.
    pub text: TextStyle,
}

/// What a design's placeholders do to text of their own accord.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextStyle {
    /// Paragraphs would have bullets and indents: those that are no list's items must say that they have none.
    pub is_bulleted: bool,
    /// Unordered lists have bullets of the design's own.
    pub has_bullets: bool,
}

impl Design {
    /// The theme's own design, for slides with up to so many tiles.
    pub fn own(theme: &Theme, master: &Master<'_>, tiles: usize) -> Self {
        let mut design = Self::default();
        let kinds = Kind::all(tiles);
        let mut relations = Relations::default();
        for (place, kind) in (1..).zip(&kinds) {
            relations.add(Relation::SlideLayout, &format!("../slideLayouts/slideLayout{place}.xml"));
            design.add_layout(place, master.layout(*kind));
            design.seats.push(Seat::own(*kind, place));
        }
        relations.add(Relation::Theme, "../theme/theme1.xml");
        design.text_part(MASTER, master.part(kinds.len()));
        design.text_part("ppt/slideMasters/_rels/slideMaster1.xml.rels", relations.part());
        design.text_part(THEME, package::theme(&theme.palette, &theme.slides.fonts));
        design
    }

    /// Adds a layout that refers to nothing but the master.
    pub fn add_layout(&mut self, number: usize, part: String) {
        let mut own = Relations::default();
        own.add(Relation::SlideMaster, "../slideMasters/slideMaster1.xml");
        self.text_part(&format!("{LAYOUTS}/slideLayout{number}.xml"), part);
        self.text_part(&format!("{LAYOUTS}/_rels/slideLayout{number}.xml.rels"), own.part());
    }

    pub fn text_part(&mut self, path: &str, text: String) {
        self.parts.insert(path.to_owned(), text.into_bytes());
    }

    /// The seat of a kind; every kind of a deck has one.
    pub fn seat(&self, kind: Kind) -> Option<&Seat> {
        self.seats.iter().find(|seat| seat.kind == kind)
    }
}
