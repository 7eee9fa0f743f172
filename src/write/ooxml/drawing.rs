//! Elements of DrawingML that stand in documents and decks alike (ISO/IEC 29500-1, clause 20).

use super::namespace::{CHART, SVG};
use crate::opc::xml::Element;

/// Extension that names the vector form of a picture (\[MS-ODRAWXML\] 2.2.4.15).
pub const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
/// Extension that says that a picture carries no meaning (\[MS-ODRAWXML\] 2.2.4.16).
pub const DECORATIVE_EXTENSION: &str = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}";

/// What a reader is told of a drawing that it cannot see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Description<'a> {
    /// Name in the program's list of objects.
    pub name: &'a str,
    /// Title of the text alternative.
    pub title: &'a str,
    /// Text alternative.
    pub alt: &'a str,
}

/// Non-visual properties (`wp:docPr`, `pic:cNvPr`, `p:cNvPr`) with the text alternative; `id` is unique in the
/// part.
pub fn described(element: &str, id: usize, description: Description<'_>) -> Element {
    Element::new(element)
        .with("id", id.to_string())
        .with("name", description.name)
        .with("descr", description.alt)
        .with("title", description.title)
}

/// `a:blip`: a raster picture by its relationship and, where it has one, its vector form for programs that
/// draw it.
pub fn blip(raster: &str, vector: Option<&str>) -> Element {
    let blip = Element::new("a:blip").with("r:embed", raster);
    let Some(vector) = vector else { return blip };
    let svg = Element::new("asvg:svgBlip").with("xmlns:asvg", SVG).with("r:embed", vector);
    blip.child(extension_list(SVG_EXTENSION, svg))
}

/// The SVG's text falls back to a family that readers have where the theme's is not installed.
pub fn with_fallback(svg: &str, families: Option<&(String, String)>) -> String {
    let Some((family, alternative)) = families else { return svg.to_owned() };
    svg.replace(&format!("font-family=\"{family}\""), &format!("font-family=\"{family}, {alternative}\""))
}

/// `a:graphicData` with a chart part by its relationship; `namespaces` are declared beside `c`.
pub fn chart_data(relationship: &str, namespaces: &[(&str, &str)]) -> Element {
    let chart = Element::new("c:chart").with("xmlns:c", CHART);
    let chart = namespaces.iter().fold(chart, |chart, (name, uri)| chart.with(name, *uri));
    Element::new("a:graphicData").with("uri", CHART).child(chart.with("r:id", relationship))
}

/// `a:prstGeom`: the plain rectangle.
pub fn rectangle() -> Element {
    Element::new("a:prstGeom").with("prst", "rect").child(Element::new("a:avLst"))
}

/// `a:extLst` with one extension.
pub fn extension_list(uri: &str, extension: Element) -> Element {
    Element::new("a:extLst").child(Element::new("a:ext").with("uri", uri).child(extension))
}
