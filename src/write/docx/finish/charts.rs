//! Charts that Word draws: a part for each, with the workbook in which "Edit data" opens its numbers.

use super::super::xml::Element;
use crate::write::office::NativeChart;
use crate::write::ooxml::{self, PackageBuilder, RelationshipKind as Kind, Relationships as Relations};

const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Adds a chart's parts and gives the relationship id of the chart.
pub fn add(
    chart: &NativeChart,
    number: usize,
    relations: &mut Relations,
    package: &mut PackageBuilder,
) -> String {
    ooxml::chart::add(chart, "word", number, package);
    relations.add(Kind::Chart, &format!("charts/chart{number}.xml"))
}

/// Puts the chart into a frame in the place of the picture that docx-rs wrote.
pub fn show(frame: &mut Element, id: &str) {
    frame.walk_mut(&mut |element| {
        if element.name == "wp:cNvGraphicFramePr" {
            element.children.clear();
        }
        if element.name == "a:graphic" {
            let chart =
                Element::new("c:chart").with("xmlns:c", CHART).with("xmlns:r", OFFICE).with("r:id", id);
            let data = Element::new("a:graphicData").with("uri", CHART).child(chart);
            element.children = vec![super::super::xml::Node::Element(data)];
        }
    });
}
