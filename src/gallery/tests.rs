//! Every specimen in every language on both sheets: nothing cut, nothing over another, nothing small.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{languages, specimens};
use crate::chart::test_fixture::{attributes, on_canvases, placed};
use crate::chart::{Canvas, draw};
use crate::diag::Code;
use crate::document::Picture;
use crate::locale::Locale;
use crate::source::Assets;

fn all(test: impl Fn(&str, &str, &Canvas, &[Picture])) {
    let assets = Assets::embedded();
    for language in languages(&assets) {
        let locale = Arc::new(Locale::load(&assets, &language).unwrap_or_else(|f| panic!("{f:?}")));
        let breaks = |word: &str| locale.breaks_anywhere(word);
        for specimen in specimens(&assets, &locale).unwrap_or_else(|f| panic!("{f:?}")) {
            on_canvases(380.0, |sheet, canvas| {
                let page = if sheet == "report" { 640.0 } else { 5000.0 };
                let canvas = &Canvas { page, breaks: &breaks, ..*canvas };
                let what = format!("{} {} {language} {sheet}", specimen.kind, specimen.case);
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
        }
    }
}

#[test]
fn every_kind_and_case_fits_its_page_and_no_text_is_cut_or_over_another() {
    all(|what, _, canvas, pictures| {
        for picture in pictures {
            assert!(pictures.len() == 1 || picture.height <= canvas.page, "{what}: {}", picture.height);
            let texts = placed(&picture.svg, canvas);
            for (text, left, right, y) in &texts {
                let inside =
                    *left >= -0.3 && *right <= picture.width + 0.3 && *y > 0.0 && *y <= picture.height;
                assert!(inside, "{what}: \"{text}\" {left:.1}–{right:.1} at {y:.1}");
            }
            for (i, a) in texts.iter().enumerate() {
                for b in &texts[i + 1..] {
                    let line = 0.85 * canvas.sheet.sizes.chart;
                    let apart = a.2 <= b.1 + 0.2 || b.2 <= a.1 + 0.2 || (a.3 - b.3).abs() >= line;
                    assert!(apart, "{what}: {a:?} and {b:?}");
                }
            }
        }
    });
}

#[test]
fn no_text_is_smaller_than_the_sheet_s_labels() {
    all(|what, _, canvas, pictures| {
        for picture in pictures {
            for size in attributes(&picture.svg, "text", "font-size") {
                assert!(size >= canvas.sheet.sizes.chart - 1e-6, "{what}: {size}");
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
    assert_eq!(seen.into_inner(), BTreeSet::from(["bars".to_owned(), "likert".to_owned()]));
}

#[test]
fn every_kind_of_chart_is_in_the_gallery() {
    let kinds = std::cell::RefCell::new(BTreeSet::new());
    all(|_, kind, _, _| {
        kinds.borrow_mut().insert(kind.to_owned());
    });
    assert_eq!(kinds.into_inner().len(), 14);
}
