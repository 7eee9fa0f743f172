//! One specimen of each kind of chart, and four charts of the sample: a change of a colour, a gap or a face shows.

use std::collections::BTreeSet;
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

/// Cases of the gallery whose usual specimen is too large to read.
const SMALLER: [(&str, &str); 2] = [("likert", "one"), ("calendar", "one")];

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
    let theme = Theme::new(
        "gost",
        toml::from_str(&format!("{}\n{}", file("theme.toml"), file("gost/theme.toml"))).unwrap(),
        None,
    );
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
    let kinds: BTreeSet<&str> = all.iter().map(|specimen| specimen.kind).collect();
    assert!(kinds.len() >= 14, "{kinds:?}");
    let of = |kind: &str| {
        let case = SMALLER.iter().find(|(of, _)| *of == kind).map_or("usual", |(_, case)| *case);
        let specimen = all.iter().find(|s| s.kind == kind && s.case == case);
        let mut chart = specimen.unwrap_or_else(|| panic!("the gallery has no {kind} {case}")).chart.clone();
        // Two of the small multiples are enough to read.
        if let Chart::Multiples(multiples) = &mut chart {
            multiples.panels.truncate(2);
        }
        let parts = chart::draw(&chart, &canvas).unwrap_or_else(|f| panic!("{f:?}"));
        (format!("{kind}.{case}.svg"), lines(parts[0].picture.svg()))
    };
    kinds.into_iter().map(of).collect()
}

fn lines(svg: &str) -> String {
    svg.replace("><", ">\n<")
}
