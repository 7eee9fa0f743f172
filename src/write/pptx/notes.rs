//! Notes pages: the slide's picture above what the speaker says.

use super::Deck;
use super::shape::{
    Level, PlaceholderRef, all, anchored, bare_placeholder, body, colour_map, el, fill, levels, number,
    placeholder, plain, root, tree,
};
use super::slide::Slide;
use crate::document::Slide as Told;
use crate::theme::Frame;
use crate::write::package::{Kind, Relations};

/// Width and height of a notes page, in points: A4.
pub const PAGE: (f64, f64) = (595.0, 842.0);
/// Size of the notes, in points.
const SIZE: f64 = 14.0;
const BODY: PlaceholderRef = PlaceholderRef { kind: Some("body"), index: Some(1) };
const NUMBER: PlaceholderRef = PlaceholderRef { kind: Some("sldNum"), index: Some(2) };
const IMAGE: PlaceholderRef = PlaceholderRef { kind: Some("sldImg"), index: None };

/// The notes master.
pub fn master(deck: &Deck) -> String {
    let (slide_width, slide_height) = deck.theme.slides.slide_size();
    let width = PAGE.0 - 2.0 * 57.0;
    let image = Frame { x: 57.0, y: 57.0, width, height: width * slide_height / slide_width };
    let text = Frame { y: image.y + image.height + 28.0, height: 360.0, ..image };
    let foot = Frame { x: PAGE.0 - 57.0 - 80.0, y: PAGE.1 - 50.0, width: 80.0, height: 20.0 };
    let look = Level { size: SIZE, bold: false, colour: "tx1", before: 6.0 };
    let spacing = deck.theme.slides.sizes.line_spacing;
    let words = deck.words();
    let prompt = |key: &str| vec![plain(deck.language(), words.get(key))];
    let shapes = [
        bare_placeholder(2, words.get("picture"), IMAGE, Some(image)),
        placeholder(
            3,
            words.get("text"),
            BODY,
            Some(text),
            body(anchored("t"), el("a:lstStyle"), prompt("text")),
        ),
        placeholder(
            4,
            words.get("slide_number"),
            NUMBER,
            Some(foot),
            body(anchored("b"), el("a:lstStyle"), vec![number(deck.language(), "‹#›")]),
        ),
    ];
    let background = el("p:bg").child(el("p:bgPr").child(fill("bg1")).child(el("a:effectLst")));
    root("p:notesMaster")
        .child(el("p:cSld").child(background).child(all(tree(), shapes)))
        .child(colour_map())
        .child(levels("p:notesStyle", &[look], spacing, "+mn"))
        .to_part()
}

/// The notes of a slide, with the relationships of their page.
pub fn page<'a>(deck: &mut Deck<'a>, of: &'a Told, place: usize) -> (String, Relations) {
    let mut relations = Relations::default();
    relations.add(Kind::NotesMaster, "../notesMasters/notesMaster1.xml");
    relations.add(Kind::Slide, &format!("../slides/slide{place}.xml"));
    let mut slide = Slide::new(deck, of, relations);
    let paragraphs = slide.paragraphs(&of.notes);
    let relations = slide.relations;
    let words = deck.words();
    let text = body(el("a:bodyPr"), el("a:lstStyle"), paragraphs);
    let count = number(deck.language(), &of.number.to_string());
    let shapes = [
        bare_placeholder(2, words.get("picture"), IMAGE, None),
        placeholder(3, words.get("text"), BODY, None, text),
        placeholder(
            4,
            words.get("slide_number"),
            NUMBER,
            None,
            body(el("a:bodyPr"), el("a:lstStyle"), vec![count]),
        ),
    ];
    let overridden = el("p:clrMapOvr").child(el("a:masterClrMapping"));
    let part = root("p:notes").child(el("p:cSld").child(all(tree(), shapes))).child(overridden).to_part();
    (part, relations)
}
