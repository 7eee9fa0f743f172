//! All kinds: what they have in common.

use super::test_fixture::{draw as drawn, *};
use super::*;
use crate::diag::Code;
use crate::quantity::Pt;
use crate::theme::Tone;

/// The only picture of a chart.
fn one(chart: &Chart, canvas: &Canvas) -> Result<Picture, Diagnostic> {
    super::draw(chart, canvas).map(|parts| parts.into_iter().next().unwrap().picture)
}

fn all() -> [(&'static str, Chart); 4] {
    [
        ("bars", Chart::Bars(bars())),
        ("likert", Chart::Likert(likert())),
        ("dots", Chart::Dots(dots())),
        ("progress", Chart::Progress(progress())),
    ]
}

#[test]
fn every_kind_fits_both_sheets_and_gives_the_same_bytes_twice() {
    on_canvases(360.0, |sheet, canvas| {
        for (name, chart) in all() {
            let picture = one(&chart, canvas).unwrap_or_else(|e| panic!("{sheet} {name}: {e}"));
            assert_eq!(picture, one(&chart, canvas).unwrap(), "{sheet} {name}");
            assert_eq!(picture.width, canvas.width);
            if let Some(height) = canvas.height {
                assert!((picture.height - height).0.abs() < 1e-6, "{sheet} {name}");
            }
        }
    });
}

#[test]
fn text_stays_text_in_the_sheet_s_font_and_is_escaped() {
    let mut chart = bars();
    chart.bars.truncate(1);
    chart.bars[0].label = "«А» & \"Б\" <script> 'в'".into();
    let picture = drawn(&Chart::Bars(chart)).unwrap();
    let told = texts(picture.svg()).join(" ");
    assert!(told.contains("«А» &amp; &quot;Б&quot; &lt;script&gt; &apos;в&apos;"), "{told}");
    assert!(picture.svg().contains("font-family=\"Tinos\""));
    assert!(!picture.svg().contains("<script"));
}

#[test]
fn the_size_is_in_points_and_text_has_the_sheet_s_size() {
    on_canvases(360.0, |sheet, canvas| {
        for (name, chart) in all() {
            let picture = one(&chart, canvas).unwrap();
            let head = format!(
                "<svg width=\"{:.1}pt\" height=\"{:.1}pt\" viewBox=\"0 0 ",
                picture.width.0, picture.height.0
            );
            assert!(picture.svg().starts_with(&head), "{sheet} {name}");
            for size in attributes(picture.svg(), "text", "font-size") {
                let own = canvas.sheet.sizes.chart.0;
                // Heads of columns and names of answers beside large labels are smaller.
                let is_head = size < own && size >= (own * 0.78).max(8.0) - 1e-6;
                assert!((size - own).abs() < 1e-6 || is_head, "{sheet} {name}: {size}");
            }
        }
    });
}

#[test]
fn no_text_is_under_eight_points() {
    let mut theme = theme();
    theme.report.sizes.chart = Pt(6.0);
    let faces = tinos();
    let canvas = Canvas {
        sheet: &theme.report,
        palette: &theme.palette,
        faces: &faces,
        width: Pt(467.0),
        height: None,
        page: PAGE,
        breaks: &whole,
    };
    let picture = one(&Chart::Bars(bars()), &canvas).unwrap();
    assert!(attributes(picture.svg(), "text", "font-size").iter().all(|s| *s >= 7.999));
}

type PlacedText = (String, f64, f64, f64);

fn inside(texts: &[PlacedText], picture: &Picture, what: &str) {
    for (text, left, right, y) in texts {
        let inside = *left >= -0.2 && *right <= picture.width.0 + 0.2 && *y > 0.0 && *y <= picture.height.0;
        assert!(inside, "{what}: \"{text}\" {left:.1}–{right:.1} at {y:.1}");
    }
}

fn apart(texts: &[PlacedText], canvas: &Canvas, what: &str) {
    let line = 0.9 * canvas.sheet.sizes.chart.0;
    for (i, a) in texts.iter().enumerate() {
        for b in &texts[i + 1..] {
            let apart = a.2 <= b.1 + 0.1 || b.2 <= a.1 + 0.1 || (a.3 - b.3).abs() >= line;
            assert!(apart, "{what}: {a:?} and {b:?}");
        }
    }
}

#[test]
fn no_text_stands_outside_the_picture_or_on_another() {
    on_canvases(360.0, |sheet, canvas| {
        for (name, chart) in all() {
            let picture = one(&chart, canvas).unwrap();
            let texts = placed(picture.svg(), canvas);
            inside(&texts, &picture, &format!("{sheet} {name}"));
            apart(&texts, canvas, &format!("{sheet} {name}"));
        }
    });
}

#[test]
fn a_character_without_a_glyph_is_named() {
    let mut chart = dots();
    chart.rows[0].label = "你好".into();
    let error = drawn(&Chart::Dots(chart)).unwrap_err();
    assert_eq!(error.code, Code::GlyphMissing);
    let said = error.message.to_string();
    assert!(said.contains("U+4F60"), "{said}");
}

#[test]
fn a_canvas_without_room_is_a_fault() {
    let theme = theme();
    let faces = tinos();
    for (width, height) in [
        (50.0, None),
        (f64::NAN, None),
        (1e9, None),
        (467.0, Some(-1.0)),
        (467.0, Some(40.0)),
        (467.0, Some(f64::NAN)),
    ] {
        let canvas = Canvas {
            sheet: &theme.report,
            palette: &theme.palette,
            faces: &faces,
            width: Pt(width),
            height: height.map(Pt),
            page: PAGE,
            breaks: &whole,
        };
        for (name, chart) in all() {
            let error = one(&chart, &canvas).unwrap_err();
            assert_eq!(error.code, Code::ChartDrawing, "{name} {width} {height:?}");
        }
    }
}

#[test]
fn a_colour_that_cannot_be_read_is_a_theme_fault() {
    let mut theme = theme();
    theme.palette.calm = "blue".into();
    let faces = tinos();
    let canvas = Canvas {
        sheet: &theme.report,
        palette: &theme.palette,
        faces: &faces,
        width: Pt(467.0),
        height: None,
        page: PAGE,
        breaks: &whole,
    };
    assert_eq!(one(&Chart::Dots(dots()), &canvas).unwrap_err().code, Code::ThemeFault);
}

/// Numbers in 0..1 that are the same in every run (Knuth's MMIX generator).
fn shares(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(state >> 32).unwrap()) / f64::from(u32::MAX)
    }
}

