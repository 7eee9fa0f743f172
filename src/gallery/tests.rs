//! Every specimen in every language on both sheets: nothing cut, nothing over another, nothing small.

use std::collections::BTreeSet;

use super::{Specimen, languages, specimens};
use crate::chart::test_fixture::{attributes, contrasts, on_canvases, placed};
use crate::chart::{AltText, Canvas, draw, kind};
use crate::diag::Code;
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Pt;
use crate::source::Assets;

/// Every specimen in every language.
pub(crate) fn each(test: impl Fn(&Locale, &Specimen)) {
    let assets = Assets::embedded();
    for language in languages(&assets) {
        let locale = Locale::load(&assets, &language).unwrap_or_else(|f| panic!("{f:?}"));
        let numbered = locale.with_numbers(&[("confidence_level", 95.0)]);
        let locale = numbered.unwrap_or_else(|f| panic!("{f:?}"));
        for specimen in specimens(&assets, &locale).unwrap_or_else(|f| panic!("{f:?}")) {
            test(&locale, &specimen);
        }
    }
}

/// Every specimen's pictures on both sheets.
fn all(test: impl Fn(&str, &str, &Canvas, &[Picture])) {
    each(|locale, specimen| {
        let breaks = |word: &str| locale.breaks_anywhere(word);
        on_canvases(380.0, |sheet, canvas| {
            let page = if sheet == "report" { 640.0 } else { 5000.0 };
            let canvas = &Canvas { page: Pt(page), breaks: &breaks, ..*canvas };
            let what = format!("{} {} {} {sheet}", specimen.kind, specimen.case, locale.language());
            match draw(&specimen.chart, canvas) {
                Ok(parts) => {
                    let pictures: Vec<Picture> = parts.into_iter().map(|p| p.picture).collect();
                    test(&what, specimen.kind, canvas, &pictures);
                }
                Err(fault) => {
                    let no_room = sheet == "slides" && fault.code == Code::ChartDrawing;
                    assert!(no_room, "{what}: {fault:?}");
                }
            }
        });
    });
}

/// No text outside of its picture, none on another.
fn legible(what: &str, canvas: &Canvas, picture: &Picture) {
    let texts = placed(picture.svg(), canvas);
    for (text, left, right, y) in &texts {
        let inside = *left >= -0.3 && *right <= picture.width.0 + 0.3 && *y > 0.0 && *y <= picture.height.0;
        assert!(inside, "{what}: \"{text}\" {left:.1}–{right:.1} at {y:.1}");
    }
    for (i, a) in texts.iter().enumerate() {
        for b in &texts[i + 1..] {
            let line = 0.85 * canvas.sheet.sizes.chart.0;
            let apart = a.2 <= b.1 + 0.2 || b.2 <= a.1 + 0.2 || (a.3 - b.3).abs() >= line;
            assert!(apart, "{what}: {a:?} and {b:?}");
        }
    }
}

#[test]
fn every_kind_and_case_fits_its_page_and_no_text_is_cut_or_over_another() {
    all(|what, _, canvas, pictures| {
        for picture in pictures {
            assert!(pictures.len() == 1 || picture.height.0 <= canvas.page.0, "{what}: {:?}", picture.height);
            legible(what, canvas, picture);
        }
    });
}

#[test]
fn on_a_narrow_canvas_a_chart_is_legible_or_a_fault_and_never_a_wreck() {
    each(|locale, specimen| {
        let breaks = |word: &str| locale.breaks_anywhere(word);
        on_canvases(380.0, |sheet, canvas| {
            for em in [16.0, 20.0, 28.0] {
                let width = em * canvas.sheet.sizes.chart.0;
                let canvas = &Canvas { width: Pt(width), height: None, breaks: &breaks, ..*canvas };
                let what =
                    format!("{} {} {} {sheet}, {em} em", specimen.kind, specimen.case, locale.language());
                match draw(&specimen.chart, canvas) {
                    Ok(parts) => parts.iter().for_each(|part| legible(&what, canvas, &part.picture)),
                    Err(fault) => assert_eq!(fault.code, Code::ChartDrawing, "{what}"),
                }
            }
        });
    });
}

#[test]
fn a_canvas_without_room_is_a_fault_of_every_kind() {
    each(|_, specimen| {
        on_canvases(380.0, |sheet, canvas| {
            let rooms =
                [(50.0, None), (f64::NAN, None), (1e9, None), (467.0, Some(-1.0)), (467.0, Some(9.0))];
            for (width, height) in rooms {
                let canvas = &Canvas { width: Pt(width), height: height.map(Pt), ..*canvas };
                let code = draw(&specimen.chart, canvas).err().map(|fault| fault.code);
                assert_eq!(code, Some(Code::ChartDrawing), "{} {sheet} {width} {height:?}", specimen.kind);
            }
        });
    });
}

#[test]
fn every_text_stands_out_from_what_is_under_it() {
    all(|what, _, canvas, pictures| {
        for picture in pictures {
            for (text, contrast) in contrasts(picture, canvas) {
                assert!(contrast >= 4.5, "{what}: \"{text}\" has {contrast:.2} : 1");
            }
        }
    });
}

#[test]
fn every_chart_is_told_with_all_its_values() {
    each(|locale, specimen| {
        let what = format!("{} {} {}", specimen.kind, specimen.case, locale.language());
        let told = AltText { locale }.of(&specimen.chart);
        let text = told.unwrap_or_else(|f| panic!("{what}: {f:?}"));
        let readout = specimen.chart.readout();
        for cell in readout.rows.iter().flat_map(|row| &row.cells) {
            let printed = cell.value.as_ref().map_or("", |v| v.text.as_str());
            assert!(text.contains(printed), "{what}: {printed} in {text}");
        }
        assert!(!text.contains('{') && !text.contains("  "), "{what}: {text}");
    });
}

#[test]
fn no_text_is_smaller_than_the_sheet_s_labels() {
    all(|what, _, canvas, pictures| {
        for picture in pictures {
            for size in attributes(picture.svg(), "text", "font-size") {
                // Heads of columns and names of answers beside large labels are smaller.
                let least = canvas.sheet.sizes.chart.0.min((0.78 * canvas.sheet.sizes.chart.0).max(8.0));
                assert!(size >= least - 1e-6, "{what}: {size}");
            }
        }
    });
}

#[test]
fn sixty_rows_are_several_pages_on_one_scale() {
    let seen = std::cell::RefCell::new(BTreeSet::new());
    all(|what, kind, _, pictures| {
        if what.contains("sixty") && what.ends_with("report") {
            assert!(pictures.len() > 1, "{what}");
            seen.borrow_mut().insert(kind.to_owned());
        }
    });
    assert_eq!(seen.into_inner(), BTreeSet::from(["bars", "calendar", "likert"].map(str::to_owned)));
}

#[test]
fn every_kind_of_chart_is_in_the_gallery() {
    let kinds = std::cell::RefCell::new(BTreeSet::new());
    all(|_, kind, _, _| {
        kinds.borrow_mut().insert(kind.to_owned());
    });
    let names = kind::NAMES.iter().map(|name| (*name).to_owned());
    assert_eq!(kinds.into_inner(), names.collect());
}
