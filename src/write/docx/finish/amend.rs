//! Puts into the parsed parts what docx-rs has no call for, and takes out what it counts.

use super::super::extras::{self, Extras, Graphic, link_index};
use super::super::xml::{Element, Node};
use super::charts;
use crate::document::SOFT_HYPHEN;
use crate::write::ooxml::{PackageBuilder, RelationshipKind as Kind, Relationships as Relations};

/// Extension that names a vector alternative of a picture ([MS-ODRAWXML] 2.2.4.15).
const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
const SVG_NAMESPACE: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";

/// Keeps only the namespaces that are used: a shorter part, and none that a reader must know.
pub fn namespaces(root: &mut Element) {
    const USED: &[&str] = &["xmlns:w", "xmlns:r", "xmlns:wp", "xmlns:a", "xmlns:pic"];
    root.attributes.retain(|(name, _)| USED.contains(&name.as_str()));
}

/// Removes docx-rs's process-wide paragraph ids (Word makes its own) and mends its attributes.
pub fn mend_attributes(root: &mut Element) {
    root.walk_mut(&mut |element| {
        element.attributes.retain(|(name, _)| !name.starts_with("w14:"));
        if element.name == "w:instrText" {
            element.set("xml:space", "preserve");
        }
        if element.name == "w:gridCol" {
            element.remove("w:type");
        }
        let empty = |n: &Node| matches!(n, Node::Element(e) if e.name == "w:rPr" && e.children.is_empty());
        if element.name == "w:pPr" {
            element.children.retain(|node| !empty(node));
        }
    });
}

const WORD_2012: &str = "http://schemas.microsoft.com/office/word/2012/wordml";

/// Makes a tag of each content control's alias, locks it, and shows no frame around it ([MS-DOCX] 2.5.1.2).
/// `count` gives each control of the package its id.
pub fn controls(root: &mut Element, count: &mut u32) {
    let mut any = false;
    root.walk_mut(&mut |element| {
        if element.name != "w:sdtPr" {
            return;
        }
        let tag = element.find("w:alias").and_then(|alias| alias.get("w:val")).unwrap_or_default().to_owned();
        *count += 1;
        any = true;
        element.children = [
            Element::new("w:tag").with("w:val", tag),
            Element::new("w:id").with("w:val", count.to_string()),
            Element::new("w:lock").with("w:val", "sdtContentLocked"),
            Element::new("w15:appearance").with("w15:val", "hidden"),
        ]
        .map(Node::Element)
        .into();
    });
    if any {
        root.set("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006");
        root.set("xmlns:w15", WORD_2012);
        root.set("mc:Ignorable", "w15");
    }
}

/// States the language of every run, so that a reader's own settings cannot change the proofing.
pub fn language(root: &mut Element, tag: &str) {
    if tag.is_empty() {
        return;
    }
    root.walk_mut(&mut |element| {
        if element.name == "w:r" {
            let lang = Element::new("w:lang").with("w:val", tag).with("w:eastAsia", tag);
            element.amend_child("w:rPr", |properties| {
                let other = |n: &Node| !matches!(n, Node::Element(e) if e.name == "w:lang");
                properties.children.retain(other);
                properties.children.push(Node::Element(lang));
            });
        }
    });
}

/// Word shows U+00AD as a hyphen wherever it stands; its own element shows at a line's end only.
pub fn soft_hyphens(root: &mut Element) {
    root.walk_mut(&mut |element| {
        if element.name == "w:r" {
            let children = std::mem::take(&mut element.children);
            element.children = children.into_iter().flat_map(split_text).collect();
        }
    });
}

fn split_text(node: Node) -> Vec<Node> {
    let Node::Element(element) = node else { return vec![node] };
    let text = match element.children.as_slice() {
        [Node::Text(text)] if element.name == "w:t" && text.contains(SOFT_HYPHEN) => text.clone(),
        _ => return vec![Node::Element(element)],
    };
    let mut out = Vec::new();
    for (at, piece) in text.split(SOFT_HYPHEN).enumerate() {
        if at > 0 {
            out.push(Node::Element(Element::new("w:softHyphen")));
        }
        if !piece.is_empty() {
            let attributes = element.attributes.clone();
            let whole = Element { attributes, ..Element::new("w:t") };
            out.push(Node::Element(whole.text(piece)));
        }
    }
    out
}

/// Header rows, titles and descriptions of the tables, in document order.
pub fn tables(root: &mut Element, extras: &Extras) {
    let mut noted = extras.tables.iter();
    root.walk_mut(&mut |element| {
        if element.name == "w:tbl"
            && let Some(table) = noted.next()
        {
            amend_table(element, table);
        }
    });
}

/// Lets Word fit the columns to their words: a reference document may have wider letters than those that the
/// widths were measured with.
pub fn fitting_columns(root: &mut Element) {
    root.walk_mut(&mut |element| {
        if element.name == "w:tblLayout" {
            element.set("w:type", "autofit");
        }
    });
}

fn amend_table(element: &mut Element, table: &extras::Table) {
    element.amend_child("w:tblPr", |properties| amend_table_properties(properties, table));
    if table.head
        && let Some(row) = element.find_mut("w:tr")
    {
        let head = Node::Element(Element::new("w:tblHeader"));
        row.amend_child("w:trPr", |properties| properties.children.push(head));
    }
}

