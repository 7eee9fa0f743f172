//! Relationships of a part: numbered in the order in which they are added.

use crate::write::xml::escaped;

/// What a relationship leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Chart,
    Font,
    Footer,
    Footnotes,
    FontTable,
    Header,
    Image,
    Link,
    NotesMaster,
    NotesSlide,
    Numbering,
    PresentationProperties,
    Settings,
    Slide,
    SlideLayout,
    SlideMaster,
    Styles,
    TableStyles,
    Theme,
    ViewProperties,
}

impl Kind {
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

#[derive(Debug, Default)]
pub struct Relations(Vec<(String, Kind, String)>);

impl Relations {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a part and gives the new id.
    pub fn add(&mut self, kind: Kind, target: &str) -> String {
        let id = format!("rId{}", self.0.len() + 1);
        self.add_as(&id, kind, target);
        id
    }

    pub fn add_as(&mut self, id: &str, kind: Kind, target: &str) {
        self.0.push((id.to_owned(), kind, target.to_owned()));
    }

    /// The id of an address; the same address has one relationship.
    pub fn add_link(&mut self, url: &str) -> String {
        let known = self.0.iter().find(|(_, kind, target)| *kind == Kind::Link && target == url);
        match known {
            Some((id, ..)) => id.clone(),
            None => self.add(Kind::Link, url),
        }
    }

    pub fn part(&self) -> String {
        let mut out = String::from(OPEN);
        for (id, kind, target) in &self.0 {
            let mode = if *kind == Kind::Link { " TargetMode='External'" } else { "" };
            out.push_str(&format!(
                "<Relationship Id='{id}' Type='{OFFICE}/{}' Target='{}'{mode}/>",
                kind.name(),
                escaped(target)
            ));
        }
        out.push_str("</Relationships>");
        out
    }
}

const OPEN: &str = concat!(
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n",
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
);
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// The relationships of a chart: its workbook.
pub fn workbook(id: &str, target: &str) -> String {
    format!("{OPEN}<Relationship Id='{id}' Type='{OFFICE}/package' Target='{target}'/></Relationships>")
}

/// The relationships of the package itself.
pub fn package(main: &str) -> String {
    format!(
        concat!(
            "{}<Relationship Id='rId1' Type='{}/officeDocument' Target='{}'/>",
            "<Relationship Id='rId2' Type='{}' Target='docProps/core.xml'/>",
            "<Relationship Id='rId3' Type='{}/extended-properties' Target='docProps/app.xml'/>",
            "<Relationship Id='rId4' Type='{}/custom-properties' Target='docProps/custom.xml'/>",
            "</Relationships>"
        ),
        OPEN, OFFICE, main, CORE, OFFICE, OFFICE
    )
}
