//! Relationships of a part: numbered in the order in which they are added.

use super::namespace::RELATIONSHIP;
use super::package::DECLARATION;
use crate::opc::xml::escaped;

/// What a relationship leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelationshipKind {
    /// A chart.
    Chart,
    /// An embedded font.
    Font,
    /// A footer.
    Footer,
    /// The footnotes.
    Footnotes,
    /// The table of fonts.
    FontTable,
    /// A header.
    Header,
    /// A picture.
    Image,
    /// An address outside of the package.
    Link,
    /// The master of notes pages.
    NotesMaster,
    /// The notes page of a slide.
    NotesSlide,
    /// The definitions of lists.
    Numbering,
    /// Properties of the presentation.
    PresentationProperties,
    /// Settings of the document.
    Settings,
    /// A slide.
    Slide,
    /// A layout of slides.
    SlideLayout,
    /// The master of slides.
    SlideMaster,
    /// The styles.
    Styles,
    /// The styles of tables.
    TableStyles,
    /// The theme.
    Theme,
    /// How the program shows the presentation.
    ViewProperties,
}

impl RelationshipKind {
    fn name(self) -> &'static str {
        match self {
            Self::Chart => "chart",
            Self::Font => "font",
            Self::Footer => "footer",
            Self::Footnotes => "footnotes",
            Self::FontTable => "fontTable",
            Self::Header => "header",
            Self::Image => "image",
            Self::Link => "hyperlink",
            Self::NotesMaster => "notesMaster",
            Self::NotesSlide => "notesSlide",
            Self::Numbering => "numbering",
            Self::PresentationProperties => "presProps",
            Self::Settings => "settings",
            Self::Slide => "slide",
            Self::SlideLayout => "slideLayout",
            Self::SlideMaster => "slideMaster",
            Self::Styles => "styles",
            Self::TableStyles => "tableStyles",
            Self::Theme => "theme",
            Self::ViewProperties => "viewProps",
        }
    }
}

/// The relationships of one part, with their ids (ISO/IEC 29500-2, 8.3).
#[derive(Debug, Default)]
pub struct Relationships(Vec<(String, RelationshipKind, String)>);

impl Relationships {
    /// Whether the part refers to nothing: it then has no part of relationships.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a target, relative to the part's folder, and gives the new id: `rId` and the count of all so far.
    pub fn add(&mut self, kind: RelationshipKind, target: &str) -> String {
        let id = format!("rId{}", self.0.len() + 1);
        self.add_as(&id, kind, target);
        id
    }

    /// Adds a target under an id of the caller's, which no other may have.
    pub fn add_as(&mut self, id: &str, kind: RelationshipKind, target: &str) {
        self.0.push((id.to_owned(), kind, target.to_owned()));
    }

    /// The id of an address; the same address has one relationship.
    pub fn add_link(&mut self, url: &str) -> String {
        let known = self.0.iter().find(|(_, kind, target)| *kind == RelationshipKind::Link && target == url);
        match known {
            Some((id, ..)) => id.clone(),
            None => self.add(RelationshipKind::Link, url),
        }
    }

    /// The part of relationships.
    pub fn part(&self) -> String {
        let mut out = opening();
        for (id, kind, target) in &self.0 {
            let mode = if *kind == RelationshipKind::Link { " TargetMode='External'" } else { "" };
            out.push_str(&format!(
                "<Relationship Id='{id}' Type='{RELATIONSHIP}/{}' Target='{}'{mode}/>",
                kind.name(),
                escaped(target)
            ));
        }
        out.push_str("</Relationships>");
        out
    }
}

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// How a part of relationships begins.
fn opening() -> String {
    format!("{DECLARATION}<Relationships xmlns='{RELATIONSHIPS}'>")
}

/// The relationships of a chart: its workbook.
pub fn workbook_relationships(id: &str, target: &str) -> String {
    let open = opening();
    format!("{open}<Relationship Id='{id}' Type='{RELATIONSHIP}/package' Target='{target}'/></Relationships>")
}

/// The relationships of the package itself; `main` is the path of its main part.
pub fn package_relationships(main: &str) -> String {
    format!(
        concat!(
            "{}<Relationship Id='rId1' Type='{}/officeDocument' Target='{}'/>",
            "<Relationship Id='rId2' Type='{}' Target='docProps/core.xml'/>",
            "<Relationship Id='rId3' Type='{}/extended-properties' Target='docProps/app.xml'/>",
            "<Relationship Id='rId4' Type='{}/custom-properties' Target='docProps/custom.xml'/>",
            "</Relationships>"
        ),
        opening(),
        RELATIONSHIP,
        main,
        CORE,
        RELATIONSHIP,
        RELATIONSHIP
    )
}
