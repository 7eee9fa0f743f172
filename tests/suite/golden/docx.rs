//! Parts of the DOCX of a report and of a handout: what Word reads, element by element.

use super::Goldens;
use crate::support::office::{element, part, pretty};
use crate::support::sample_file;

pub fn goldens() -> Goldens {
    let mut found = Goldens::new();
    let mut keep = |name: &str, xml: &str| drop(found.insert(format!("{name}.xml"), pretty(xml)));
    let report = sample_file("interim-1.ru.docx");
    let document = part(report, "word/document.xml");
    let of = |name: &str, containing: &str| element(&document, name, containing);
    keep("paragraph-with-content-controls", of("w:p", "w:val=\"facts.fieldwork.completed\""));
    keep("table", of("w:tbl", "facts.grant"));
    keep("figure-with-native-chart", of("w:p", "<c:chart "));
    keep("caption", of("w:p", "SEQ "));
    keep("contents", of("w:sdt", "TOC "));
    keep("last-section", of("w:sectPr", &document[document.rfind("<w:pgMar").unwrap()..]));
    let styles = part(report, "word/styles.xml");
    for (name, id) in [("normal", "Normal"), ("heading-1", "Heading1"), ("caption", "Caption")] {
        keep(&format!("style-{name}"), element(&styles, "w:style", &format!("w:styleId=\"{id}\"")));
    }
    for name in ["numbering", "settings", "header1", "footer1"] {
        keep(name, &part(report, &format!("word/{name}.xml")));
    }
    keep("relationships", &part(report, "word/_rels/document.xml.rels"));
    keep("properties", &part(report, "docProps/core.xml"));
    keep("chart", &part(report, "word/charts/chart1.xml"));
    let handout = part(sample_file("slides.kk.docx"), "word/document.xml");
    keep("handout-key-numbers", element(&handout, "w:tbl", "facts.sample.n"));
    found
}
