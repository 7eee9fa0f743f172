//! The picture behind the title page: anchored to the page in the first page's header, behind the text.
//!
//! It carries no meaning, and a header is not read aloud, so it has no text alternative.

use crate::opc::xml::{Element, Node};
use crate::quantity::Emu;
use crate::theme::Page;
use crate::write::ooxml::drawing::{DECORATIVE_EXTENSION, SVG_EXTENSION, extension_list, rectangle};
use crate::write::ooxml::namespace::{DECORATIVE, DRAWING, PICTURE, RELATIONSHIP, SVG, WORD, WORD_DRAWING};
use crate::write::ooxml::{PackageBuilder, RelationshipKind, Relationships};

const PNG: &str = "media/cover.png";
const VECTOR: &str = "media/cover.svg";

/// The picture in both forms.
#[derive(Debug, Clone, Copy)]
pub struct Cover<'a> {
    pub png: &'a [u8],
    pub svg: &'a str,
}

/// Puts the picture into the header's first paragraph; `file` is the header's name.
pub fn add(root: &mut Element, file: &str, page: &Page, cover: Cover<'_>, package: &mut PackageBuilder) {
    let mut own = Relationships::default();
    let raster = own.add(RelationshipKind::Image, PNG);
    let vector = own.add(RelationshipKind::Image, VECTOR);
    if let Some(paragraph) = root.find_mut("w:p") {
        paragraph.children.push(Node::Element(run(page, &raster, &vector)));
    }
    package.bytes(&format!("word/{PNG}"), cover.png.to_vec());
    package.text(&format!("word/{VECTOR}"), cover.svg.to_owned());
    package.text(&format!("word/_rels/{file}.rels"), own.part());
}

fn el(name: &str) -> Element {
    Element::new(name)
}

/// Attributes of an element, one after the other.
fn with(element: Element, attributes: &[(&str, &str)]) -> Element {
    attributes.iter().fold(element, |element, (name, value)| element.with(name, *value))
}

/// The run with the picture over the whole page.
fn run(page: &Page, raster: &str, vector: &str) -> Element {
    let run = with(
        el("w:r"),
        &[
            ("xmlns:w", WORD),
            ("xmlns:r", RELATIONSHIP),
            ("xmlns:wp", WORD_DRAWING),
            ("xmlns:a", DRAWING),
            ("xmlns:pic", PICTURE),
            ("xmlns:adec", DECORATIVE),
            ("xmlns:asvg", SVG),
        ],
    );
    let size = (page.width.emu(), page.height.emu());
    run.child(el("w:drawing").child(anchor(size, picture(size, raster, vector))))
}

/// The frame, from the page's upper left corner to its lower right one (ISO/IEC 29500-1, 20.4.2.3).
fn anchor((width, height): (Emu, Emu), picture: Element) -> Element {
    let anchor = ["distT", "distB", "distL", "distR", "simplePos"]
        .iter()
        .fold(el("wp:anchor"), |anchor, name| anchor.with(name, "0"));
    let anchor = ["relativeHeight", "behindDoc", "locked", "layoutInCell", "allowOverlap"]
        .iter()
        .fold(anchor, |anchor, name| anchor.with(name, "1"));
    let from_page = |name: &str| el(name).with("relativeFrom", "page").child(el("wp:posOffset").text("0"));
    let decorative = el("adec:decorative").with("val", "1");
    let properties = with(el("wp:docPr"), &[("id", "1"), ("name", "cover"), ("descr", "")])
        .child(extension_list(DECORATIVE_EXTENSION, decorative));
    let data = el("a:graphicData").with("uri", PICTURE).child(picture);
    anchor
        .child(with(el("wp:simplePos"), &[("x", "0"), ("y", "0")]))
        .child(from_page("wp:positionH"))
        .child(from_page("wp:positionV"))
        .child(el("wp:extent").with("cx", width.to_string()).with("cy", height.to_string()))
        .child(with(el("wp:effectExtent"), &[("l", "0"), ("t", "0"), ("r", "0"), ("b", "0")]))
        .child(el("wp:wrapNone"))
        .child(properties)
        .child(el("wp:cNvGraphicFramePr"))
        .child(el("a:graphic").child(data))
}

fn picture((width, height): (Emu, Emu), raster: &str, vector: &str) -> Element {
    let name = with(el("pic:cNvPr"), &[("id", "1"), ("name", "cover"), ("descr", "")]);
    let properties = el("pic:nvPicPr").child(name).child(el("pic:cNvPicPr"));
    let svg = el("asvg:svgBlip").with("r:embed", vector);
    let blip = el("a:blip").with("r:embed", raster).child(extension_list(SVG_EXTENSION, svg));
    let fill = el("pic:blipFill").child(blip).child(el("a:stretch").child(el("a:fillRect")));
    let transform = el("a:xfrm")
        .child(with(el("a:off"), &[("x", "0"), ("y", "0")]))
        .child(el("a:ext").with("cx", width.to_string()).with("cy", height.to_string()));
    let shape = el("pic:spPr").child(transform).child(rectangle());
    el("pic:pic").child(properties).child(fill).child(shape)
}
