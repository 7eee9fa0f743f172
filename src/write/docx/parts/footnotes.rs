//! The part of the footnotes: the separators that Word demands, and the mark at the head of each note.

use super::super::footnotes::{Footnotes, MARK_STYLE};
use crate::opc::xml::{Element, Node};

/// Completes a note as docx-rs writes it; it is known by its id.
pub fn complete(note: &mut Element, notes: &Footnotes) {
    let id = note.get("w:id").and_then(|id| id.parse().ok());
    let mark = note_mark(id.and_then(|id| notes.custom_mark(id)));
    if let Some(paragraph) = note.find_mut("w:p") {
        let at = usize::from(paragraph.find("w:pPr").is_some());
        let space = Element::new("w:r").child(preserved(" "));
        paragraph.children.splice(at..at, [mark, space].map(Node::Element));
    }
}

/// What stands before the notes.
pub fn separators() -> [Element; 2] {
    [separator("separator", "-1"), separator("continuationSeparator", "0")]
}

/// Tells Word which marks in the text are written out, so that it does not count there.
pub fn state_custom_marks(root: &mut Element, notes: &Footnotes) {
    if !notes.have_custom_marks() {
        return;
    }
    root.walk_mut(&mut |element| {
        if element.name == "w:footnoteReference" {
            let id = element.get("w:id").and_then(|id| id.parse().ok());
            if id.and_then(|id| notes.custom_mark(id)).is_some() {
                element.attributes.insert(0, ("w:customMarkFollows".into(), "1".into()));
            }
        }
    });
}

fn note_mark(custom: Option<&str>) -> Element {
    let style = Element::new("w:rStyle").with("w:val", MARK_STYLE);
    let run = Element::new("w:r").child(Element::new("w:rPr").child(style));
    run.child(custom.map_or_else(|| Element::new("w:footnoteRef"), preserved))
}

fn preserved(text: &str) -> Element {
    Element::new("w:t").with("xml:space", "preserve").text(text)
}

fn separator(kind: &str, id: &str) -> Element {
    let spacing =
        Element::new("w:spacing").with("w:after", "0").with("w:line", "240").with("w:lineRule", "auto");
    let line = Element::new("w:r").child(Element::new(&format!("w:{kind}")));
    let paragraph = Element::new("w:p").child(Element::new("w:pPr").child(spacing)).child(line);
    Element::new("w:footnote").with("w:type", kind).with("w:id", id).child(paragraph)
}
