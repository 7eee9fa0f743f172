//! Labels of a series: each prints a cell, and shows the same text where a program knows no cells.

use rust_xlsxwriter::utility::column_number_to_name;

use super::ChartStyle;
use super::drawing::{fill, paragraph_end, text_properties, val};
use super::workbook::SHEET;
use crate::chart::office_plan::{HEAD_SHARE, LabelPosition, Labels, Plan};
use crate::opc::xml::{Element, Node};

/// `c15`, [MS-ODRAWXML] 2.24.3.
const C15: &str = "http://schemas.microsoft.com/office/drawing/2012/chart";
/// Extension of a label that shows a field ([MS-ODRAWXML] 2.24.3.17).
const LABEL_EXTENSION: &str = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}";
/// Extension of a series with the cells of its labels ([MS-ODRAWXML] 2.24.3.10).
const RANGE_EXTENSION: &str = "{02D57815-91ED-43cb-92C2-25804820EDAC}";

/// `c:dLbls`, and the extension of the series with the cells of the labels; `lift` is how far the heads of columns stand
/// above the middle of their row.
pub fn labels(labels: &Labels, plan: &Plan, (style, lift): (&ChartStyle, f64)) -> (Element, Element) {
    let texts = plan.texts(labels.column);
    let mut all = Element::new("c:dLbls");
    for (row, place) in labels.places.iter().enumerate() {
        let text = texts.get(row).copied().flatten().filter(|text| !text.is_empty());
        if row == 0 && !labels.head.is_empty() {
            all.children.push(Node::Element(head(labels, style, lift)));
            continue;
        }
        let one = Element::new("c:dLbl").child(val("c:idx", row.to_string()));
        let one = match (place, text) {
            (Some(place), Some(text)) => flags(
                one.child(rich(text, row, labels, &sized(style, *place)))
                    .with_children(ground(plan))
                    .child(val("c:dLblPos", code(*place))),
                true,
            )
            .child(extension(LABEL_EXTENSION, [val("c15:showDataLabelsRange", "1")])),
            _ => one.child(val("c:delete", "1")),
        };
        all.children.push(Node::Element(one));
    }
    let none = val("c15:showDataLabelsRange", "0");
    let text =
        text_properties(Element::new("a:bodyPr"), run("a:defRPr", labels, style), paragraph_end(style));
    let all = flags(all.child(text), false).child(extension(LABEL_EXTENSION, [none]));
    (all, extension(RANGE_EXTENSION, [range(&texts, labels.column, plan)]))
}

/// White behind the labels of a chart whose line of a reference may cross them.
fn ground(plan: &Plan) -> Vec<Node> {
    let white = || Node::Element(Element::new("c:spPr").child(fill("FFFFFF")));
    plan.is_reference.then(white).into_iter().collect()
}

/// The style of a label's text.
fn sized<'a>(style: &ChartStyle<'a>, place: LabelPosition) -> ChartStyle<'a> {
    let share = if place == LabelPosition::SmallCentre { HEAD_SHARE } else { 1.0 };
    ChartStyle { size: style.size * share, ..*style }
}

/// `ST_DLblPos` (ISO/IEC 29500-1, 21.2.3.10).
fn code(position: LabelPosition) -> &'static str {
    match position {
        LabelPosition::OutsideEnd => "outEnd",
        LabelPosition::InsideBase => "inBase",
        LabelPosition::Centre | LabelPosition::SmallCentre => "ctr",
        LabelPosition::InsideEnd => "inEnd",
        LabelPosition::Right => "r",
    }
}

/// The properties of a label's run, as an element of that name.
fn run(name: &str, labels: &Labels, style: &ChartStyle) -> Element {
    Element::new(name)
        .with("sz", style.size.centipoints().to_string())
        .with("b", if labels.bold { "1" } else { "0" })
        .child(fill(&labels.ink))
}

fn rich(text: &str, row: usize, labels: &Labels, style: &ChartStyle) -> Element {
    let field = Element::new("a:fld")
        .with("id", format!("{{E5E90000-0000-4000-8000-{row:012X}}}"))
        .with("type", "CELLRANGE")
        .child(run("a:rPr", labels, style).with("lang", style.language))
        .child(Element::new("a:pPr").child(run("a:defRPr", labels, style)))
        .child(Element::new("a:t").text(text));
    let paragraph = Element::new("a:p").child(field);
    let rich = Element::new("c:rich")
        .child(Element::new("a:bodyPr").with("wrap", "none"))
        .child(Element::new("a:lstStyle"))
        .child(paragraph);
    Element::new("c:tx").child(rich)
}

/// The place of a label above its usual one, by a share of the chart's height.
fn lifted(lift: f64) -> Vec<Node> {
    let at = |name: &str, value: f64| Element::new(name).with("val", format!("{value:.4}"));
    let place = || Element::new("c:manualLayout").child(at("c:x", 0.0)).child(at("c:y", -lift));
    let layout = (lift > 0.0).then(|| Node::Element(Element::new("c:layout").child(place())));
    layout.into_iter().collect()
}

/// The label of the first row: the head of a column, line by line.
fn head(labels: &Labels, style: &ChartStyle, lift: f64) -> Element {
    let small = ChartStyle { size: style.size * HEAD_SHARE, ..*style };
    let line = |text: &String| {
        let words = Element::new("a:r")
            .child(run("a:rPr", labels, &small).with("lang", style.language))
            .child(Element::new("a:t").text(text));
        let properties = Element::new("a:pPr").child(run("a:defRPr", labels, &small));
        Element::new("a:p").child(properties).child(words)
    };
    let rich = Element::new("c:rich")
        .child(Element::new("a:bodyPr").with("wrap", "none"))
        .child(Element::new("a:lstStyle"));
    let rich = labels.head.iter().map(line).fold(rich, Element::child);
    let place = labels.places.first().copied().flatten().unwrap_or(LabelPosition::Centre);
    let label = Element::new("c:dLbl")
        .child(Element::new("c:idx").with("val", "0"))
        .with_children(lifted(lift))
        .child(Element::new("c:tx").child(rich))
        .child(Element::new("c:dLblPos").with("val", code(place)));
    flags(label, true)
}

fn flags(element: Element, value: bool) -> Element {
    let names = ["LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"];
    names.into_iter().fold(element, |element, name| {
        let on = if value && name == "Val" { "1" } else { "0" };
        element.child(Element::new(&format!("c:show{name}")).with("val", on))
    })
}

fn extension<const N: usize>(uri: &str, children: [Element; N]) -> Element {
    let ext = Element::new("c:ext").with("uri", uri).with("xmlns:c15", C15);
    Element::new("c:extLst").child(children.into_iter().fold(ext, Element::child))
}

/// The cells of the labels, with what they held when the document was made.
fn range(texts: &[Option<&str>], column: u16, plan: &Plan) -> Element {
    let letters = column_number_to_name(column);
    let formula = format!("{SHEET}!${letters}$2:${letters}${}", plan.names.len() + 1);
    let count = Element::new("c:ptCount").with("val", texts.len().to_string());
    let mut cache = Element::new("c15:dlblRangeCache").child(count);
    for (row, text) in texts.iter().enumerate() {
        if let Some(text) = text {
            let point = Element::new("c:pt").with("idx", row.to_string());
            cache.children.push(Node::Element(point.child(Element::new("c:v").text(*text))));
        }
    }
    Element::new("c15:datalabelsRange").child(Element::new("c15:f").text(formula)).child(cache)
}
