//! Parts of the PPTX: a slide with a chart, one with a table, the chart, a layout with its placeholders.

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
    keep("slide-with-table", with("<a:tbl>"));
    keep("slide-with-picture", with("<p:pic>"));
    keep("chart", &part(deck, "ppt/charts/chart1.xml"));
    keep("notes", &part(deck, "ppt/notesSlides/notesSlide2.xml"));
    let presentation = part(deck, "ppt/presentation.xml");
    keep("sections", element(&presentation, "p14:sectionLst", "<p14:section "));
    let layouts: Vec<String> =
        (1..=9).map(|number| part(deck, &format!("ppt/slideLayouts/slideLayout{number}.xml"))).collect();
    let layout =
        layouts.iter().find(|layout| layout.contains("type=\"chart\"")).expect("a layout with a chart");
    keep("layout-with-chart-placeholder", layout);
    let master = part(deck, "ppt/slideMasters/slideMaster1.xml");
    keep("master-text-styles", element(&master, "p:titleStyle", "<a:lvl1pPr"));
    found
}
