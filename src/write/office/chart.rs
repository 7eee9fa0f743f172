//! The part of a chart: `c:chartSpace` (ISO/IEC 29500-1, 21.2), in the face and language of its document.

use super::drawing::{ManualLayout, around, fill, layout, paragraph_end, surface, text_properties, val};
use super::plot_layout::PlotLayout;
use super::series::series;
use super::{ChartStyle, WORKBOOK, axes};
use crate::chart::Colours;
use crate::chart::office_plan::{Form, NAMELESS, Plan};
use crate::opc::xml::{Element, Node};
use crate::quantity::Pt;
use crate::write::ooxml::namespace::{CHART, DRAWING, RELATIONSHIP};

/// The width between bars, in per cent of a bar, that an office program has without being told.
const USUAL_GAP: u16 = 150;

/// The part; rows are named in a size of their own.
pub fn part(
    plan: &Plan,
    layout: &PlotLayout,
    (style, names): (&ChartStyle, Pt),
    colours: &Colours,
) -> String {
    let plot = around(
        "c:plotArea",
        [
            plot_place(layout),
            drawn(plan, style, layout.lift),
            axes::names(plan, style, names, colours),
            axes::values(plan, style, layout, colours),
            surface(None),
        ],
    );
    let mut chart = around("c:chart", [val("c:autoTitleDeleted", "1"), plot]);
    if plan.legend {
        chart = chart.child(legend(plan, layout, style));
    }
    let text = Element::new("a:defRPr")
        .with("sz", style.size.centipoints().to_string())
        .child(fill(&colours.text()))
        .child(Element::new("a:latin").with("typeface", style.font))
        .child(Element::new("a:cs").with("typeface", style.font));
    let text = text_properties(Element::new("a:bodyPr"), text, Element::new("a:endParaRPr"));
    let data = Element::new("c:externalData").with("r:id", WORKBOOK).child(val("c:autoUpdate", "0"));
    let space = Element::new("c:chartSpace")
        .with("xmlns:c", CHART)
        .with("xmlns:a", DRAWING)
        .with("xmlns:r", RELATIONSHIP)
        .child(val("c:lang", style.language))
        .child(val("c:roundedCorners", "0"))
        .child(chart.child(val("c:plotVisOnly", "1")))
        .child(surface(None))
        .child(text)
        .child(data);
    space.to_part()
}

fn plot_place(of: &PlotLayout) -> Element {
    layout(ManualLayout { is_inner: true, offset: (of.left, of.top), size: Some(of.plot) })
}

/// `c:barChart` or `c:lineChart` with the series.
fn drawn(plan: &Plan, style: &ChartStyle, lift: f64) -> Element {
    let all = plan.series.iter().enumerate();
    let all = all.map(|(number, of)| Node::Element(series(plan, number, of, (style, lift)))).collect();
    let chart = match plan.form {
        Form::Bars => bars(plan, "clustered", all),
        Form::Stacked => bars(plan, "stacked", all),
        Form::Lines => {
            let lines = around("c:lineChart", [val("c:grouping", "standard")]);
            lines.with_children(all).child(val("c:marker", "1"))
        }
    };
    chart.with_children(axes::ids().map(Node::Element).into())
}

fn bars(plan: &Plan, grouping: &str, series: Vec<Node>) -> Element {
    let chart = around("c:barChart", [val("c:barDir", "bar"), val("c:grouping", grouping)]);
    let mut chart = chart.with_children(series);
    if plan.gap != USUAL_GAP {
        chart = chart.child(val("c:gapWidth", plan.gap.to_string()));
    }
    let overlap = if plan.form == Form::Stacked || !plan.legend { "100" } else { "0" };
    chart.child(val("c:overlap", overlap))
}

/// `c:legend`, in which series that only hold a place have no entry.
fn legend(plan: &Plan, of: &PlotLayout, style: &ChartStyle) -> Element {
    let mut legend = around("c:legend", [val("c:legendPos", "t")]);
    for (number, _) in plan.series.iter().enumerate().filter(|(_, series)| plan.head(series) == NAMELESS) {
        let entry = [val("c:idx", number.to_string()), val("c:delete", "1")];
        legend = legend.child(around("c:legendEntry", entry));
    }
    let place = ManualLayout { size: Some((1.0, of.legend)), ..ManualLayout::default() };
    let size = (of.size_of_legend * 100.0).to_string();
    let run = Element::new("a:defRPr").with("sz", size);
    let text = text_properties(Element::new("a:bodyPr"), run, paragraph_end(style));
    legend.child(layout(place)).child(text)
}

/// A colour of a plan as the part says it.
pub fn ink(hex: &str) -> String {
    format!("{:06X}", u32::from_str_radix(hex, 16).unwrap_or_default())
}
