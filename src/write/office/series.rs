//! The series of a chart: what is drawn of the columns of its worksheet, with what they held when the document was made.

use rust_xlsxwriter::utility::column_number_to_name;

use super::ChartStyle;
use super::chart::ink;
use super::drawing::{around, line, stroke, surface, val};
use super::labels::labels;
use super::workbook::SHEET;
use crate::chart::office_plan::{Form, Plan, Series};
use crate::opc::xml::{Element, Node};

/// Lines of a series and of its intervals, in points.
const LINE: f64 = 1.75;
const THIN: f64 = 1.0;
const THICK: f64 = 2.0;
/// Size of a dot, in points.
const DOT: &str = "7";

/// `c:ser`, the one of that number from 0 on, its children in the order of the schema (ISO/IEC 29500-1, 21.2.2.170 and
/// its kin); `lift` is that of the labels.
pub fn series(plan: &Plan, number: usize, series: &Series, (style, lift): (&ChartStyle, f64)) -> Element {
    let name = around("c:strRef", [formula(series.values, 0, 0), texts("c:strCache", [plan.head(series)])]);
    let mut out = around(
        "c:ser",
        [val("c:idx", number.to_string()), val("c:order", number.to_string()), around("c:tx", [name])],
    );
    let mut put = |element: Element| out.children.push(Node::Element(element));
    if plan.form == Form::Lines {
        let own = ink(series.fill.as_deref().unwrap_or_default());
        put(stroke(line(&own, LINE)));
        put(around("c:marker", [val("c:symbol", "circle"), val("c:size", DOT), surface(Some(&own))]));
    } else {
        put(surface(series.fill.as_deref().map(ink).as_deref()));
        points(plan, series).for_each(&mut put);
    }
    let (all, cells) = series.labels.as_ref().map(|of| labels(of, plan, (style, lift))).unzip();
    all.into_iter().for_each(&mut put);
    if let Some(columns) = series.interval {
        put(interval(plan, series, columns));
    }
    put(around("c:cat", [names(plan)]));
    put(around("c:val", [numbers(plan, series.values)]));
    if plan.form == Form::Lines {
        put(val("c:smooth", "0"));
    }
    cells.into_iter().for_each(put);
    out
}

/// `c:dPt` for each row, where rows differ in colour.
fn points<'p>(plan: &'p Plan, series: &'p Series) -> impl Iterator<Item = Element> + 'p {
    let differ = series.fill.as_ref().is_some_and(|fill| series.points.iter().any(|point| point != fill));
    let points = series.points.iter().take(if differ { rows(plan) } else { 0 }).enumerate();
    points.map(|(row, of)| around("c:dPt", [val("c:idx", row.to_string()), surface(Some(&ink(of)))]))
}

/// `c:errBars`.
fn interval(plan: &Plan, series: &Series, (plus, minus): (u16, u16)) -> Element {
    let mut bars = Element::new("c:errBars");
    let mut put = |element: Element| bars.children.push(Node::Element(element));
    if plan.form == Form::Lines {
        put(val("c:errDir", "y"));
    }
    put(val("c:errBarType", "both"));
    put(val("c:errValType", "cust"));
    if series.thick {
        put(val("c:noEndCap", "1"));
    }
    put(around("c:plus", [numbers(plan, plus)]));
    put(around("c:minus", [numbers(plan, minus)]));
    let width = if series.thick { THICK } else { THIN };
    put(stroke(line(&ink(&series.interval_ink), width)));
    bars
}

/// The names of the rows; an office program takes those of a sheet without any for numbers.
fn names(plan: &Plan) -> Element {
    let range = formula(0, 1, rows(plan));
    if plan.names.iter().all(String::is_empty) {
        return around("c:numRef", [range, cache(std::iter::repeat_n(None, rows(plan)))]);
    }
    around("c:strRef", [range, texts("c:strCache", plan.names.iter().map(String::as_str))])
}

/// `c:numRef`: the numbers of a column.
fn numbers(plan: &Plan, column: u16) -> Element {
    let numbers = (0..rows(plan)).map(|row| plan.number(column, row));
    around("c:numRef", [formula(column, 1, rows(plan)), cache(numbers)])
}

/// How many rows of the sheet a chart shows: a chart without rows shows an empty one.
fn rows(plan: &Plan) -> usize {
    plan.names.len().max(1)
}

/// `c:f`: the rows from `first` to `last` of a column, counted from 0.
fn formula(column: u16, first: usize, last: usize) -> Element {
    let letters = column_number_to_name(column);
    let cell = |row: usize| format!("${letters}${}", row + 1);
    let range = if first == last { cell(first) } else { format!("{}:{}", cell(first), cell(last)) };
    Element::new("c:f").text(format!("{SHEET}!{range}"))
}

/// `c:numCache`.
fn cache(numbers: impl ExactSizeIterator<Item = Option<f64>>) -> Element {
    let count = val("c:ptCount", numbers.len().to_string());
    let mut cache = around("c:numCache", [Element::new("c:formatCode").text("General"), count]);
    for (row, number) in numbers.enumerate() {
        if let Some(number) = number {
            cache.children.push(Node::Element(point(row, &number.to_string())));
        }
    }
    cache
}

/// `c:strCache`.
fn texts<'t>(name: &str, texts: impl IntoIterator<Item = &'t str, IntoIter: ExactSizeIterator>) -> Element {
    let texts = texts.into_iter();
    let cache = around(name, [val("c:ptCount", texts.len().to_string())]);
    texts.enumerate().fold(cache, |cache, (row, text)| cache.child(point(row, text)))
}

fn point(row: usize, text: &str) -> Element {
    let value = Element::new("c:v");
    let value = if text.is_empty() { value } else { value.text(text) };
    Element::new("c:pt").with("idx", row.to_string()).child(value)
}
