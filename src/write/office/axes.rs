//! The axes of a chart: that of the names of rows, and that of values.

use super::ChartStyle;
use super::drawing::{
    ManualLayout, around, fill, layout, line, no_line, paragraph_end, stroke, text_properties, val,
};
use super::plot_layout::PlotLayout;
use crate::chart::Colours;
use crate::chart::office_plan::{Form, Plan};
use crate::opc::xml::{Element, Node};
use crate::quantity::Pt;

/// The ids under which the axes know each other.
const NAMES: &str = "50010001";
const VALUES: &str = "50010002";
/// The axis of names, that of a reference, and the grid, in points.
const THIN: f64 = 0.6;
const REFERENCE: f64 = 1.0;
const GRID: f64 = 0.5;

/// The ids in the chart that has the axes.
pub fn ids() -> [Element; 2] {
    [val("c:axId", NAMES), val("c:axId", VALUES)]
}

/// `c:catAx`; rows are named in a size of their own.
pub fn names(plan: &Plan, style: &ChartStyle, size: Pt, colours: &Colours) -> Element {
    let is_upright = plan.form == Form::Lines;
    // The first row on top.
    let orientation = if is_upright { "minMax" } else { "maxMin" };
    let mut stem = line(&colours.muted(), if plan.is_reference { REFERENCE } else { THIN });
    if plan.is_reference {
        stem = stem.child(val("a:prstDash", "sysDot"));
    }
    let run =
        Element::new("a:defRPr").with("sz", size.centipoints().to_string()).child(fill(&colours.text()));
    let body = Element::new("a:bodyPr").with("rot", "0").with("vert", "horz");
    let crossing = match plan.crossing {
        Some(at) => val("c:crossesAt", at.to_string()),
        None => val("c:crosses", "autoZero"),
    };
    around(
        "c:catAx",
        [
            val("c:axId", NAMES),
            around("c:scaling", [val("c:orientation", orientation)]),
            val("c:axPos", if is_upright { "b" } else { "l" }),
            val("c:majorTickMark", "none"),
            val("c:minorTickMark", "none"),
            val("c:tickLblPos", "low"),
            stroke(stem),
            text_properties(body, run, paragraph_end(style)),
            val("c:crossAx", VALUES),
            crossing,
            val("c:auto", "1"),
            val("c:lblAlgn", "ctr"),
            val("c:lblOffset", "100"),
            // Every name, level, however close the rows stand.
            val("c:tickLblSkip", "1"),
        ],
    )
}

/// `c:valAx`: the horizontal one but in a line chart, below the last row.
pub fn values(plan: &Plan, style: &ChartStyle, place: &PlotLayout, colours: &Colours) -> Element {
    let is_upright = plan.form == Form::Lines;
    let muted = fill(&colours.muted());
    let text = around("a:defRPr", [muted.clone()]);
    let text = text_properties(Element::new("a:bodyPr"), text, paragraph_end(style));
    let mut scaling = around("c:scaling", [val("c:orientation", "minMax")]);
    if let Some((min, max, _)) = plan.scale {
        scaling = scaling.child(val("c:max", max.to_string())).child(val("c:min", min.to_string()));
    }
    let mut axis = around("c:valAx", [val("c:axId", VALUES), scaling]);
    if !plan.ticks {
        axis = axis.child(val("c:delete", "1"));
    }
    axis = axis.child(val("c:axPos", if is_upright { "l" } else { "t" }));
    if plan.ticks {
        axis = axis.child(around("c:majorGridlines", [stroke(line(&colours.line(), GRID))]));
        if !plan.axis_name.is_empty() {
            axis = axis.child(title(plan, style, place, &muted));
        }
    }
    axis = axis.with_children(
        [
            Element::new("c:numFmt").with("formatCode", "General").with("sourceLinked", "0"),
            val("c:majorTickMark", "none"),
            val("c:tickLblPos", "nextTo"),
            stroke(no_line()),
            text,
            val("c:crossAx", NAMES),
            val("c:crosses", if is_upright { "autoZero" } else { "max" }),
            val("c:crossBetween", "between"),
        ]
        .map(Node::Element)
        .into(),
    );
    match plan.scale {
        Some((_, _, step)) => axis.child(val("c:majorUnit", step.to_string())),
        None => axis,
    }
}

/// The name of the axis of values: below the end of its ticks or, in a line chart, up along it.
fn title(plan: &Plan, style: &ChartStyle, place: &PlotLayout, ink: &Element) -> Element {
    let is_upright = plan.form == Form::Lines;
    let body = Element::new("a:bodyPr");
    let body = if is_upright { body.with("rot", "-5400000").with("vert", "horz") } else { body };
    let run = Element::new("a:rPr").with("lang", style.language).with("b", "0").child(ink.clone());
    let paragraph = Element::new("a:defRPr").with("b", "0").child(ink.clone());
    let words = around("a:r", [run, Element::new("a:t").text(plan.axis_name.as_str())]);
    let paragraph = around("a:p", [around("a:pPr", [paragraph]), words]);
    let rich = around("c:rich", [body, Element::new("a:lstStyle"), paragraph]);
    let own = ManualLayout { offset: place.axis_name, ..ManualLayout::default() };
    let place = if is_upright { Element::new("c:layout") } else { layout(own) };
    around("c:title", [around("c:tx", [rich]), place])
}
