//! Goldens: a resolved document in both languages, one chart of each kind, the parts of a DOCX.
//!
//! `ESEP_UPDATE_GOLDENS=1 cargo test --release` writes them anew; the diff is then for a person to read.

use std::collections::BTreeSet;
use std::fs;

use esep::chart::{self, Canvas, Faces};
use esep::document::{Block, Body};
use esep::gallery;
use esep::locale::Locale;
use esep::pipeline::{BuildContext, Format, Request};
use esep::source::{Assets, FontFile};
use esep::theme::Theme;

use crate::support::{build_one, folder, part, root, sample};

#[test]
fn resolved_documents_are_as_they_were() {
    let request = Request { study: sample(), deliverables: vec!["interim-1".into()], ..Request::default() };
    let context = BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:?}"));
    for job in context.jobs() {
        let (document, _) = context.resolved(job).unwrap_or_else(|f| panic!("{f:?}"));
        let now = serde_json::to_string_pretty(&document).unwrap() + "\n";
        compare(&format!("{}.json", job.name()), &now);
    }
}

#[test]
fn charts_are_drawn_as_they_were() {
    let request = Request {
        study: sample(),
        deliverables: vec!["final".into()],
        languages: vec!["kk".into()],
        ..Request::default()
    };
    let context = BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:?}"));
    let (document, _) = context.resolved(&context.jobs()[0]).unwrap_or_else(|f| panic!("{f:?}"));
    let Body::Report(blocks) = document.body else { panic!("the final report is a report") };
    for label in ["fig-q-problems", "fig-q-services", "fig-risk", "fig-fieldwork"] {
        let figure = blocks.iter().find_map(|b| match b {
            Block::Figure(f) if f.label == label => Some(f),
            _ => None,
        });
        let figure = figure.unwrap_or_else(|| panic!("the final report has no {label}"));
        compare(&format!("{label}.svg"), &figure.drawings[0].picture.svg().replace("><", ">\n<"));
    }
}

/// One specimen of each kind: a change of a colour, a gap or a face shows here.
#[test]
fn every_kind_of_chart_is_drawn_as_it_was() {
    let assets = Assets::embedded();
    let locale = Locale::load(&assets, "kk").unwrap_or_else(|f| panic!("{f:?}"));
    let file = |path: &str| fs::read_to_string(root().join("templates/theme").join(path)).unwrap();
    let shared = toml::from_str(&file("theme.toml")).unwrap();
    let theme = Theme::new("gost", shared, toml::from_str(&file("gost/theme.toml")).unwrap(), None);
    let files: Vec<FontFile> = assets.fonts().unwrap_or_else(|f| panic!("{f:?}"));
    let faces = Faces::new(&theme.report.fonts.chart, &files).unwrap_or_else(|f| panic!("{f:?}"));
    let breaks = |word: &str| locale.breaks_anywhere(word);
    let canvas = Canvas {
        sheet: &theme.report,
        palette: &theme.palette,
        faces: &faces,
        width: theme.report.page.text_width(),
        height: None,
        page: theme.report.page.text_height(),
        breaks: &breaks,
    };
    let mut seen = BTreeSet::new();
    for specimen in gallery::specimens(&assets, &locale).unwrap_or_else(|f| panic!("{f:?}")) {
        if seen.insert(specimen.kind) {
            let parts = chart::draw(&specimen.chart, &canvas).unwrap_or_else(|f| panic!("{f:?}"));
            compare(&format!("chart-{}.svg", specimen.kind), &parts[0].picture.svg().replace("><", ">\n<"));
        }
    }
    assert_eq!(seen.len(), chart::kind::NAMES.len());
}

#[test]
fn the_parts_of_a_docx_are_as_they_were() {
    let out = folder();
    build_one(&sample(), out.path(), "slides", "kk", Format::Docx).unwrap_or_else(|f| panic!("{f:?}"));
    let docx = out.path().join("slides.kk.docx");
    for name in ["document", "styles", "numbering", "settings", "charts/chart1"] {
        let xml = part(&docx, &format!("word/{name}.xml"));
        compare(&format!("slides.kk.{}.xml", name.replace('/', "-")), &xml.replace("><", ">\n<"));
    }
}

fn compare(name: &str, now: &str) {
    let path = root().join("tests/golden").join(name);
    if std::env::var_os("ESEP_UPDATE_GOLDENS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, now).unwrap();
        return;
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    let differs = golden.lines().zip(now.lines()).enumerate().find(|(_, (a, b))| a != b);
    assert!(
        golden == now,
        "{name} has changed, first at {differs:?}; if it should have, run `ESEP_UPDATE_GOLDENS=1 cargo test --release`"
    );
}