fn amend_table_properties(properties: &mut Element, table: &extras::Table) {
    let of_style = |e: &Element| e.name == "w:tblBorders" || e.name == "w:jc";
    properties.children.retain(|n| !matches!(n, Node::Element(e) if of_style(e)));
    let look = Element::new("w:tblLook")
        .with("w:val", if table.head { "0620" } else { "0600" })
        .with("w:firstRow", if table.head { "1" } else { "0" })
        .with("w:lastRow", "0")
        .with("w:firstColumn", "0")
        .with("w:lastColumn", "0")
        .with("w:noHBand", "1")
        .with("w:noVBand", "1");
    properties.children.push(Node::Element(look));
    for (name, text) in [("w:tblCaption", &table.title), ("w:tblDescription", &table.description)] {
        if !text.is_empty() {
            // Read aloud, never set in lines.
            let spoken = text.replace(SOFT_HYPHEN, "");
            properties.children.push(Node::Element(Element::new(name).with("w:val", spoken)));
        }
    }
}

/// Ids, names, text alternatives and media of the pictures, in document order.
pub fn pictures(
    root: &mut Element,
    extras: &Extras,
    fonts: (&str, Option<&str>),
    relations: &mut Relations,
    package: &mut PackageBuilder,
) {
    let mut noted = extras.pictures.iter().zip(1..);
    root.walk_mut(&mut |element| {
        if element.name == "w:drawing"
            && let Some((picture, number)) = noted.next()
        {
            describe(element, picture, number);
            match &picture.graphic {
                Graphic::Picture { bytes, format, svg } => {
                    let files = media((bytes, format, svg.as_deref()), number, fonts, relations, package);
                    show_picture(element, &files);
                }
                Graphic::Chart(chart) => {
                    let id = charts::add(chart, number, relations, package);
                    charts::show(element, &id);
                }
            }
        }
    });
}

/// Adds a picture's files and gives their relationship ids.
fn media(
    (bytes, format, vector): (&[u8], &str, Option<&str>),
    number: usize,
    (family, alternative): (&str, Option<&str>),
    relations: &mut Relations,
    package: &mut PackageBuilder,
) -> (String, Option<String>) {
    let file = format!("media/image{number}.{format}");
    let svg = format!("media/image{number}.svg");
    package.bytes(&format!("word/{file}"), bytes.to_vec());
    let image = relations.add(Kind::Image, &file);
    let Some(vector) = vector.filter(|vector| vector.contains("<svg")) else { return (image, None) };
    package.text(&format!("word/{svg}"), with_fallback(vector, family, alternative));
    (image, Some(relations.add(Kind::Image, &svg)))
}

/// The SVG's text falls back to the family of the same metrics where the theme's is not installed.
fn with_fallback(svg: &str, family: &str, alternative: Option<&str>) -> String {
    let Some(alternative) = alternative else { return svg.to_owned() };
    svg.replace(&format!("font-family=\"{family}\""), &format!("font-family=\"{family}, {alternative}\""))
}

/// Number, name, title and text alternative of a frame.
fn describe(element: &mut Element, picture: &extras::Picture, number: usize) {
    element.walk_mut(&mut |element| {
        if matches!(element.name.as_str(), "wp:docPr" | "pic:cNvPr") {
            element.attributes.clear();
            element.set("id", number.to_string());
            element.set("name", &picture.name);
            element.set("descr", &picture.alt);
            element.set("title", &picture.title);
        }
    });
}

fn show_picture(element: &mut Element, (png, svg): &(String, Option<String>)) {
    element.walk_mut(&mut |element| match element.name.as_str() {
        "a:blip" => {
            element.set("r:embed", png);
            element.children.clear();
            element.children.extend(svg.as_deref().map(|id| Node::Element(svg_extension(id))));
        }
        "a:xfrm" => element.remove("rot"),
        _ => {}
    });
}

fn svg_extension(id: &str) -> Element {
    let blip = Element::new("asvg:svgBlip").with("xmlns:asvg", SVG_NAMESPACE).with("r:embed", id);
    Element::new("a:extLst").child(Element::new("a:ext").with("uri", SVG_EXTENSION).child(blip))
}

/// Turns the anchors that stand for external links into relationships of this part.
pub fn links(root: &mut Element, extras: &Extras, relations: &mut Relations) {
    root.walk_mut(&mut |element| {
        if element.name != "w:hyperlink" {
            return;
        }
        let index = element.get("w:anchor").and_then(link_index);
        if let Some(url) = index.and_then(|index| extras.links.get(index)) {
            element.remove("w:anchor");
            let id = relations.add_link(url);
            element.attributes.insert(0, ("r:id".to_owned(), id));
        }
    });
}

/// Tells Word which marks are written out, so that it does not count there.
pub fn own_marks(root: &mut Element) {
    root.walk_mut(&mut |element| {
        if element.name == "w:r"
            && element.find("w:t").is_some()
            && let Some(reference) = element.find_mut("w:footnoteReference")
        {
            reference.attributes.insert(0, ("w:customMarkFollows".to_owned(), "1".to_owned()));
        }
    });
}

/// The separators that Word demands, and the mark at the head of each note.
pub fn footnotes(root: &mut Element, extras: &Extras) {
    for (note, own) in root.elements_mut().zip(&extras.footnotes) {
        if let Some(paragraph) = note.find_mut("w:p") {
            let at = usize::from(paragraph.find("w:pPr").is_some());
            let space = Element::new("w:r").child(preserved(" "));
            paragraph.children.insert(at, Node::Element(space));
            paragraph.children.insert(at, Node::Element(note_mark(own.as_deref())));
        }
    }
    root.children.insert(0, Node::Element(separator("continuationSeparator", "0")));
    root.children.insert(0, Node::Element(separator("separator", "-1")));
}

fn note_mark(own: Option<&str>) -> Element {
    let style = Element::new("w:rStyle").with("w:val", "FootnoteReference");
    let run = Element::new("w:r").child(Element::new("w:rPr").child(style));
    run.child(own.map_or_else(|| Element::new("w:footnoteRef"), preserved))
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
