//! Notes pages: the slide's picture above what the speaker says.

use super::deck::Deck;
use super::design::Bullets;
use super::paragraph::TextWriter;
use super::shape::{
    PlaceholderRef, background, bare_placeholder, colour_map, el, masters_colours, placeholder, root, tree,
    with_all,
};
use super::text_body::{LevelStyle, ListStyle, anchored, inherited, plain, slide_number, text_body};
use crate::diag::Diagnostics;
use crate::document::Slide;
use crate::quantity::Pt;
use crate::theme::Frame;
use crate::write::ooxml::{RelationshipKind, Relationships};

/// Width and height of a notes page: A4.
pub const PAGE: (Pt, Pt) = (Pt(595.0), Pt(842.0));
/// Left and right of its text, above its picture.
const MARGIN: Pt = Pt(57.0);
/// Size of the notes.
const SIZE: Pt = Pt(14.0);
/// Before each paragraph of the notes.
const BEFORE: Pt = Pt(6.0);
const BODY: PlaceholderRef = PlaceholderRef::at("body", 1);
const NUMBER: PlaceholderRef = PlaceholderRef::at("sldNum", 2);
const IMAGE: PlaceholderRef = PlaceholderRef::of("sldImg");

/// The notes master.
pub fn master(deck: &Deck<'_>) -> String {
    let (slide_width, slide_height) = deck.style().slide_size();
    let width = PAGE.0 - 2.0 * MARGIN;
    let image = Frame { x: MARGIN, y: MARGIN, width, height: width * (slide_height / slide_width) };
    let text = Frame { y: image.y + image.height + Pt(28.0), height: Pt(360.0), ..image };
    let foot =
        Frame { x: PAGE.0 - MARGIN - Pt(80.0), y: PAGE.1 - Pt(50.0), width: Pt(80.0), height: Pt(20.0) };
    let names = deck.names();
    let prompt = vec![plain(deck.language(), names.name("text"))];
    let number = vec![slide_number(deck.language(), "‹#›")];
    let shapes = [
        bare_placeholder(2, names.name("picture"), IMAGE, Some(image)),
        placeholder(
            3,
            names.name("text"),
            BODY,
            Some(text),
            text_body(anchored("t"), el("a:lstStyle"), prompt),
        ),
        placeholder(
            4,
            names.name("slide_number"),
            NUMBER,
            Some(foot),
            text_body(anchored("b"), el("a:lstStyle"), number),
        ),
    ];
    let level = LevelStyle { size: SIZE, bold: false, colour: "tx1", before: BEFORE };
    let style = ListStyle { levels: &[level], spacing: deck.style().sizes.line_spacing, face: "+mn" };
    root("p:notesMaster")
        .child(el("p:cSld").child(background("bg1")).child(with_all(tree(), shapes)))
        .child(colour_map())
        .child(style.element("p:notesStyle"))
        .to_part()
}

/// The notes page of a slide.
#[derive(Debug)]
pub struct NotesPage {
    /// The part.
    pub part: String,
    /// Its relationships.
    pub relations: Relationships,
    /// What cannot stand there.
    pub faults: Diagnostics,
}

impl NotesPage {
    /// The notes page of a slide; `number` is that of the slide's part, from 1.
    pub fn new(deck: Deck<'_>, slide: &Slide, bullets: Bullets, number: usize) -> Self {
        let mut relations = Relationships::default();
        relations.add(RelationshipKind::NotesMaster, "../notesMasters/notesMaster1.xml");
        relations.add(RelationshipKind::Slide, &format!("../slides/slide{number}.xml"));
        let mut text = TextWriter::new(deck, slide, bullets, relations);
        let notes = text.paragraphs(&slide.notes);
        let names = deck.names();
        let count = slide_number(deck.language(), &slide.number.to_string());
        let shapes = [
            bare_placeholder(2, names.name("picture"), IMAGE, None),
            placeholder(3, names.name("text"), BODY, None, inherited(notes)),
            placeholder(4, names.name("slide_number"), NUMBER, None, inherited(vec![count])),
        ];
        let tree = el("p:cSld").child(with_all(tree(), shapes));
        let part = root("p:notes").child(tree).child(masters_colours()).to_part();
        Self { part, relations: text.relations, faults: text.faults }
    }
}