/// Charts of one to thirty rows with values and label lengths by chance.
fn chance(seed: u64) -> [(&'static str, Chart); 4] {
    let mut next = shares(seed);
    let rows = 1 + usize::try_from(seed * 7 % 30).unwrap();
    let label =
        |share: f64| LONG.chars().take(3 + (0..110).filter(|i| f64::from(*i) < share * 110.0).count());
    let (mut bars, mut dots, mut likert, mut progress) = (bars(), dots(), likert(), progress());
    (bars.bars, dots.rows, likert.rows) = (Vec::new(), Vec::new(), Vec::new());
    bars.axis = axis(-100.0, 100.0, 50.0);
    for _ in 0..rows {
        let name: String = label(next()).collect();
        bars.bars.push(bar(&name, next() * 190.0 - 95.0, Tone::Calm));
        dots.rows.push(dot(&name, next() * 100.0, next() * 20.0, Tone::Middle, "10–13"));
        let parts: Vec<f64> = (0..7).map(|_| next()).collect();
        let sum: f64 = parts.iter().sum();
        likert.rows.push(likert_row(&name, &parts.iter().map(|p| p / sum * 100.0).collect::<Vec<_>>()));
    }
    progress.target = Some(Box::new(reference(900.0 + next() * 2100.0, "жоспар: 2\u{a0}500 сұхбат")));
    progress.total.truncate(rows);
    progress.daily.truncate(rows);
    [
        ("bars", Chart::Bars(bars)),
        ("likert", Chart::Likert(likert)),
        ("dots", Chart::Dots(dots)),
        ("progress", Chart::Progress(progress)),
    ]
}

#[test]
fn charts_by_chance_stay_inside_and_legible() {
    let theme = theme();
    let faces = tinos();
    for seed in 0..60 {
        for width in [300.0, 467.0] {
            let canvas = Canvas {
                sheet: &theme.report,
                palette: &theme.palette,
                faces: &faces,
                width: Pt(width),
                height: None,
                page: PAGE,
                breaks: &whole,
            };
            for (name, chart) in chance(seed) {
                let what = format!("{name}, seed {seed}, {width} pt");
                let picture = one(&chart, &canvas).unwrap_or_else(|e| panic!("{what}: {e}"));
                let texts = placed(picture.svg(), &canvas);
                inside(&texts, &picture, &what);
                apart(&texts, &canvas, &what);
            }
        }
    }
}
