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
    let threshold = "w:val=\"facts.terms.coverage.threshold\"";
    let table = of("w:tbl", threshold);
    keep("table-properties", element(table, "w:tblPr", "<w:tblPr>"));
    keep("table-head", element(table, "w:tr", "<w:tblHeader"));
    keep("table-row-with-content-controls", element(table, "w:tr", threshold));
    keep("figure-with-picture", of("w:p", "<w:drawing>"));
    keep("caption", of("w:p", "SEQ "));
    keep("contents-first-line", of("w:p", "TOC "));
    keep("last-section", of("w:sectPr", &document[document.rfind("<w:pgMar").unwrap()..]));
    let styles = part(report, "word/styles.xml").replace('\'', "\"");
    keep("style-defaults", element(&styles, "w:docDefaults", "<w:docDefaults>"));
    for id in ["Normal", "BodyText", "Heading1", "Caption", "TableText", "CalloutFinding"] {
        keep(&format!("style-{id}"), element(&styles, "w:style", &format!("w:styleId=\"{id}\"")));
    }
    for name in ["numbering", "settings", "header1", "footer1"] {
        keep(name, &part(report, &format!("word/{name}.xml")));
    }
    keep("relationships", &part(report, "word/_rels/document.xml.rels"));
    keep("properties", &part(report, "docProps/core.xml"));
    let handout = part(sample_file("slides.kk.docx"), "word/document.xml");
    keep("figure-with-native-chart", element(&handout, "w:p", "<c:chart "));
    let relationships = part(sample_file("slides.kk.docx"), "word/_rels/document.xml.rels");
    let chart = relationships.split('"').find(|value| value.starts_with("charts/")).unwrap();
    let chart = part(sample_file("slides.kk.docx"), &format!("word/{chart}"));
    for (name, tag) in [("first-series", "c:ser"), ("categories", "c:catAx"), ("values", "c:valAx")] {
        keep(&format!("chart-{name}"), element(&chart, tag, &format!("<{tag}>")));
    }
    keep("handout-key-number", element(&handout, "w:p", "w:val=\"KeyNumber\""));
    found
}
