//! Additions come to their elements: a walk over each child of a part finds them by their marks.
//!
//! The files and relationships of drawings and links are made before the first walk, in the order in which they were
//! noted. An addition whose mark no element carries, and a mark without an addition, are faults of the program and
//! told as such.

use std::collections::BTreeMap;

use super::super::additions::{
    Addition, Additions, Drawing, Graphic, Mark, SectionEnd, Story, TableAddition,
};
use super::super::omml;
use super::super::section::SectionStyle;
use crate::diag::{Code, Diagnostic, Diagnostics, say};
use crate::document::SOFT_HYPHEN;
use crate::document::math::Math;
use crate::opc::xml::{Element, Node};
use crate::write::ooxml::namespace::{COMPATIBILITY, MATH, RELATIONSHIP, WORD_2012};
use crate::write::ooxml::{PackageBuilder, RelationshipKind, Relationships, chart, drawing};

/// The style of every table.
const TABLE_STYLE: &str = "ReportTable";

/// What a part's additions need beside the part.
pub struct Surroundings<'a> {
    pub package: &'a mut PackageBuilder,
    /// Of the part.
    pub relationships: &'a mut Relationships,
    pub section_style: &'a SectionStyle,
    /// The family of the pictures' texts, and one that most readers have.
    pub picture_fonts: Option<&'a (String, String)>,
    /// How many content controls the package has so far: the id of each is its number.
    pub content_controls: &'a mut u32,
}

