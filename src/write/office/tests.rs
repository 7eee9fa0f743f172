//! Every specimen that an office program can draw: the chart and its workbook tell what the document tells.

use std::io::{Cursor, Read};

use super::{ChartStyle, NativeChart, by_library, native, planned};
use crate::chart::test_fixture::theme;
use crate::chart::{Chart, Colours};
use crate::gallery::tests::each;
use crate::quantity::{Number, Pt};

/// The native chart of every specimen that has one, the same twice, and of none that has not.
fn all(test: impl Fn(&str, &Chart, &NativeChart)) {
    styled(|what, chart, native, _| test(what, chart, native));
}

/// The same with the style.
fn styled(test: impl Fn(&str, &Chart, &NativeChart, &ChartStyle)) {
    let theme = theme();
    each(|locale, specimen| {
        let style = ChartStyle {
            font: "Tinos",
            size: Pt(10.5),
            width: Pt(460.0),
            height: Pt(200.0),
            most: Pt(f64::INFINITY),
            language: locale.region(),
            palette: &theme.palette,
        };
        let what = format!("{} {} {}", specimen.kind, specimen.case, locale.language());
        let chart = native(&specimen.chart, &style).unwrap_or_else(|f| panic!("{what}: {f:?}"));
        assert_eq!(chart.is_some(), specimen.chart.office().is_some(), "{what}");
        if let Some(chart) = chart {
            let again = native(&specimen.chart, &style).unwrap_or_else(|f| panic!("{what}: {f:?}"));
            assert!(again.is_some_and(|a| a.xml == chart.xml && a.workbook == chart.workbook), "{what}");
            test(&what, &specimen.chart, &chart, &style);
        }
    });
}

/// The printed values of a chart.
fn values(chart: &Chart) -> Vec<Number> {
    let cells = chart.readout().rows.into_iter().flat_map(|row| row.cells);
    cells.filter_map(|cell| cell.value).collect()
}

fn parts(workbook: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(workbook)).unwrap_or_else(|e| panic!("{e}"));
    let count = zip.len();
    let part = |at| {
        let mut text = String::new();
        let mut part = zip.by_index(at).unwrap_or_else(|e| panic!("{e}"));
        part.read_to_string(&mut text).unwrap_or_else(|e| panic!("{e}"));
        (part.name().to_owned(), text)
    };
    (0..count).map(part).collect()
}

fn sheet(workbook: &[u8]) -> String {
    let parts = parts(workbook).into_iter();
    parts.filter(|(path, _)| path == "xl/worksheets/sheet1.xml").map(|(_, text)| text).collect()
}

#[test]
fn a_workbook_has_the_parts_that_the_library_alone_writes() {
    styled(|what, chart, native, style| {
        let colours = Colours::new(style.palette).unwrap_or_else(|f| panic!("{f:?}"));
        let drawable = chart.office().unwrap_or_else(|| panic!("{what}"));
        let plan = planned(drawable, style, &colours).plan;
        let by_library = by_library::workbook(&plan).unwrap_or_else(|e| panic!("{what}: {e}"));
        assert_eq!(parts(&native.workbook), parts(&by_library), "{what}");
    });
}

#[test]
fn the_labels_of_a_native_chart_print_what_the_document_prints() {
    all(|what, chart, native| {
        for value in values(chart) {
            assert!(native.xml.contains(&value.text), "{what}: {}", value.text);
        }
    });
}

#[test]
fn the_workbook_holds_the_printed_numbers_and_formulas_that_follow_them() {
    all(|what, chart, native| {
        let sheet = sheet(&native.workbook);
        for value in values(chart) {
            let result = format!("<v>{}</v>", value.text);
            assert!(sheet.contains(&result), "{what}: {}", value.text);
        }
        assert_eq!(sheet.contains("<f>FIXED("), !values(chart).is_empty(), "{what}");
    });
}

#[test]
fn a_native_chart_names_no_other_language_and_has_sound_numbers() {
    all(|what, chart, native| {
        assert!(!native.xml.contains("lang=\"en-US\"") || what.ends_with(" en"), "{what}");
        assert!(native.height >= Pt(200.0), "{what}");
        assert!(!native.xml.contains("NaN") && !native.xml.contains("inf"), "{what}");
        let is_lines = matches!(chart, Chart::Lines(_));
        assert_eq!(native.xml.contains("<c:symbol val=\"circle\"/>"), is_lines, "{what}");
        assert_eq!(native.xml.contains("<c:barDir val=\"bar\"/>"), !is_lines, "{what}");
    });
}
