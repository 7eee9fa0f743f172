//! One specimen of each kind of chart, and four charts of the sample: a change of a colour, a gap or a face shows.

use std::fs;
use std::sync::Arc;

use esep::chart::Chart;
use esep::chart::{self, Canvas, Faces};
use esep::document::Figure;
use esep::gallery;
use esep::locale::Locale;
use esep::source::Assets;
use esep::theme::Theme;

use super::Goldens;
use crate::support::{root, sample_document};

/// A specimen of each kind; where the usual one is too large to read, a smaller. Of small multiples two are drawn.
const SPECIMENS: [(&str, &str); 14] = [
    ("bars", "usual"),
    ("dots", "usual"),
    ("grouped", "usual"),
    ("heat", "usual"),
    ("likert", "one"),
    ("lines", "usual"),
    ("map", "usual"),
    ("multiples", "usual"),
    ("numbers", "usual"),
    ("progress", "usual"),
    ("ranks", "usual"),
    ("slope", "usual"),
    ("stacked", "usual"),
    ("tiles", "usual"),
];

/// Figures of the sample's final report.
const FIGURES: [&str; 4] = ["fig-q-problems", "fig-q-services", "fig-risk", "fig-fieldwork"];

pub fn goldens() -> Goldens {
    let mut found = specimens();
    for label in FIGURES {
        let figures = sample_document("final", "kk").figures();
        let figure: &&Figure =
            figures.iter().find(|f| f.label == label).expect("a figure of the final report");
        found.insert(format!("final.kk.{label}.svg"), lines(figure.drawings[0].picture.svg()));
    }
    found
}

fn specimens() -> Goldens {
    let assets = Assets::embedded();
    let locale = Arc::new(Locale::load(&assets, "kk").unwrap_or_else(|f| panic!("{f:?}")));
    let file = |path: &str| fs::read_to_string(root().join("templates/theme").join(path)).unwrap();
    let shared = toml::from_str(&file("theme.toml")).unwrap();
    let theme = Theme::new("gost", shared, toml::from_str(&file("gost/theme.toml")).unwrap(), None);
    let fonts = assets.fonts().unwrap_or_else(|f| panic!("{f:?}"));
    let faces = Faces::new(&theme.report.fonts.chart, &fonts).unwrap_or_else(|f| panic!("{f:?}"));
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
    let all = gallery::specimens(&assets, &locale).unwrap_or_else(|f| panic!("{f:?}"));
    for specimen in &all {
        let is_there = SPECIMENS.iter().any(|(kind, _)| *kind == specimen.kind);
        assert!(is_there, "the kind {} has no golden", specimen.kind);
    }
    let of = |(kind, case): (&str, &str)| {
        let specimen = all.iter().find(|s| s.kind == kind && s.case == case);
        let specimen = specimen.unwrap_or_else(|| panic!("the gallery has no {kind} {case}"));
        let mut chart = specimen.chart.clone();
        if let Chart::Multiples(multiples) = &mut chart {
            multiples.panels.truncate(2);
        }
        let parts = chart::draw(&chart, &canvas).unwrap_or_else(|f| panic!("{f:?}"));
        (format!("{kind}.{case}.svg"), lines(parts[0].picture.svg()))
    };
    SPECIMENS.map(of).into()
}

fn lines(svg: &str) -> String {
    svg.replace("><", ">\n<")
}