/// An addition whose files and relationships are there.
enum Ready<'a> {
    Table(&'a TableAddition),
    Picture { number: usize, drawing: &'a Drawing, raster: String, vector: Option<String> },
    Chart { number: usize, drawing: &'a Drawing, relationship: String },
    Formula(&'a Math),
    Link(String),
    ContentControl(&'a str),
    Section(SectionEnd),
}

/// The additions of a part on their way to its children.
pub struct Attachment<'a> {
    /// The part's name for faults.
    path: &'a str,
    around: Surroundings<'a>,
    pending: BTreeMap<Mark, Ready<'a>>,
    faults: Diagnostics,
}

impl<'a> Attachment<'a> {
    /// Makes the files and relationships of a part's additions.
    pub fn new(path: &'a str, story: Story, additions: &'a Additions, mut around: Surroundings<'a>) -> Self {
        let pending = prepare(additions, story, &mut around);
        Self { path, around, pending, faults: Diagnostics::new() }
    }

    /// Attaches what belongs to a child of the part or below it.
    pub fn attach(&mut self, child: &mut Element) {
        let Self { path, around, pending, faults } = self;
        child.walk_mut(&mut |element| {
            let Some(mark) = mark_of(element) else { return };
            let is_attached = pending.remove(&mark).is_some_and(|ready| put(element, ready, around));
            if !is_attached {
                faults.push(lost(path, mark));
            }
        });
    }

    /// The end of the part.
    ///
    /// # Errors
    /// `DocxBuild` for each addition that found no place, and for each mark that had no addition.
    pub fn finish(self) -> Result<(), Diagnostics> {
        let Self { path, pending, mut faults, .. } = self;
        pending.into_keys().for_each(|mark| faults.push(lost(path, mark)));
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

fn lost(path: &str, mark: Mark) -> Diagnostic {
    Diagnostic::new(Code::DocxBuild, say!("docx-addition-lost", path = path, mark = mark))
}

/// Makes files and relationships: first those of drawings, then those of links.
fn prepare<'a>(
    additions: &'a Additions,
    story: Story,
    around: &mut Surroundings<'_>,
) -> BTreeMap<Mark, Ready<'a>> {
    let mut ready = BTreeMap::new();
    for (mark, addition) in additions.of(story) {
        let prepared = match addition {
            Addition::Drawing(number, drawing) => drawn(*number, drawing, around),
            Addition::Table(table) => Ready::Table(table),
            Addition::Formula(math) => Ready::Formula(math),
            Addition::ContentControl(tag) => Ready::ContentControl(tag),
            Addition::Section(end) => Ready::Section(*end),
            Addition::Link(_) => continue,
        };
        ready.insert(mark, prepared);
    }
    for (mark, addition) in additions.of(story) {
        if let Addition::Link(address) = addition {
            ready.insert(mark, Ready::Link(around.relationships.add_link(address)));
        }
    }
    ready
}

/// The mark that an element carries.
fn mark_of(element: &Element) -> Option<Mark> {
    let within = |properties: &str, child: &str| element.find(properties)?.find(child)?.get("w:val");
    let value = match element.name.as_str() {
        "w:tbl" => within("w:tblPr", "w:tblStyle"),
        "w:r" => within("w:rPr", "w:rStyle"),
        "w:sdt" => within("w:sdtPr", "w:alias"),
        "w:hyperlink" => element.get("w:anchor"),
        "w:sectPr" => element.find("w:headerReference")?.get("r:id"),
        _ => None,
    };
    Mark::parse(value?)
}

/// Puts an addition to the element with its mark, and takes the mark out; false where it belongs to another kind of
/// element.
fn put(element: &mut Element, ready: Ready<'_>, around: &mut Surroundings<'_>) -> bool {
    match (element.name.as_str(), ready) {
        ("w:tbl", Ready::Table(table)) => put_table(element, table),
        ("w:r", Ready::Picture { number, drawing, raster, vector }) => {
            unmark_run(element);
            describe(element, drawing, number);
            show_picture(element, &raster, vector.as_deref());
        }
        ("w:r", Ready::Chart { number, drawing, relationship }) => {
            unmark_run(element);
            describe(element, drawing, number);
            show_chart(element, &relationship);
        }
        ("w:r", Ready::Formula(math)) => *element = omml::formula(math),
        ("w:hyperlink", Ready::Link(relationship)) => {
            element.remove("w:anchor");
            element.attributes.insert(0, ("r:id".into(), relationship.into()));
        }
        ("w:sdt", Ready::ContentControl(tag)) => {
            *around.content_controls += 1;
            put_control(element, tag, *around.content_controls);
        }
        ("w:sectPr", Ready::Section(end)) => *element = around.section_style.properties(end),
        _ => return false,
    }
    true
}

fn unmark_run(run: &mut Element) {
    run.amend_child("w:rPr", |properties| {
        properties.children.retain(|n| !matches!(n, Node::Element(e) if e.name == "w:rStyle"));
    });
}

fn put_table(element: &mut Element, table: &TableAddition) {
    element.amend_child("w:tblPr", |properties| put_table_properties(properties, table));
    if table.has_header_row
        && let Some(row) = element.find_mut("w:tr")
    {
        let header = Node::Element(Element::new("w:tblHeader"));
        row.amend_child("w:trPr", |properties| properties.children.push(header));
    }
}

fn put_table_properties(properties: &mut Element, table: &TableAddition) {
    // The style has borders and alignment.
    let of_style = |e: &Element| e.name == "w:tblBorders" || e.name == "w:jc";
    properties.children.retain(|n| !matches!(n, Node::Element(e) if of_style(e)));
    if let Some(style) = properties.find_mut("w:tblStyle") {
        style.set("w:val", TABLE_STYLE);
    }
    let conditions = Element::new("w:tblLook")
        .with("w:val", if table.has_header_row { "0620" } else { "0600" })
        .with("w:firstRow", if table.has_header_row { "1" } else { "0" })
        .with("w:lastRow", "0")
        .with("w:firstColumn", "0")
        .with("w:lastColumn", "0")
        .with("w:noHBand", "1")
        .with("w:noVBand", "1");
    properties.children.push(Node::Element(conditions));
    for (name, text) in [("w:tblCaption", &table.title), ("w:tblDescription", &table.description)] {
        if !text.is_empty() {
            // Read aloud, never set in lines.
            let spoken = text.replace(SOFT_HYPHEN, "");
            properties.children.push(Node::Element(Element::new(name).with("w:val", spoken)));
        }
    }
}

/// Tags and locks a content control, and shows no frame around it ([MS-DOCX] 2.5.1.2).
fn put_control(element: &mut Element, tag: &str, id: u32) {
    element.amend_child("w:sdtPr", |properties| {
        properties.children = [
            Element::new("w:tag").with("w:val", tag),
            Element::new("w:id").with("w:val", id.to_string()),
            Element::new("w:lock").with("w:val", "sdtContentLocked"),
            Element::new("w15:appearance").with("w15:val", "hidden"),
        ]
        .map(Node::Element)
        .into();
    });
}

/// Adds a drawing's files.
fn drawn<'a>(number: usize, drawing: &'a Drawing, around: &mut Surroundings<'_>) -> Ready<'a> {
    match &drawing.graphic {
        Graphic::Picture { bytes, format, svg } => {
            let file = format!("media/image{number}.{format}");
            around.package.bytes(&format!("word/{file}"), bytes.to_vec());
            let raster = around.relationships.add(RelationshipKind::Image, &file);
            let vector = svg.as_deref().filter(|svg| svg.contains("<svg")).map(|svg| {
                let file = format!("media/image{number}.svg");
                around
                    .package
                    .text(&format!("word/{file}"), drawing::with_fallback(svg, around.picture_fonts));
                around.relationships.add(RelationshipKind::Image, &file)
            });
            Ready::Picture { number, drawing, raster, vector }
        }
        Graphic::Chart(of) => {
            chart::add(of, "word", number, around.package);
            let file = format!("charts/chart{number}.xml");
            let relationship = around.relationships.add(RelationshipKind::Chart, &file);
            Ready::Chart { number, drawing, relationship }
        }
    }
}

/// Number, name, title and text alternative of a frame.
fn describe(run: &mut Element, of: &Drawing, number: usize) {
    let description = drawing::Description { name: &of.name, title: &of.title, alt: &of.alt };
    run.walk_mut(&mut |element| {
        if matches!(element.name.as_str(), "wp:docPr" | "pic:cNvPr") {
            element.attributes = drawing::described(&element.name, number, description).attributes;
        }
    });
}

fn show_picture(run: &mut Element, raster: &str, vector: Option<&str>) {
    run.walk_mut(&mut |element| match element.name.as_str() {
        "a:blip" => *element = drawing::blip(raster, vector),
        "a:xfrm" => element.remove("rot"),
        _ => {}
    });
}

/// Puts a chart into the frame in the place of the picture that docx-rs wrote.
fn show_chart(run: &mut Element, relationship: &str) {
    run.walk_mut(&mut |element| match element.name.as_str() {
        "wp:cNvGraphicFramePr" => element.children.clear(),
        "a:graphic" => {
            let data = drawing::chart_data(relationship, &[("xmlns:r", RELATIONSHIP)]);
            element.children = vec![Node::Element(data)];
        }
        _ => {}
    });
}

/// Declares what the additions of a part are written in.
pub fn declare_namespaces(root: &mut Element, additions: &Additions, story: Story) {
    let has = |wanted: fn(&Addition) -> bool| additions.of(story).any(|(_, addition)| wanted(addition));
    if has(|addition| matches!(addition, Addition::ContentControl(_))) {
        root.set("xmlns:mc", COMPATIBILITY);
        root.set("xmlns:w15", WORD_2012);
        root.set("mc:Ignorable", "w15");
    }
    if has(|addition| matches!(addition, Addition::Formula(_))) {
        root.set("xmlns:m", MATH);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Mm;
    use crate::theme::Page;

    const PAGE: Page = Page {
        width: Mm(210.0),
        height: Mm(297.0),
        left: Mm(30.0),
        right: Mm(10.0),
        top: Mm(20.0),
        bottom: Mm(20.0),
        note_column: Mm(0.0),
    };

    fn link(anchor: &str) -> Element {
        Element::new("w:hyperlink").with("w:anchor", anchor)
    }

    /// The part after the additions, or how many faults there were.
    fn attached(children: Vec<Element>, additions: &Additions) -> Result<Element, usize> {
        let mut package = PackageBuilder::new(&crate::write::ooxml::PackageFormat {
            main: "word/document.xml",
            content_type: |_| None,
        });
        let mut root = children.into_iter().fold(Element::new("w:document"), Element::child);
        let around = Surroundings {
            package: &mut package,
            relationships: &mut Relationships::default(),
            section_style: &SectionStyle::of(PAGE),
            picture_fonts: None,
            content_controls: &mut 0,
        };
        let mut attachment = Attachment::new("word/document.xml", Story::Body, additions, around);
        root.elements_mut().for_each(|child| attachment.attach(child));
        match attachment.finish() {
            Ok(()) => Ok(root),
            Err(faults) => Err(faults.into_iter().count()),
        }
    }

    #[test]
    fn additions_follow_their_marks_whatever_the_order() {
        let mut additions = Additions::default();
        let first = additions.note(Story::Body, Addition::Link("https://a.kz".into())).to_string();
        let second = additions.note(Story::Body, Addition::Link("https://b.kz".into())).to_string();
        let root = attached(vec![link(&second), link("_h_sec"), link(&first)], &additions).expect("no fault");
        let ids: Vec<_> = root.elements().map(|e| (e.get("r:id"), e.get("w:anchor"))).collect();
        assert_eq!(ids, [(Some("rId2"), None), (None, Some("_h_sec")), (Some("rId1"), None)]);
    }

    #[test]
    fn nothing_is_lost_in_silence() {
        let mut additions = Additions::default();
        let mark = additions.note(Story::Body, Addition::Link("https://a.kz".into())).to_string();
        // No element with the mark; two of them; one of another kind; a mark that no addition has.
        assert_eq!(attached(Vec::new(), &additions).err(), Some(1));
        assert_eq!(attached(vec![link(&mark), link(&mark)], &additions).err(), Some(1));
        let style = Element::new("w:rPr").child(Element::new("w:rStyle").with("w:val", &mark));
        assert_eq!(attached(vec![Element::new("w:r").child(style)], &additions).err(), Some(1));
        let unknown = link("esep-mark-7");
        assert_eq!(attached(vec![link(&mark), unknown], &additions).err(), Some(1));
        assert!(attached(vec![link(&mark)], &additions).is_ok());
    }
}
