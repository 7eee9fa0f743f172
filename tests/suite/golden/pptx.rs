//! Parts of the PPTX: slides, a table, a chart that PowerPoint draws, notes, a layout with its placeholders, styles.

use super::Goldens;
use crate::support::office::{element, part, pretty};
use crate::support::sample_file;

pub fn goldens() -> Goldens {
    let mut found = Goldens::new();
    let mut keep = |name: &str, xml: &str| drop(found.insert(format!("{name}.xml"), pretty(xml)));
    let deck = sample_file("slides.ru.pptx");
    let slides: Vec<String> =
        (1..=23).map(|number| part(deck, &format!("ppt/slides/slide{number}.xml"))).collect();
    let with = |containing: &str| {
        slides
            .iter()
            .find(|slide| slide.contains(containing))
            .unwrap_or_else(|| panic!("no slide has {containing}"))
    };
    keep("slide-title", &slides[0]);
    keep("slide-with-chart", with("<c:chart "));
    let table = with("<a:tbl>");
    for (name, tag) in [("properties", "p:nvGraphicFramePr"), ("columns", "a:tblGrid"), ("first-row", "a:tr")]
    {
        keep(&format!("table-{name}"), element(table, tag, &format!("<{tag}")));
    }
    let chart = part(deck, "ppt/charts/chart1.xml");
    for (name, tag) in [("first-series", "c:ser"), ("categories", "c:catAx"), ("values", "c:valAx")] {
        keep(&format!("chart-{name}"), element(&chart, tag, &format!("<{tag}>")));
    }
    keep("notes", &part(deck, "ppt/notesSlides/notesSlide2.xml"));
    let presentation = part(deck, "ppt/presentation.xml");
    keep("sections", element(&presentation, "p14:sectionLst", "<p14:section "));
    let layouts: Vec<String> =
        (1..=9).map(|number| part(deck, &format!("ppt/slideLayouts/slideLayout{number}.xml"))).collect();
    let layout =
        layouts.iter().find(|layout| layout.contains("type=\"chart\"")).expect("a layout with a chart");
    keep("layout-with-chart-placeholder", layout);
    let master = part(deck, "ppt/slideMasters/slideMaster1.xml");
    keep("master-text-styles", element(&master, "p:titleStyle", "<p:titleStyle>"));
    found
}
